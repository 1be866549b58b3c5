using System.Text.Json;
using Xunit;

namespace Entente.Cli.Tests;

/// <summary>The program as a process on a corpus of two sentences.</summary>
public class CorpusProgramTests
{
    private const string Batch = """
        @ x-1-001 2019-03-12
        On Monday [a:Kenyan police] {1:arrested} [b:eleven union leaders] in Mombasa.
        a organisation KEN COP
        b population KEN LAB
        1 COERCE.arrest a > b | active | date 2019-03-11 | cameo 173

        @ x-1-002 2019-03-12
        The striker bombarded the goal of [a:Mombasa] for an hour.
        a organisation KEN CVL
        none sport: a match

        """;

    private static TempFolder Folder(string batch = Batch) =>
        new TempFolder().With("corpus/sentences/x-1.txt", batch).With("corpus/splits.tsv", "batch\tpart\nx-1\tdev\n");

    [Fact]
    public void A_corpus_without_fault_is_checked_and_counted()
    {
        using var folder = Folder();
        Assert.Equal("0 reports, 2 sentences, 0 faults", Ended.Run(folder, null, "corpus", "check", "corpus").Well().Output[^1]);
        Assert.Contains(Ended.Run(folder, null, "corpus", "stats", "corpus").Well().Output, line => line.StartsWith("| COERCE | 1 |", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_is_named_with_file_and_line_and_fails()
    {
        using var folder = Folder(Batch.Replace("COERCE.arrest", "COERCE.bribe", StringComparison.Ordinal));
        var ended = Ended.Run(folder, null, "corpus", "check", "corpus/sentences/x-1.txt");
        Assert.Equal(1, ended.Code);
        Assert.Equal("corpus/sentences/x-1.txt:5: x-1-001: COERCE has no mode bribe", Assert.Single(ended.Output));
    }

    [Fact]
    public void A_file_is_shown_as_the_reading_that_it_asks_for()
    {
        using var folder = Folder();
        var lines = Ended.Run(folder, null, "corpus", "show", "corpus/sentences/x-1.txt", "--format", "json").Well().Output;
        using var reading = JsonDocument.Parse(lines[0]);
        var read = reading.RootElement.GetProperty("events")[0];
        Assert.Equal(("COERCE", "173", "arrested"), (read.GetProperty("type").GetString(), read.GetProperty("cameo").GetString(), Words(reading.RootElement, read.GetProperty("trigger"))));
        Assert.Contains(Ended.Run(folder, null, "corpus", "show", "corpus/sentences/x-1.txt").Well().Output, line => line.Contains("COERCE arrest", StringComparison.Ordinal));
    }

    [Fact]
    public void The_engine_is_scored_and_its_errors_are_sorted_by_cause()
    {
        using var folder = Folder();
        Assert.Contains(Ended.Run(folder, null, "eval", "corpus", "corpus", "--split", "dev").Well().Output, line => line.StartsWith("events pair", StringComparison.Ordinal));
        Assert.StartsWith("cause", Ended.Run(folder, null, "eval", "corpus", "corpus", "--causes").Well().Output[0], StringComparison.Ordinal);
        Assert.Equal(1, Ended.Run(folder, null, "eval", "corpus", "corpus", "--split", "test").Code);
    }

    [Fact]
    public void Two_annotations_are_compared_and_bare_texts_printed_for_the_second()
    {
        using var folder = Folder().With("second/sentences/y.txt", Batch);
        Assert.Contains(Ended.Run(folder, null, "corpus", "agree", "corpus", "second").Well().Output, line => line.StartsWith("all", StringComparison.Ordinal) && line.Contains("1.0000", StringComparison.Ordinal));
        var bare = Ended.Run(folder, null, "corpus", "bare", "corpus/sentences/x-1.txt").Well().Output;
        Assert.Equal(["@ x-1-001 2019-03-12", "On Monday Kenyan police arrested eleven union leaders in Mombasa."], bare.Take(2));
    }

    [Fact]
    public void A_folder_without_corpus_is_named()
    {
        using var folder = new TempFolder();
        var ended = Ended.Run(folder, null, "corpus", "check", folder.Path);
        Assert.Equal(1, ended.Code);
        Assert.Contains("holds no corpus", Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    private static string Words(JsonElement reading, JsonElement span) =>
        reading.GetProperty("article").GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()];
}
