using System.Diagnostics;
using Entente.Intake;
using Entente.Output;

namespace Entente.Bench;

/// <summary>Measures the way from files to JSON, in this process and in processes of the program's own.</summary>
internal static class WholeProgram
{
    private const int Starts = 15;

    /// <summary>Runs all measures <paramref name="rounds"/> times in turn, so that each sees the same machine, and keeps the best of each.</summary>
    public static BenchResults Measure(string home, BenchCorpus corpus, int rounds)
    {
        var reader = Entente.Reader.Load();
        (string Name, int Threads, IReadOnlyList<string> Files, Action<string> Work)[] measures =
        [
            (BenchResults.Bytes, 1, corpus.Pages, file => File.ReadAllBytes(file)),
            (BenchResults.SmartReader, 1, corpus.Pages, ReadSmart),
            (BenchResults.Html, 1, corpus.Pages, file => ReadEntente(reader, file, ReportForm.Html)),
            (BenchResults.HtmlAll, Environment.ProcessorCount, corpus.Pages, file => ReadEntente(reader, file, ReportForm.Html)),
            (BenchResults.Text, 1, corpus.Texts, file => ReadEntente(reader, file, ReportForm.Text)),
            (BenchResults.TextAll, Environment.ProcessorCount, corpus.Texts, file => ReadEntente(reader, file, ReportForm.Text)),
        ];
        // The first third of the corpus warms the code up.
        foreach (var (name, threads, files, work) in measures) Pass(name, threads, files.Take(1 + files.Count / 3).ToList(), work);
        var best = new Dictionary<string, Speed>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, threads, files, work) in measures)
            {
                Say($"round {round + 1} of {rounds}: {name}");
                var speed = Pass(name, threads, files, work);
                best[name] = best.TryGetValue(name, out var before) ? before.BestOf(speed) : speed;
            }
        }

        Say("start-up and memory");
        var program = Path.Combine(home, "src", "Entente.Cli", "bin", "Release", "net10.0", "entente.dll");
        var starts = ProgramRun.Of(program, [corpus.Texts[0]], Starts);
        var whole = ProgramRun.Of(program, [corpus.PagesFolder], 1);
        Say("");
        return new BenchResults([.. measures.Select(m => best[m.Name])], starts, whole, corpus, reader.Lexicon.Hash);
    }

    private static Speed Pass(string name, int threads, IReadOnlyList<string> files, Action<string> work)
    {
        GC.Collect();
        var bytes = files.Sum(f => new FileInfo(f).Length);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        if (threads == 1) foreach (var file in files) work(file);
        else Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        return new Speed(name, files.Count, bytes, clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - cpu);
    }

    private static void ReadEntente(Entente.Reader reader, string file, ReportForm form)
    {
        try
        {
            var report = new RawReport(file, form, File.ReadAllBytes(file), new Hints());
            ReadingJson.Line(report.Input, reader.Read(ArticleMaker.Read(report)), reader.Lexicon.Hash, "none");
        }
        catch (IntakeException)
        {
            // A user's page may hold no report; SmartReader spends its time on it as well.
        }
    }

    private static void ReadSmart(string file) =>
        new SmartReader.Reader("https://daily.example/world/report", File.ReadAllText(file)).GetArticle();

    private static void Say(string what)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{what}\u001b[K");
    }
}

/// <summary>How fast a measure went.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Articles">Articles read.</param>
/// <param name="Bytes">Bytes of their files.</param>
/// <param name="Elapsed">Time by the clock.</param>
/// <param name="Cpu">Time of the processor, on all threads: on a busy machine the surer figure.</param>
internal sealed record Speed(string Name, int Articles, long Bytes, TimeSpan Elapsed, TimeSpan Cpu)
{
    public double PerSecond => Articles / Elapsed.TotalSeconds;

    public double MegabytesPerSecond => Bytes / 1e6 / Elapsed.TotalSeconds;

    public double PerCpuSecond => Articles / Cpu.TotalSeconds;

    public Speed BestOf(Speed other) => this with
    {
        Elapsed = Elapsed < other.Elapsed ? Elapsed : other.Elapsed,
        Cpu = Cpu < other.Cpu ? Cpu : other.Cpu,
    };
}
