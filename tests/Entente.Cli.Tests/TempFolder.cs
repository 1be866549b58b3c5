using System.IO.Compression;
using System.Text;

namespace Entente.Cli.Tests;

/// <summary>A folder of a test's own, removed with all that is in it.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>A paragraph that reads as a report.</summary>
    public const string Good = "Kenya and Uganda signed a trade agreement in Nairobi on Monday, officials of both countries said.";

    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("entente-test-").FullName;

    /// <summary>Writes a file of text as UTF-8.</summary>
    public TempFolder With(string name, string text = Good) => With(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file of bytes.</summary>
    public TempFolder With(string name, byte[] bytes)
    {
        using var file = Create(name);
        file.Write(bytes);
        return this;
    }

    /// <summary>Creates a file, and the folders above it.</summary>
    public FileStream Create(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return File.Create(path);
    }

    /// <summary>A JSON line of a good report.</summary>
    public static string Line(int id) => $$"""{"id":"{{id}}","text":"{{Good}}"}""";

    /// <summary>JSON lines of good reports.</summary>
    public static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(Line)) + "\n";

    /// <summary>Bytes as a gzip file.</summary>
    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A zip archive.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
