using System.Text;
using Xunit;

namespace Entente.Cli.Tests;

public class InputTests
{
    [Fact]
    public void A_folder_is_read_by_name_without_hidden_files()
    {
        using var folder = new TempFolder().With("in/b.txt").With("in/a/z.txt").With("in/a.txt").With("in/.hidden.txt").With("in/.git/config.txt").With("in/C.txt").With("in/ä.txt");
        Ended.Read(folder, "in").Well().Gave("in/C.txt", "in/a.txt", "in/a/z.txt", "in/b.txt", "in/ä.txt");
    }

    [Fact]
    public void A_link_back_to_the_folder_is_not_followed()
    {
        using var folder = new TempFolder().With("in/a.txt").With("in/sub/b.txt");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "in/sub/loop"), Path.Combine(folder.Path, "in"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "in/link.txt"), Path.Combine(folder.Path, "in/a.txt"));
        Ended.Read(folder, "in").Well().Gave("in/a.txt", "in/link.txt", "in/sub/b.txt");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_fails_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may read every file");
        using var folder = new TempFolder().With("in/a.txt").With("in/b.txt").With("in/c/d.txt").With("in/e.txt");
        File.SetUnixFileMode(Path.Combine(folder.Path, "in/b.txt"), UnixFileMode.None);
        File.SetUnixFileMode(Path.Combine(folder.Path, "in/c"), UnixFileMode.None);
        var ended = Ended.Read(folder, "in");
        File.SetUnixFileMode(Path.Combine(folder.Path, "in/c"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ended.Gave("in/a.txt", "in/e.txt").Failed(("in/b.txt", "may not be opened"), ("in/c", "may not be opened"));
    }

    [Fact]
    public void Standard_input_is_read_by_what_is_in_it()
    {
        using var folder = new TempFolder();
        Ended Read(string text) => Ended.Run(folder, Encoding.UTF8.GetBytes(text), "read", "-", "--format", "article").Well();
        Read(TempFolder.Good).Gave("-");
        Read(TempFolder.Lines(2)).Gave("-#1", "-#2");
        Read($"[{TempFolder.Line(1)},\n{TempFolder.Line(2)}]").Gave("-#1", "-#2");
        Read($"<html><body><p>{TempFolder.Good}</p></body></html>").Gave("-");
    }

    [Fact]
    public void Empty_standard_input_is_said()
    {
        using var folder = new TempFolder();
        Ended.Run(folder, [], "read", "-", "--format", "article").Gave().Failed(("-", "is empty"));
    }

    [Fact]
    public void What_the_command_line_says_of_a_report_stands_in_for_what_the_input_does_not()
    {
        using var folder = new TempFolder().With("a.txt").With("b.jsonl", """{"id":"1","text":"Kenya signed.","url":"https://example.org/own","date":"2020-02-03"}""");
        var ended = Ended.Read(folder, "a.txt", "b.jsonl", "--date", "2024-01-21", "--url", "https://example.org/given", "--country", "kor").Well();
        Assert.Equal(["https://example.org/given", "https://example.org/own"], ended.Values("url"));
        Assert.Equal(["2024-01-21", "2020-02-03"], ended.Values("published"));
    }

    [Theory]
    [InlineData(0.0, 0, "  0 %")]
    [InlineData(0.5, 15, " 50 %")]
    [InlineData(1.0, 30, "100 %")]
    public void The_bar_shows_how_much_of_the_input_was_read(double share, int full, string percent)
    {
        var bar = Progress.Bar(share);
        Assert.Equal((full, 30 - full), (bar.Count(c => c == '━'), bar.Count(c => c == '┄')));
        Assert.Contains(percent, bar, StringComparison.Ordinal);
        Assert.Equal("", Progress.Bar(null));
    }

    [Fact]
    public void The_reach_counts_the_bytes_of_files_in_folders()
    {
        using var folder = new TempFolder().With("in/a.txt", new string('a', 300)).With("in/b.txt", new string('b', 100));
        var reach = new Reach([Path.Combine(folder.Path, "in")]);
        using var file = File.OpenRead(Path.Combine(folder.Path, "in/a.txt"));
        reach.Begin(file);
        Assert.Equal(0, reach.Share);
        reach.End(file);
        Assert.Equal(0.75, reach.Share);
        Assert.Null(new Reach(["-", Path.Combine(folder.Path, "in")]).Share);
    }

    [Theory]
    [InlineData("--date 21.1.2024")]
    [InlineData("--field story=body")]
    [InlineData("--field text")]
    [InlineData("--jobs 0")]
    [InlineData("--format xml")]
    [InlineData("--colour")]
    public void Wrong_usage_is_said_before_anything_is_read(string arguments)
    {
        using var folder = new TempFolder().With("a.txt");
        var ended = Ended.Run(folder, null, ["read", "a.txt", .. arguments.Split(' ')]);
        Assert.Equal(2, ended.Code);
        Assert.Empty(ended.Output);
        Assert.StartsWith("entente: ", ended.Error[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said_in_a_line()
    {
        using var folder = new TempFolder().With("a.txt");
        var ended = Ended.Read(folder, "a.txt", "-o", "no/such/folder/out.jsonl");
        Assert.NotEqual(0, ended.Code);
        Assert.Single(ended.Error);
    }

    [Fact]
    public void Output_is_the_same_however_many_are_read_at_a_time()
    {
        using var folder = new TempFolder().With("news.jsonl", TempFolder.Lines(500));
        var one = Ended.Read(folder, "news.jsonl", "--jobs", "1").Well();
        Assert.Equal(one.Output, Ended.Read(folder, "news.jsonl", "--jobs", "8").Well().Output);
    }

    [Fact]
    public void Relate_names_the_rows_that_fail_and_answers_the_others()
    {
        using var folder = new TempFolder().With("rows.jsonl", """
            {"id":"1","sentence":"Iran attacked Iraq.","source":"Iran","target":"Iraq"}
            not json
            {"id":"3","sentence":"Iran attacked Iraq.","source":"Iran","target":"Iraq"}
            """).With("cut.jsonl.gz", TempFolder.Gzip("{\"id\":\"1\"}\n"u8.ToArray())[..15]);
        var ended = Ended.Run(folder, null, "relate", "rows.jsonl").Failed(("rows.jsonl:2", "is not JSON"));
        Assert.Equal(["1", "3"], ended.Values("id"));
        Ended.Run(folder, null, "relate", "cut.jsonl.gz").Failed(("cut.jsonl.gz:1", "cut off"));
        Assert.Equal(1, Ended.Run(folder, null, "relate", "missing.jsonl").Code);
    }
}
