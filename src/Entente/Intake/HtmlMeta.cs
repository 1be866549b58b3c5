using AngleSharp.Dom;

namespace Entente.Intake;

/// <summary>What a page's <c>meta</c> elements say: names in lower case, contents in order.</summary>
internal sealed class HtmlMeta
{
    private readonly Dictionary<string, List<string>> _contents = new(StringComparer.Ordinal);

    /// <summary>Reads all <c>meta</c> of <paramref name="document"/>, those with <c>itemprop</c> as well.</summary>
    public static HtmlMeta Of(IDocument document)
    {
        var meta = new HtmlMeta();
        foreach (var element in document.GetElementsByTagName("meta"))
        {
            if (element.GetAttribute("content")?.Trim() is not { Length: > 0 } content) continue;
            meta.Add(element.GetAttribute("property"), content);
            meta.Add(element.GetAttribute("name"), content);
            if (element.GetAttribute("itemprop") is { } property) meta.Add("itemprop:" + property, content);
        }
        return meta;
    }

    /// <summary>The first content of the first of <paramref name="names"/> that the page has.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_contents.TryGetValue(name, out var contents)) return contents[0];
        return null;
    }

    /// <summary>All contents of a name.</summary>
    public IReadOnlyList<string> All(string name) => _contents.GetValueOrDefault(name) ?? [];

    private void Add(string? name, string content)
    {
        if (string.IsNullOrWhiteSpace(name)) return;
        var key = name.Trim().ToLowerInvariant();
        if (!_contents.TryGetValue(key, out var contents)) _contents[key] = contents = [];
        contents.Add(content);
    }
}
