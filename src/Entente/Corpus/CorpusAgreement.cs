namespace Entente.Corpus;

/// <summary>How far two annotations of the same texts agree.</summary>
/// <param name="Texts">Texts that both have.</param>
/// <param name="First">Events of the first.</param>
/// <param name="Second">Events of the second.</param>
/// <param name="Aligned">Events that both found: triggers overlap, or it is the same type in the same sentence.</param>
/// <param name="TypeKappa">Cohen's kappa on the type, where an event that the other has not counts as no event.</param>
/// <param name="AlignedTypeKappa">Cohen's kappa on the type of the events that both found.</param>
/// <param name="Pair">Share of the events of both with one type that have the same source and target.</param>
/// <param name="StatusKappa">Cohen's kappa on the status of the events that both found.</param>
/// <param name="Status">Share of the events that both found with the same status.</param>
/// <param name="NoEvent">Share of texts on which both say whether there is an event at all.</param>
/// <param name="Differences">Where they differ, in words.</param>
public sealed record CorpusAgreement(
    int Texts, int First, int Second, int Aligned, double TypeKappa, double AlignedTypeKappa, double Pair, double StatusKappa, double Status, double NoEvent, IReadOnlyList<string> Differences)
{
    private const string None = "none";

    /// <summary>Compares two annotations of texts with the same names.</summary>
    public static CorpusAgreement Of(IReadOnlyList<CorpusItem> first, IReadOnlyList<CorpusItem> second)
    {
        var byId = second.ToDictionary(i => i.Id);
        var (types, aligned, statuses) = (new List<(string, string)>(), new List<(string, string)>(), new List<(string, string)>());
        var (texts, same, asked, agreed, firstCount, secondCount) = (0, 0, 0, 0, 0, 0);
        var differences = new List<string>();
        foreach (var one in first)
        {
            if (!byId.TryGetValue(one.Id, out var other)) continue;
            if (one.Text != other.Text) throw new InvalidDataException($"{one.Id}: the texts differ, so that they can't be compared");
            texts++;
            if (one.Events.Count == 0 == (other.Events.Count == 0)) agreed++;
            firstCount += one.Events.Count;
            secondCount += other.Events.Count;
            foreach (var (a, b) in Align(one, other))
            {
                types.Add((a?.Type ?? None, b?.Type ?? None));
                if (a is null || b is null || a.Type != b.Type) differences.Add($"{one.Id}\ttype\t{Words(one, a)}\t{Words(other, b)}");
                if (a is null || b is null) continue;
                aligned.Add((a.Type, b.Type));
                statuses.Add((a.Status, b.Status));
                if (a.Status != b.Status) differences.Add($"{one.Id}\tstatus\t{Words(one, a)} {a.Status}\t{Words(other, b)} {b.Status}");
                if (a.Type != b.Type) continue;
                asked++;
                if (SameSides(one, a, other, b)) same++;
                else differences.Add($"{one.Id}\tpair\t{Words(one, a)}\t{Words(other, b)}");
            }
        }

        return new(texts, firstCount, secondCount, aligned.Count, Kappa(types), Kappa(aligned), Share(same, asked), Kappa(statuses), Share(statuses.Count(s => s.Item1 == s.Item2), statuses.Count), Share(agreed, texts), differences);
    }

    /// <summary>Cohen's kappa: agreement beyond what chance would give (Cohen 1960).</summary>
    public static double Kappa(IReadOnlyList<(string First, string Second)> labels)
    {
        if (labels.Count == 0) return 1;
        var observed = labels.Count(l => l.First == l.Second) / (double)labels.Count;
        var byFirst = labels.CountBy(l => l.First).ToDictionary();
        var chance = labels.CountBy(l => l.Second).Sum(pair => (double)pair.Value * byFirst.GetValueOrDefault(pair.Key)) / ((double)labels.Count * labels.Count);
        return chance >= 1 ? 1 : (observed - chance) / (1 - chance);
    }

    private static List<(CorpusEvent? First, CorpusEvent? Second)> Align(CorpusItem first, CorpusItem second)
    {
        var candidates = new List<(int Score, int A, int B)>();
        for (var a = 0; a < first.Events.Count; a++)
        {
            for (var b = 0; b < second.Events.Count; b++)
            {
                var (one, other) = (first.Events[a], second.Events[b]);
                var overlaps = first.SpansOf(one.Number).Any(s => second.SpansOf(other.Number).Any(s.Overlaps));
                var near = !overlaps && one.Type == other.Type && Sentence(first, one) == Sentence(second, other);
                if (overlaps || near) candidates.Add(((overlaps ? 2 : 0) + (one.Type == other.Type ? 1 : 0), a, b));
            }
        }

        var (used, pairs) = (new HashSet<int>(), new Dictionary<int, int>());
        foreach (var (_, a, b) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.A).ThenBy(c => c.B))
            if (!pairs.ContainsKey(a) && used.Add(b)) pairs[a] = b;
        return
        [
            .. first.Events.Select((e, a) => ((CorpusEvent?)e, pairs.TryGetValue(a, out var b) ? second.Events[b] : null)),
            .. second.Events.Where((_, b) => !used.Contains(b)).Select(e => ((CorpusEvent?)null, (CorpusEvent?)e)),
        ];
    }

    private static int Sentence(CorpusItem item, CorpusEvent e)
    {
        var at = item.SpansOf(e.Number).FirstOrDefault().Start;
        return item.Text.AsSpan(0, at).Count(". ") + item.Text.AsSpan(0, at).Count('\n');
    }

    private static bool SameSides(CorpusItem first, CorpusEvent a, CorpusItem second, CorpusEvent b)
    {
        if (a.Sides.Reciprocal || b.Sides.Reciprocal) return SameActors(first, [.. a.Sides.Source, .. a.Sides.Target], second, [.. b.Sides.Source, .. b.Sides.Target]);
        return SameActors(first, a.Sides.Source, second, b.Sides.Source) && SameActors(first, a.Sides.Target, second, b.Sides.Target);
    }

    // Actors are the same where their mentions overlap or their codes are equal.
    private static bool SameActors(CorpusItem first, IReadOnlyList<string> a, CorpusItem second, IReadOnlyList<string> b) =>
        a.All(x => b.Any(y => Same(first, x, second, y))) && b.All(y => a.Any(x => Same(first, x, second, y)));

    private static bool Same(CorpusItem first, string a, CorpusItem second, string b)
    {
        if (first.SpansOf(a).Any(s => second.SpansOf(b).Any(t => s == t || s.End == t.End && s.Overlaps(t)))) return true;
        var (one, other) = (first.ActorOf(a), second.ActorOf(b));
        return one is not null && other is not null && one.Country == other.Country && one.Sectors.Intersect(other.Sectors).Any() | (one.Sectors.Count == 0 && other.Sectors.Count == 0);
    }

    private static string Words(CorpusItem item, CorpusEvent? e) =>
        e is null ? None : $"{e.Type} {string.Join(" … ", item.WordsOf(e.Number))} ({Actors(item, e.Sides.Source)} > {Actors(item, e.Sides.Target)})";

    private static string Actors(CorpusItem item, IReadOnlyList<string> letters) => string.Join(", ", letters.Select(l => item.WordsOf(l).FirstOrDefault() ?? l));

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
