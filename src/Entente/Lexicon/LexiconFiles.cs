using System.Reflection;
using System.Text;

namespace Entente.Lexicon;

/// <summary>Gives the lines of the lexicon's files: those in the program, with a user's own laid over them.</summary>
public sealed class LexiconFiles
{
    private readonly string? _overlay;

    /// <summary>The shipped lexicon, with the files of <paramref name="overlay"/> (a folder) laid over it.</summary>
    public LexiconFiles(string? overlay = null) => _overlay = overlay;

    /// <summary>
    /// The rows of <paramref name="file"/> (<c>states.tsv</c>), split at tabs. Of two rows with the same key (the first
    /// <paramref name="keyColumns"/> columns) the user's stays. A short row has its missing columns empty.
    /// </summary>
    public IReadOnlyList<string[]> Rows(string file, int keyColumns = 1)
    {
        var table = Table(file, keyColumns);
        return [.. Enumerable.Range(0, table.Count).Select(table.Split)];
    }

    /// <summary>The same rows, not split: for the large files.</summary>
    public LexiconTable Table(string file, int keyColumns = 1)
    {
        var text = Encoding.UTF8.GetString(Bytes(file));
        var own = _overlay is null ? null : Path.Combine(_overlay, file);
        if (own is null || !File.Exists(own)) return new LexiconTable(text, Lines(text, 0));

        var both = $"{text}\n{File.ReadAllText(own)}";
        var ours = Lines(both, text.Length + 1);
        var replaced = ours.Select(row => Key(both, row, keyColumns)).ToHashSet(StringComparer.Ordinal);
        var shipped = Lines(both[..text.Length], 0);
        shipped.RemoveAll(row => replaced.Contains(Key(both, row, keyColumns)));
        return new LexiconTable(both, [.. shipped, .. ours]);
    }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of all files, shipped and laid over, in the order of their names.</summary>
    public string Hash()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("lexicon/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var file = name["lexicon/".Length..];
            hash.AppendData(Bytes(file));
            var own = _overlay is null ? null : Path.Combine(_overlay, file);
            if (own is not null && File.Exists(own)) hash.AppendData(File.ReadAllBytes(own));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <summary>The bytes of a shipped file, where they lie in the program.</summary>
    private static unsafe ReadOnlySpan<byte> Bytes(string file)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicon/{file}") as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"the program was built without lexicon/{file}");
        return new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
    }

    private static string Key(string text, (int Start, int End) row, int columns) =>
        string.Join('\t', text[row.Start..row.End].Split('\t').Take(columns)).TrimEnd('\t');

    /// <summary>The lines from <paramref name="start"/> on, without the first, which names the columns, empty ones and comments.</summary>
    private static List<(int Start, int End)> Lines(string text, int start)
    {
        var lines = new List<(int, int)>(text.Length / 64);
        for (var at = LineEnd(text, start) + 1; at < text.Length;)
        {
            var end = LineEnd(text, at);
            var last = end > at && text[end - 1] == '\r' ? end - 1 : end;
            if (last > at && text[at] != '#') lines.Add((at, last));
            at = end + 1;
        }

        return lines;
    }

    private static int LineEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOf('\n');
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>The values of a column that holds several, joined by <c>|</c>.</summary>
    public static string[] Values(string column) => column.Length == 0 ? [] : column.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
