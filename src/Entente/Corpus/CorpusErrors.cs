using Entente.Language;

namespace Entente.Corpus;

/// <summary>Sorts what the engine gets wrong on annotated items by cause.</summary>
public static class CorpusErrors
{
    /// <summary>Each event that was missed or is wrong, and each that was made up, with its cause. What a coder may leave out does not count.</summary>
    /// <param name="reader">The engine.</param>
    /// <param name="items">Annotated texts.</param>
    public static IReadOnlyList<(string Cause, string Id, string Words)> Of(Reader reader, IReadOnlyList<CorpusItem> items)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return [.. items.AsParallel().AsOrdered().SelectMany(item => Errors(reader, item))];
    }

    private static IEnumerable<(string Cause, string Id, string Words)> Errors(Reader reader, CorpusItem item)
    {
        var reading = reader.Read(CorpusEvaluation.ArticleOf(item));
        // The article has lost its dateline: its offsets are less.
        var head = reading.Article.Text[..Math.Min(40, reading.Article.Text.Length)];
        var shift = Math.Max(0, item.Text.IndexOf(head, StringComparison.Ordinal));
        var read = reading.Events.Where(e => e.In is null).Select(e => (Event: e, Trigger: new TextSpan(e.Trigger.Start + shift, e.Trigger.End + shift))).ToList();
        var tokens = reader.Parse(item.Text, [new TextSpan(0, item.Text.Length)]).SelectMany(s => s.Tokens).ToList();
        var used = new HashSet<Event>();
        foreach (var gold in item.Events)
        {
            var spans = item.SpansOf(gold.Number).ToList();
            var near = read.Where(r => !used.Contains(r.Event) && spans.Exists(s => s.Overlaps(r.Trigger))).Select(r => r.Event).ToList();
            var same = near.Find(e => e.Type == gold.Type || e.Type == gold.OtherType) ?? near.FirstOrDefault();
            if (same is not null) used.Add(same);
            if (!gold.Maybe && CauseOf(reader, item, gold, same, tokens, spans) is { } cause) yield return (cause, item.Id, $"{gold.Type} {string.Join(" … ", item.WordsOf(gold.Number))}{(same is null ? "" : $" ~ {same.Type} {same.SourceText} > {same.TargetText}")}");
        }

        foreach (var (extra, _) in read.Where(r => !used.Contains(r.Event)))
            yield return (item.Events.Count == 0 ? "made up: the text holds no event" : "made up: at words that tell none", item.Id, $"{extra.Type} {extra.SourceText} > {extra.TargetText}: {extra.Trigger.In(reading.Article.Text)}");
    }

    private static string? CauseOf(Reader reader, CorpusItem item, CorpusEvent gold, Event? read, List<Token> tokens, List<TextSpan> spans)
    {
        if (read is null)
        {
            var words = tokens.Where(t => t.Upos is "VERB" or "NOUN" or "ADJ" && spans.Exists(s => s.Overlaps(t.Span))).ToList();
            if (words.Count == 0) return "missed: the trigger's tag is no verb, noun or adjective";
            var types = words.SelectMany(t => TypesOf(reader, t)).ToHashSet();
            if (types.Contains(gold.Type)) return "missed: the lexicon has the word with this type, but it was not read";
            if (types.Count > 0) return "missed: the lexicon has the word with other types only";
            return words.Exists(t => reader.Lexicon.Operators.Of(t.Lemma.ToLowerInvariant(), t.Upos[0]).Count > 0)
                ? "missed: the word is known only for changing the status or type of others" : "missed: a word that the lexicon does not know";
        }

        if (read.Type != gold.Type && read.Type != gold.OtherType) return "wrong type";
        var sources = Met(item, gold.Sides.Source, read.Source) && read.Source.Count <= Math.Max(1, gold.Sides.Source.Count);
        var targets = Met(item, gold.Sides.Target, read.Target) && read.Target.Count <= Math.Max(gold.Sides.Target.Count, 1);
        if (gold.Sides.Reciprocal) return Met(item, gold.Sides.Source, [.. read.Source, .. read.Target]) ? StatusOf(gold, read) : "sides: one of equals is missing or wrong";
        if (gold.Sides.Target.Count == 0 && read.Target.Count > 0) return "sides: a target where there is none";
        if (gold.Sides.Source.Count == 0 && read.Source.Count > 0) return "sides: a source where there is none";
        return (sources, targets) switch
        {
            (true, true) => StatusOf(gold, read),
            (false, false) when Met(item, gold.Sides.Source, read.Target) && Met(item, gold.Sides.Target, read.Source) => "sides: turned around",
            (false, false) => "sides: both are missing or wrong",
            (false, _) => read.Source.Count == 0 ? "sides: the source is missing" : "sides: the source is wrong",
            _ => read.Target.Count == 0 ? "sides: the target is missing" : "sides: the target is wrong",
        };
    }

    private static string? StatusOf(CorpusEvent gold, Event read) =>
        !read.Status.ToString().Equals(gold.Status, StringComparison.OrdinalIgnoreCase) ? "status"
        : read.Historical != gold.Historical ? "historical"
        : gold.Dates is { From: { } from, To: { } to } && gold.Status != "planned" && (read.Date?.From is not { } first || first < from.PlusDays(-1) || read.Date.To is not { } last || last > to.PlusDays(1)) ? "date"
        : null;

    private static bool Met(CorpusItem item, IReadOnlyList<string> letters, IReadOnlyList<Actor> actors) =>
        letters.All(letter => item.ActorOf(letter) is { } wanted && actors.Any(actor => Is(item, wanted, actor)));

    private static bool Is(CorpusItem item, CorpusActor wanted, Actor actor)
    {
        if (wanted.Kind == "state") return actor.Country == wanted.Country;
        var called = string.Join(' ', item.WordsOf(wanted.Letter).Append(wanted.FullName ?? ""));
        return actor.Names.Append(actor.Name).SelectMany(n => n.Split(' ')).Any(w => w.Length > 3 && called.Contains(w, StringComparison.OrdinalIgnoreCase))
            || (actor.Country == wanted.Country && wanted.Sectors.Intersect(actor.Sectors).Any());
    }

    // The types of the word's frames, and of those of phrases that it heads.
    private static IEnumerable<string> TypesOf(Reader reader, Token token)
    {
        var (pos, lemma, frames) = (token.Upos[0], token.Lemma.ToLowerInvariant(), reader.Lexicon.Frames);
        return frames.Of(lemma, pos).Concat(frames.Phrases(lemma, pos).SelectMany(phrase => frames.Of(phrase[0], pos))).Select(f => f.Type);
    }
}
