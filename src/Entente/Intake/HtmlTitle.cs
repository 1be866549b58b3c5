using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Finds a report's headline, once, without the site's name.</summary>
internal static partial class HtmlTitle
{
    /// <summary>The headline that readers see, if the page's own fields bear it out; else what the fields say.</summary>
    public static string? Of(HtmlPage page, string? site)
    {
        var fields = new[] { page.Linked.Headline, page.Meta.First("og:title"), page.Meta.First("twitter:title", "dc.title", "parsely-title", "title"), page.Document.Title }
            .Select(field => Clean(field ?? "", site)).Where(field => field.Length > 0).ToList();
        return Visible(page.Outline, fields, site) ?? fields.FirstOrDefault();
    }

    private static string? Visible(HtmlOutline outline, List<string> fields, string? site)
    {
        string? best = null;
        var bestScore = 0.0;
        foreach (var heading in Headings(outline))
        {
            var text = Clean(heading, site);
            if (text.Length == 0 || IsSite(text, site)) continue;
            var score = fields.Count == 0 ? 0.5 : fields.Max(field => Likeness(text, field));
            if (score > bestScore) (best, bestScore) = (text, score);
        }
        // A label before the headline (Opinion, Watch) is in the heading, but not in the fields.
        return bestScore < 0.5 ? null : fields.Find(field => best!.EndsWith(" " + field, StringComparison.OrdinalIgnoreCase) && field.Length * 2 > best.Length) ?? best;
    }

    private static IEnumerable<string> Headings(HtmlOutline outline)
    {
        foreach (var region in outline.Regions)
            if (region.Element.LocalName == "h1" && region.EndBlock > region.FirstBlock)
                yield return string.Join(' ', outline.Blocks[region.FirstBlock..region.EndBlock].Select(block => block.Text));
    }

    /// <summary>Share of words that two headlines have in common.</summary>
    private static double Likeness(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        var common = x.Count(y.Contains);
        return 2.0 * common / Math.Max(1, x.Count + y.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>Takes the site's name off a headline's ends, and folds white space.</summary>
    public static string Clean(string title, string? site)
    {
        var text = Space().Replace(title, " ").Trim();
        for (var again = true; again;)
        {
            again = false;
            var last = Separator().Matches(text).LastOrDefault();
            if (last is not null && last.Index > 0 && IsSiteName(text[(last.Index + last.Length)..], text[..last.Index], site))
            {
                text = text[..last.Index].Trim();
                again = true;
            }
        }
        return text;
    }

    private static bool IsSiteName(string tail, string head, string? site) =>
        IsSite(tail, site) || (tail.Contains('.') && !tail.Contains(' ') && head.Contains(' '))
        || (tail.Split(' ').Length <= 4 && head.Split(' ').Length >= 4 && tail.Length * 2 < head.Length && SiteWord().IsMatch(tail));

    private static bool IsSite(string text, string? site)
    {
        var (a, b) = (Squash(text), Squash(site ?? ""));
        if (a.Length == 0 || b.Length < 3) return false;
        if (b.StartsWith("the", StringComparison.Ordinal)) b = b[3..];
        if (a.StartsWith("the", StringComparison.Ordinal)) a = a[3..];
        return a == b || (b.StartsWith(a, StringComparison.Ordinal) && a.Length >= 3 && text.Split(' ').Length <= 4)
            || (a.StartsWith(b, StringComparison.Ordinal) && a.Length < b.Length + 12);
    }

    private static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\s+[|\-–—·•»:]+\s+|\s+::\s+|\s*\|\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?i)\b(?:news|times|post|tribune|herald|magazine|journal|gazette|daily|online|today|tv|radio|press|agency|network|reuters|bbc|cnn|npr|ap|afp|mail|guardian|standard|star|world)\b|\.(?:com|org|net|co)\b")]
    private static partial Regex SiteWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
