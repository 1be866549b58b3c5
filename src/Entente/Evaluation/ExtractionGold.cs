using System.IO.Compression;
using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>A page of a benchmark folder with what is true of it.</summary>
internal sealed class GoldPage(string folder, string id, Dictionary<string, string> fields)
{
    /// <summary>The page's id.</summary>
    public string Id => id;

    /// <summary>A field of <c>gold.json</c>; empty if it has none.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>The page's bytes.</summary>
    public byte[] Html()
    {
        using var file = File.OpenRead(Path.Combine(folder, "html", id + ".html.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>All pages of a folder, in the order of their ids.</summary>
    public static IReadOnlyList<GoldPage> ReadAll(string folder)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "gold.json")));
        return [.. gold.RootElement.EnumerateObject()
            .Select(page => new GoldPage(folder, page.Name, Fields(page.Value)))
            .OrderBy(page => page.Id, StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Fields(JsonElement page) => page.EnumerateObject()
        .Where(field => field.Value.ValueKind == JsonValueKind.String)
        .ToDictionary(field => field.Name, field => field.Value.GetString()!);
}
