using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Reads reports into articles, whatever their form, and lays out their paragraphs.</summary>
public static partial class ArticleMaker
{
    /// <summary>The article of a raw report; throws <see cref="IntakeException"/> where there is none.</summary>
    public static Article Read(RawReport report) => report.Form switch
    {
        ReportForm.Html => HtmlReport.Read(report.Bytes, report.Hints),
        ReportForm.Row => TextReport.Read(report.Bytes, report.Hints, isRow: true),
        ReportForm.Text => TextReport.Read(report.Bytes, report.Hints),
        _ => throw new IntakeException("is CoNLL-U: it can be read with --format conllu only"),
    };

    /// <summary>
    /// Lays <paramref name="paragraphs"/> out as the article's text, without the dateline before the first one, and gives
    /// the article an id made of its content, where it has none. The language that it has is what its page declares: the words decide.
    /// Throws <see cref="IntakeException"/> where no words are left.
    /// </summary>
    public static Article Make(Article article, IReadOnlyList<string> paragraphs)
    {
        var kept = paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)).ToList();
        var (dateline, published) = (article.Dateline, article.Published);
        if (kept.Count > 0 && Dateline().Match(kept[0]) is { Success: true } line && line.Length < kept[0].Length)
        {
            dateline = line.Groups["place"].Value.Trim(' ', ',');
            published ??= DateStamp.Parse(line.Groups["date"].Value) is { } stamp ? new Publication(stamp.Day, null, null, PublicationSource.Text) : null;
            kept[0] = kept[0][line.Length..].TrimStart();
        }

        if (kept.Count > 0) kept[^1] = SignOff().Replace(kept[^1], "");
        kept.RemoveAll(p => p.Length == 0);
        if (kept.Count == 0 && article.Title is null) throw new IntakeException("holds no words of a report");

        var text = new StringBuilder();
        var spans = new List<TextSpan>(kept.Count);
        foreach (var paragraph in kept)
        {
            if (text.Length > 0) text.Append("\n\n");
            spans.Add(new TextSpan(text.Length, text.Length + paragraph.Length));
            text.Append(paragraph);
        }

        var body = text.ToString();
        var language = ArticleLanguage.Of(article.Title, body, article.Language);
        var made = article with
        {
            Text = body,
            Language = language,
            Translated = language == "en" && (article.Translated || TranslationSigns.AreIn(kept)),
            Paragraphs = spans,
            Dateline = dateline,
            Published = published,
            Kind = article.Kind == ArticleKind.Report ? KindByShape(kept) : article.Kind,
            Warnings = kept.Count == 0 ? [.. article.Warnings, "only a headline was found"] : article.Warnings,
        };
        return made.Id.Length > 0 ? made : made with { Id = IdOf(made) };
    }

    /// <summary>A short report is a brief; one of questions and answers an interview.</summary>
    private static ArticleKind KindByShape(List<string> paragraphs)
    {
        var asked = paragraphs.Count(p => Question().IsMatch(p));
        if (asked >= 3) return ArticleKind.Interview;
        return paragraphs.Sum(p => p.AsSpan().Count(' ') + 1) < 60 ? ArticleKind.Brief : ArticleKind.Report;
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of address, headline and text.</summary>
    private static string IdOf(Article article)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Url}\n{article.Title}\n{article.Text}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    // MOSCOW (AP) — | PARIS, March 3 (Reuters) - | Seoul, Jan. 21 (Yonhap) -- | [Seoul=Newsis] | GAZA CITY, Gaza Strip —
    [GeneratedRegex(@"^(?:(?<place>[A-Z][A-Z.'’\-]{1,20}(?:[ /][A-Z][A-Z.'’\-]{1,20}){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?)(?:, (?<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?(?: ?\([^)]{2,40}\))? ?(?:--|[-–—:])+ |(?<place>[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2})(?:, (?<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))? ?\((?:[A-Z]{2,6}|Reuters|Xinhua|Yonhap|Kyodo|Sputnik|Bloomberg|Interfax|IANS|Tasnim|Newsis|Prensa Latina)\) ?(?:--|[-–—:])* ?|\[(?<place>[^\[\]=]{2,30})=[^\]]{2,30}\]\s*)")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s*(?:[-–—] ?(?:Reuters|AP|AFP|Xinhua|TASS|dpa|Bloomberg|IANS)|\((?:Reporting|Editing|Writing|Additional reporting|With inputs? from|Xinhua|END|Source:)[^()]*\)|\bENDS?|\(?E(?:nds|OM)\)?|###|-30-|-0-)\s*$")]
    private static partial Regex SignOff();

    [GeneratedRegex(@"^(?:Q(?:uestion)?\s*[:.]|[A-Z][\w .'\-]{1,40}:\s.*\?\s*$)")]
    private static partial Regex Question();
}
