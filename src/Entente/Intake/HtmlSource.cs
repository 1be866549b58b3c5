namespace Entente.Intake;

/// <summary>Where a page was published, and in what language.</summary>
internal static class HtmlSource
{
    /// <summary>The address that the page gives for itself.</summary>
    public static string? Url(HtmlPage page)
    {
        foreach (var link in page.Document.GetElementsByTagName("link"))
            if (link.GetAttribute("rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase) && IsUrl(link.GetAttribute("href")))
                return link.GetAttribute("href")!.Trim();
        return page.Meta.First("og:url", "twitter:url", "parsely-link") is { } url && IsUrl(url) ? url : null;
    }

    /// <summary>The site's name, else its host.</summary>
    public static string? Site(HtmlPage page, string? url) =>
        page.Meta.First("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone") ?? Host(url);

    /// <summary>The host without its "www."; null if <paramref name="url"/> is none.</summary>
    public static string? Host(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    /// <summary>Who published it, as the page says.</summary>
    public static string? Publisher(HtmlPage page) =>
        page.Linked.Publisher is { } linked && !IsUrl(linked) ? linked
        : page.Meta.First("publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher") is { } name && !IsUrl(name) ? name : null;

    /// <summary>The ISO 639-1 code that the page gives for its language.</summary>
    public static string? Language(HtmlPage page)
    {
        var root = page.Document.DocumentElement;
        var language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang") ?? page.Meta.First("og:locale", "content-language", "dc.language", "language");
        var code = language?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return code is { Length: 2 } && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) ? code : null;
    }

    /// <summary>Whether the page was translated by a browser before it was stored, or a line of it says that its text is a translation.</summary>
    public static bool IsTranslated(HtmlPage page)
    {
        var root = page.Document.DocumentElement;
        if (root.ClassList.Contains("translated-ltr") || root.ClassList.Contains("translated-rtl")) return true;
        return page.Outline.Blocks.Any(b => b.LinkDensity < 0.5 && TranslationSigns.IsNote(b.Text));
    }

    private static bool IsUrl(string? text) => text is not null && text.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
