using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Reads a picture's words: what it shows, who gave it, where and when.</summary>
public static partial class Caption
{
    /// <summary>Parts <paramref name="text"/> into caption, credit, place and date.</summary>
    public static ArticleImage Parse(string text)
    {
        var caption = Prefix().Replace(text.Trim(), "");
        string? credit = null, place = null;
        if (Bracketed().Match(caption) is { Success: true } bracket && LooksLikeCredit(bracket.Groups["in"].Value))
        {
            (place, credit) = PlaceAndCredit(bracket.Groups["in"].Value);
            caption = (caption[..bracket.Index] + caption[(bracket.Index + bracket.Length)..]).Trim();
        }
        else if (Trailing().Match(caption) is { Success: true } trailing)
        {
            credit = trailing.Groups["credit"].Value.Trim(' ', '.', ')');
            caption = caption[..trailing.Index].TrimEnd(' ', '|', '/', '-', '–', '—', '(');
        }

        NodaTime.LocalDate? date = null;
        if (TrailingDate().Match(caption) is { Success: true } day && DateStamp.Parse(day.Groups["date"].Value) is { } stamp)
        {
            date = stamp.Day;
            caption = day.Groups["keep"].Success && day.Groups["keep"].Length > 0 ? caption : caption[..day.Index].TrimEnd(' ', ',');
        }

        return new ArticleImage(caption, credit, place ?? DatelinePlace(caption), date);
    }

    /// <summary>Whether a line of plain text is a caption by its own signs: a credit at its end or a label before it.</summary>
    public static bool Is(string line) =>
        line.Length < 600 && (Prefix().IsMatch(line)
        || (Bracketed().Match(line) is { Success: true } m && m.Index + m.Length >= line.TrimEnd().Length - 1 && LooksLikeCredit(m.Groups["in"].Value))
        || Trailing().IsMatch(line));

    private static bool LooksLikeCredit(string text) => Credit().IsMatch(text);

    private static (string? Place, string Credit) PlaceAndCredit(string text)
    {
        // Korean agencies write [모스크바=AP/뉴시스]: the place, an equals sign, the agencies.
        var equals = text.IndexOf('=');
        return equals > 0 ? (text[..equals].Trim(), text[(equals + 1)..].Trim()) : (null, Label().Replace(text, "").Trim());
    }

    /// <summary>Agencies begin captions with the place in capitals: "KYIV, UKRAINE - MAY 3: …".</summary>
    private static string? DatelinePlace(string caption) => CapitalPlace().Match(caption) is { Success: true } m ? m.Groups["place"].Value.Trim(' ', ',') : null;

    private const string Agencies = @"\b(?:AP|AFP|EPA|ANP|DPA|ANSA|EFE|UPI|PA|TASS|REUTERS|Reuters|Getty(?:\s+Images)?|Xinhua|Sputnik|Yonhap|Kyodo|Bloomberg|Shutterstock|Anadolu|Wikimedia|Commons|Flickr|Twitter|Alamy|KCNA|Newsis|IRNA|SANA|PTI|ANI)\b|뉴시스|연합뉴스|뉴스1|共同|新华|时事";

    [GeneratedRegex(@"^(?:FILE PHOTO|FILE|File photo|File|PHOTO|Photo|Image|Picture|Pictured|Caption|사진|写真|图)\s*[:：\-–—]\s*")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*[\[(（【](?<in>[^\[\]()（）【】]{2,120})[\])）】]\.?\s*$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(Agencies + @"|(?i:\bphoto(?:graph)?s?\b|\bimage\b|\bcredit\b|\bcourtesy\b|\bfile\b|\bhandout\b)|=|ⓒ|©")]
    private static partial Regex Credit();

    [GeneratedRegex(@"(?:\s|[|/(])(?:(?i:photo(?:graph)?s?|image|picture|credit)\s*(?i:by|credit|courtesy(?: of)?)?\s*[:：]?\s+|(?i:photograph(?:ed)? by|photo by|courtesy of)\s+|©\s*|ⓒ\s*)(?<credit>[A-Z][^.]{1,60})[.)]?\s*$|\s(?<credit>(?:[A-Z][\w.\-]+\s+){0,3}(?:AP|AFP|EPA|REUTERS|Reuters|Getty Images|AP Photo)\s*/\s*[^.]{2,60})\.?\s*$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?i:photo(?:graph)?s?|image|picture|credit|courtesy of|photo by)\s*(?i:by|courtesy|credit)?\s*[:：]?\s*")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<keep>\bon\s+|\bin\s+)?(?<date>\d{4}[.\-]\d{1,2}[.\-]\d{1,2}\.?|(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4})|(?:\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}))\.?\s*$")]
    private static partial Regex TrailingDate();

    [GeneratedRegex(@"^(?<place>[A-Z][A-Z .'\-]{2,30}(?:,\s*[A-Z][A-Z .'\-]{2,30})?)\s+[-–—]\s+[A-Z]{3,9}\.?\s+\d{1,2}")]
    private static partial Regex CapitalPlace();
}
