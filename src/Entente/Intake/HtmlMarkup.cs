using System.Buffers;
using System.Text;

namespace Entente.Intake;

/// <summary>A page's markup thinned to what reading needs, with bounds on its size, depth and number of tags.</summary>
/// <param name="Html">The thinned markup.</param>
/// <param name="LinkedData">Contents of the page's JSON-LD scripts.</param>
internal sealed record HtmlMarkup(string Html, IReadOnlyList<string> LinkedData)
{
    // A tree builder takes quadratic time or space on deep nesting, on formatting elements that are never closed and on
    // tags with thousands of attributes. These bounds lie far above what the pages we measured hold: depth 77 at most.
    private const int MaxCharacters = 32 << 20;
    private const int MaxThinned = 8 << 20;
    private const int MaxTags = 300_000;
    private const int MaxDepth = 200;
    private const int MaxFormatting = 16;
    private const int MaxLinkedData = 2 << 20;

    /// <summary>Thins <paramref name="html"/>: no scripts, styles, comments or drawings, only the attributes that are read.</summary>
    public static HtmlMarkup Thin(string html, ICollection<string> warnings)
    {
        var thinner = new Thinner(html.Length > MaxCharacters ? html.AsSpan(0, MaxCharacters) : html);
        var cut = thinner.Run() || html.Length > MaxCharacters;
        if (cut) warnings.Add($"The page is too large: read up to its {thinner.Position:N0}th character");
        if (thinner.Flattened > 0) warnings.Add($"The page is nested deeper than {MaxDepth} elements: {thinner.Flattened:N0} tags were flattened");
        return new HtmlMarkup(thinner.Html, thinner.LinkedData);
    }

    private ref struct Thinner(ReadOnlySpan<char> html)
    {
        private readonly ReadOnlySpan<char> _html = html;
        private readonly StringBuilder _out = new(Math.Min(html.Length, MaxThinned) / 2 + 64);
        private readonly List<(int Hash, bool Formatting)> _open = [];
        private readonly Dictionary<string, int> _closings = [];
        private int _formatting;
        private int _dropped;
        private int _tags;
        private int _linked;

        public int Position { get; private set; }
        public int Flattened { get; private set; }
        public List<string> LinkedData { get; } = [];
        public readonly string Html => _out.ToString();

        /// <summary>Goes through the page; true if it was cut.</summary>
        public bool Run()
        {
            _out.Append("<!DOCTYPE html>");
            while (Position < _html.Length)
            {
                if (_tags > MaxTags || _out.Length > MaxThinned) return true;
                var next = _html[Position..].IndexOf('<');
                var text = next < 0 ? _html[Position..] : _html.Slice(Position, next);
                if (_out.Length + text.Length > MaxThinned) text = text[..(MaxThinned - _out.Length)];
                _out.Append(text);
                Position += text.Length;
                if (next < 0) return Position < _html.Length;
                if (text.Length < next) return true;
                Tag();
            }
            return false;
        }

        private void Tag()
        {
            var rest = _html[Position..];
            if (rest.StartsWith("<!--")) SkipComment(rest);
            else if (rest.Length > 1 && (rest[1] is '!' or '?' || (rest[1] == '/' && rest.Length > 2 && !char.IsAsciiLetter(rest[2])))) Position += EndOf(rest, '>');
            else if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2])) EndTag(rest);
            else if (rest.Length > 1 && char.IsAsciiLetter(rest[1])) StartTag(rest);
            else
            {
                _out.Append("&lt;");
                Position++;
            }
        }

        private void SkipComment(ReadOnlySpan<char> rest)
        {
            if (rest.StartsWith("<!-->"))
            {
                Position += 5;
                return;
            }
            var end = rest[4..].IndexOf("-->");
            Position += end < 0 ? rest.Length : end + 7;
        }

        private static int EndOf(ReadOnlySpan<char> rest, char mark)
        {
            var end = rest.IndexOf(mark);
            return end < 0 ? rest.Length : end + 1;
        }

        private void EndTag(ReadOnlySpan<char> rest)
        {
            var name = NameAt(rest[2..]);
            Position += EndOf(rest, '>');
            var hash = HtmlTags.Hash(name);
            var at = _open.Count - 1;
            for (var low = Math.Max(0, at - 24); at >= low && _open[at].Hash != hash;) at--;
            if (at < 0 || _open[at].Hash != hash)
            {
                // Beyond the bound, ends belong to starts that were left out.
                if (_dropped > 0) _dropped--;
                else if (!HtmlTags.IsVoid(name)) Write(name, end: true);
                return;
            }
            if (_dropped > 0 && at < _open.Count - 1) _dropped = 0;
            PopTo(at);
            Write(name, end: true);
        }

        private void Write(ReadOnlySpan<char> name, bool end)
        {
            _out.Append(end ? "</" : "<").Append(name).Append('>');
            _tags++;
        }

        private void PopTo(int at)
        {
            for (var i = _open.Count - 1; i >= at; i--)
            {
                if (_open[i].Formatting) _formatting--;
                _open.RemoveAt(i);
            }
        }

        private void StartTag(ReadOnlySpan<char> rest)
        {
            var name = NameAt(rest[1..]);
            var attributes = new HtmlAttributes(rest[(1 + name.Length)..]);
            var kind = HtmlTags.KindOf(name);
            var mark = _out.Length;
            _out.Append('<').Append(name);
            var isJsonLd = attributes.CopyTo(_out);
            _out.Append('>');
            Position += 1 + name.Length + attributes.Length;
            if (kind == HtmlTagKind.Raw)
            {
                _out.Length = mark;
                SkipRaw(name, isJsonLd);
            }
            else if (kind == HtmlTagKind.Text) CopyText(name, mark);
            else if (kind == HtmlTagKind.Void) _tags++;
            else if (kind == HtmlTagKind.Dropped || !Open(name, kind)) _out.Length = mark;
            else _tags++;
        }

        /// <summary>Whether the tag may stand: within the bounds of depth.</summary>
        private bool Open(ReadOnlySpan<char> name, HtmlTagKind kind)
        {
            var hash = HtmlTags.Hash(name);
            if (kind == HtmlTagKind.ClosesItself) CloseOwnKind(hash);
            var formatting = kind == HtmlTagKind.Formatting;
            if (_open.Count >= MaxDepth || (formatting && _formatting >= MaxFormatting))
            {
                if (_open.Count >= MaxDepth)
                {
                    _dropped++;
                    Flattened++;
                }
                _out.Append(' ');
                return false;
            }
            _open.Add((hash, formatting));
            if (formatting) _formatting++;
            return true;
        }

        /// <summary>A paragraph, list item or cell ends the one before it, which pages leave open.</summary>
        private void CloseOwnKind(int hash)
        {
            for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - 8); i--)
            {
                if (_open[i].Hash == hash)
                {
                    PopTo(i);
                    return;
                }
                if (!_open[i].Formatting) return;
            }
        }

        private void SkipRaw(ReadOnlySpan<char> name, bool isJsonLd)
        {
            if (HtmlTags.IsForeign(name) && _html[..Position].EndsWith("/>")) return;
            var end = ClosingTag(name);
            var content = _html[Position..(end < 0 ? _html.Length : end)];
            if (end < 0 && !name.Equals("script", StringComparison.OrdinalIgnoreCase)) return;
            if (isJsonLd && _linked + content.Length <= MaxLinkedData)
            {
                LinkedData.Add(content.ToString());
                _linked += content.Length;
            }
            Position += content.Length;
            if (end >= 0) Position += EndOf(_html[Position..], '>');
        }

        /// <summary>Title and the like: their content is text, whatever it looks like.</summary>
        private void CopyText(ReadOnlySpan<char> name, int mark)
        {
            var end = ClosingTag(name);
            if (end < 0 || end - Position > MaxThinned / 8)
            {
                _out.Length = mark;
                return;
            }
            foreach (var c in _html[Position..end])
                if (c == '<') _out.Append("&lt;");
                else _out.Append(c);
            Write(name, end: true);
            Position = end + EndOf(_html[end..], '>');
        }

        /// <summary>Where the next end tag of <paramref name="name"/> begins, or -1; none is looked for twice.</summary>
        private readonly int ClosingTag(ReadOnlySpan<char> name)
        {
            var key = name.ToString().ToLowerInvariant();
            if (_closings.TryGetValue(key, out var known) && (known < 0 || known >= Position)) return known;
            var found = _html[Position..].IndexOf("</" + key, StringComparison.OrdinalIgnoreCase);
            return _closings[key] = found < 0 ? -1 : Position + found;
        }

        private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
        {
            var end = text.IndexOfAny(NameEnds);
            return end < 0 ? text : text[..end];
        }
    }

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
}
