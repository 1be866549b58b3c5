using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Tells a report's paragraphs from what stands between them.</summary>
internal static partial class HtmlBlockTest
{
    /// <summary>Whether the block belongs to the report's text.</summary>
    public static bool IsPartOfReport(HtmlBlock block, string? title)
    {
        if ((block.Roles & HtmlRole.Chrome) != 0) return false;
        var text = block.Text;
        if (block.LinkDensity > 0.6 && text.Length < 200) return false;
        if (block.LinkDensity > 0.85) return false;
        if (block.Tag is "td" or "th" && text.Length < 60) return false;
        if (title is not null && text.Equals(title, StringComparison.OrdinalIgnoreCase)) return false;
        if (text.Length < 400 && Notice().IsMatch(text)) return false;
        if (text.Length < 300 && Label().IsMatch(text)) return false;
        if (text.Length < 200 && Furniture.Shipped.Is("notice", text)) return false;
        if (text.Length < 300 && Furniture.Shipped.Is("signoff", text)) return false;
        return text.AsSpan().ContainsAnyInRange('0', '\uFFFF');
    }

    // Lines that are whole what they begin with.
    [GeneratedRegex(@"^(?:advertisement|ad|read (?:more|also|next|our full)\b.*|also read\b.*|related\b.{0,40}|more (?:from|on|stories)\b.*|share(?: this)?(?: (?:article|story|on))?\b.{0,30}|follow (?:us|@).*|sign up\b.*|subscribe\b.*|click here\b.*|tagged in\b.*|tags?:.*|watch this:.*|(?:©|\(c\)|copyright)\s?.*|all rights reserved.*|photo(?:graph)?s?(?: by|:| credit).*|\(photo:.*|image(?: credit| source|:).*|credit:.*|getty images.*|loading.*|by [A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?|(?:last )?(?:updated|published|posted)(?: on)?:?\s.{0,60}\d{4}.{0,30}|\d+ min(?:ute)?s? read)$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // Lines that are told by words within: captions with their credit, notices of shops, authors' addresses.
    [GeneratedRegex(@"\bCredit: [A-Z][^.]{1,60}$|\b(?:may earn (?:a|an|revenue|money)\b|may receive (?:a )?(?:compensation|commission|payment)|affiliate (?:links?|partnerships?|programs?|commission))|^Follow .{3,60} on (?:Twitter|X|Instagram|Facebook)\b|\b(?:email|e-mail) (?:him|her|them|us) at\b|\b[Ss]ign up for .{3,80}newsletter|\bthis website uses cookies\b|\bYour subscription has been confirmed\b|\bThanks for signing up\b")]
    private static partial Regex Notice();
}
