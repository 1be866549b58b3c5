using System.Diagnostics;
using Xunit;

namespace Entente.Cli.Tests;

/// <summary>Starts the built program as a process.</summary>
public sealed class ReadProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-read-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("view", "WHAT HAPPENED")]
    [InlineData("json", "\"events\":[{")]
    [InlineData("plover", "\"quad_code\":")]
    [InlineData("cameo", "\tRUS\tUKR\t")]
    [InlineData("conllu", "# text = Russia attacked Ukraine on Monday.")]
    [InlineData("article", "\"text\":\"Russia attacked Ukraine on Monday.\"")]
    public void Every_format_prints_a_report(string format, string part)
    {
        var (code, output, errors) = Run("read", File("a.txt", "Russia attacked Ukraine on Monday.\n"), "--date", "2024-05-01", "--format", format);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(part, output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void A_page_in_French_is_an_article_that_was_not_read()
    {
        const string Body = "Le ministre des Affaires étrangères a rencontré mardi à Paris son homologue belge. La Russie a attaqué l'Ukraine, selon le gouvernement, et les deux pays condamnent cette agression.";
        var file = File("page.html", $"<html lang='en'><head><title>Rencontre à Paris</title></head><body><article><h1>Rencontre à Paris</h1><p>{Body}</p><p>{Body}</p></article></body></html>");
        var (code, output, errors) = Run("read", file, "--format", "json");
        Assert.Equal((0, ""), (code, errors));
        using var reading = System.Text.Json.JsonDocument.Parse(output);
        Assert.Equal("fr", reading.RootElement.GetProperty("article").GetProperty("language").GetString());
        Assert.Equal("Rencontre à Paris", reading.RootElement.GetProperty("article").GetProperty("title").GetString());
        Assert.Equal(0, reading.RootElement.GetProperty("events").GetArrayLength() + reading.RootElement.GetProperty("actors").GetArrayLength());
        Assert.Contains("not read", reading.RootElement.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("its language is fr", Run("read", file).Output, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), Run("read", file, "--format", "plover"));
    }

    [Fact]
    public void Explanations_go_with_the_view_and_with_json()
    {
        var file = File("a.txt", "Russia attacked Ukraine on Monday.\n");
        Assert.Contains("why lexicon: ", Run("read", file, "--why").Output, StringComparison.Ordinal);
        Assert.Contains("\"why\":\"lexicon: ", Run("read", file, "--why", "--format", "json").Output, StringComparison.Ordinal);
        Assert.Equal((2, "entente: --why goes with --format view or json, not cameo\n"), Failed("read", file, "--why", "--format", "cameo"));
    }

    [Fact]
    public void An_unknown_format_is_wrong_usage() => Assert.Equal(2, Failed("read", File("a.txt", "Yes."), "--format", "xml").Code);

    [Fact]
    public void A_lexicon_that_is_not_there_is_wrong_usage() => Assert.Equal(2, Failed("read", File("a.txt", "Yes."), "--lexicon", Path.Combine(_folder, "none")).Code);

    [Fact]
    public void Lines_of_an_own_lexicon_count()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "own"));
        File("own/frames.tsv", "lemma\tpos\twhen\ttype\tmode\tcameo\tsource\ttarget\treciprocal\tcontext\tcomment\nzork\tV\tobj\tAID\t\t070\tsubj\tobj\t\t\t\n");
        var output = Run("read", File("a.txt", "Russia zorked Ukraine on Monday.\n"), "--lexicon", Path.Combine(_folder, "own"), "--format", "json").Output;
        Assert.Contains("\"events\"", output, StringComparison.Ordinal);
        Assert.NotEqual(Run("read", Path.Combine(_folder, "a.txt"), "--format", "json").Output, output);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named_before_anything_is_read()
    {
        var file = File("a.txt", "Yes.");
        var (code, errors) = Failed("read", file, "-o", Path.Combine(_folder, "none", "x.json"));
        Assert.Equal(2, code);
        Assert.Contains("can't be written: there is no such folder", errors, StringComparison.Ordinal);
        Assert.Equal(2, Failed("read", file, "-o", file).Code);
        Assert.Equal("Yes.", System.IO.File.ReadAllText(file));
    }

    [Fact]
    public void Annotated_sentences_keep_their_words_and_a_bad_one_is_named_with_its_line()
    {
        var file = File("a.conllu", "# sent_id = s1\n1\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tbad\n\n");
        var (code, output, errors) = Run("read", file, "--format", "conllu");
        Assert.Equal(1, code);
        Assert.StartsWith("# sent_id = s1\n# text = Don't\n1\tDon't\t", output, StringComparison.Ordinal);
        Assert.Contains("a.conllu:4: 2 columns where CoNLL-U has 10", errors, StringComparison.Ordinal);
        Assert.Contains("can be read with --format conllu only", Failed("read", file, "--format", "json").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_goes_away_ends_the_program_quietly()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start(["read", "-", "--format", "article"]);
        var row = "{\"text\":\"" + new string('x', 60_000) + "\"}\n";
        process.StandardInput.Write(row);
        process.StandardInput.Write(row);
        process.StandardInput.Flush();
        process.StandardOutput.Read();
        process.StandardOutput.Close();
        try
        {
            for (var i = 0; i < 400; i++) process.StandardInput.Write(row);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program may end before it has read all.
        }

        Assert.Equal("", process.StandardError.ReadToEnd());
        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_interrupted_program_keeps_what_is_done()
    {
        if (OperatingSystem.IsWindows()) return;
        var output = Path.Combine(_folder, "out.jsonl");
        using var process = Start(["read", "-", "--format", "article", "-o", output], canBeInterrupted: true);
        // Long rows, for an input's kind is told by its first few thousand bytes; and it stays open, as a terminal does.
        var words = string.Concat(Enumerable.Repeat("Yes and no. ", 1000));
        await process.StandardInput.WriteAsync($"{{\"id\":\"1\",\"text\":\"{words}\"}}\n{{\"id\":\"2\",\"text\":\"{words}\"}}\nbroken\n{{\"id\":\"4\",\"text\":\"{words}\"}}\n{words}");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        // The failure of the third row is told after those before it are done.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.Contains(":3", await process.StandardError.ReadLineAsync(patience.Token), StringComparison.Ordinal);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString()])) await kill.WaitForExitAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith("{\"input\":\"-#1\"", System.IO.File.ReadAllText(output), StringComparison.Ordinal);
        Assert.True(System.IO.File.ReadAllLines(output).Length >= 2);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Errors) Failed(params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.Equal("", output);
        return (code, errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000));
        return (process.ExitCode, output, errors.Result);
    }

    // A job in the background of a shell ignores interrupts, and so do the programs that it starts.
    private static Process Start(string[] arguments, bool canBeInterrupted = false) => Process.Start(new ProcessStartInfo(
        canBeInterrupted && OperatingSystem.IsLinux() ? "env" : "dotnet",
        [.. canBeInterrupted && OperatingSystem.IsLinux() ? ["--default-signal=INT", "dotnet"] : Array.Empty<string>(), typeof(ReadingView).Assembly.Location, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        StandardInputEncoding = new System.Text.UTF8Encoding(false),
    })!;
}
