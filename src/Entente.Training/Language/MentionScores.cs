namespace Entente.Training.Language;

/// <summary>How many mentions were found, of each kind and of all: right are those with the right first word, last word and kind.</summary>
internal sealed class MentionScores
{
    private readonly Dictionary<string, (int Right, int Found, int Gold)> _counts = MentionKinds.All.Append("all").ToDictionary(k => k, _ => (0, 0, 0));

    /// <summary>Adds a sentence: the part of each word in the gold, and as it was found.</summary>
    public void Add(IReadOnlyList<string?> gold, IReadOnlyList<string?> found)
    {
        var (wanted, got) = (Mentions(gold), Mentions(found));
        foreach (var mention in wanted) Count(mention.Kind, got.Contains(mention) ? 1 : 0, 0, 1);
        foreach (var mention in got) Count(mention.Kind, 0, 1, 0);
    }

    /// <summary>The harmonic mean of precision and recall of a kind, or of <c>all</c>.</summary>
    public double F1(string kind)
    {
        var (right, found, gold) = _counts[kind];
        return 2.0 * right / Math.Max(1, found + gold);
    }

    /// <summary>A line for each kind that the gold has.</summary>
    public IEnumerable<string> Lines() => _counts.Where(c => c.Value.Gold > 0).Select(c =>
        $"{c.Key,-13} {c.Value.Gold,5} mentions, P {(double)c.Value.Right / Math.Max(1, c.Value.Found):P1} R {(double)c.Value.Right / c.Value.Gold:P1} F1 {F1(c.Key):P1}");

    /// <summary>The mentions of a sentence, from the parts of its words.</summary>
    public static HashSet<(int First, int Last, string Kind)> Mentions(IReadOnlyList<string?> parts)
    {
        var result = new HashSet<(int, int, string)>();
        for (var first = 0; first < parts.Count; first++)
        {
            if (parts[first] is not { } part || part[0] != 'B') continue;
            var last = first;
            while (last + 1 < parts.Count && parts[last + 1] is { } next && next[0] == 'I') last++;
            result.Add((first, last, part[2..]));
        }
        return result;
    }

    private void Count(string kind, int right, int found, int gold)
    {
        foreach (var key in new[] { kind, "all" })
        {
            var count = _counts[key];
            _counts[key] = (count.Right + right, count.Found + found, count.Gold + gold);
        }
    }
}
