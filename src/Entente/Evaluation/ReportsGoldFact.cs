using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>
/// A fact that a careful reader finds: an event, visit, treaty, figure of trade or prediction. A gold leaves out what its
/// kind does not have.
/// </summary>
internal sealed class GoldFact
{
    /// <summary>The sides that facts of any kind have.</summary>
    public static readonly string[] Sided = ["source", "target", "visitor", "host", "parties", "reporter", "partner"];

    private readonly Dictionary<string, IReadOnlyList<GoldSideActor>> _sides;

    /// <summary>Reads a fact of a gold; of a prediction its event, too.</summary>
    /// <exception cref="InvalidDataException">A pattern or a range is none.</exception>
    public GoldFact(JsonElement fact)
    {
        Json = fact;
        Must = IsMust(fact);
        HasQuote = fact.Get("quote_has").IsGiven();
        Quote = Pattern(fact, "quote_has") ?? ReportsPattern.None;
        _sides = Sided.ToDictionary(
            side => side, side => (IReadOnlyList<GoldSideActor>)[.. fact.Texts(side).Select(GoldSideActor.Read)]);
        Types = fact.Texts("type");
        var reciprocal = fact.Get("reciprocal");
        Reciprocal = reciprocal.ValueKind == JsonValueKind.Null ? null : reciprocal.IsGiven();
        Statuses = fact.Get("status") is { ValueKind: not JsonValueKind.Undefined } status
            ? [.. status.List().Select(s => s.IsAbsent() ? null : s.Text())]
            : null;
        Historical = fact.Get("historical").IsAbsent() ? null : fact.Get("historical").IsGiven();
        (Date, Signed, Ended) = (Bounds("date"), Bounds("signed"), Bounds("ended"));
        (Period, Window) = (Bounds("period"), Bounds("window"));
        (Names, Places) = (Patterns("name_any"), Patterns("place_any"));
        (AccordingTo, By, Provisions) = (Patterns("according_any"), Patterns("by_any"), Patterns("provisions_any"));
        Flows = fact.Texts("flow");
        Either = fact.Get("either").IsGiven();
        Amount = GoldRange.Read(fact.Get("amount"));
        Probability = GoldRange.Read(fact.Get("probability"));
        Currency = fact.TextOf("currency");
        Ratios = [.. fact.Objects("ratioTo").Select(Ratio)];
        Event = fact.Get("event").IsGiven() ? new GoldFact(fact.Get("event")) : null;
    }

    /// <summary>As the gold has it.</summary>
    public JsonElement Json { get; }

    /// <summary>Whether it is missed where it is not reported; if not, it may be reported or not.</summary>
    public bool Must { get; }

    /// <summary>Whether the gold says which words tell it.</summary>
    public bool HasQuote { get; }

    /// <summary>Words of the sentence that tells it.</summary>
    public ReportsPattern Quote { get; }

    /// <summary>The types allowed, the best first.</summary>
    public string[] Types { get; }

    /// <summary>Whether all actors are sources; null where either reading is right.</summary>
    public bool? Reciprocal { get; }

    /// <summary>The statuses allowed; null where the gold does not say.</summary>
    public string?[]? Statuses { get; }

    /// <summary>Whether it is told as history; null where either reading is right.</summary>
    public bool? Historical { get; }

    public GoldBounds? Date { get; }

    public GoldBounds? Signed { get; }

    public GoldBounds? Ended { get; }

    public GoldBounds? Period { get; }

    public GoldBounds? Window { get; }

    public ReportsPattern[] Names { get; }

    public ReportsPattern[] Places { get; }

    public ReportsPattern[] AccordingTo { get; }

    public ReportsPattern[] By { get; }

    public ReportsPattern[] Provisions { get; }

    public string[] Flows { get; }

    /// <summary>Whether the figure may be given from either side.</summary>
    public bool Either { get; }

    public GoldRange? Amount { get; }

    public GoldRange? Probability { get; }

    public string? Currency { get; }

    public GoldRatio[] Ratios { get; }

    /// <summary>The event that a prediction is about.</summary>
    public GoldFact? Event { get; }

    /// <summary>Whether a fact or actor of a gold must be reported.</summary>
    public static bool IsMust(JsonElement gold) =>
        gold.Get("must") is var must && (must.ValueKind == JsonValueKind.Undefined || must.IsGiven());

    /// <summary>The actors of one side, or of several together.</summary>
    public IEnumerable<GoldSideActor> Side(params ReadOnlySpan<string> names)
    {
        var actors = new List<GoldSideActor>();
        foreach (var name in names) actors.AddRange(_sides[name]);
        return actors;
    }

    /// <summary>A field by which the gold asks for words; null where it does not.</summary>
    public static ReportsPattern? Pattern(JsonElement fact, string field) =>
        fact.TextOf(field) is { } pattern ? new ReportsPattern(pattern) : null;

    private static GoldRatio Ratio(JsonElement ratio) => new(
        ReportsDates.Year(ratio.Get("period")) ?? throw new InvalidDataException($"{ratio.Json()} has no period"),
        GoldRange.Read(ratio.Get("ratio")) ?? throw new InvalidDataException($"{ratio.Json()} has no ratio"));

    private GoldBounds? Bounds(string field) => GoldBounds.Read(Json.Get(field));

    private ReportsPattern[] Patterns(string field) => [.. Json.Texts(field).Select(p => new ReportsPattern(p))];
}
