using AngleSharp.Dom;

namespace Entente.Intake;

/// <summary>An element that holds blocks of text.</summary>
internal struct HtmlRegion
{
    /// <summary>The element.</summary>
    public IElement Element;

    /// <summary>Index of the region around it; -1 at the root.</summary>
    public int Parent;

    /// <summary>Levels from the root.</summary>
    public int Depth;

    /// <summary>Its own roles.</summary>
    public HtmlRole Own;

    /// <summary>Index of the first block within.</summary>
    public int FirstBlock;

    /// <summary>Index after the last block within.</summary>
    public int EndBlock;
}

/// <summary>A stretch of text that a browser would set off from the next.</summary>
internal sealed class HtmlBlock
{
    /// <summary>Its words, white space collapsed.</summary>
    public required string Text { get; init; }

    /// <summary>The innermost region around it.</summary>
    public required int Region { get; init; }

    /// <summary>Characters of <see cref="Text"/> that are links.</summary>
    public required int LinkCharacters { get; init; }

    /// <summary>Name of the innermost block element.</summary>
    public required string Tag { get; init; }

    /// <summary>Roles of all elements around it, set once the outline is whole.</summary>
    public HtmlRole Roles { get; set; }

    /// <summary>Share of its characters that are links.</summary>
    public double LinkDensity => (double)LinkCharacters / Text.Length;

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];
}

/// <summary>A page's text in blocks, with the elements around them.</summary>
internal sealed class HtmlOutline
{
    /// <summary>Elements that hold text, in document order.</summary>
    public required HtmlRegion[] Regions { get; init; }

    /// <summary>The text, in document order.</summary>
    public required HtmlBlock[] Blocks { get; init; }

    /// <summary>Reads the outline of <paramref name="root"/> in one walk.</summary>
    public static HtmlOutline Of(IElement root, string? title)
    {
        var walk = new HtmlWalk();
        walk.Through(root);
        var outline = new HtmlOutline { Regions = [.. walk.Regions], Blocks = [.. walk.Blocks] };
        outline.SpreadRoles(title ?? "");
        return outline;
    }

    /// <summary>Index of the block that states the headline, as the page's title has it; -1 if none does.</summary>
    public int Headline { get; private set; } = -1;

    /// <summary>Gives each block the roles around it; a role of what holds the headline or most of the prose can't be meant by its name.</summary>
    private void SpreadRoles(string title)
    {
        Headline = Array.FindIndex(Blocks, block => block.Tag == "h1" && block.Text.Length > 10 && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase));
        var prose = new HtmlProse(this);
        var roles = new HtmlRole[Regions.Length];
        for (var i = 0; i < Regions.Length; i++)
        {
            ref var region = ref Regions[i];
            var holdsReport = prose.IsMost(region) || (Headline >= region.FirstBlock && Headline < region.EndBlock && region.Element.LocalName != "h1");
            roles[i] = (holdsReport ? region.Own & ~HtmlRole.Chrome : region.Own) | (region.Parent < 0 ? HtmlRole.None : roles[region.Parent]);
        }
        foreach (var block in Blocks) block.Roles = roles[block.Region];
    }
}
