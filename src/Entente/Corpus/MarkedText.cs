using System.Text;

namespace Entente.Corpus;

/// <summary>A stretch of a text that an annotator marked.</summary>
/// <param name="IsActor">Whether an actor is mentioned; else the words tell a fact.</param>
/// <param name="Name">Name of the actor (<c>a</c>) or of the fact (<c>1</c>, <c>v1</c>).</param>
/// <param name="Span">Where it stands in the text without marks.</param>
public readonly record struct CorpusMark(bool IsActor, string Name, TextSpan Span);

/// <summary>Text with marks in it: <c>[a:Kenyan police] {1:arrested} [b:eleven union leaders]</c>. Marks nest.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Marks">The marks, by where they end.</param>
public sealed record MarkedText(string Text, IReadOnlyList<CorpusMark> Marks)
{
    /// <summary>Reads a text with marks.</summary>
    /// <exception cref="InvalidDataException">A bracket is without name, closes nothing, or is not closed.</exception>
    public static MarkedText Read(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var text = new StringBuilder(marked.Length);
        var marks = new List<CorpusMark>();
        var open = new Stack<(char Bracket, string Names, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var c = marked[i];
            if (c is '[' or '{')
            {
                var colon = marked.IndexOf(':', i);
                var names = colon < 0 ? "" : marked[(i + 1)..colon];
                if (names.Length is 0 or > 12 || names.Any(n => n is not (>= 'a' and <= 'z' or >= '0' and <= '9' or ','))) throw new InvalidDataException($"a mark without a name: \"{Around(marked, i)}\"");
                open.Push((c, names, text.Length));
                i = colon;
            }
            else if (c is ']' or '}')
            {
                if (!open.TryPop(out var begun) || begun.Bracket == '[' != (c == ']')) throw new InvalidDataException($"\"{c}\" closes no mark: \"{Around(marked, i)}\"");
                foreach (var name in begun.Names.Split(',')) marks.Add(new(begun.Bracket == '[', name, new(begun.Start, text.Length)));
            }
            else
            {
                text.Append(c);
            }
        }

        return open.Count == 0 ? new MarkedText(text.ToString(), marks) : throw new InvalidDataException($"the mark \"{open.Peek().Names}\" is not closed");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 15)..Math.Min(text.Length, at + 25)];
}
