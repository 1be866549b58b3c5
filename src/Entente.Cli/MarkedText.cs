using Entente.Output;

namespace Entente.Cli;

/// <summary>A text of an article with the words of its facts marked, and numbers that point to the list of facts.</summary>
internal sealed class MarkedText
{
    private readonly string _text;
    private readonly Tone[] _tones;
    private readonly SortedDictionary<int, List<int>> _numbersAt = [];

    /// <summary>Marks the words of those <paramref name="events"/> (numbered from 1) that stand in <paramref name="place"/> (null: the body).</summary>
    public MarkedText(Article article, string? place, IReadOnlyList<Event> events)
    {
        _text = EventWords.TextOf(article, place);
        _tones = new Tone[_text.Length];
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].In != place) continue;
            var words = EventWords.Of(article, events[i]);
            if (words.Source is { } source) Mark(source, Tone.Source);
            if (words.Target is { } target && events[i].Target.Count > 0) Mark(target, Tone.Target);
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].In != place) continue;
            Array.Fill(_tones, Tone.Trigger, events[i].Trigger.Start, events[i].Trigger.Length);
            if (!_numbersAt.TryGetValue(events[i].Trigger.End, out var numbers)) _numbersAt[events[i].Trigger.End] = numbers = [];
            numbers.Add(i + 1);
        }
    }

    /// <summary>Adds the words of <paramref name="span"/> to <paramref name="line"/>; words without a mark have the tone <paramref name="rest"/>.</summary>
    public void AddTo(StyledText line, TextSpan span, bool colours, Tone rest = Tone.Plain)
    {
        for (var at = span.Start; at < span.End;)
        {
            var end = at + 1;
            while (end < span.End && _tones[end] == _tones[at] && !_numbersAt.ContainsKey(end)) end++;
            if (_tones[at] == Tone.Plain) line.Add(_text[at..end], rest);
            else AddMarked(line, _text[at..end], _tones[at], colours);
            if (_numbersAt.TryGetValue(end, out var numbers)) line.Add(colours ? string.Join('˒', numbers.Select(Raised)) : $"[{string.Join(',', numbers)}]", colours ? Tone.Strong : Tone.Plain);
            at = end;
        }
    }

    /// <summary>Adds marked words: in their tone, or between underscores, which do not take in the spaces around.</summary>
    public static void AddMarked(StyledText line, string words, Tone tone, bool colours)
    {
        var inner = words.Trim();
        if (colours || inner.Length == 0) line.Add(words, inner.Length == 0 ? Tone.Plain : tone);
        else line.Add(words[..words.IndexOf(inner, StringComparison.Ordinal)]).Add($"_{inner}_", tone).Add(words[(words.IndexOf(inner, StringComparison.Ordinal) + inner.Length)..]);
    }

    private void Mark(TextSpan span, Tone tone)
    {
        for (var i = span.Start; i < span.End; i++)
            if (_tones[i] == Tone.Plain) _tones[i] = tone;
    }

    private static string Raised(int number) => string.Concat(number.ToString().Select(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0']));
}
