using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>How far an event that was read is the one of a gold.</summary>
internal enum EventLevel
{
    /// <summary>It is another event.</summary>
    None,

    /// <summary>The type is allowed, no actor is foreign to the event, one of each side is there.</summary>
    Loose,

    /// <summary>And source and target are right in direction, all of them.</summary>
    Pair,

    /// <summary>And status, history and date, where the gold gives them, and the shape of a reciprocal event.</summary>
    Full,
}

/// <summary>Tells whether a fact that was read is a fact of a gold.</summary>
internal static class ReportsMatching
{
    /// <summary>How far the event is the gold's.</summary>
    public static EventLevel Level(ReadFact read, GoldFact gold)
    {
        if (!gold.Types.Contains(read.Type)) return EventLevel.None;
        var (wanted, actors) = (gold.Side("source", "target"), read.Side("source", "target"));
        if (actors.Count == 0 || HasForeign(wanted, actors)
            || !IsTouched(gold.Side("source"), actors) || !IsTouched(gold.Side("target"), actors)) return EventLevel.None;

        var isPair = gold.Reciprocal is false
            ? IsSame(gold.Side("source"), read.Side("source")) && IsSame(gold.Side("target"), read.Side("target"))
            : IsSame(wanted, actors);
        if (!isPair) return EventLevel.Loose;

        var isFull = HasStatus(read, gold, "asserted")
            && (gold.Historical is null || gold.Historical == read.Json.Get("historical").IsGiven())
            && Within(gold.Date, read, "date")
            && !(gold.Reciprocal is true && read.Side("target").Count > 0);
        return isFull ? EventLevel.Full : EventLevel.Pair;
    }

    /// <summary>Whether the visit, treaty, figure of trade or prediction is the gold's.</summary>
    public static bool Is(string kind, ReadFact read, GoldFact gold) => kind switch
    {
        ReportsKinds.Visits => IsVisit(read, gold),
        ReportsKinds.Treaties => IsTreaty(read, gold),
        ReportsKinds.Trade => IsTrade(read, gold),
        ReportsKinds.Predictions => IsPrediction(read, gold),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of fact"),
    };

    /// <summary>Whether the event says again, from the same sentence, what the gold has as a fact of another kind.</summary>
    public static bool Restates(ReadFact read, ReportsGold gold)
    {
        var actors = read.Side("source", "target");
        if (actors.Count == 0) return false;
        bool Tells(GoldFact fact, params ReadOnlySpan<string> sides) =>
            !HasForeign(fact.Side(sides), actors) && fact.Quote.IsInFolded(read.FoldedWords);
        var (type, facts) = (read.Type, gold.Facts);
        return type is "CONSULT" or "AGREE" && facts[ReportsKinds.Visits].Any(f => Tells(f, "visitor", "host"))
            || type is "SUPPORT" or "AGREE" or "COOPERATE" && facts[ReportsKinds.Treaties].Any(f => Tells(f, "parties"))
            || type is "COOPERATE" && facts[ReportsKinds.Trade].Any(f => Tells(f, "reporter", "partner"))
            || facts[ReportsKinds.Predictions].Any(f => f.Event is { } e && e.Types.Contains(type)
                && !HasForeign(e.Side("source", "target"), actors) && f.Quote.IsInFolded(read.FoldedWords));
    }

    /// <summary>Whether the growth is among those given.</summary>
    public static bool HasRatio(ReadFact read, GoldRatio gold) => read.Json.Objects("ratioTo")
        .Any(ratio => ReportsDates.Year(ratio.Get("period")) == gold.Year && gold.Ratio.Holds(ratio.Get("ratio").Number()));

    /// <summary>Whether any of the patterns is in the field.</summary>
    public static bool IsIn(ReportsPattern[] patterns, ReadFact read, string field) =>
        read.Json.TextOf(field) is { } text && patterns.Any(pattern => pattern.IsIn(text));

    private static bool IsVisit(ReadFact read, GoldFact gold)
    {
        var isHost = read.Side("host").Count > 0
            ? IsSame(gold.Side("host"), read.Side("host"))
            : IsIn(gold.Places, read, "place");
        return isHost && read.Side("visitor").Count > 0 && IsSame(gold.Side("visitor"), read.Side("visitor"))
            && HasStatus(read, gold, null) && Within(gold.Date, read, "date");
    }

    private static bool IsTreaty(ReadFact read, GoldFact gold)
    {
        var (wanted, parties) = (gold.Side("parties"), read.Side("parties"));
        return (IsIn(gold.Names, read, "name") || parties.Count > 0 && IsComplete(wanted, parties))
            && !HasForeign(wanted, parties)
            && (gold.Statuses is null or [] || HasStatus(read, gold, null))
            && Within(gold.Signed, read, "signed");
    }

    private static bool IsTrade(ReadFact read, GoldFact gold)
    {
        if (read.Side("reporter", "partner").Count == 0) return false;
        bool IsBetween(string reporter, string partner) =>
            IsSame(gold.Side("reporter"), read.Side(reporter)) && IsSame(gold.Side("partner"), read.Side(partner));
        var flow = read.Json.TextOf("flow");
        // A's exports to B are B's imports from A.
        var mirrored = flow switch { "export" => "import", "import" => "export", _ => null };
        var isFlow = gold.Flows.Contains(flow) && IsBetween("reporter", "partner")
            || (gold.Flows.Contains(mirrored) || gold.Either && gold.Flows.Contains(flow)) && IsBetween("partner", "reporter");
        var isFigure = gold.Amount is null
            ? gold.Ratios.All(ratio => HasRatio(read, ratio))
            : gold.Amount.Holds(read.Json.Get("amount").Number());
        return isFlow && isFigure && gold.Period is not null && Within(gold.Period, read, "period")
            && (gold.Currency is null || (read.Json.TextOf("currency") ?? gold.Currency) == gold.Currency);
    }

    private static bool IsPrediction(ReadFact read, GoldFact gold) =>
        gold.Quote.IsInFolded(read.FoldedWords)
        && (gold.Event is null || IsPredicted(read, gold.Event))
        && (gold.Probability is null || gold.Probability.Holds(Middle(read.Json.Get("probability"))))
        && Within(gold.Window, read, "window");

    private static bool IsPredicted(ReadFact read, GoldFact expected)
    {
        var (wanted, actors) = (expected.Side("source", "target"), read.Side("source", "target"));
        return expected.Types.Contains(read.Type) && !HasForeign(wanted, actors) && IsTouched(wanted, actors);
    }

    private static double? Middle(JsonElement probability)
    {
        var ends = probability.List().Select(end => end.Number()).ToList();
        return ends.Count == 0 || ends.Contains(null) ? null : ends.Sum() / ends.Count;
    }

    private static bool HasStatus(ReadFact read, GoldFact gold, string? absent)
    {
        var status = read.Json.TextOf("status") ?? absent;
        string?[] allowed = gold.Statuses ?? [absent];
        return allowed.Contains(status) || allowed.Contains(ReportsCodes.CoarserStatus(status));
    }

    private static bool Within(GoldBounds? bounds, ReadFact read, string field) =>
        bounds is null || ReportsDates.Within(bounds, read.Json.Get(field));

    private static bool HasForeign(IEnumerable<GoldSideActor> wanted, IReadOnlyList<ReadActor> actors) =>
        actors.Any(actor => !wanted.Any(w => w.Is(actor)));

    private static bool IsComplete(IEnumerable<GoldSideActor> wanted, IReadOnlyList<ReadActor> actors) =>
        wanted.All(w => w.Optional || actors.Any(w.Is));

    private static bool IsTouched(IEnumerable<GoldSideActor> wanted, IReadOnlyList<ReadActor> actors)
    {
        var required = wanted.Where(w => !w.Optional).ToList();
        return required.Count == 0 || required.Any(w => actors.Any(w.Is));
    }

    private static bool IsSame(IEnumerable<GoldSideActor> wanted, IReadOnlyList<ReadActor> actors) =>
        !HasForeign(wanted, actors) && IsComplete(wanted, actors);
}
