using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Entente.Intake;

/// <summary>A page, parsed once, with all that is read from it.</summary>
internal sealed class HtmlPage
{
    /// <summary>The page as it came.</summary>
    public required string Source { get; init; }

    /// <summary>The page's tree.</summary>
    public required IDocument Document { get; init; }

    /// <summary>Its <c>meta</c> elements.</summary>
    public required HtmlMeta Meta { get; init; }

    /// <summary>Its JSON-LD.</summary>
    public required LinkedReport Linked { get; init; }

    /// <summary>Its text in blocks.</summary>
    public required HtmlOutline Outline { get; init; }

    /// <summary>Parses <paramref name="html"/>.</summary>
    public static HtmlPage Parse(string html, ICollection<string> warnings)
    {
        var markup = HtmlMarkup.Thin(html, warnings);
        var document = new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true }).ParseDocument(markup.Html);
        return new HtmlPage
        {
            Source = html,
            Document = document,
            Meta = HtmlMeta.Of(document),
            Linked = LinkedReport.Of(markup.LinkedData),
            Outline = HtmlOutline.Of(document.DocumentElement, document.Title),
        };
    }
}
