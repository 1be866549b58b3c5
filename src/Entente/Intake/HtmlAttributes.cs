using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Entente.Intake;

/// <summary>The attributes of one start tag, as they stand in the markup.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> afterName)
{
    private const int MaxValue = 16_384;
    private const int MaxCopied = 24;

    private static readonly FrozenSet<string> Read = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "alt", "aria-hidden", "aria-label", "charset", "class", "content", "data-component", "data-date", "data-datetime",
        "data-published", "data-testid", "data-time", "data-timestamp", "data-type", "datetime", "hidden", "href",
        "http-equiv", "id", "itemprop", "itemscope", "itemtype", "lang", "name", "property", "pubdate", "rel", "role", "style",
        "title", "type", "xml:lang");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadBySpan =
        Read.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\f>");
    private const string Space = " \t\r\n\f/";

    private readonly ReadOnlySpan<char> _text = afterName;

    /// <summary>Characters up to and with the tag's end; known after <see cref="CopyTo"/>.</summary>
    public int Length { get; private set; }

    /// <summary>Writes the attributes that are read; true if one says that the content is JSON-LD.</summary>
    public bool CopyTo(StringBuilder output)
    {
        var json = false;
        var copied = 0;
        while (Next(out var name, out var value))
        {
            json |= value.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
            if (value.Length > MaxValue || !ReadBySpan.Contains(name) || ++copied > MaxCopied) continue;
            output.Append(' ').Append(name).Append("=\"");
            if (value.Contains('"')) output.Append(value.ToString().Replace("\"", "&quot;"));
            else output.Append(value);
            output.Append('"');
        }
        return json;
    }

    private bool Next(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        var rest = _text[Length..];
        Length += rest.Length - rest.TrimStart(Space).Length;
        rest = _text[Length..];
        if (rest.IsEmpty) return false;
        if (rest[0] == '>')
        {
            Length++;
            return false;
        }
        // An equals sign at the head belongs to the name, as browsers have it.
        var end = rest[1..].IndexOfAny(NameEnds) + 1;
        if (end == 0) end = rest.Length;
        name = rest[..end];
        Length += end;
        rest = _text[Length..].TrimStart(" \t\r\n\f");
        if (rest is not ['=', ..]) return true;
        rest = rest[1..].TrimStart(" \t\r\n\f");
        value = Value(rest, out var taken);
        Length = _text.Length - rest.Length + taken;
        return true;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest, out int taken)
    {
        if (rest is ['"' or '\'', ..])
        {
            var close = rest[1..].IndexOf(rest[0]);
            taken = close < 0 ? rest.Length : close + 2;
            return close < 0 ? rest[1..] : rest.Slice(1, close);
        }
        var end = rest.IndexOfAny(ValueEnds);
        taken = end < 0 ? rest.Length : end;
        return rest[..taken];
    }
}
