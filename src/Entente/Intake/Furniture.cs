using Entente.Lexicon;

namespace Entente.Intake;

/// <summary>Tells the words of a page that are not of its article, by <c>lexicon/furniture.tsv</c>.</summary>
public sealed class Furniture
{
    private readonly Dictionary<string, List<(string Text, string Where)>> _kinds = [];

    /// <summary>The shipped list.</summary>
    public static Furniture Shipped { get; } = new(new LexiconFiles());

    /// <summary>Reads the list of <paramref name="files"/>.</summary>
    public Furniture(LexiconFiles files)
    {
        foreach (var row in files.Rows("furniture.tsv", 2))
        {
            if (!_kinds.TryGetValue(row[0], out var list)) _kinds[row[0]] = list = [];
            list.Add((row[1], row[2]));
        }
    }

    /// <summary>Whether <paramref name="line"/> is of <paramref name="kind"/>.</summary>
    public bool Is(string kind, string line) => Match(kind, line) is not null;

    /// <summary>The words of <paramref name="kind"/> that <paramref name="line"/> shows, or null.</summary>
    public string? Match(string kind, string line)
    {
        var lower = line.Trim().ToLowerInvariant();
        foreach (var (text, where) in _kinds[kind])
        {
            var found = where switch
            {
                "is" => lower.TrimEnd(':', '.', '!', '…') == text.TrimEnd(':'),
                "starts" => lower.StartsWith(text, StringComparison.Ordinal) && (lower.Length == text.Length || !char.IsLetter(lower[text.Length])),
                "ends" => lower.EndsWith(text, StringComparison.Ordinal),
                _ => lower.Contains(text, StringComparison.Ordinal),
            };
            if (found) return text;
        }

        return null;
    }

    /// <summary>The kind of article that <paramref name="line"/> (a headline, section, tag or marker) tells, or null.</summary>
    public ArticleKind? KindOf(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return null;
        if (Is("editorial", line)) return ArticleKind.Editorial;
        if (Is("analysis", line)) return ArticleKind.Analysis;
        if (Is("interview", line)) return ArticleKind.Interview;
        return Is("statement", line) ? ArticleKind.Statement : null;
    }
}
