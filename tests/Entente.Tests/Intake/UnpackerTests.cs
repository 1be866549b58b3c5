using System.IO.Compression;
using System.Text;
using CsCheck;
using Entente.Intake;
using Xunit;

namespace Entente.Tests.Intake;

public class UnpackerTests
{
    private static readonly string[] Names = ["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.gz", "a.csv.gz", "a.zip", "a.conllu"];

    /// <summary>Bytes that lead into the readers, where wholly random ones would be turned away at the door.</summary>
    private static readonly byte[][] Heads =
    [
        [], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], [0x50, 0x4B, 3, 4, 20, 0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0],
        .. new[] { "<html><body><p>", "{\"text\":\"", "[{\"text\":\"", "{\n", "id,text\n1,\"", "id\ttext\n1\t\"", "Title\n\n[Seoul=", "\"", "#", "Photo: (" }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly Gen<byte[]> Mixed = Gen.Select(
        Gen.OneOf(Heads),
        Gen.OneOf(Gen.Byte.Array[0, 3000], Gen.Char.Array[0, 1000].Select(c => Encoding.UTF8.GetBytes(c)), Gen.OneOf("\n\"{}[]<>,:;\t#|=()/\\ ab1\r&-é사".ToCharArray()).Array[0, 1000].Select(c => Encoding.UTF8.GetBytes(c))),
        (head, rest) => (byte[])[.. head, .. rest]);

    [Fact]
    public void Any_bytes_give_articles_or_say_why_not()
    {
        Gen.Select(Gen.OneOf(Names), Mixed).Sample((name, bytes) => ReadAll(name, bytes), iter: 3000, threads: 1);
    }

    [Fact]
    public void Any_bytes_packed_give_articles_or_say_why_not()
    {
        Gen.Select(Gen.OneOf(Names), Mixed, Gen.Int[0, 60], Gen.Bool).Sample((name, bytes, cut, zip) =>
        {
            var packed = zip ? Zip(name, bytes) : Gzip(bytes);
            ReadAll("a.gz", packed.AsSpan(0, Math.Max(0, packed.Length - cut)).ToArray());
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Rows_of_any_bytes_are_read_or_fail()
    {
        Gen.Select(Gen.OneOf(Names), Mixed).Sample((name, bytes) =>
        {
            foreach (var row in Unpacker.OpenRows(new MemoryStream(bytes), name)) Assert.True(row.Fields is null != row.Failure is null);
        }, iter: 1000, threads: 1);
    }

    [Fact]
    public void A_stream_that_can_not_seek_gives_what_the_file_gives()
    {
        var zip = Zip("a.txt", "Kenya signed a treaty with Uganda."u8.ToArray());
        var streamed = Unpacker.Open(new Trickle(zip, 7), "a.zip", Hints.None, FieldNames.Default).ToList();
        var report = Assert.IsType<RawReport>(Assert.Single(streamed));
        Assert.Equal("a.zip/a.txt", report.Input);
        Assert.Equal("Kenya signed a treaty with Uganda.", ArticleMaker.Read(report).Text);
    }

    private static void ReadAll(string name, byte[] bytes)
    {
        foreach (var arrival in Unpacker.Open(new MemoryStream(bytes), name, Hints.None, FieldNames.Default))
        {
            if (arrival is not RawReport report) continue;
            try
            {
                var article = ArticleMaker.Read(report);
                Assert.All(article.Paragraphs, p => Assert.InRange(p.End, p.Start + 1, article.Text.Length));
            }
            catch (IntakeException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(string name, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry(name).Open())
            entry.Write(bytes);
        return packed.ToArray();
    }
}
