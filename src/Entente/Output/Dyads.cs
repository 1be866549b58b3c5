namespace Entente.Output;

/// <summary>Makes pairs of actors of an event, for formats that know one source and one target only.</summary>
public static class Dyads
{
    /// <summary>
    /// All ordered pairs: each source with each target; of a reciprocal event both directions of each pair. A side that is not
    /// told is null. There is always at least one pair.
    /// </summary>
    public static IReadOnlyList<(Actor? Source, Actor? Target)> Of(Event e)
    {
        var pairs = new List<(Actor?, Actor?)>();
        if (e.Reciprocal)
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
