using System.Text;
using AngleSharp.Dom;

namespace Entente.Intake;

/// <summary>Goes through a page's tree and cuts its text into blocks.</summary>
internal sealed class HtmlWalk
{
    private readonly HtmlRoles _roles = new();
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _regions = new();
    private int _linkCharacters;
    private int _links;
    private int _breaks;
    private IElement? _muted;

    /// <summary>Elements that hold text, in document order.</summary>
    public List<HtmlRegion> Regions { get; } = [];
    /// <summary>The text, in document order.</summary>
    public List<HtmlBlock> Blocks { get; } = [];

    /// <summary>
    /// Goes through the tree without recursion, so that depth costs no stack, and by index: to ask a node for its next
    /// sibling takes AngleSharp time in proportion to the siblings.
    /// </summary>
    public void Through(IElement root)
    {
        var open = new Stack<(IElement Element, int Next)>();
        Enter(root);
        open.Push((root, 0));
        while (open.TryPop(out var top))
        {
            var (element, next) = top;
            if (next >= element.ChildNodes.Length || element.LocalName == "head" || HtmlTags.KindOf(element.LocalName) == HtmlTagKind.Raw)
            {
                Leave(element);
                continue;
            }
            open.Push((element, next + 1));
            var child = element.ChildNodes[next];
            if (child is IText text) Append(text.Data);
            else if (child is IElement inner)
            {
                Enter(inner);
                open.Push((inner, 0));
            }
        }
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
