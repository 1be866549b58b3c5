namespace Entente.Intake;

/// <summary>Makes an article of a web page.</summary>
public static class HtmlReport
{
    /// <summary>
    /// Reads a page's bytes: its body, and what stands around it. Throws <see cref="IntakeException"/> where the bytes are no
    /// page or hold no words of a report; lesser faults are the article's warnings.
    /// </summary>
    public static Article Read(ReadOnlyMemory<byte> bytes, Hints hints)
    {
        var warnings = new List<string>();
        var page = HtmlPage.Parse(TextOf(bytes.Span, hints, warnings), warnings);
        var url = hints.Url ?? HtmlSource.Url(page);
        var site = HtmlSource.Site(page, url);
        var title = hints.Title?.Trim() is { Length: > 0 } given ? given : HtmlTitle.Of(page, site);
        var body = HtmlBody.Of(page, title);
        var section = HtmlTopics.Sections(page, title, site);
        var published = PublicationDate.Of(page, hints, url, body);
        if (body.Paragraphs.Count > 0 && body.IsDescription) warnings.Add("no body was found: the page's description stands for it");
        return ArticleMaker.Make(new Article
        {
            Id = hints.Id ?? "",
            Url = url,
            Site = site,
            Publisher = hints.Publisher ?? HtmlSource.Publisher(page),
            Country = hints.Country,
            Language = HtmlSource.Language(page),
            Translated = HtmlSource.IsTranslated(page),
            Title = title,
            Byline = HtmlByline.Of(page, body, site),
            Published = published,
            Section = section,
            Tags = HtmlTopics.Tags(page),
            Images = HtmlCaptions.Of(page, body),
            Kind = HtmlKind.Of(page, url, title, section),
            Text = "",
            Warnings = warnings,
        }, body.Paragraphs);
    }

    private static string TextOf(ReadOnlySpan<byte> bytes, Hints hints, List<string> warnings)
    {
        var html = Charset.Decode(bytes, hints.Charset, warnings);
        if (string.IsNullOrWhiteSpace(html)) throw new IntakeException("is empty");
        var head = html.AsSpan(0, Math.Min(html.Length, 4096));
        var control = 0;
        foreach (var c in head)
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\e') or '\uFFFD') control++;
        return control * 10 > head.Length ? throw new IntakeException("is no text: its bytes are binary") : html;
    }
}
