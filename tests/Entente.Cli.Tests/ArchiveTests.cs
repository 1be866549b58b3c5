using System.Text;
using Xunit;

namespace Entente.Cli.Tests;

public class ArchiveTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(TempFolder.Good);

    [Fact]
    public void Ten_gigabytes_of_nothing_in_a_small_file_are_not_unfolded()
    {
        using var folder = new TempFolder().With("good.txt");
        using (var file = folder.Create("zeros.gz")) Bomb.WriteGzip(file, 0);
        using (var file = folder.Create("zeros.zip")) Bomb.WriteZip(file, "zeros", 0);
        using (var file = folder.Create("text.txt.gz")) Bomb.WriteGzip(file, (byte)'a');
        using (var file = folder.Create("rows.jsonl.gz")) Bomb.WriteGzip(file, (byte)' ');
        using (var file = folder.Create("rows.zip")) Bomb.WriteZip(file, "rows.jsonl", (byte)' ');
        Ended.Read(folder, "zeros.gz", "zeros.zip", "text.txt.gz", "rows.jsonl.gz", "rows.zip", "good.txt").Gave("good.txt").Failed(
            ("zeros.gz", "is not text"), ("zeros.zip/zeros", "is not text"), ("text.txt.gz", "larger than 16 MB"),
            ("rows.jsonl.gz", "a decompression bomb"), ("rows.zip/rows.jsonl", "a decompression bomb"));
    }

    [Fact]
    public void Many_entries_that_are_large_together_are_a_bomb_too()
    {
        var rows = new byte[200 << 20];
        rows.AsSpan().Fill((byte)' ');
        for (var i = 0; i < rows.Length; i += 1 << 20) rows[i] = (byte)'\n';
        var packed = TempFolder.Gzip(rows);
        using var folder = new TempFolder().With("many.zip", TempFolder.Zip([("0.txt", Good), .. Enumerable.Range(10, 30).Select(i => ($"{i}.jsonl.gz", packed))])).With("good.txt");
        Ended.Read(folder, "many.zip", "good.txt").Gave("many.zip/0.txt", "good.txt").Failed(("many.zip", "a decompression bomb"));
    }

    [Fact]
    public void A_broken_entry_of_a_zip_fails_alone()
    {
        var zip = TempFolder.Zip(("a.txt", Good), ("b.txt", Good), ("c.txt", Good));
        var second = zip.AsSpan().IndexOf("b.txt"u8) + 5;
        zip.AsSpan(second, 20).Fill(0xFF);
        using var folder = new TempFolder().With("broken.zip", zip).With("good.txt");
        Ended.Read(folder, "broken.zip", "good.txt").Gave("broken.zip/a.txt", "broken.zip/c.txt", "good.txt").Failed(("broken.zip/b.txt", "is broken"));
    }

    [Fact]
    public void A_zip_whose_directory_is_cut_off_fails_alone()
    {
        var zip = TempFolder.Zip(("a.txt", Good), ("b.txt", Good));
        using var folder = new TempFolder().With("cut.zip", zip[..^30]).With("good.txt");
        Ended.Read(folder, "cut.zip", "good.txt").Gave("good.txt").Failed(("cut.zip", "is broken or cut off"));
    }

    [Fact]
    public void Archives_in_archives_are_read_three_deep()
    {
        var zip = TempFolder.Zip(("deepest.txt", Good));
        for (var level = 3; level >= 1; level--) zip = TempFolder.Zip(("a.txt", Good), ("b.zip", zip), ("c.jsonl.gz", TempFolder.Gzip(Encoding.UTF8.GetBytes(TempFolder.Lines(1)))));
        using var folder = new TempFolder().With("nested.zip", zip);
        Ended.Read(folder, "nested.zip").Gave("nested.zip/a.txt", "nested.zip/b.zip/a.txt", "nested.zip/b.zip/b.zip/a.txt", "nested.zip/b.zip/c.jsonl.gz#1", "nested.zip/c.jsonl.gz#1").Failed(
            ("nested.zip/b.zip/b.zip/b.zip", "unpack it first"), ("nested.zip/b.zip/b.zip/c.jsonl.gz", "unpack it first"));
    }

    [Fact]
    public void An_archive_on_standard_input_is_read()
    {
        using var folder = new TempFolder();
        Ended.Run(folder, TempFolder.Zip(("a.txt", Good), ("b.txt", Good)), "read", "-", "--format", "article").Well().Gave("-/a.txt", "-/b.txt");
    }
}
