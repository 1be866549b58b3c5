using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Tells what sort of text a page's report is.</summary>
internal static partial class HtmlKind
{
    /// <summary>By what JSON-LD calls it, by its headline and sections, by its address.</summary>
    public static ArticleKind Of(HtmlPage page, string? url, string? title, IReadOnlyList<string> sections)
    {
        foreach (var type in page.Linked.Types)
            if (OfType(type) is { } typed) return typed;
        if (Furniture.Shipped.KindOf(title) is { } titled) return titled;
        foreach (var section in sections)
            if ((Furniture.Shipped.KindOf(section) ?? OfWord(section)) is { } told) return told;
        foreach (var tag in page.Meta.All("article:tag").Take(20))
            if (Furniture.Shipped.KindOf(tag) is { } tagged) return tagged;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? OfPath(uri.AbsolutePath) : ArticleKind.Report;
    }

    private static ArticleKind? OfType(string type) => type switch
    {
        "OpinionNewsArticle" or "ReviewNewsArticle" => ArticleKind.Editorial,
        "AnalysisNewsArticle" or "BackgroundNewsArticle" => ArticleKind.Analysis,
        "PressRelease" => ArticleKind.Statement,
        _ => null,
    };

    private static ArticleKind? OfWord(string word) =>
        OpinionWord().IsMatch(word) ? ArticleKind.Editorial
        : AnalysisWord().IsMatch(word) ? ArticleKind.Analysis
        : InterviewWord().IsMatch(word) ? ArticleKind.Interview
        : StatementWord().IsMatch(word) ? ArticleKind.Statement : null;

    private static ArticleKind OfPath(string path)
    {
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1))
            if (OfWord(part) is { } kind) return kind;
        return ArticleKind.Report;
    }

    [GeneratedRegex(@"^(?:opinions?|editorials?|op-?eds?|commentary|commentaries|comment|commentisfree|columns?|columnists?|star-columnists|viewpoints?|perspectives?|voices|letters|ideas|blogs?|opini[oó]n|opiniones|opini[aã]o|colonnes|meinung|kommentare?|tribunes?|мнени[ея]|колонки|오피니언|사설|社説|评论|yazarlar)$", RegexOptions.IgnoreCase)]
    private static partial Regex OpinionWord();

    [GeneratedRegex(@"^(?:analys[ie]s|news-analysis|explainers?|explained|background|backgrounder|in-depth|an[aá]lisis|an[aá]lise|analyse|analisi|аналитика)$", RegexOptions.IgnoreCase)]
    private static partial Regex AnalysisWord();

    [GeneratedRegex(@"^(?:interviews?|q-?and-?a|entrevistas?|entretiens?|intervista|interviste|интервью|인터뷰)$", RegexOptions.IgnoreCase)]
    private static partial Regex InterviewWord();

    [GeneratedRegex(@"^(?:press-?_?releases?|press releases?|news-?releases?|statements?|readouts?|speeches|transcripts?|communiqu[eé]s?|briefings?|press-briefings?|media-?releases?|comunicados?|pressemitteilung(?:en)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex StatementWord();
}
