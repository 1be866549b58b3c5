using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>
/// Reads the visible text of a page as a scraper left it: tells the headline, breadcrumbs, captions, stamps, tags and
/// notices apart from the paragraphs.
/// </summary>
public static partial class TextReport
{
    /// <summary>Makes an article of bytes in any charset.</summary>
    public static Article Read(ReadOnlyMemory<byte> bytes, Hints hints, bool isRow = false)
    {
        var warnings = new List<string>();
        var article = Read(Charset.Decode(bytes.Span, hints.Charset, warnings), hints, isRow);
        return warnings.Count == 0 ? article : article with { Warnings = [.. warnings, .. article.Warnings] };
    }

    /// <summary>Makes an article of text; throws <see cref="IntakeException"/> where no words are left.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="hints">What is known besides.</param>
    /// <param name="isRow">Whether it is a row's text field, whose title stands in a field of its own.</param>
    public static Article Read(string text, Hints hints, bool isRow = false)
    {
        var page = new Page { Title = hints.Title?.Trim() };
        var lines = Unwrap(Lines(text));
        var body = new List<string>();
        ReadHead(lines, page, isRow, out var at);
        for (; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Length == 0 || Absorb(line, page, inBody: true) || IsPlaceOfStamp(lines, at, page)) continue;
            if (EndsArticle(line))
            {
                AbsorbRest(lines, at + 1, page);
                break;
            }

            body.Add(line);
        }

        return Finish(page, body, hints);
    }

    /// <summary>Whether what follows is no part of the article: comments, lists of other reports.</summary>
    private static bool EndsArticle(string line) =>
        (line.Length < 80 || (line.Length < 250 && !EndsSentence(line))) && Furniture.Shipped.Is("after", line);

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or '"' or '”' or '»' or '。';

    /// <summary>Whether the line names the place that stands over a stamp at the foot ("New Delhi", "July 12, 2024").</summary>
    private static bool IsPlaceOfStamp(List<string> lines, int at, Page page)
    {
        if (at + 1 >= lines.Count || lines[at].Length > 40 || !PlaceAlone().IsMatch(lines[at]) || DateStamp.Parse(lines[at + 1]) is null) return false;
        page.Place ??= lines[at];
        return true;
    }

    /// <summary>What stands around the paragraphs, as it is found.</summary>
    private sealed class Page
    {
        public string? Title;
        public string? Site;
        public string? Place;
        public DateStamp? Stamp;
        public ArticleKind? Kind;
        public List<string> Byline = [];
        public List<string> Section = [];
        public List<string> Tags = [];
        public List<ArticleImage> Images = [];
        public string? ForeignScript;
        public bool HasNote;
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var raw in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Split('\n'))
            lines.Add(Clean(raw));
        return lines;
    }

    /// <summary>Takes out characters that show nothing, and folds spaces.</summary>
    internal static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        var space = false;
        foreach (var c in line)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' or '\u200E' or '\u200F' || (char.IsControl(c) && c != '\t')) continue;
            if (char.IsWhiteSpace(c))
            {
                space = clean.Length > 0;
                continue;
            }

            if (space) clean.Append(' ');
            space = false;
            clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>Joins the lines of hard-wrapped paragraphs, which no blank line parts.</summary>
    private static List<string> Unwrap(List<string> lines)
    {
        var joined = new List<string>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && lines[end].Length > 0) end++;
            var block = lines.GetRange(i, end - i);
            if (IsWrapped(block)) joined.Add(string.Join(' ', block));
            else joined.AddRange(block);
            joined.Add("");
            i = end + 1;
        }

        return joined;
    }

    private static bool IsWrapped(List<string> block)
    {
        if (block.Count < 3) return false;
        var longest = block.Max(l => l.Length);
        var broken = block.Take(block.Count - 1).Count(l => l.Length > longest * 0.7 && !".!?:\"”".Contains(l[^1]));
        return longest is > 40 and < 120 && broken * 3 >= (block.Count - 1) * 2;
    }

    private static void ReadHead(List<string> lines, Page page, bool isRow, out int at)
    {
        // In a page the headline is the first line that is nothing else; in a row it has a field of its own.
        var wantsTitle = page.Title is null && !isRow;
        var (titleAt, partedBy) = (-1, -1);
        for (at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Length == 0 || IsTitle(line, page)) continue;
            if (Breadcrumb(line, NextLine(lines, at), page) || Absorb(line, page, inBody: false))
            {
                partedBy = at;
                continue;
            }

            if (NameBesideStamp(lines, at, page)) continue;
            if (!wantsTitle || !CouldBeTitle(lines, at)) return;
            if (titleAt >= 0)
            {
                // A few words over it, in capitals or parted from it by the page's menu, were the site's name.
                var parted = page.Title!.Split(' ').Length <= 4 && (partedBy > titleAt || IsInCapitals(page.Title));
                if (!parted || line.Split(' ').Length < 4) return;
                page.Site = page.Title;
                wantsTitle = false;
            }

            page.Title = TitleLabel().Replace(line, "");
            titleAt = at;
        }
    }

    private static bool IsInCapitals(string text) => text.Any(char.IsUpper) && !text.Any(char.IsLower);

    /// <summary>Takes an author who stands under or over the stamp with his place but without "By" ("Ann Lee in Seoul").</summary>
    private static bool NameBesideStamp(List<string> lines, int at, Page page)
    {
        if (page.Byline.Count > 0 || !NameAndPlace().IsMatch(lines[at])) return false;
        var beside = (at > 0 && IsStamp(lines[at - 1])) || (at + 1 < lines.Count && IsStamp(lines[at + 1]));
        if (beside) page.Byline.Add(PlaceAfterName().Replace(lines[at], ""));
        return beside;
    }

    private static bool IsStamp(string line) => line.Length < 90 && (DateStamp.Parse(line) is not null || PlaceAndDate(line) is not null);

    /// <summary>"Abidjan, 11 February 2024" as a line of its own.</summary>
    private static (string Place, DateStamp Stamp)? PlaceAndDate(string line)
    {
        var m = PlaceThenDate().Match(line);
        return m.Success && DateStamp.Parse(m.Groups["date"].Value) is { } stamp ? (m.Groups["place"].Value, stamp) : null;
    }

    private static bool IsTitle(string line, Page page) =>
        page.Title is not null && Squash(line) is { Length: > 0 } said && said == Squash(page.Title);

    private static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool CouldBeTitle(List<string> lines, int at)
    {
        var line = lines[at];
        if (line.Length > 220 || line.Split(' ').Length > 30) return false;
        if (NextLine(lines, at) is not { } next) return false;
        return line == next || ((line[^1] != '.' || line.EndsWith("...", StringComparison.Ordinal)) && !DatelineHead().IsMatch(line));
    }

    private static string? NextLine(List<string> lines, int at) => lines.Skip(at + 1).FirstOrDefault(l => l.Length > 0);

    /// <summary>Home » today » World » TITLE: the sections, and the headline at its end.</summary>
    private static bool Breadcrumb(string line, string? next, Page page)
    {
        var parts = Crumbs().Split(line).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2 || (parts.Count < 3 && !Furniture.Shipped.Is("root", parts[0]))) return false;
        if (!Furniture.Shipped.Is("root", parts[0]) && parts.Take(parts.Count - 1).Any(p => p.Length > 40)) return false;
        if (Furniture.Shipped.Is("root", parts[0])) parts.RemoveAt(0);
        if (parts.Count > 0 && (parts[^1].Split(' ').Length > 3 || IsTitle(parts[^1], page) || parts[^1] == next))
        {
            page.Title ??= parts[^1];
            parts.RemoveAt(parts.Count - 1);
        }

        page.Section.AddRange(parts.Except(page.Section));
        return true;
    }

    /// <summary>Takes a line that is no paragraph into the page; false where it is one.</summary>
    private static bool Absorb(string line, Page page, bool inBody)
    {
        NoteScript(line, page);
        if (TagLine(line, page)) return true;
        if (Caption.Is(line))
        {
            page.Images.Add(Caption.Parse(line));
            return true;
        }

        var placed = line.Length < 90 ? PlaceAndDate(line) : null;
        page.Place ??= placed?.Place;
        if (line.Length < 90 && (placed?.Stamp ?? DateStamp.Parse(line)) is { } stamp)
        {
            if (page.Stamp is null || (page.Stamp.Time is null && stamp.Time is not null && stamp.Day == page.Stamp.Day)) page.Stamp = stamp;
            return true;
        }

        if (Byline(line, page, inBody)) return true;
        if (line.Length < 40 && Furniture.Shipped.KindOf(line) is { } kind && !line.Contains(". ", StringComparison.Ordinal))
        {
            page.Kind ??= kind;
            return true;
        }

        return IsMenu(line) || (line.Length < 200 && Furniture.Shipped.Is("notice", line)) || (line.Length < 300 && Furniture.Shipped.Is("signoff", line)) || IsMarkup(line);
    }

    /// <summary>Print | E-mail | Back to list: three and more short pieces that are no sentence.</summary>
    private static bool IsMenu(string line)
    {
        if (line.Length > 250 || !line.Contains(" | ", StringComparison.Ordinal) || EndsSentence(line)) return false;
        var pieces = line.Split(" | ");
        return pieces.Length >= 3 && pieces.All(p => p.Length < 40);
    }

    private static void AbsorbRest(List<string> lines, int from, Page page)
    {
        foreach (var line in lines.Skip(from))
        {
            if (line.Length == 0) continue;
            NoteScript(line, page);
            if (TagLine(line, page)) continue;
            if (page.Stamp is null && line.Length < 90 && DateStamp.Parse(line) is { } stamp) page.Stamp = stamp;
        }
    }

    private static bool TagLine(string line, Page page)
    {
        string[] tags;
        if (line[0] is '#' or '＃' && line.Count(c => c is '#' or '＃') is var n && (n > 1 || !line.Contains(' ')))
            tags = [.. line.Split('#', '＃').Select(t => t.Trim()).Where(t => t.Length > 0)];
        else if (line.Length < 300 && Furniture.Shipped.Match("tags", line) is { } label && line.Length > label.Length)
            tags = [.. line[label.Length..].Split(',', ';', '|', '·').Select(t => t.Trim()).Where(t => t.Length > 0)];
        else
            return false;

        foreach (var tag in tags)
        {
            var word = tag;
            // A kind's marker is left stuck to the last tag where a page has no space between: "alliance사설".
            if (Furniture.Shipped.Match("editorial", word) is { } marker && word.EndsWith(marker, StringComparison.OrdinalIgnoreCase) && marker[0] > '\u0400')
            {
                page.Kind ??= ArticleKind.Editorial;
                word = word[..^marker.Length].Trim();
            }

            if (word.Length > 0 && !page.Tags.Contains(word)) page.Tags.Add(word);
        }

        return true;
    }

    private static bool Byline(string line, Page page, bool inBody)
    {
        if (line.Length > 120 || (inBody && page.Byline.Count > 0)) return false;
        var m = BylineHead().Match(line);
        if (!m.Success) return false;
        foreach (var name in BylineParts().Split(m.Groups["names"].Value).Select(n => PlaceAfterName().Replace(n.Trim(' ', ',', '.'), "")))
            if (name.Length is > 2 and < 60 && char.IsUpper(name[0]) && !page.Byline.Contains(name)) page.Byline.Add(name);
        return true;
    }

    /// <summary>Left-over wiki and HTML markup: templates, files, tables, tags alone on a line.</summary>
    private static bool IsMarkup(string line) => Markup().IsMatch(line);

    private static void NoteScript(string line, Page page)
    {
        page.HasNote |= TranslationSigns.IsNote(line);
        foreach (var c in line)
        {
            if (c is >= '\uAC00' and <= '\uD7A3') page.ForeignScript ??= "KOR";
            else if (c is >= '\u3040' and <= '\u30FF') page.ForeignScript ??= "JPN";
        }
    }

    private static Article Finish(Page page, List<string> body, Hints hints)
    {
        var told = hints.Date is { } day ? new DateStamp(day, hints.Time, hints.Offset) : null;
        var otherwise = hints.DateOtherwise is { } other ? new DateStamp(other, null, null) : null;
        var stamp = told ?? page.Stamp ?? otherwise;
        var kind = page.Kind ?? Furniture.Shipped.KindOf(page.Title) ?? page.Section.Select(Furniture.Shipped.KindOf).FirstOrDefault(k => k is not null);
        return ArticleMaker.Make(new Article
        {
            Id = hints.Id ?? "",
            Url = hints.Url,
            Publisher = hints.Publisher,
            Site = page.Site,
            Country = hints.Country ?? page.ForeignScript,
            Translated = page.ForeignScript is not null || page.HasNote,
            Kind = kind ?? ArticleKind.Report,
            Title = page.Title,
            Byline = page.Byline,
            Published = stamp is null ? null
                : new Publication(stamp.Day, stamp.Time, stamp.Offset, ReferenceEquals(stamp, page.Stamp) ? PublicationSource.Text : PublicationSource.Metadata),
            Section = page.Section,
            Tags = page.Tags,
            Images = page.Images,
            Dateline = page.Place,
            Text = "",
        }, body);
    }

    [GeneratedRegex(@"\s*[»›→]\s*|\s+[>|/]\s+|\s*::\s*")]
    private static partial Regex Crumbs();

    [GeneratedRegex(@"^(?:title|headline)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@"^[A-Z][A-Z .,'\-]{2,40}(?:\([^)]{2,30}\))?\s*[-–—]{1,2}\s")]
    private static partial Regex DatelineHead();

    [GeneratedRegex(@"^(?:by|written by|reported by|author|authors|por|par|von)\s*:?\s+(?<names>(?:[A-Z\u00C0-\u024F][\p{L}.'’\-]*|and|of|for|in|de|van|von|al|bin|,|&|/|\|)(?:[\s,]+(?:[A-Z\u00C0-\u024F][\p{L}.'’\-]*|and|of|for|in|de|van|von|al|bin|&|/|\|))*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BylineHead();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.\-]+(?: \p{Lu}[\p{L}'’.\-]+){1,3},? (?:in|at|from) (?:the )?\p{Lu}[^.!?:;]{2,40}$")]
    private static partial Regex NameAndPlace();

    [GeneratedRegex(@",? (?:in|at|from) .*$")]
    private static partial Regex PlaceAfterName();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.\-]+(?: \p{Lu}[\p{L}'’.\-]+){0,3}$")]
    private static partial Regex PlaceAlone();

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L}'’.\-]+(?: \p{Lu}[\p{L}'’.\-]+){0,2})(?:, | [|/–—-] )(?<date>[^,]*\d.{4,40})$")]
    private static partial Regex PlaceThenDate();

    [GeneratedRegex(@"\s*(?:,|&|/|\||\band\b)\s*")]
    private static partial Regex BylineParts();

    [GeneratedRegex(@"^(?:\{\{.*|\}\}|\{\|.*|\|\}|\|-.*|\[\[(?:File|Image|Category):.*|<[^<>]+>|thumb\|.*|__[A-Z]+__|[-_=*~•·.]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
