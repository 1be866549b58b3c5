using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>What a careful reader gets out of one report.</summary>
/// <param name="Name">The gold's own name.</param>
/// <param name="Report">File name of the report.</param>
/// <param name="Article">What is to be found of the article itself.</param>
/// <param name="Actors">The important actors.</param>
/// <param name="Facts">Events, visits, treaties, trade and predictions.</param>
internal sealed record ReportsGold(
    string Name, string Report, JsonElement Article, IReadOnlyList<GoldActor> Actors,
    IReadOnlyDictionary<string, IReadOnlyList<GoldFact>> Facts)
{
    /// <summary>Reads a gold.</summary>
    /// <exception cref="InvalidDataException">It is no gold; the message says which and why.</exception>
    public static ReportsGold Read(string name, JsonElement gold)
    {
        var report = gold.TextOf("report") ?? throw new InvalidDataException($"gold {name}: it names no \"report\"");
        try
        {
            return new ReportsGold(
                name,
                report,
                gold.Get("article"),
                [.. gold.Objects("actors").Select(GoldActor.Read)],
                ReportsKinds.OfFacts.ToDictionary(
                    kind => kind,
                    kind => (IReadOnlyList<GoldFact>)[.. gold.Objects(kind).Select(fact => new GoldFact(fact))]));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"gold {name}: {error.Message}", error);
        }
    }
}

/// <summary>An actor that a careful reader finds.</summary>
/// <param name="Json">As the gold has it.</param>
/// <param name="Must">Whether it is missed where it is not reported.</param>
/// <param name="Countries">The countries allowed; null where any is.</param>
/// <param name="Kinds">The kinds allowed; empty where any is.</param>
/// <param name="Names">The spellings any of which will do, as words.</param>
/// <param name="Spellings">The spellings all of which should have become one actor, as words.</param>
/// <param name="Sectors">The sectors of which one should be given.</param>
internal sealed record GoldActor(
    JsonElement Json, bool Must, string?[]? Countries, string[] Kinds, string[] Names, string[] Spellings, string[] Sectors)
{
    public static GoldActor Read(JsonElement actor) => new(
        actor,
        GoldFact.IsMust(actor),
        actor.Get("country").IsGiven()
            ? [.. actor.Texts("country").SelectMany(c => c.Split('|')).Select(ReportsCodes.Country)]
            : null,
        actor.Get("kind").IsGiven() ? actor.Texts("kind") : [],
        [.. actor.Texts("name_any").Select(ReportsFolding.Name)],
        [.. actor.Texts("spellings").Select(ReportsFolding.Name)],
        actor.Texts("sectors_any"));
}

/// <summary>One actor of a side: a country, or a name by regular expression.</summary>
/// <param name="Optional">Whether it may be absent.</param>
/// <param name="Countries">The countries it may have.</param>
/// <param name="Name">What occurs in one of its names; null where only the country tells.</param>
internal sealed record GoldSideActor(bool Optional, string?[] Countries, ReportsPattern? Name)
{
    private const string NameMark = "name:";

    public static GoldSideActor Read(string text)
    {
        var actor = text.TrimStart('?');
        var at = actor.IndexOf(NameMark, StringComparison.Ordinal);
        var codes = at < 0 ? actor : actor[..at];
        var pattern = at < 0 ? "" : actor[(at + NameMark.Length)..];
        return new GoldSideActor(
            text.StartsWith('?'),
            [.. codes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(ReportsCodes.Country)],
            pattern.Length == 0 ? null : new ReportsPattern(pattern));
    }

    public bool Is(ReadActor actor) =>
        Countries.Contains(actor.Country) || Name is not null && actor.FoldedNames.Any(Name.IsInFolded);
}

/// <summary>The bounds within which dates must lie: ISO 8601 days, inclusive; an absent one is open.</summary>
internal sealed record GoldBounds(string? From, string? To)
{
    public static GoldBounds? Read(JsonElement bounds) =>
        bounds.IsGiven() ? new GoldBounds(bounds.TextOf("from"), bounds.TextOf("to")) : null;

    public bool Hold(string day) =>
        (From is null || string.CompareOrdinal(From, day) <= 0) && (To is null || string.CompareOrdinal(day, To) <= 0);
}

/// <summary>The bounds of a number, inclusive.</summary>
internal sealed record GoldRange(double Low, double High)
{
    public static GoldRange? Read(JsonElement range)
    {
        if (!range.IsGiven()) return null;
        var ends = range.List().Select(end => end.Number()).ToArray();
        return ends is [{ } low, { } high]
            ? new GoldRange(low, high)
            : throw new InvalidDataException($"{range.Json()} is not a range of two numbers");
    }

    public bool Holds(double? number) => number is { } n && Low <= n && n <= High;
}

/// <summary>A growth that should be given: by year, the ratio.</summary>
internal sealed record GoldRatio(string Year, GoldRange Ratio);
