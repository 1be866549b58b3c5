using System.Reflection;

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
        using var shipped = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicon/{file}")
            ?? throw new InvalidOperationException($"the program was built without lexicon/{file}");
        var rows = Read(new StreamReader(shipped));
        var own = _overlay is null ? null : Path.Combine(_overlay, file);
        if (own is null || !File.Exists(own)) return rows;

        using var reader = new StreamReader(own);
        var ours = Read(reader);
        var replaced = ours.Select(r => Key(r, keyColumns)).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(r => !replaced.Contains(Key(r, keyColumns))), .. ours];
    }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of all files, shipped and laid over, in the order of their names.</summary>
    public string Hash()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("lexicon/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
            var own = _overlay is null ? null : Path.Combine(_overlay, name["lexicon/".Length..]);
            if (own is not null && File.Exists(own)) hash.AppendData(File.ReadAllBytes(own));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static string Key(string[] row, int columns) => string.Join('\t', row.Take(columns));

    private static List<string[]> Read(StreamReader reader)
    {
        var rows = new List<string[]>();
        var columns = reader.ReadLine()?.Split('\t').Length ?? 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length < columns)
            {
                var had = row.Length;
                Array.Resize(ref row, columns);
                Array.Fill(row, "", had, columns - had);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The values of a column that holds several, joined by <c>|</c>.</summary>
    public static string[] Values(string column) => column.Length == 0 ? [] : column.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
