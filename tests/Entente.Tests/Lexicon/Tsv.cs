using System.Text;
using Xunit;

namespace Entente.Tests.Lexicon;

/// <summary>A line of a lexicon file with its number, for messages.</summary>
internal sealed record Line(string File, int Number, string Text)
{
    public string[] Columns { get; } = Text.Split('\t');

    public string[] Values(int column) => Columns[column].Length == 0 ? [] : Columns[column].Split('|');

    public string Says(string fault) => $"lexicon/{File}:{Number}: {fault}";
}

/// <summary>The lexicon's files as they are built into the program.</summary>
internal static class Tsv
{
    /// <summary>All files, with the number of columns that make a line's key.</summary>
    public static IReadOnlyDictionary<string, int> Keys { get; } = new Dictionary<string, int>
    {
        ["agents.tsv"] = 1,
        ["frames.tsv"] = 3,
        ["furniture.tsv"] = 3,
        ["given-names.tsv"] = 1,
        ["groups.tsv"] = 1,
        ["hedges.tsv"] = 1,
        ["operators.tsv"] = 3,
        ["organisations.tsv"] = 1,
        ["persons.tsv"] = 2,
        ["places.tsv"] = 3,
        ["sets.tsv"] = 2,
        ["states.tsv"] = 1,
    };

    public static byte[] Bytes(string file)
    {
        using var stream = typeof(Reader).Assembly.GetManifestResourceStream($"lexicon/{file}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Header(string file) => Encoding.UTF8.GetString(Bytes(file)).Split('\n')[0];

    /// <summary>The lines after the header.</summary>
    public static IReadOnlyList<Line> Lines(string file) =>
        [.. Encoding.UTF8.GetString(Bytes(file)).TrimEnd('\n').Split('\n').Select((text, i) => new Line(file, i + 1, text)).Skip(1)];

    public static bool HasCapital(string text) => text.Any(char.IsUpper);

    /// <summary>Fails with all faults, a line each.</summary>
    public static void Refuse(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        if (all.Count == 0) return;
        var more = all.Count > 60 ? $"\n… and {all.Count - 60} more" : "";
        Assert.Fail($"{all.Count} faults:\n{string.Join('\n', all.Take(60))}{more}");
    }
}
