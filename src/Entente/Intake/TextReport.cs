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
            if (line.Length == 0 || Absorb(line, page, inBody: true)) continue;
            if (Furniture.Shipped.Is("after", line) && line.Length < 80)
            {
                AbsorbRest(lines, at + 1, page);
                break;
            }

            body.Add(line);
        }

        return Finish(page, body, hints);
    }

    /// <summary>What stands around the paragraphs, as it is found.</summary>
    private sealed class Page
    {
        public string? Title;
        public DateStamp? Stamp;
        public ArticleKind? Kind;
        public List<string> Byline = [];
        public List<string> Section = [];
        public List<string> Tags = [];
        public List<ArticleImage> Images = [];
        public string? ForeignScript;
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
        for (at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Length == 0 || IsTitle(line, page) || Breadcrumb(line, page) || Absorb(line, page, inBody: false)) continue;
            if (!wantsTitle || !CouldBeTitle(lines, at)) return;
            page.Title = TitleLabel().Replace(line, "");
            wantsTitle = false;
        }
    }

    private static bool IsTitle(string line, Page page) =>
        page.Title is not null && Squash(line) is { Length: > 0 } said && said == Squash(page.Title);

    private static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool CouldBeTitle(List<string> lines, int at)
    {
        var line = lines[at];
        if (line.Length > 220 || line.Split(' ').Length > 30) return false;
        var more = lines.Skip(at + 1).Any(l => l.Length > 0);
        return more && !(line[^1] == '.' && !line.EndsWith("...", StringComparison.Ordinal)) && !DatelineHead().IsMatch(line);
    }

    /// <summary>Home » today » World » TITLE: the sections, and the headline at its end.</summary>
    private static bool Breadcrumb(string line, Page page)
    {
        var parts = Crumbs().Split(line).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2 || (parts.Count < 3 && !Furniture.Shipped.Is("root", parts[0]))) return false;
        if (!Furniture.Shipped.Is("root", parts[0]) && parts.Take(parts.Count - 1).Any(p => p.Length > 40)) return false;
        if (Furniture.Shipped.Is("root", parts[0])) parts.RemoveAt(0);
        if (parts.Count > 0 && (parts[^1].Split(' ').Length > 3 || IsTitle(parts[^1], page)))
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

        if (line.Length < 90 && DateStamp.Parse(line) is { } stamp)
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

        return (line.Length < 200 && Furniture.Shipped.Is("notice", line)) || (line.Length < 300 && Furniture.Shipped.Is("signoff", line)) || IsMarkup(line);
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
        foreach (var name in BylineParts().Split(m.Groups["names"].Value).Select(n => n.Trim(' ', ',', '.')))
            if (name.Length is > 2 and < 60 && char.IsUpper(name[0]) && !page.Byline.Contains(name)) page.Byline.Add(name);
        return true;
    }

    /// <summary>Left-over wiki and HTML markup: templates, files, tables, tags alone on a line.</summary>
    private static bool IsMarkup(string line) => Markup().IsMatch(line);

    private static void NoteScript(string line, Page page)
    {
        foreach (var c in line)
        {
            if (c is >= '\uAC00' and <= '\uD7A3') page.ForeignScript ??= "KOR";
            else if (c is >= '\u3040' and <= '\u30FF') page.ForeignScript ??= "JPN";
        }
    }

    private static Article Finish(Page page, List<string> body, Hints hints)
    {
        var stamp = hints.Date is { } day ? new DateStamp(day, hints.Time, hints.Offset) : page.Stamp;
        var kind = page.Kind ?? Furniture.Shipped.KindOf(page.Title) ?? page.Section.Select(Furniture.Shipped.KindOf).FirstOrDefault(k => k is not null);
        return ArticleMaker.Make(new Article
        {
            Id = hints.Id ?? "",
            Url = hints.Url,
            Publisher = hints.Publisher,
            Country = hints.Country ?? page.ForeignScript,
            Translated = page.ForeignScript is not null,
            Kind = kind ?? ArticleKind.Report,
            Title = page.Title,
            Byline = page.Byline,
            Published = stamp is null ? null
                : new Publication(stamp.Day, stamp.Time, stamp.Offset, hints.Date is null ? PublicationSource.Text : PublicationSource.Metadata),
            Section = page.Section,
            Tags = page.Tags,
            Images = page.Images,
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

    [GeneratedRegex(@"\s*(?:,|&|/|\||\band\b)\s*")]
    private static partial Regex BylineParts();

    [GeneratedRegex(@"^(?:\{\{.*|\}\}|\{\|.*|\|\}|\|-.*|\[\[(?:File|Image|Category):.*|<[^<>]+>|thumb\|.*|__[A-Z]+__|[-_=*~•·.]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
