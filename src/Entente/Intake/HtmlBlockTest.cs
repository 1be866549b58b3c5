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
        if (title is not null && text.Equals(title, StringComparison.OrdinalIgnoreCase)) return false;
        if (text.Length < 300 && Furniture().IsMatch(text)) return false;
        return text.AsSpan().ContainsAnyInRange('0', '\uFFFF');
    }

    [GeneratedRegex(@"^(?:advertisement|ad|read (?:more|also|next)\b.*|also read\b.*|related\b.{0,40}|more (?:from|on|stories)\b.*|share(?: this)?(?: (?:article|story|on))?\b.{0,30}|follow (?:us|@).*|sign up\b.*|subscribe\b.*|click here\b.*|(?:©|\(c\)|copyright)\s?.*|all rights reserved.*|photo(?:graph)?s?(?: by|:| credit).*|image(?: credit| source|:).*|credit:.*|getty images.*|loading.*|by [A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();
}
