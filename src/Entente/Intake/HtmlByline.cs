using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Finds who wrote a report: names only, none twice.</summary>
internal static partial class HtmlByline
{
    private const int MostNames = 12;

    /// <summary>The names by JSON-LD, else by meta elements, else by the bylines seen near the headline.</summary>
    public static IReadOnlyList<string> Of(HtmlPage page, HtmlBody body, string? site)
    {
        var linked = Names(page.Linked.Authors, page, site);
        if (linked.Count > 0) return linked;
        var meta = Names([.. MetaNames().SelectMany(page.Meta.All)], page, site);
        if (meta.Count > 0) return meta;
        var marked = Names(Marked(page), page, site);
        return marked.Count > 0 ? marked : Names(Seen(page, body), page, site);
    }

    private static string[] MetaNames() =>
        ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "article:author_name", "og:article:author", "cxenseparse:author"];

    /// <summary>Elements that say of themselves that they name the author.</summary>
    private static List<string> Marked(HtmlPage page)
    {
        var found = new List<string>();
        foreach (var region in page.Outline.Regions)
            if (region.Element.GetAttribute("itemprop") == "author" && region.EndBlock > region.FirstBlock)
                found.Add(page.Outline.Blocks[region.FirstBlock].Text);
        if (found.Count > 0) return found;
        foreach (var link in page.Document.GetElementsByTagName("a"))
            if (link.GetAttribute("rel") == "author" || link.GetAttribute("itemprop") == "author") found.Add(link.TextContent);
        return found;
    }

    /// <summary>Blocks of the byline's class from the headline to the body's head.</summary>
    private static List<string> Seen(HtmlPage page, HtmlBody body)
    {
        var blocks = page.Outline.Blocks;
        var found = new List<string>();
        for (var i = Math.Max(0, body.FirstBlock - 30); i < Math.Min(blocks.Length, body.FirstBlock + 5) && found.Count < 3; i++)
        {
            var block = blocks[i];
            if ((block.Roles & (HtmlRole.Comments | HtmlRole.Hidden | HtmlRole.Caption)) != 0 || block.Text.Length > 120) continue;
            if (By().IsMatch(block.Text) || (block.Roles.HasFlag(HtmlRole.Byline) && !block.Roles.HasFlag(HtmlRole.Date) && found.Count == 0 && LooksLikeName(block.Text)))
                found.Add(block.Text);
        }
        return found;
    }

    private static List<string> Names(IReadOnlyList<string> texts, HtmlPage page, string? site)
    {
        var names = new List<string>();
        foreach (var text in texts)
        {
            if (Address().IsMatch(text)) continue;
            foreach (var part in Between().Split(By().Replace(text.Trim(), "")))
            {
                var name = Tail().Replace(Space().Replace(By().Replace(part.Trim(), ""), " "), "").Trim(' ', ',', '.', '|', '-', '–', '·', '•', ':');
                if (LooksLikeName(name) && !IsOther(name, page, site) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                    names.Add(name);
            }
        }
        return [.. names.Take(MostNames)];
    }

    /// <summary>Sites put themselves and their sections where authors belong.</summary>
    private static bool IsOther(string name, HtmlPage page, string? site) =>
        name.Equals(site, StringComparison.OrdinalIgnoreCase) || name.Equals(page.Linked.Publisher, StringComparison.OrdinalIgnoreCase)
        || page.Linked.Sections.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.Equals(page.Meta.First("article:section"), StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeName(string text) =>
        text.Length is > 2 and < 60 && text.Split(' ').Length <= 6 && char.IsLetter(text[0]) && !char.IsAsciiLetterLower(text[0])
        && !text.AsSpan().ContainsAnyInRange('0', '9') && !NoName().IsMatch(text);

    [GeneratedRegex(@"^(?:by|written by|words by|story by|reported by|report by|author|authors|posted by|published by|por|par|von|di|da|автор|автори)\s*:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\s*[,;&|/·•\n]\s*|\s+(?:and|y|et|und|e|и|with|in|for)\s+")]
    private static partial Regex Between();

    [GeneratedRegex(@"https?:|www\.|@|\.com\b|\.html?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s*(?:\(.*|\bis an?\b.*|\bon\s.*)$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"(?i)\b(?:admin|editor(?:ial)?|staff|writer|reporter|correspondent|contributor|producer|senior|columnist|newsroom|team|desk|web ?master|published|updated|posted|share|follow|subscribe|read|comments?|view|more|contact|email|advertisement|guest|user|redacci[oó]n|r[eé]daction|redaktion|null|undefined|author|image|photo)\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
