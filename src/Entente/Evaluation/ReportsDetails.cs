using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>Checks the fields that no figure but the details counts.</summary>
internal static class ReportsDetails
{
    /// <summary>The fields that the gold gives beside what makes the fact, and whether each was read.</summary>
    public static IEnumerable<(string Name, bool IsRight)> Of(string kind, ReadFact read, GoldFact gold)
    {
        if (gold.HasQuote && kind != ReportsKinds.Predictions)
            yield return ("quote", gold.Quote.IsInFolded(read.FoldedWords));
        if (gold.AccordingTo.Length > 0)
            yield return ("accordingTo", gold.AccordingTo.Any(p => read.AccordingTo.Any(p.IsInFolded)));
        if (gold.By.Length > 0) yield return ("by", gold.By.Any(p => read.By.Any(p.IsInFolded)));
        foreach (var field in (string[])["first", "derived"])
            if (gold.Json.Get(field) is var wanted && !wanted.IsAbsent())
                yield return (field, wanted.Number() == (read.Json.Get(field).IsGiven() ? 1 : 0));
        if (gold.Json.Get("returns").IsGiven()) yield return ("returns", read.Json.Get("returns").IsGiven());
        foreach (var field in (string[])["replaces", "replacedBy", "condition"])
            if (GoldFact.Pattern(gold.Json, field) is { } pattern)
                yield return (field, pattern.IsIn(TextOrJson(read.Json.Get(field))));
        foreach (var pattern in gold.Provisions)
            yield return ("provisions", read.Json.Texts("provisions").Any(pattern.IsIn));
        if (gold.Ended is not null) yield return ("ended", ReportsDates.Within(gold.Ended, read.Json.Get("ended")));
        if (gold.Places.Length > 0) yield return ("place", ReportsMatching.IsIn(gold.Places, read, "place"));
        if (gold.Amount is not null)
            foreach (var ratio in gold.Ratios) yield return ("ratioTo", ReportsMatching.HasRatio(read, ratio));
        if (gold.Currency is not null) yield return ("currency", read.Json.TextOf("currency") == gold.Currency);
    }

    /// <summary>Sectors and spellings of an actor, where the gold gives them.</summary>
    public static IEnumerable<(string Name, bool IsRight)> Of(ReadActor read, GoldActor gold)
    {
        if (gold.Sectors.Length > 0) yield return ("sectors", read.Json.Texts("sectors").Intersect(gold.Sectors).Any());
        if (gold.Spellings.Length > 0)
            yield return ("one actor for all spellings",
                gold.Spellings.All(s => read.NamesAsWords.Any(n => n.Contains(s, StringComparison.Ordinal))));
    }

    private static string TextOrJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.IsGiven() ? value.Json() : "";
}
