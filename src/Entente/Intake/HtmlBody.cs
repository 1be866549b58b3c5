namespace Entente.Intake;

/// <summary>A report's body: its paragraphs, and where among the page's blocks they stand.</summary>
/// <param name="Paragraphs">The paragraphs, in order; none where the page has no prose.</param>
/// <param name="FirstBlock">Index of the first block of the region that holds them.</param>
/// <param name="EndBlock">Index after the region's last block.</param>
/// <param name="IsDescription">Whether no body was found and the page's description stands for it.</param>
internal sealed record HtmlBody(IReadOnlyList<string> Paragraphs, int FirstBlock, int EndBlock, bool IsDescription = false)
{
    /// <summary>Finds the body: the region where prose is dense, then what in it is no part of the report.</summary>
    public static HtmlBody Of(HtmlPage page, string? title)
    {
        var outline = page.Outline;
        var top = HtmlBodyRegion.Of(outline);
        var (first, end) = top < 0 ? (0, outline.Blocks.Length) : Range(outline, outline.Regions[top]);
        var description = page.Meta.First("og:description", "description", "twitter:description") ?? page.Linked.Description;
        var kept = new List<HtmlBlock>();
        var told = ToldBody.Of(page.Linked.Body);
        if (LeadBefore(outline, first, description, title) is { } lead) kept.Add(lead);
        for (var i = first; i < end; i++)
            if (HtmlBlockTest.IsPartOfReport(outline.Blocks[i], title)) kept.Add(outline.Blocks[i]);
        kept = told.Check(kept);
        var paragraphs = Distinct(WithoutEmptyHeadings(kept));
        if (Elsewhere(page, paragraphs) is { } linked) return new HtmlBody(linked, first, end);
        return paragraphs.Count == 0 && description is not null
            ? new HtmlBody([description], first, end, IsDescription: true)
            : new HtmlBody(paragraphs, first, end);
    }

    /// <summary>The region's blocks, where it holds several reports those from the page's headline to the next one.</summary>
    private static (int First, int End) Range(HtmlOutline outline, in HtmlRegion region)
    {
        if (outline.Headline < region.FirstBlock || outline.Headline >= region.EndBlock) return (region.FirstBlock, region.EndBlock);
        var headline = outline.Blocks[outline.Headline].Text;
        for (var i = outline.Headline + 1; i < region.EndBlock; i++)
            if (outline.Blocks[i].Tag == "h1" && outline.Blocks[i].Text.Length > 20 && outline.Blocks[i].Text != headline
                && !IsAmongParagraphs(outline, i) && IsProse(outline, outline.Headline, i))
                return (outline.Headline, i);
        return (region.FirstBlock, region.EndBlock);
    }

    /// <summary>A heading beside paragraphs is a subhead, whatever its rank; a report's headline stands in a box of its own.</summary>
    private static bool IsAmongParagraphs(HtmlOutline outline, int heading)
    {
        var parent = outline.Regions[outline.Blocks[heading].Region].Parent;
        return heading + 1 < outline.Blocks.Length && outline.Regions[outline.Blocks[heading + 1].Region].Parent == parent
            && outline.Blocks[heading + 1].Tag == "p";
    }

    private static bool IsProse(HtmlOutline outline, int first, int end)
    {
        var prose = 0;
        for (var i = first; i < end; i++)
            if ((outline.Blocks[i].Roles & HtmlRole.Chrome) == 0 && outline.Blocks[i].Text.Length > 80) prose += outline.Blocks[i].Text.Length;
        return prose > 600;
    }

    /// <summary>The body that JSON-LD gives, where the page itself has it behind a script.</summary>
    private static List<string>? Elsewhere(HtmlPage page, List<string> paragraphs)
    {
        if (page.Linked.Body is not { Length: > 200 } body) return null;
        var found = paragraphs.Sum(paragraph => paragraph.Length);
        if (found > body.Length * 0.5) return null;
        return [.. body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The lead that stands outside the body: told by its class or by the page's description.</summary>
    private static HtmlBlock? LeadBefore(HtmlOutline outline, int first, string? description, string? title)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 25); i--)
        {
            var block = outline.Blocks[i];
            if (block.Roles.HasFlag(HtmlRole.Title) || block.Tag == "h1") return null;
            if ((block.Roles & HtmlRole.Chrome) != 0 || block.LinkDensity > 0.3 || block.Text.Length is < 20 or > 600) continue;
            var described = description is not null && description.StartsWith(block.Text[..Math.Min(block.Text.Length, 60)], StringComparison.OrdinalIgnoreCase);
            var follows = outline.Headline >= 0 && i - outline.Headline is 1 or 2;
            if ((described || follows || block.Roles.HasFlag(HtmlRole.Lead)) && HtmlBlockTest.IsPartOfReport(block, title)) return block;
        }
        return null;
    }

    /// <summary>A heading that nothing follows but another heading heads a list that was left out.</summary>
    private static List<HtmlBlock> WithoutEmptyHeadings(List<HtmlBlock> blocks)
    {
        var kept = new List<HtmlBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
            if (!blocks[i].IsHeading || (i + 1 < blocks.Count && !blocks[i + 1].IsHeading)) kept.Add(blocks[i]);
        return kept;
    }

    /// <summary>Pages state a paragraph twice for two widths of screen.</summary>
    private static List<string> Distinct(List<HtmlBlock> blocks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new List<string>(blocks.Count);
        foreach (var block in blocks)
            if (seen.Add(block.Text) || block.Text.Length < 20) texts.Add(block.Text);
        return texts;
    }
}
