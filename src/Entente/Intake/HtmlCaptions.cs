using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Finds the words of a report's pictures, which extraction of the body leaves out.</summary>
internal static partial class HtmlCaptions
{
    private const int MostImages = 60;
    private const int Longest = 1200;

    /// <summary>The captions from the headline to the body's end, in order, none twice.</summary>
    public static IReadOnlyList<ArticleImage> Of(HtmlPage page, HtmlBody body)
    {
        var images = new List<ArticleImage>();
        var outline = page.Outline;
        var from = Math.Max(0, body.FirstBlock - 40);
        for (var i = 0; i < outline.Regions.Length && images.Count < MostImages; i++)
        {
            ref readonly var region = ref outline.Regions[i];
            if (!region.Own.HasFlag(HtmlRole.Caption) || region.EndBlock == region.FirstBlock) continue;
            if (region.FirstBlock < from || region.FirstBlock > body.EndBlock || IsWithinAside(outline, i)) continue;
            if (Read(outline, region) is { } image && !images.Any(other => other.Caption == image.Caption)) images.Add(image);
            while (i + 1 < outline.Regions.Length && outline.Regions[i + 1].EndBlock <= region.EndBlock && outline.Regions[i + 1].FirstBlock < region.EndBlock) i++;
        }
        return images;
    }

    private static bool IsWithinAside(HtmlOutline outline, int region)
    {
        for (var i = outline.Regions[region].Parent; i >= 0; i = outline.Regions[i].Parent)
        {
            var element = outline.Regions[i].Element.LocalName;
            if (element is "aside" or "nav" or "footer") return true;
            if (element is "article" or "main" or "figure") return false;
        }
        return false;
    }

    private static ArticleImage? Read(HtmlOutline outline, HtmlRegion region)
    {
        var caption = new List<string>();
        string? credit = null;
        for (var i = region.FirstBlock; i < region.EndBlock; i++)
        {
            var block = outline.Blocks[i];
            if (Button().IsMatch(block.Text)) continue;
            var name = outline.Regions[block.Region].Element.ClassName ?? "";
            if (CreditName().IsMatch(name) && block.Text.Length < 160) credit ??= CreditLabel().Replace(block.Text, "").Trim(' ', '(', ')', '.');
            else if (!caption.Contains(block.Text)) caption.Add(block.Text);
        }
        var text = string.Join(' ', caption);
        if (text.Length is < 3 or > Longest || CreditOnly().IsMatch(text)) return null;
        var image = Caption.Parse(text);
        return image.Caption.Length == 0 ? null : image with { Credit = image.Credit ?? credit };
    }

    [GeneratedRegex(@"^(?:(?i:source|courtesy|credit)\b.{0,80}|.{0,40}\b(?:Getty Images|Wikimedia Commons|Shutterstock|AP Photo|Alamy|Unsplash|Pixabay|Handout|EPA-EFE)\b[^.]{0,40}|[\w ]{0,25}/[\w ]{0,25})$")]
    private static partial Regex CreditOnly();

    [GeneratedRegex(@"(?i)credit|copyright|photographer|source|byline|author|rights")]
    private static partial Regex CreditName();

    [GeneratedRegex(@"^(?i:(?:image|photo|picture|photograph)?\s*(?:credit|source|copyright|by)?\s*[:：]\s*|(?:photo|image|picture)s?\s+(?:by|courtesy of)\s+|©\s*)")]
    private static partial Regex CreditLabel();

    [GeneratedRegex(@"^(?i:show more|hide caption|toggle caption|enlarge(?: this image| image)?|view image.*|open in gallery|image \d+ of \d+|\d+\s*/\s*\d+|caption|credit|read more|view gallery|expand|close|next|previous)\s*$")]
    private static partial Regex Button();
}
