using System.Collections.Frozen;

namespace Entente.Intake;

/// <summary>How a tag is treated when markup is thinned.</summary>
internal enum HtmlTagKind
{
    /// <summary>An element with content.</summary>
    Plain,

    /// <summary>An element without content.</summary>
    Void,

    /// <summary>Its content is not for reading: left out with it.</summary>
    Raw,

    /// <summary>Its content is text without markup.</summary>
    Text,

    /// <summary>Text stays in force beyond its parent's end until it is closed.</summary>
    Formatting,

    /// <summary>Starting it ends the one before it.</summary>
    ClosesItself,

    /// <summary>The tag is left out, its content stays.</summary>
    Dropped,
}

/// <summary>What HTML says of tags by their names.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTagKind> Kinds = Table(
        (HtmlTagKind.Void, "area base br col embed hr img input link meta param source track wbr"),
        (HtmlTagKind.Raw, "script style svg noscript iframe template noframes noembed xmp canvas math select object applet audio textarea"),
        (HtmlTagKind.Text, "title"),
        (HtmlTagKind.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        (HtmlTagKind.ClosesItself, "p li dt dd tr td th option"),
        (HtmlTagKind.Dropped, "plaintext frameset frame"));

    private static readonly FrozenSet<string> Blocks = (
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure " +
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre search section " +
        "summary table tbody td tfoot th thead tr ul").Split(' ').ToFrozenSet();

    private static readonly FrozenDictionary<string, HtmlTagKind>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How the tag is treated.</summary>
    public static HtmlTagKind KindOf(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name, out var kind) ? kind : HtmlTagKind.Plain;

    /// <summary>Whether the element has no content and so no end.</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) => KindOf(name) == HtmlTagKind.Void;

    /// <summary>Whether a browser sets the element off from what is before and after it; custom elements mostly do.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name) || name.Contains('-');

    /// <summary>Whether a slash before the tag's end is its end: so it is in drawings and formulas.</summary>
    public static bool IsForeign(ReadOnlySpan<char> name) =>
        name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);

    /// <summary>A number for a name, the same for upper and lower case; not for keeping.</summary>
    public static int Hash(ReadOnlySpan<char> name)
    {
        var hash = 17;
        foreach (var c in name) hash = hash * 31 + (c | 0x20);
        return hash;
    }

    private static FrozenDictionary<string, HtmlTagKind> Table(params (HtmlTagKind Kind, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Kind)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);
}
