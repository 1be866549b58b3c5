using System.IO.Compression;
using System.Text;

namespace Entente.Language;

/// <summary>A sentence of a CoNLL-U file.</summary>
public sealed class ConlluSentence
{
    /// <summary>Line of the file (1-based) where its first word stands.</summary>
    public required int Line { get; init; }

    /// <summary>The comment lines as given, each with its <c>#</c>.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    /// <summary>The text that the spans of the tokens refer to: the <c># text</c> comment where it fits the words, else rebuilt from them.</summary>
    public required string Text { get; init; }

    /// <summary>The words with whatever tags and tree the file gives.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>Whether a <c># newdoc</c> or <c># newpar</c> stands before it.</summary>
    public bool BeginsParagraph => Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal) || c.StartsWith("# newdoc", StringComparison.Ordinal));
}

/// <summary>What could not be read of a CoNLL-U file.</summary>
/// <param name="Line">Line of the file, 1-based.</param>
/// <param name="Message">What is wrong with it.</param>
public readonly record struct ConlluError(int Line, string Message);

/// <summary>Reads CoNLL-U; keeps the given words and contractions, skips empty nodes (<c>8.1</c>).</summary>
public static class ConlluReader
{
    /// <summary>The sentences of a file. A sentence with a malformed line is left out and its first fault added to <paramref name="errors"/>.</summary>
    public static List<ConlluSentence> Read(TextReader reader, List<ConlluError> errors)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(errors);
        var sentences = new List<ConlluSentence>();
        var comments = new List<string>();
        var rows = new List<(int Line, string[] Columns)>();
        var number = 0;
        while (true)
        {
            var line = reader.ReadLine();
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                if (line[0] == '#') comments.Add(line);
                else rows.Add((number, line.Split('\t')));
                continue;
            }
            if (rows.Count > 0)
            {
                if (Build(rows, comments, out var sentence) is { } error) errors.Add(error);
                else sentences.Add(sentence!);
            }
            if (rows.Count > 0 || line is null)
            {
                comments = [];
                rows.Clear();
            }
            if (line is null) return sentences;
        }
    }

    /// <summary>A reader for a CoNLL-U file that may be compressed with gzip; disposing it closes the stream.</summary>
    public static TextReader Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffered = new BufferedStream(stream);
        var first = buffered.ReadByte();
        if (first < 0) return new StreamReader(buffered);
        if (!buffered.CanSeek)
        {
            var copy = new MemoryStream();
            copy.WriteByte((byte)first);
            buffered.CopyTo(copy);
            copy.Position = 0;
            return new StreamReader(first == 0x1F ? new GZipStream(copy, CompressionMode.Decompress) : copy, Encoding.UTF8);
        }
        buffered.Position = 0;
        return new StreamReader(first == 0x1F ? new GZipStream(buffered, CompressionMode.Decompress) : buffered, Encoding.UTF8);
    }

    private static ConlluError? Build(List<(int Line, string[] Columns)> rows, List<string> comments, out ConlluSentence? sentence)
    {
        sentence = null;
        var tokens = new List<Token>(rows.Count);
        var surfaces = new List<(int First, int Count, string Form)>();
        var noSpace = new HashSet<int>();
        foreach (var (line, columns) in rows)
        {
            if (columns.Length != 10) return new(line, $"{columns.Length} columns where CoNLL-U has 10");
            if (columns[0].Contains('.')) continue;
            if (columns[1].Length == 0) return new(line, "the word is empty");
            var range = columns[0].IndexOf('-');
            if (range > 0)
            {
                if (!int.TryParse(columns[0].AsSpan(0, range), out var from) || !int.TryParse(columns[0].AsSpan(range + 1), out var to)
                    || from != tokens.Count + 1 || to < from || to - from > 20) return new(line, $"the range {columns[0]} does not fit its place");
                surfaces.Add((from - 1, to - from + 1, columns[1]));
            }
            else if (!int.TryParse(columns[0], out var id) || id != tokens.Count + 1)
                return new(line, $"the id {columns[0]} is not {tokens.Count + 1}");
            else
            {
                if (Word(columns, line, out var token) is { } error) return error;
                tokens.Add(token);
                if (surfaces.Count == 0 || surfaces[^1].First + surfaces[^1].Count < tokens.Count) surfaces.Add((tokens.Count - 1, 1, columns[1]));
            }
            if (columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal) && surfaces.Count > 0)
                noSpace.Add(surfaces[^1].First);
        }
        if (tokens.Count == 0) return new(rows[0].Line, "a sentence without words");
        var last = surfaces[^1];
        if (last.First + last.Count > tokens.Count) return new(rows[^1].Line, "the range goes beyond the sentence");
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Head >= tokens.Count) return new(rows[0].Line, $"the head of word {i + 1} is beyond the sentence");
        sentence = Place(rows[0].Line, comments, tokens, surfaces, noSpace);
        return null;
    }

    private static ConlluError? Word(string[] columns, int line, out Token token)
    {
        token = new()
        {
            Form = columns[1],
            Lemma = columns[2],
            Upos = columns[3],
            Xpos = columns[4],
            Feats = columns[5],
            Relation = columns[7],
            Head = -1,
        };
        if (columns[6] == "_") return null;
        if (!int.TryParse(columns[6], out var head) || head < 0) return new(line, $"the head {columns[6]} is not a number");
        token.Head = head - 1;
        return null;
    }

    private static ConlluSentence Place(int line, List<string> comments, List<Token> tokens, List<(int First, int Count, string Form)> surfaces, HashSet<int> noSpace)
    {
        var rebuilt = new StringBuilder();
        foreach (var surface in surfaces)
        {
            rebuilt.Append(surface.Form);
            if (!noSpace.Contains(surface.First)) rebuilt.Append(' ');
        }
        var text = rebuilt.ToString().TrimEnd();
        var given = comments.Find(c => c.StartsWith("# text = ", StringComparison.Ordinal))?[9..].TrimEnd();
        if (given is not null && Fits(given, surfaces)) text = given;
        var words = tokens.ToArray();
        var position = 0;
        foreach (var (first, count, form) in surfaces)
        {
            while (position < text.Length && Tokenizer.IsSpace(text[position])) position++;
            Share(words.AsSpan(first, count), position, form.Length);
            position += form.Length;
            words[first + count - 1].NoSpaceAfter = position < text.Length && !Tokenizer.IsSpace(text[position]) || position >= text.Length && noSpace.Contains(first);
        }
        return new()
        {
            Line = line,
            Comments = comments,
            Text = text,
            Sentence = new() { Span = new(words[0].Span.Start, words[^1].Span.End), Tokens = words },
        };
    }

    private static bool Fits(string text, List<(int First, int Count, string Form)> surfaces)
    {
        var position = 0;
        foreach (var surface in surfaces)
        {
            while (position < text.Length && Tokenizer.IsSpace(text[position])) position++;
            if (!text.AsSpan(position).StartsWith(surface.Form, StringComparison.Ordinal)) return false;
            position += surface.Form.Length;
        }
        return position == text.Length;
    }

    // The words of a contraction share out its characters; where their forms differ from them (ain't = be not), the last takes the rest.
    private static void Share(Span<Token> words, int start, int length)
    {
        var end = start + length;
        for (var i = 0; i < words.Length; i++)
        {
            var left = words.Length - 1 - i;
            var stop = left == 0 ? end : Math.Max(start, Math.Min(start + words[i].Form.Length, end - left));
            words[i].Span = new(start, stop);
            words[i].NoSpaceAfter = left > 0;
            start = stop;
        }
        if (words.Length > 1) words[0].ContractionLength = (byte)words.Length;
    }
}

/// <summary>Writes CoNLL-U.</summary>
public static class ConlluWriter
{
    /// <summary>Writes a sentence and the blank line after it.</summary>
    /// <param name="writer">Where to write; lines end in <c>\n</c>.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="text">The text that its spans refer to.</param>
    /// <param name="comments">Comment lines as they are to stand, each with its <c>#</c>; without a <c># text</c> among them one is made.</param>
    public static void Write(TextWriter writer, Sentence sentence, string text, IReadOnlyList<string>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(text);
        var hasText = false;
        foreach (var comment in comments ?? [])
        {
            hasText |= comment.StartsWith("# text =", StringComparison.Ordinal);
            writer.Write(comment);
            writer.Write('\n');
        }
        if (!hasText) Line(writer, "# text = ", text.AsSpan(sentence.Span.Start, sentence.Span.Length));
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var inside = i > 0 && Inside(tokens, i);
            if (token.ContractionLength > 1)
            {
                var last = Math.Min(i + token.ContractionLength, tokens.Length) - 1;
                writer.Write($"{i + 1}-{last + 1}\t");
                writer.Write(text.AsSpan(token.Span.Start, tokens[last].Span.End - token.Span.Start));
                writer.Write("\t_\t_\t_\t_\t_\t_\t_\t");
                writer.Write(tokens[last].NoSpaceAfter ? "SpaceAfter=No\n" : "_\n");
                inside = true;
            }
            writer.Write(i + 1);
            Column(writer, token.Form);
            Column(writer, token.Lemma);
            Column(writer, token.Upos);
            Column(writer, token.Xpos);
            Column(writer, token.Feats);
            writer.Write('\t');
            if (string.IsNullOrEmpty(token.Relation)) writer.Write('_');
            else writer.Write(token.Head + 1);
            Column(writer, token.Relation);
            writer.Write("\t_\t");
            var hasNoSpace = token.NoSpaceAfter && !inside;
            if (token.Mention is { } mention)
            {
                writer.Write("Mention=");
                writer.Write(mention);
                writer.Write(hasNoSpace ? "|SpaceAfter=No\n" : "\n");
            }
            else writer.Write(hasNoSpace ? "SpaceAfter=No\n" : "_\n");
        }
        writer.Write('\n');
    }

    private static bool Inside(Token[] tokens, int i)
    {
        for (var back = 1; back <= 20 && i - back >= 0; back++)
            if (tokens[i - back].ContractionLength > 1) return tokens[i - back].ContractionLength > back;
        return false;
    }

    private static void Line(TextWriter writer, string prefix, ReadOnlySpan<char> text)
    {
        writer.Write(prefix);
        foreach (var c in text) writer.Write(c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' ? ' ' : c);
        writer.Write('\n');
    }

    private static void Column(TextWriter writer, string? value)
    {
        writer.Write('\t');
        writer.Write(string.IsNullOrEmpty(value) ? "_" : value);
    }
}
