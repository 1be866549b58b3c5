namespace Entente.Intake;

/// <summary>Chooses the region of a page that holds the report, in the manner of Readability: prose lends its weight to what is around it.</summary>
internal static class HtmlBodyRegion
{
    /// <summary>Index of the region; -1 where no block is prose.</summary>
    public static int Of(HtmlOutline outline)
    {
        var scores = Scores(outline);
        var best = -1;
        var bestScore = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0) continue;
            var score = scores[i] * (1 - LinkDensity(outline, i));
            if (score > bestScore) (best, bestScore) = (i, score);
        }
        return best < 0 ? -1 : OwnArticle(outline, best) ?? Widen(outline, best);
    }

    /// <summary>The article element around the page's headline, where the prose lies densest in another report's.</summary>
    private static int? OwnArticle(HtmlOutline outline, int best)
    {
        if (outline.Headline < 0 || ArticleAround(outline, best) is not { } other || Holds(outline, other, outline.Headline)) return null;
        return ArticleAround(outline, outline.Blocks[outline.Headline].Region) is { } own && Prose(outline, own) > 250 ? own : null;
    }

    private static int? ArticleAround(HtmlOutline outline, int region)
    {
        for (var i = region; i >= 0; i = outline.Regions[i].Parent)
            if (outline.Regions[i].Element.LocalName == "article") return i;
        return null;
    }

    private static double[] Scores(HtmlOutline outline)
    {
        var scores = new double[outline.Regions.Length];
        foreach (var block in outline.Blocks)
        {
            var weight = Weight(block);
            if (weight <= 0) continue;
            var parent = block.Region;
            // The paragraph's own element is too narrow: the regions around it gain.
            if (block.Tag is "p" or "li" or "blockquote" or "h2" or "h3" or "h4") parent = outline.Regions[parent].Parent;
            for (var level = 1; parent >= 0 && level <= 5; level++, parent = outline.Regions[parent].Parent)
                scores[parent] += weight / (level == 1 ? 1 : level == 2 ? 2 : level * 3);
        }
        for (var i = 0; i < scores.Length; i++)
            if (outline.Regions[i].Own.HasFlag(HtmlRole.Body)) scores[i] *= 1.25;
        return scores;
    }

    private static double Weight(HtmlBlock block)
    {
        if ((block.Roles & HtmlRole.Chrome) != 0 || block.Text.Length < 25 || block.LinkDensity > 0.5) return 0;
        var commas = block.Text.AsSpan().Count(',') + block.Text.AsSpan().Count('，') + block.Text.AsSpan().Count('、');
        return (1 + Math.Min(commas, 10) + Math.Min(block.Text.Length / 100.0, 3)) * (1 - block.LinkDensity);
    }

    private static double LinkDensity(HtmlOutline outline, int region)
    {
        int links = 0, all = 1;
        for (var i = outline.Regions[region].FirstBlock; i < outline.Regions[region].EndBlock; i++)
        {
            if ((outline.Blocks[i].Roles & HtmlRole.Chrome) != 0) continue;
            links += outline.Blocks[i].LinkCharacters;
            all += outline.Blocks[i].Text.Length;
        }
        return (double)links / all;
    }

    /// <summary>Climbs while the region around adds much prose: bodies are cut into parts by advertisements.</summary>
    private static int Widen(HtmlOutline outline, int region)
    {
        var chosen = region;
        var prose = Prose(outline, region);
        for (var around = outline.Regions[region].Parent; around >= 0; around = outline.Regions[around].Parent)
        {
            if (outline.Regions[chosen].Element.LocalName == "article" && prose >= 500) break;
            if (Holds(outline, chosen, outline.Headline) || Headlines(outline, around) > Math.Max(1, Headlines(outline, chosen))) break;
            var more = Prose(outline, around);
            if (more - prose < prose * 0.2) continue;
            (chosen, prose) = (around, more);
        }
        return chosen;
    }

    private static bool Holds(HtmlOutline outline, int region, int block) =>
        block >= outline.Regions[region].FirstBlock && block < outline.Regions[region].EndBlock;

    /// <summary>Headlines of reports: more than one tells a list of reports.</summary>
    private static int Headlines(HtmlOutline outline, int region)
    {
        var headlines = new HashSet<string>();
        for (var i = outline.Regions[region].FirstBlock; i < outline.Regions[region].EndBlock; i++)
            if (outline.Blocks[i].Tag == "h1" && outline.Blocks[i].Text.Length > 20) headlines.Add(outline.Blocks[i].Text);
        return headlines.Count;
    }

    private static int Prose(HtmlOutline outline, int region)
    {
        var prose = 0;
        for (var i = outline.Regions[region].FirstBlock; i < outline.Regions[region].EndBlock; i++)
        {
            var block = outline.Blocks[i];
            if ((block.Roles & HtmlRole.Chrome) == 0 && block.Text.Length >= 80 && block.LinkDensity < 0.3) prose += block.Text.Length;
        }
        return prose;
    }
}
