namespace Entente.Evaluation;

/// <summary>What was found, missed and made up of one kind in one report.</summary>
internal sealed record ReportsTally
{
    /// <summary>Facts of the gold that must be reported and were.</summary>
    public required int Hits { get; init; }

    /// <summary>Facts of the gold that must be reported.</summary>
    public required int Gold { get; init; }

    /// <summary>Facts that were read and count: hits and false ones.</summary>
    public required int Predicted { get; init; }

    /// <summary>Facts that were read and count neither way.</summary>
    public int Neutral { get; init; }

    /// <summary>Numbers of the gold's facts that were missed.</summary>
    public IReadOnlyList<int> Missed { get; init; } = [];

    /// <summary>Numbers of the facts that were read and are false.</summary>
    public IReadOnlyList<int> False { get; init; } = [];

    /// <summary>Of each fact of the gold that was found the number of the one that was read.</summary>
    public IReadOnlyDictionary<int, int> Pairs { get; init; } = new Dictionary<int, int>();

    /// <summary>Other fields of what was found.</summary>
    public IReadOnlyList<(string Name, bool IsRight)> Details { get; init; } = [];

    /// <summary>The missed, in words.</summary>
    public IReadOnlyList<string> MissedLines { get; init; } = [];

    /// <summary>The false ones, in words.</summary>
    public IReadOnlyList<string> FalseLines { get; init; } = [];

    /// <summary>Pairs what was read with the gold, one to one, and counts.</summary>
    /// <param name="read">How many were read.</param>
    /// <param name="must">Of each fact of the gold, whether it must be reported.</param>
    /// <param name="rank">How well the fact that was read fits the gold's; null where it does not.</param>
    /// <param name="isAllowed">Whether the fact that was read is no false one, though another took its place.</param>
    /// <param name="restates">Whether the fact that was read says something else again.</param>
    public static ReportsTally Of(
        int read, IReadOnlyList<bool> must, Func<int, int, ReportsRank?> rank, Func<int, int, bool> isAllowed,
        Func<int, bool> restates)
    {
        var pairs = Pair(read, must.Count, rank);
        var wanted = Enumerable.Range(0, must.Count).Where(g => must[g]).ToList();
        var hits = wanted.Count(pairs.ContainsKey);
        var taken = pairs.Values.ToHashSet();
        var wrong = Enumerable.Range(0, read)
            .Where(r => !taken.Contains(r) && !Enumerable.Range(0, must.Count).Any(g => isAllowed(r, g)) && !restates(r))
            .ToList();
        return new ReportsTally
        {
            Hits = hits,
            Gold = wanted.Count,
            Predicted = hits + wrong.Count,
            Neutral = read - hits - wrong.Count,
            Missed = [.. wanted.Where(g => !pairs.ContainsKey(g))],
            False = wrong,
            Pairs = pairs,
        };
    }

    // The best first; of equals the one read first, then the one that the gold has first.
    private static Dictionary<int, int> Pair(int read, int gold, Func<int, int, ReportsRank?> rank)
    {
        var candidates = new List<(ReportsRank Rank, int Read, int Gold)>();
        for (var r = 0; r < read; r++)
            for (var g = 0; g < gold; g++)
                if (rank(r, g) is { } found) candidates.Add((found, r, g));

        var (pairs, used) = (new Dictionary<int, int>(), new HashSet<int>());
        foreach (var (_, r, g) in candidates.OrderByDescending(c => c.Rank).ThenBy(c => c.Read).ThenBy(c => c.Gold))
            if (!used.Contains(r) && pairs.TryAdd(g, r)) used.Add(r);
        return pairs;
    }
}

/// <summary>How well a fact that was read fits one of a gold: what is greater in the first difference fits better.</summary>
/// <param name="SameSentence">Whether both are told by the same sentence.</param>
/// <param name="Level">How strictly it fits.</param>
/// <param name="Type">Minus the place of its type among those allowed.</param>
/// <param name="Must">Whether it must be reported.</param>
internal readonly record struct ReportsRank(bool SameSentence, int Level, int Type, bool Must) : IComparable<ReportsRank>
{
    public int CompareTo(ReportsRank other) =>
        (SameSentence, Level, Type, Must).CompareTo((other.SameSentence, other.Level, other.Type, other.Must));
}
