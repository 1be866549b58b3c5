using System.Text;
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
    public static HtmlOutline Of(IElement root)
    {
        var walk = new Walk();
        walk.Through(root);
        var outline = new HtmlOutline { Regions = [.. walk.Regions], Blocks = [.. walk.Blocks] };
        outline.SpreadRoles();
        return outline;
    }

    /// <summary>Gives each block the roles around it; a role of what holds most of the page's prose can't be meant.</summary>
    private void SpreadRoles()
    {
        var prose = new int[Blocks.Length + 1];
        for (var i = 0; i < Blocks.Length; i++)
            prose[i + 1] = prose[i] + (Blocks[i].Text.Length >= 60 && Blocks[i].LinkDensity < 0.3 ? Blocks[i].Text.Length : 0);
        var roles = new HtmlRole[Regions.Length];
        for (var i = 0; i < Regions.Length; i++)
        {
            ref var region = ref Regions[i];
            var within = prose[region.EndBlock] - prose[region.FirstBlock];
            var own = within > prose[^1] * 0.4 ? region.Own & ~HtmlRole.Chrome : region.Own;
            roles[i] = own | (region.Parent < 0 ? HtmlRole.None : roles[region.Parent]);
        }
        foreach (var block in Blocks) block.Roles = roles[block.Region];
    }

    private sealed class Walk
    {
        private readonly HtmlRoles _roles = new();
        private readonly StringBuilder _text = new();
        private readonly Stack<int> _regions = new();
        private int _linkCharacters;
        private int _links;
        private int _breaks;
        private IElement? _muted;

        public List<HtmlRegion> Regions { get; } = [];
        public List<HtmlBlock> Blocks { get; } = [];

        /// <summary>Goes from node to node without recursion, so that depth costs no stack.</summary>
        public void Through(IElement root)
        {
            Enter(root);
            INode node = root;
            while (true)
            {
                if (node.FirstChild is { } child && !(node is IElement closed && HtmlTags.KindOf(closed.LocalName) == HtmlTagKind.Raw))
                {
                    node = child;
                    Visit(node);
                    continue;
                }
                while (true)
                {
                    if (node is IElement element) Leave(element);
                    if (ReferenceEquals(node, root)) return;
                    if (node.NextSibling is { } next)
                    {
                        node = next;
                        Visit(node);
                        break;
                    }
                    node = node.Parent!;
                }
            }
        }

        private void Visit(INode node)
        {
            if (node is IText text) Append(text.Data);
            else if (node is IElement element) Enter(element);
        }

        private void Enter(IElement element)
        {
            var name = element.LocalName;
            if (name == "br")
            {
                if (++_breaks == 2) Flush();
                else AppendSpace();
                return;
            }
            if (name == "a") _links++;
            var isBlock = HtmlTags.IsBlock(name);
            var role = isBlock || (name is not "a" && element.Attributes.Length > 0) ? _roles.Of(element) : HtmlRole.None;
            if (isBlock) Flush();
            else if ((role & HtmlRole.Hidden) != 0) _muted ??= element;
            // A name or a date that begins a line stands for itself; within a sentence it is a part of it.
            else if ((role & HtmlRole.Chrome) == 0 || _text.Length > 0) return;
            OpenRegion(element, role);
        }

        private void OpenRegion(IElement element, HtmlRole role)
        {
            var parent = _regions.Count > 0 ? _regions.Peek() : -1;
            _regions.Push(Regions.Count);
            Regions.Add(new HtmlRegion { Element = element, Parent = parent, Depth = _regions.Count, Own = role, FirstBlock = Blocks.Count });
        }

        private void Leave(IElement element)
        {
            if (element.LocalName == "a") _links--;
            if (_regions.Count == 0 || !ReferenceEquals(Regions[_regions.Peek()].Element, element)) return;
            if (ReferenceEquals(_muted, element)) _muted = null;
            else Flush();
            var index = _regions.Pop();
            Regions[index] = Regions[index] with { EndBlock = Blocks.Count };
        }

        private void Append(string data)
        {
            if (_muted is not null) return;
            foreach (var c in data)
            {
                if (char.IsWhiteSpace(c)) AppendSpace();
                else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u2060'))
                {
                    _text.Append(c);
                    _breaks = 0;
                    if (_links > 0) _linkCharacters++;
                }
            }
        }

        private void AppendSpace()
        {
            if (_text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
        }

        private void Flush()
        {
            _breaks = 0;
            if (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
            if (_text.Length > 0)
            {
                var region = _regions.Peek();
                Blocks.Add(new HtmlBlock
                {
                    Text = _text.ToString(),
                    Region = region,
                    LinkCharacters = Math.Min(_linkCharacters, _text.Length),
                    Tag = Regions[region].Element.LocalName,
                });
            }
            _text.Clear();
            _linkCharacters = 0;
        }
    }
}
