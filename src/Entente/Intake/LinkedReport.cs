using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>What a page's JSON-LD says of the report on it (schema.org Article and its kinds).</summary>
internal sealed partial record LinkedReport
{
    private const int MaxDepth = 32;

    /// <summary>Nothing is said.</summary>
    public static LinkedReport None { get; } = new();

    /// <summary>Its schema.org types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>What it is about in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The body, without markup.</summary>
    public string? Body { get; init; }

    /// <summary>When it was published.</summary>
    public string? Published { get; init; }

    /// <summary>When it was created.</summary>
    public string? Created { get; init; }

    /// <summary>When it was changed.</summary>
    public string? Modified { get; init; }

    /// <summary>Names of its authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Its sections.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Its keywords.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The path of sections down to the report (BreadcrumbList).</summary>
    public IReadOnlyList<string> Breadcrumbs { get; init; } = [];

    /// <summary>Reads the page's JSON-LD scripts; of several reports the first that is a thing of its own and has most to say.</summary>
    public static LinkedReport Of(IReadOnlyList<string> scripts)
    {
        var found = new List<(LinkedReport Report, int Rank)>();
        IReadOnlyList<string> crumbs = [];
        foreach (var script in scripts)
        {
            using var json = Parse(script);
            if (json is not null) Collect(json.RootElement, found, ref crumbs, 0);
        }
        var best = found.OrderByDescending(f => f.Rank).Select(f => f.Report).FirstOrDefault();
        return (best ?? None) with { Breadcrumbs = crumbs };
    }

    private static JsonDocument? Parse(string script)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };
        foreach (var text in new[] { script, Control().Replace(Wrapping().Replace(script, ""), " ") })
        {
            try
            {
                return JsonDocument.Parse(text, options);
            }
            catch (JsonException)
            {
                // Publishers leave line breaks in strings and comments around the script: the second try is without them.
            }
        }
        return null;
    }

    private static void Collect(JsonElement element, List<(LinkedReport, int)> found, ref IReadOnlyList<string> crumbs, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var member in element.EnumerateArray().Take(50)) Collect(member, found, ref crumbs, depth);
        if (element.ValueKind != JsonValueKind.Object || depth > 3) return;
        var types = Texts(element, "@type");
        if (types.Any(IsReport)) found.Add((Report(element, types), Rank(element, types, depth)));
        if (types.Contains("BreadcrumbList") && crumbs.Count == 0) crumbs = Crumbs(element);
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "breadcrumb", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner)) Collect(inner, found, ref crumbs, depth + 1);
    }

    private static bool IsReport(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) ||
        type is "WebPage" or "Report" or "Review" or "ItemPage" or "VideoObject" or "PodcastEpisode";

    private static int Rank(JsonElement element, IReadOnlyList<string> types, int depth)
    {
        var rank = types.Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("Posting", StringComparison.Ordinal) || t is "Report" or "Review") ? 100
            : types.Contains("VideoObject") ? 5 : 10;
        if (element.TryGetProperty("datePublished", out _)) rank += 20;
        if (element.TryGetProperty("articleBody", out _)) rank += 5;
        if (element.TryGetProperty("headline", out _)) rank += 5;
        return rank - depth;
    }

    private static LinkedReport Report(JsonElement element, IReadOnlyList<string> types) => new()
    {
        Types = types,
        Headline = Text(element, "headline") ?? Text(element, "name"),
        Description = Text(element, "description"),
        Body = Text(element, "articleBody") ?? Text(element, "reviewBody"),
        Published = Text(element, "datePublished"),
        Created = Text(element, "dateCreated") ?? Text(element, "uploadDate"),
        Modified = Text(element, "dateModified"),
        Authors = Texts(element, "author") is { Count: > 0 } authors ? authors : Texts(element, "creator"),
        Sections = Texts(element, "articleSection"),
        Keywords = Texts(element, "keywords"),
        Publisher = Texts(element, "publisher").FirstOrDefault(),
    };

    private static List<string> Crumbs(JsonElement list)
    {
        if (!list.TryGetProperty("itemListElement", out var members) || members.ValueKind != JsonValueKind.Array) return [];
        return [.. members.EnumerateArray().Take(12)
            .Where(member => member.ValueKind == JsonValueKind.Object)
            .Select(member => Text(member, "name") ?? (member.TryGetProperty("item", out var thing) && thing.ValueKind == JsonValueKind.Object ? Text(thing, "name") : null))
            .OfType<string>()];
    }

    private static string? Text(JsonElement element, string property) =>
        Texts(element, property).FirstOrDefault();

    /// <summary>The texts of a property: strings, names of things, members of lists.</summary>
    private static List<string> Texts(JsonElement element, string property)
    {
        var texts = new List<string>();
        if (element.TryGetProperty(property, out var value)) AddTexts(value, texts, 0);
        return texts;
    }

    private static void AddTexts(JsonElement value, List<string> texts, int depth)
    {
        if (value.ValueKind == JsonValueKind.String && Plain(value.GetString()!) is { Length: > 0 } text) texts.Add(text);
        else if (value.ValueKind == JsonValueKind.Array && depth < 3)
            foreach (var member in value.EnumerateArray().Take(100)) AddTexts(member, texts, depth + 1);
        else if (value.ValueKind == JsonValueKind.Object && depth < 3)
        {
            if (value.TryGetProperty("name", out var name) || value.TryGetProperty("@value", out name)) AddTexts(name, texts, depth + 1);
        }
    }

    /// <summary>Text without the markup and the entities that publishers leave in it.</summary>
    private static string Plain(string text)
    {
        if (text.Contains('&')) text = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
        if (text.Contains('<')) text = Markup().Replace(Break().Replace(text, "\n"), "");
        return text.Trim();
    }

    [GeneratedRegex(@"[\x00-\x1F]+")]
    private static partial Regex Control();

    [GeneratedRegex(@"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$|;\s*$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"</?(?:p|br|div|li|h[1-6])\b[^>]{0,400}>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,2000}>")]
    private static partial Regex Markup();
}
