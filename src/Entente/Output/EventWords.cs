namespace Entente.Output;

/// <summary>Where the words that tell an event stand.</summary>
/// <param name="Text">What the spans are offsets into: the article's text, its title or a caption.</param>
/// <param name="Sentence">The whole sentence.</param>
/// <param name="Source">The words that name the source; null if none do.</param>
/// <param name="Target">The words that name the target; null if none do.</param>
public sealed record EventWords(string Text, TextSpan Sentence, TextSpan? Source, TextSpan? Target)
{
    /// <summary>Finds the words of <paramref name="e"/>, an event of <paramref name="article"/>.</summary>
    public static EventWords Of(Article article, Event e)
    {
        var text = TextOf(article, e.In);
        var sentence = SentenceOf(text, e);
        var source = Find(text, e.SourceText, sentence, e, null);
        return new EventWords(text, sentence, source, Find(text, e.TargetText, sentence, e, source));
    }

    /// <summary>The text that <see cref="Event.In"/> names: null is the body, <c>title</c>, <c>caption:0</c>.</summary>
    public static string TextOf(Article article, string? place) => place switch
    {
        null => article.Text,
        "title" => article.Title ?? "",
        _ => article.Images[int.Parse(place.AsSpan("caption:".Length))].Caption,
    };

    /// <summary>The same words may stand in an article twice, so the sentence is the one around the event's own word.</summary>
    private static TextSpan SentenceOf(string text, Event e)
    {
        var from = Math.Max(0, e.Trigger.End - e.Quote.Length);
        var to = Math.Min(text.Length, e.Trigger.Start + e.Quote.Length);
        var at = from < to ? text.IndexOf(e.Quote, from, to - from, StringComparison.Ordinal) : -1;
        return at < 0 ? e.Span.Union(e.Trigger) : new TextSpan(at, at + e.Quote.Length);
    }

    /// <summary>Of several places the one within the clause and nearest to the event's word; not that of the other side.</summary>
    private static TextSpan? Find(string text, string? words, TextSpan sentence, Event e, TextSpan? taken)
    {
        if (string.IsNullOrEmpty(words)) return null;
        TextSpan? best = null;
        var bestCost = int.MaxValue;
        for (var from = sentence.Start; from < sentence.End;)
        {
            var at = text.IndexOf(words, from, sentence.End - from, StringComparison.Ordinal);
            if (at < 0) break;
            from = at + 1;
            var span = new TextSpan(at, at + words.Length);
            if (!IsWhole(text, span)) continue;
            var cost = span.End <= e.Trigger.Start ? e.Trigger.Start - span.End : Math.Max(0, span.Start - e.Trigger.End);
            if (!e.Span.Contains(span)) cost += 10_000;
            if (taken is { } other && other.Overlaps(span)) cost += 100_000;
            if (cost < bestCost) (best, bestCost) = (span, cost);
        }

        return best;
    }

    private static bool IsWhole(string text, TextSpan span) =>
        (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1]) || !char.IsLetterOrDigit(text[span.Start]))
        && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]) || !char.IsLetterOrDigit(text[span.End - 1]));
}
