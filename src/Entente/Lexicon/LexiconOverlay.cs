using System.Reflection;

namespace Entente.Lexicon;

/// <summary>Checks a user's own lexicon lines before they are laid over the shipped ones.</summary>
public static class LexiconOverlay
{
    /// <summary>What is wrong in the files of <paramref name="folder"/>, a line each as <c>file:line: why</c>; empty if all is well.</summary>
    public static IReadOnlyList<string> Problems(string folder)
    {
        var problems = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (ShippedHeader(name) is not { } header)
            {
                problems.Add($"{path}:1: the lexicon has no file of this name");
                continue;
            }

            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (number == 1 && line.TrimStart('\uFEFF') != header) problems.Add($"{path}:1: the first line must be the header: {header.Replace("\t", " ", StringComparison.Ordinal)}");
                else if (number > 1 && line.Length > 0 && line[0] != '#' && Problem(name, line.Split('\t'), header.Split('\t').Length) is { } problem) problems.Add($"{path}:{number}: {problem}");
            }
        }

        return problems;
    }

    private static string? ShippedHeader(string name)
    {
        using var shipped = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicon/{name}");
        return shipped is null ? null : new StreamReader(shipped).ReadLine();
    }

    private static string? Problem(string name, string[] row, int columns)
    {
        if (row.Length > columns) return $"has {row.Length} columns where the header has {columns}";
        if (name == "frames.tsv")
        {
            if (row.Length < 7) return "a frame needs lemma, pos, when, type, mode, cameo and source, parted by tabs";
            if (row[1] is not ("V" or "N" or "A")) return $"pos is V, N or A, not '{row[1]}'";
            if (!Output.Plover.Types.Contains(row[3])) return $"'{row[3]}' is no PLOVER type";
        }

        if (name == "operators.tsv")
        {
            if (row.Length < 4) return "an operator needs lemma, pos, operator and slots, parted by tabs";
            if (!Enum.TryParse<OperatorKind>(row[2], ignoreCase: true, out _)) return $"'{row[2]}' is no operator";
        }

        return null;
    }
}
