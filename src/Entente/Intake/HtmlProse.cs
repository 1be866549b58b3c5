namespace Entente.Intake;

/// <summary>How much running text a page's regions hold, by sums over its blocks.</summary>
internal sealed class HtmlProse
{
    private readonly int[] _all;
    private readonly int[] _body;

    /// <summary>Sums up the blocks of <paramref name="outline"/>; those in regions that are called a body apart.</summary>
    public HtmlProse(HtmlOutline outline)
    {
        var blocks = outline.Blocks;
        var isBody = new bool[outline.Regions.Length];
        for (var i = 0; i < isBody.Length; i++)
        {
            ref readonly var region = ref outline.Regions[i];
            isBody[i] = (region.Parent >= 0 && isBody[region.Parent]) || region.Element.LocalName == "article"
                || (region.Own.HasFlag(HtmlRole.Body) && (region.Own & HtmlRole.Chrome) == 0);
        }
        _all = new int[blocks.Length + 1];
        _body = new int[blocks.Length + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            var prose = blocks[i].Text.Length >= 60 && blocks[i].LinkDensity < 0.3 ? blocks[i].Text.Length : 0;
            _all[i + 1] = _all[i] + prose;
            _body[i + 1] = _body[i] + (isBody[blocks[i].Region] ? prose : 0);
        }
    }

    /// <summary>Whether a region holds so much of the page's prose, and of its bodies, that the report must be in it.</summary>
    public bool IsMost(in HtmlRegion region) =>
        _all[region.EndBlock] - _all[region.FirstBlock] > _all[^1] * 0.4
        && (_body[^1] < 300 || _body[region.EndBlock] - _body[region.FirstBlock] > _body[^1] * 0.4);
}
