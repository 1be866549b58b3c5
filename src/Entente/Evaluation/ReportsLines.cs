using System.Text;
using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>Says a fact in one line, for the lists of what was missed and what is false.</summary>
internal static class ReportsLines
{
    private const int LongestTail = 120;

    /// <summary>A fact that was missed.</summary>
    public static string Of(string kind, GoldFact gold) =>
        Head(kind, gold.Json, side => string.Join('+', gold.Json.Texts(side))) + Tail(gold.Json.TextOf("quote_has"));

    /// <summary>A fact that is false.</summary>
    public static string Of(string kind, ReadFact read) =>
        Head(kind, read.Json, side => string.Join('+', read.Side(side).Select(a => a.FirstName ?? a.Country ?? "None")))
        + Tail(read.Words.Length > 0 ? read.Words : read.Json.TextOf("quote_has"));

    /// <summary>An actor that was missed.</summary>
    public static string Of(GoldActor gold) =>
        $"{Name(gold.Json)} ({gold.Json.Get("country").Text()}, {gold.Json.Get("kind").Text()})";

    private static string Head(string kind, JsonElement fact, Func<string, string> side) => kind switch
    {
        ReportsKinds.Events => $"{Any(fact, "type")} {side("source")} -> {OrElse(side("target"), "-")} "
            + $"[{OrElse(Any(fact, "status"), "asserted")}{(fact.Get("historical").IsGiven() ? ", historical" : "")}]",
        ReportsKinds.Visits => $"{side("visitor")} to {side("host")} [{Any(fact, "status")}] {fact.TextOf("date")}",
        ReportsKinds.Treaties => $"{Name(fact)} ({side("parties")}) [{Any(fact, "status")}] {fact.TextOf("signed")}",
        ReportsKinds.Trade =>
            $"{side("reporter")} {Any(fact, "flow")} {side("partner")} {fact.Get("period").Text()} {fact.Get("amount").Text()}",
        ReportsKinds.Predictions =>
            $"{OrElse(Any(fact.Get("event"), "type"), "-")} p={fact.Get("probability").Text()} "
            + $"window={fact.Get("window").Text()}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of fact"),
    };

    private static string Name(JsonElement named) => named.TextOf("name") ?? Any(named, "name_any");

    private static string Any(JsonElement fact, string field) => string.Join('/', fact.Texts(field));

    private static string OrElse(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static string Tail(string? words)
    {
        if (string.IsNullOrEmpty(words)) return "";
        var tail = new StringBuilder(": ");
        foreach (var rune in ReportsFolding.SingleBlanks(words).EnumerateRunes().Take(LongestTail)) tail.Append(rune);
        return tail.ToString();
    }
}
