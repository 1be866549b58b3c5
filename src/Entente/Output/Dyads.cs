using System.Collections.Frozen;

namespace Entente.Output;

/// <summary>Makes pairs of actors of an event, for formats that know one source and one target only.</summary>
public static class Dyads
{
    // CAMEO codes of acts that several do with each other. Others without a target (a condemnation by two states) have no one
    // named to whom they were done: to pair their sources would make friends accuse each other.
    private static readonly FrozenSet<string> MutualCodes = new[]
    {
        "030", "031", "0311", "0312", "0313", "0314", "032", "033", "034", "0341", "035", "0353", "0356", "036", "037",
        "050", "054", "057", "084", "0841", "087", "0871", "0872", "0873", "0874", "190", "193", "194",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether all sides are equals (<c>A met B</c>): they are all in <see cref="Event.Source"/>.</summary>
    public static bool IsReciprocal(Event e) =>
        e.Target.Count == 0 && e.Source.Count > 1
        && (e.Type is "CONSULT" or "COOPERATE" || MutualCodes.Contains(e.Cameo));

    /// <summary>
    /// All ordered pairs: each source with each target; of a reciprocal event both directions of each pair. A side that is not
    /// told is null. There is always at least one pair.
    /// </summary>
    public static IReadOnlyList<(Actor? Source, Actor? Target)> Of(Event e)
    {
        var pairs = new List<(Actor?, Actor?)>();
        if (IsReciprocal(e))
        {
            foreach (var a in e.Source) foreach (var b in e.Source) if (a.Id != b.Id) pairs.Add((a, b));
        }
        else
        {
            foreach (var a in e.Source.DefaultIfEmpty<Actor?>(null)) foreach (var b in e.Target.DefaultIfEmpty<Actor?>(null)) pairs.Add((a, b));
        }

        return pairs.Count == 0 ? [(e.Source[0], null)] : pairs;
    }
}
