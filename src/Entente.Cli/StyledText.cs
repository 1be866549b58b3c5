using System.Globalization;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>What a stretch of the view is, which decides its looks.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Dim,
    Trigger,
    Source,
    Target,
    Warning,
}

/// <summary>Text with tones, laid out in lines of terminal cells: wide (CJK) characters count two.</summary>
internal sealed class StyledText
{
    // Marks that may not begin a line, where text without spaces is broken.
    private const string NoLineStart = "、。，．：；！？）」』】〉》〕｝’”…ー々)]}.,:;!?";

    private readonly List<(string Text, Tone Tone)> _parts = [];

    /// <summary>Adds <paramref name="text"/>; characters that steer a terminal are taken out of it.</summary>
    public StyledText Add(string text, Tone tone = Tone.Plain)
    {
        if (text.Length > 0) _parts.Add((Harmless(text), tone));
        return this;
    }

    /// <summary>Lines no wider than <paramref name="width"/>, each after <paramref name="indent"/> spaces (the first after <paramref name="first"/>).</summary>
    public IEnumerable<StyledText> Lines(int width, int indent = 0, int first = 0)
    {
        var atoms = Atoms();
        var begin = 0;
        var margin = first;
        while (begin < atoms.Count)
        {
            var (end, next) = LineEnd(atoms, begin, Math.Max(8, width - margin));
            var line = new StyledText().Add(new string(' ', margin));
            for (var i = begin; i < end; i++) line._parts.Add((atoms[i].Text, atoms[i].Tone));
            yield return line;
            (begin, margin) = (next, indent);
        }
    }

    /// <summary>Appends it to <paramref name="paragraph"/>, in colour or not.</summary>
    public void AppendTo(Paragraph paragraph, bool colours)
    {
        for (var i = 0; i < _parts.Count;)
        {
            var tone = _parts[i].Tone;
            var end = i;
            while (end < _parts.Count && _parts[end].Tone == tone) end++;
            paragraph.Append(string.Concat(_parts.GetRange(i, end - i).Select(p => p.Text)), colours ? StyleOf(tone) : Style.Plain);
            i = end;
        }

        paragraph.Append("\n");
    }

    /// <summary>Cells that <paramref name="text"/> takes on a terminal.</summary>
    public static int WidthOf(string text) => Harmless(text).GetCellWidth();

    private readonly record struct Atom(string Text, Tone Tone, int Width, bool IsSpace, bool MayBreakBefore);

    private List<Atom> Atoms()
    {
        var atoms = new List<Atom>();
        foreach (var (text, tone) in _parts)
        {
            for (var at = 0; at < text.Length;)
            {
                var length = StringInfo.GetNextTextElementLength(text, at);
                var element = text.Substring(at, length);
                var width = element.GetCellWidth();
                var space = element is " ";
                var apart = atoms.Count > 0 && (atoms[^1].IsSpace || ((width > 1 || atoms[^1].Width > 1) && !NoLineStart.Contains(element[0]) && atoms[^1].Text is not ("「" or "『" or "（" or "《" or "“")));
                atoms.Add(new Atom(element, tone, width, space, apart && !space));
                at += length;
            }
        }

        return atoms;
    }

    /// <summary>Where the line from <paramref name="begin"/> ends, and where the next one begins, beyond the spaces between.</summary>
    private static (int End, int Next) LineEnd(List<Atom> atoms, int begin, int width)
    {
        var used = 0;
        var lastBreak = begin;
        var at = begin;
        while (at < atoms.Count && (used + atoms[at].Width <= width || atoms[at].IsSpace))
        {
            if (atoms[at].MayBreakBefore) lastBreak = at;
            used += atoms[at].Width;
            at++;
        }

        // A word longer than the line is cut.
        var next = at >= atoms.Count || atoms[at].MayBreakBefore || lastBreak == begin ? Math.Max(at, begin + 1) : lastBreak;
        var end = next;
        while (end > begin && atoms[end - 1].IsSpace) end--;
        while (next < atoms.Count && atoms[next].IsSpace) next++;
        return (end, next);
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Dim => new Style(decoration: Decoration.Dim),
        Tone.Trigger => new Style(Color.Maroon, decoration: Decoration.Bold | Decoration.Underline),
        Tone.Source => new Style(Color.Green, decoration: Decoration.Underline),
        Tone.Target => new Style(Color.Teal, decoration: Decoration.Underline),
        Tone.Warning => new Style(Color.Olive),
        _ => Style.Plain,
    };

    /// <summary>Without control characters and those that turn the direction of text: a page could else write what it likes on the screen.</summary>
    private static string Harmless(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Concat(text.Select(c => c is '\n' or '\t' or '\u00A0' or '\r' ? ' ' : char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : c))
            : text;
}
