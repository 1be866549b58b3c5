using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Entente.Intake;

/// <summary>Finds when a page's report was published: first what says so outright, then what lets it be told.</summary>
internal static partial class PublicationDate
{
    private static readonly string[] MetaPublished =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.date", "dc.date", "dc.issued", "datepublished", "itemprop:datepublished", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "publication-date", "published_time",
        "published-date", "published_date", "published", "pdate", "ptime", "originalpublicationdate", "article_date_original",
        "article.published", "article.created", "article:created_time", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date",
        "citation_date", "citation_online_date", "rnews:datepublished", "bt:pubdate", "displaydate", "display_date", "gtm_publisheddate",
        "shareaholic:article_published_time", "vr:published_time", "mediator_published_time", "ga_article_publish_date", "article-publication-date", "weibo:article:create_at",
        "releasedate", "dc.date.created", "dcterms.created", "dc.created", "created", "datecreated", "itemprop:datecreated", "date_created", "date", "dcsext.articlefirstpublished", "article_publication_date",
    ];

    private static readonly string[] MetaModified =
        ["article:modified_time", "og:updated_time", "og:article:modified_time", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "itemprop:datemodified", "modified", "revised", "update_time"];

    /// <summary>The publisher's own day and time; null where the page tells none.</summary>
    public static Publication? Of(HtmlPage page, Hints hints, string? url, HtmlBody body)
    {
        if (hints.Date is { } day) return new Publication(day, hints.Time, hints.Offset, PublicationSource.Metadata);
        var monthFirst = IsAmerican(page);
        var inUrl = InUrl(hints.Url) ?? InUrl(url);
        var field = Field(page.Linked.Published, monthFirst) ?? Meta(page, MetaPublished, monthFirst)
            ?? Marked(page, monthFirst) ?? Field(page.Linked.Created, monthFirst);
        return From(PublicationSource.Metadata, IsShifted(field, inUrl) ? null : field)
            ?? From(PublicationSource.Url, inUrl)
            ?? From(PublicationSource.Text, TimeElement(page, body, monthFirst) ?? Named(page, body, monthFirst))
            ?? From(PublicationSource.Metadata, Meta(page, MetaModified, monthFirst) ?? Field(page.Linked.Modified, monthFirst))
            ?? From(PublicationSource.Text, NearTitle(page, body, monthFirst))
            ?? (hints.DateOtherwise is { } otherwise ? new Publication(otherwise, null, null, PublicationSource.Metadata) : null)
            ?? From(PublicationSource.Inferred, InScript(page.Source, monthFirst) ?? InUrl(page.Meta.First("og:image")));
    }

    private static Publication? From(PublicationSource source, DateStamp? stamp) =>
        stamp is null ? null : new Publication(stamp.Day, stamp.Time, stamp.Offset, source);

    /// <summary>A time in UTC can be of the next day: the address has the publisher's own.</summary>
    private static bool IsShifted(DateStamp? field, DateStamp? inUrl) =>
        field is { Time: not null, Offset: { } offset } && offset == Offset.Zero && inUrl is not null
        && Math.Abs(Period.DaysBetween(field.Day, inUrl.Day)) == 1;

    private static bool IsAmerican(HtmlPage page)
    {
        var language = page.Document.DocumentElement.GetAttribute("lang") ?? page.Meta.First("og:locale") ?? "";
        return language.Length == 0 || language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.EndsWith("US", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The stamp of a field: ISO 8601, words, or seconds since 1970.</summary>
    private static DateStamp? Field(string? text, bool monthFirst)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (Epoch().IsMatch(text))
        {
            var seconds = long.Parse(text.Length > 10 ? text[..^3] : text, CultureInfo.InvariantCulture);
            var time = Instant.FromUnixTimeSeconds(seconds).InUtc();
            return new DateStamp(time.Date, time.TimeOfDay, Offset.Zero);
        }
        var stamp = SlashOrder().IsMatch(text) ? WrittenDate.In(text, monthFirst) : DateStamp.Parse(text) ?? WrittenDate.In(text, monthFirst);
        return stamp is { Day.Year: >= 1985 and <= 2100 } ? stamp : null;
    }

    private static DateStamp? Meta(HtmlPage page, string[] names, bool monthFirst)
    {
        foreach (var name in names)
            if (Field(page.Meta.First(name), monthFirst) is { } stamp) return stamp;
        return null;
    }

    /// <summary>Elements whose itemprop or RDFa property is datePublished.</summary>
    private static DateStamp? Marked(HtmlPage page, bool monthFirst)
    {
        foreach (var element in page.Document.QuerySelectorAll("[itemprop~=datePublished],[property='schema:datePublished'],[itemprop~=dateCreated],[pubdate]"))
            if (Field(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent, monthFirst) is { } stamp) return stamp;
        return null;
    }

    private static DateStamp? InUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        foreach (var regex in new[] { PathDate(), PathDigits() })
            foreach (Match m in regex.Matches(uri.PathAndQuery))
                if (Day(m) is { } stamp) return stamp;
        return null;
    }

    private static DateStamp? Day(Match m)
    {
        var (year, month, day) = (Int(m, "y"), MonthNames.Number(m.Groups["m"].Value) is > 0 and var named ? named : Int(m, "m"), Int(m, "d"));
        return year is < 1985 or > 2100 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? null : new DateStamp(new LocalDate(year, month, day));
    }

    private static int Int(Match m, string group) => int.TryParse(m.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>The time element that stands nearest before or in the body, outside of other reports' boxes.</summary>
    private static DateStamp? TimeElement(HtmlPage page, HtmlBody body, bool monthFirst)
    {
        DateStamp? best = null;
        var nearest = int.MaxValue;
        foreach (var region in page.Outline.Regions)
        {
            if (region.Element.LocalName != "time" || IsOfAnother(page.Outline, region)) continue;
            var distance = region.FirstBlock <= body.FirstBlock ? body.FirstBlock - region.FirstBlock : (region.FirstBlock - body.FirstBlock) * 2;
            if (distance >= nearest) continue;
            var stamp = Field(region.Element.GetAttribute("datetime"), monthFirst) ?? Written(page.Outline, region, monthFirst);
            if (stamp is not null) (best, nearest) = (stamp, distance);
        }
        return best;
    }

    private static DateStamp? Written(HtmlOutline outline, HtmlRegion region, bool monthFirst)
    {
        for (var i = region.FirstBlock; i < region.EndBlock; i++)
            if (WrittenDate.In(outline.Blocks[i].Text, monthFirst) is { } stamp) return stamp;
        return null;
    }

    private static bool IsOfAnother(HtmlOutline outline, HtmlRegion region)
    {
        for (var i = region.Parent; i >= 0; i = outline.Regions[i].Parent)
            if ((outline.Regions[i].Own & (HtmlRole.Aside | HtmlRole.Comments)) != 0 && outline.Regions[i].Element.LocalName is not ("main" or "article")) return true;
        return false;
    }

    /// <summary>Blocks whose class says date or byline, nearest to the body's head first.</summary>
    private static DateStamp? Named(HtmlPage page, HtmlBody body, bool monthFirst)
    {
        var blocks = page.Outline.Blocks;
        for (var distance = 0; distance < 60; distance++)
            foreach (var i in (ReadOnlySpan<int>)[body.FirstBlock - distance, body.FirstBlock + distance])
                if (i >= 0 && i < Math.Min(blocks.Length, body.EndBlock + 4) && (blocks[i].Roles & (HtmlRole.Date | HtmlRole.Byline)) != 0
                    && (blocks[i].Roles & (HtmlRole.Comments | HtmlRole.Caption)) == 0 && blocks[i].Text.Length < 250
                    && WrittenDate.In(blocks[i].Text, monthFirst) is { } stamp) return stamp;
        return null;
    }

    /// <summary>A line near the body's head that is short and holds a date.</summary>
    private static DateStamp? NearTitle(HtmlPage page, HtmlBody body, bool monthFirst)
    {
        var blocks = page.Outline.Blocks;
        for (var distance = 0; distance < 40; distance++)
            foreach (var i in (ReadOnlySpan<int>)[body.FirstBlock - distance, body.FirstBlock + distance, body.EndBlock + distance])
                if (i >= 0 && i < blocks.Length && (blocks[i].Roles & HtmlRole.Caption) == 0 && blocks[i].Text.Length < 120 && WrittenDate.In(blocks[i].Text, monthFirst) is { } stamp) return stamp;
        return null;
    }

    private static DateStamp? InScript(string source, bool monthFirst)
    {
        foreach (Match m in ScriptDate().Matches(source))
            if (Field(m.Groups["v"].Value, monthFirst) is { } stamp) return stamp;
        return null;
    }

    [GeneratedRegex(@"^1\d{9}(?:\d{3})?$")]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")]
    private static partial Regex SlashOrder();

    [GeneratedRegex(@"[/_\-.=](?<y>(?:19|20)\d{2})[/_\-.](?<m>\d{1,2}|[a-z]{3})[/_\-.](?<d>\d{1,2})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PathDate();

    [GeneratedRegex(@"(?<!\d)(?<y>20[0-4]\d)(?:(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?=\d{0,8}(?:\D|$))|(?<m>0[1-9]|1[0-2])/(?<d>0[1-9]|[12]\d|3[01])(?!\d))")]
    private static partial Regex PathDigits();

    [GeneratedRegex(@"[""'](?:datePublished|publishedAt|published_at|publishDate|publish_date|pubDate|publicationDate|publication_date|datetimePublished|firstPublished|published|first_published_at|publishedDate|createdAt|created_at|dateCreated|datePosted|uploadDate)\\?[""']\s*:\s*\\?[""']?(?<v>[^""'\\,}]{6,40})", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptDate();
}
