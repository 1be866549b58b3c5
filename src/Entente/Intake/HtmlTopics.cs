using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Finds a report's sections and tags.</summary>
internal static partial class HtmlTopics
{
    private const int MostTags = 40;

    /// <summary>The sections from the widest to the narrowest: by breadcrumbs, else by what the page's fields say.</summary>
    public static IReadOnlyList<string> Sections(HtmlPage page, string? title, string? site)
    {
        var crumbs = Path(page.Linked.Breadcrumbs, title, site);
        if (crumbs.Count == 0) crumbs = Path(Seen(page.Outline), title, site);
        if (crumbs.Count > 0) return crumbs;
        var linked = Path(page.Linked.Sections, title, site);
        if (linked.Count > 0) return linked;
        return page.Meta.First("article:section", "parsely-section", "og:article:section", "section", "cxenseparse:section", "category", "dc.subject", "itemprop:articlesection") is { } section
            ? Path(Comma().Split(section), title, site) : [];
    }

    private static List<string> Seen(HtmlOutline outline)
    {
        var region = Array.FindIndex(outline.Regions, r => r.Own.HasFlag(HtmlRole.Breadcrumb) && r.EndBlock > r.FirstBlock);
        if (region < 0) return [];
        var links = outline.Regions[region].Element.QuerySelectorAll("a").Select(link => link.TextContent.Trim()).Where(text => text.Length > 0).Take(12).ToList();
        if (links.Count > 0) return links;
        var (first, end) = (outline.Regions[region].FirstBlock, Math.Min(outline.Regions[region].EndBlock, outline.Regions[region].FirstBlock + 12));
        return [.. outline.Blocks[first..end].SelectMany(block => Crumb().Split(block.Text))];
    }

    private static List<string> Path(IEnumerable<string> parts, string? title, string? site)
    {
        var path = new List<string>();
        foreach (var part in parts)
        {
            var text = part.Trim(' ', '\u00A0', '»', '›', '>', '/', '|', '→');
            if (text.Length is 0 or > 60 || path.Contains(text, StringComparer.OrdinalIgnoreCase)) continue;
            // Archives have the year and the month for sections.
            if (char.IsAsciiDigit(text[0]) && text.All(char.IsAsciiDigit) || MonthNames.Number(text) > 0) continue;
            if (Furniture.Shipped.Is("root", text) || text.Equals(site, StringComparison.OrdinalIgnoreCase)) continue;
            if (title is not null && (title.StartsWith(text.TrimEnd('.', '…'), StringComparison.OrdinalIgnoreCase) && text.Length > 20 || text.Equals(title, StringComparison.OrdinalIgnoreCase))) continue;
            path.Add(text);
        }
        return path;
    }

    /// <summary>The tags by the page's fields and by its tag links.</summary>
    public static IReadOnlyList<string> Tags(HtmlPage page)
    {
        var tags = new List<string>();
        Add(tags, page.Meta.All("article:tag"));
        Add(tags, page.Linked.Keywords);
        foreach (var link in page.Document.QuerySelectorAll("a[rel~=tag]")) Add(tags, [link.TextContent]);
        if (tags.Count == 0 && page.Meta.First("news_keywords", "parsely-tags", "sailthru.tags", "keywords", "og:article:tag", "cxenseparse:keywords") is { } words) Add(tags, [words]);
        if (tags.Count == 0) Add(tags, Linked(page.Outline));
        return tags;
    }

    /// <summary>Links in a box of tags.</summary>
    private static IEnumerable<string> Linked(HtmlOutline outline) => outline.Blocks
        .Where(block => block.Roles.HasFlag(HtmlRole.Tags) && (block.Roles & (HtmlRole.Navigation | HtmlRole.Comments)) == 0
            && block.LinkDensity > 0.8 && block.Text.Length < 60)
        .Select(block => block.Text);

    private static void Add(List<string> tags, IEnumerable<string> texts)
    {
        foreach (var tag in texts.SelectMany(text => Comma().Split(text)).Select(tag => tag.Trim().TrimStart('#', '＃').Trim()))
            if (tag.Length is > 1 and <= 60 && !tag.StartsWith("http", StringComparison.Ordinal) && tags.Count < MostTags && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
                tags.Add(tag);
    }

    [GeneratedRegex(@"\s*[,;，、|]\s*")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\s*[»›>→/|]\s*|\s+::\s+")]
    private static partial Regex Crumb();
}
