using System.Net;
using System.Text;

namespace Entente.Bench;

/// <summary>
/// What stands around a report on a news site: styles, scripts with their settings, menus, drawings, advertisements, related
/// reports, a footer. The amounts follow the median of news pages (about 80 KB, a third of it scripts, some 200 links).
/// </summary>
internal static class PageFurniture
{
    private static readonly string[] Sections =
        ["world", "africa", "americas", "asia-pacific", "europe", "middle-east", "politics", "business", "markets", "energy", "opinion", "science", "climate", "health", "culture", "sport"];

    /// <summary>A page with the report in it.</summary>
    public static string Around(string title, List<string> paragraphs, string[] titles, Random random)
    {
        var page = new StringBuilder(96 << 10);
        var day = new DateTime(2025, 1, 1).AddDays(random.Next(365));
        var section = Sections[random.Next(8)];
        Head(page, title, paragraphs[0], section, day, random);
        page.Append("<body class=\"page page--article theme-light\" data-page-type=\"article\">\n<a class=\"skip-link\" href=\"#main\">Skip to content</a>\n");
        Menus(page);
        Report(page, title, paragraphs, section, day, titles, random);
        Related(page, titles, random);
        Footer(page);
        Script(page, "window.__STATE__=", 16_000, random);
        page.Append("<noscript><img height=\"1\" width=\"1\" style=\"display:none\" src=\"https://metrics.example/p?ev=view\" alt=\"\"></noscript>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Head(StringBuilder page, string title, string lead, string section, DateTime day, Random random)
    {
        var (t, d) = (WebUtility.HtmlEncode(title), WebUtility.HtmlEncode(lead.Length > 160 ? lead[..160] : lead));
        page.Append($"""
            <!DOCTYPE html>
            <html lang="en" class="no-js">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{t} | The Daily Example</title>
            <meta name="description" content="{d}">
            <link rel="canonical" href="https://daily.example/{section}/{day:yyyy/MM/dd}/report-{random.Next(1_000_000)}">
            <meta property="og:type" content="article"><meta property="og:site_name" content="The Daily Example">
            <meta property="og:title" content="{t}"><meta property="og:description" content="{d}">
            <meta property="article:published_time" content="{day:yyyy-MM-dd}T08:30:00+00:00"><meta property="article:section" content="{section}">
            <script type="application/ld+json">{JsonLd(title, section, day)}</script>

            """);
        for (var i = 0; i < 24; i++) page.Append($"<link rel=\"preload\" href=\"/static/build/chunk-{random.Next():x8}.js\" as=\"script\" crossorigin>\n");
        page.Append("<style>");
        for (var i = 0; i < 120; i++) page.Append($".c{random.Next():x}-{i}{{display:flex;margin:0 {random.Next(40)}px {random.Next(40)}px;color:#{random.Next(0xFFFFFF):x6};font:400 {random.Next(12, 40)}px/1.4 Georgia,serif}}");
        page.Append("</style>\n");
        Script(page, "window.dataLayer=window.dataLayer||[];dataLayer.push(", 7_000, random);
        page.Append("</head>\n");
    }

    private static string JsonLd(string title, string section, DateTime day) =>
        $$$"""{"@context":"https://schema.org","@type":"NewsArticle","headline":"{{{title.Replace("\"", "\\\"", StringComparison.Ordinal)}}}","datePublished":"{{{day:yyyy-MM-dd}}}T08:30:00+00:00","articleSection":"{{{section}}}","author":[{"@type":"Person","name":"Jo Example"}],"publisher":{"@type":"Organization","name":"The Daily Example"}}""";

    private static void Script(StringBuilder page, string start, int size, Random random)
    {
        page.Append("<script>").Append(start).Append('{');
        for (var end = page.Length + size; page.Length < end;)
            page.Append($"\"k{random.Next():x}\":{{\"id\":{random.Next()},\"on\":{(random.Next(2) == 0 ? "true" : "false")},\"url\":\"https://cdn.example/{random.Next():x8}/{random.Next():x8}.js\",\"label\":\"<b>slot {random.Next(99)}</b>\"}},");
        page.Append("\"end\":0}</script>\n");
    }

    private static void Menus(StringBuilder page)
    {
        page.Append("<header class=\"site-header\" role=\"banner\"><div class=\"site-header__bar\"><a href=\"/\" class=\"logo\" aria-label=\"The Daily Example\"><svg viewBox=\"0 0 200 40\"><path d=\"M10 10h80v20H10zM100 10c20 0 40 20 60 20s30-10 30-10\"/></svg></a><a href=\"/login\">Sign in</a><a href=\"/subscribe\">Subscribe</a></div>\n<nav class=\"main-nav\" aria-label=\"Main\"><ul>");
        foreach (var section in Sections)
        {
            page.Append($"<li class=\"main-nav__section\"><a class=\"main-nav__link\" href=\"/{section}\">{section}</a><ul class=\"main-nav__sub\">");
            foreach (var part in (ReadOnlySpan<string>)["latest", "analysis", "video", "pictures", "newsletters"])
                page.Append($"<li><a class=\"main-nav__link main-nav__link--sub\" href=\"/{section}/{part}\" data-track=\"nav|{section}|{part}\">{section} {part}</a></li>");
            page.Append("</ul></li>\n");
        }

        page.Append("</ul></nav></header>\n");
    }

    private static void Report(StringBuilder page, string title, List<string> paragraphs, string section, DateTime day, string[] titles, Random random)
    {
        page.Append($"""
            <main id="main"><article class="article" itemscope itemtype="https://schema.org/NewsArticle">
            <header class="article__header"><p class="kicker"><a href="/{section}">{section}</a></p><h1 class="article__title">{WebUtility.HtmlEncode(title)}</h1>
            <div class="byline">By <a href="/people/jo-example" rel="author">Jo Example</a></div><time class="article__time" datetime="{day:yyyy-MM-dd}T08:30:00Z">{day:d MMMM yyyy}</time>
            <ul class="share"><li><a href="https://social.example/share">Share</a></li><li><button type="button">Copy link</button></li></ul></header>
            <figure class="article__image"><img src="/images/{random.Next():x}.jpg" alt="A flag" srcset="/images/a-480.jpg 480w, /images/a-960.jpg 960w"><figcaption>A flag over a ministry. Photo: Sam Example/Example Pictures</figcaption></figure>
            <div class="article__body" itemprop="articleBody">

            """);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            page.Append($"<p class=\"article__paragraph\">{WebUtility.HtmlEncode(paragraphs[i])}</p>\n");
            if (i == 2) page.Append("<div class=\"ad ad--inline\" id=\"ad-mid\" data-sizes=\"[[300,250],[728,90]]\"><span>Advertisement</span></div>\n");
            if (i == 4) page.Append($"<aside class=\"inline-related\"><h3>Read more</h3><a href=\"/r/{random.Next()}\">{WebUtility.HtmlEncode(titles[random.Next(titles.Length)])}</a></aside>\n");
        }

        page.Append("</div>\n<div class=\"tags\">");
        for (var i = 0; i < 8; i++) page.Append($"<a class=\"tag\" rel=\"tag\" href=\"/tags/{Sections[i]}\">{Sections[i]}</a> ");
        page.Append("</div></article>\n");
    }

    private static void Related(StringBuilder page, string[] titles, Random random)
    {
        foreach (var heading in (ReadOnlySpan<string>)["Most read", "More from this section", "Recommended for you"])
        {
            page.Append($"<section class=\"cards\"><h2 class=\"cards__heading\">{heading}</h2><ul class=\"cards__list\">");
            for (var i = 0; i < 12; i++)
            {
                var title = WebUtility.HtmlEncode(titles[random.Next(titles.Length)]);
                page.Append($"<li class=\"card card--small\" data-id=\"{random.Next()}\"><a class=\"card__link\" href=\"/r/{random.Next()}\"><div class=\"card__media\"><picture><source media=\"(min-width:600px)\" srcset=\"/images/{random.Next():x}-300.webp 1x, /images/{random.Next():x}-600.webp 2x\"><img loading=\"lazy\" class=\"card__image\" src=\"/images/{random.Next():x}.jpg\" alt=\"{title}\" width=\"300\" height=\"169\"></picture></div><div class=\"card__text\"><span class=\"card__kicker\">{Sections[random.Next(Sections.Length)]}</span><h3 class=\"card__title\">{title}</h3><time datetime=\"2025-06-{random.Next(1, 29):D2}\">{random.Next(1, 23)} hours ago</time></div></a></li>\n");
            }

            page.Append("</ul></section>\n");
        }

        page.Append("</main>\n");
    }

    private static void Footer(StringBuilder page)
    {
        page.Append("<footer class=\"site-footer\"><form class=\"newsletter\"><label>Sign up to our newsletter <input type=\"email\" name=\"email\"></label><button>Sign up</button></form>\n");
        foreach (var section in Sections)
            page.Append($"<div class=\"site-footer__column\"><h4>{section}</h4><a href=\"/{section}\">All of {section}</a><a href=\"/{section}/archive\">Archive</a><a href=\"/{section}/feed\">Feed</a><svg class=\"icon\" viewBox=\"0 0 24 24\"><path d=\"M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16\"/><circle cx=\"5\" cy=\"19\" r=\"1\"/></svg></div>\n");
        page.Append("<p class=\"legal\">© 2025 The Daily Example. All rights reserved. <a href=\"/terms\">Terms</a> <a href=\"/privacy\">Privacy</a></p></footer>\n");
    }
}
