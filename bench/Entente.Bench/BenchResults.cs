using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Output;

namespace Entente.Bench;

/// <summary>What was measured, and how it is printed.</summary>
/// <param name="Speeds">Speeds, in the order of the table.</param>
/// <param name="Starts">Runs on one file.</param>
/// <param name="Whole">The run over all pages.</param>
/// <param name="Corpus">What was read.</param>
/// <param name="Lexicon">Hash of the lexicon.</param>
internal sealed record BenchResults(IReadOnlyList<Speed> Speeds, ProgramRun Starts, ProgramRun Whole, BenchCorpus Corpus, string Lexicon)
{
    public const string Bytes = "bytes of the pages only, one core";
    public const string SmartReader = "SmartReader alone, one core";
    public const string Html = "HTML to JSON, one core";
    public const string Text = "text to JSON, one core";
    public static readonly string HtmlAll = $"HTML to JSON, {Environment.ProcessorCount} cores";
    public static readonly string TextAll = $"text to JSON, {Environment.ProcessorCount} cores";

    private const int Floor400Words = 300;
    private const double FloorOfSmartReader = 0.7;
    private static readonly TimeSpan FloorStart = TimeSpan.FromSeconds(0.5);

    /// <summary>The table, with the machine above and the floors below.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        var (pageBytes, texts) = (Of(Bytes).Bytes, Corpus.Texts.Count);
        Line($"Entente {Plover.EngineVersion}, lexicon {Lexicon}; .NET {Environment.Version}; {RuntimeInformation.OSDescription}");
        Line($"{Processor()}, {Environment.ProcessorCount} cores, load {Load()}; {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"{Corpus.Pages.Count} pages of {pageBytes / Corpus.Pages.Count / 1e3:F0} KB ({(Corpus.IsMade ? "made" : Corpus.PagesFolder)}), {texts} texts of {Corpus.Words / texts} words");
        Line($"");
        Line($"{"",-36}{"articles/s",12}{"MB/s",10}{"articles per CPU second",26}");
        foreach (var speed in Speeds) Line($"{speed.Name,-36}{speed.PerSecond,12:N0}{speed.MegabytesPerSecond,10:N1}{speed.PerCpuSecond,26:N0}");
        Line($"{"the program on all pages, started",-36}{Corpus.Pages.Count / Whole.Elapsed[0].TotalSeconds,12:N0}{pageBytes / 1e6 / Whole.Elapsed[0].TotalSeconds,10:N1}{PerCpu(Whole),26:N0}");
        Line($"");
        Line($"Start-up on one text: best {Starts.Elapsed[0].TotalSeconds:F2} s, median {Median(Starts.Elapsed).TotalSeconds:F2} s of {Starts.Elapsed.Count}{(Starts.Cpu.Count == 0 ? "" : $"; CPU best {Starts.Cpu[0].TotalSeconds:F2} s, median {Median(Starts.Cpu).TotalSeconds:F2} s")}");
        Line($"Peak memory: {Starts.PeakBytes / 1e6:F0} MB on one text, {Whole.PeakBytes / 1e6:F0} MB on all pages");
        Line($"");
        var beside = Of(Html).PerCpuSecond / Of(SmartReader).PerCpuSecond;
        Line($"(On a machine that does other work as well, figures by the clock are too low: compare those by CPU time.)");
        Line($"");
        Line($"Floors: HTML to JSON {beside:F2} of SmartReader alone by CPU time (at least {FloorOfSmartReader}): {Reached(beside >= FloorOfSmartReader)}");
        var lengths = (double)Corpus.Words / texts / 400;
        var of400 = Of(TextAll).PerSecond * lengths;
        var ofCpu = Of(TextAll).PerCpuSecond * Environment.ProcessorCount * lengths;
        Line($"        texts of 400 words on {Environment.ProcessorCount} cores: {of400:F0} a second, {ofCpu:F0} by CPU time (at least {Floor400Words} on two): {Reached(of400 >= Floor400Words)}");
        Line($"        start-up, best: {Starts.Elapsed[0].TotalSeconds:F2} s (under {FloorStart.TotalSeconds}): {Reached(Starts.Elapsed[0] < FloorStart)}");
        return table.ToString();

        void Line(FormattableString line) => table.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes the table and all single times to a file named by day and machine; returns its path.</summary>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{DateTime.UtcNow:yyyy-MM-dd}-{Environment.MachineName}.txt");
        var raw = string.Concat(Speeds.Select(s => FormattableString.Invariant($"{s.Name}\t{s.Articles}\t{s.Bytes}\t{s.Elapsed.TotalSeconds:F4}\t{s.Cpu.TotalSeconds:F4}\n")));
        var starts = string.Join(' ', Starts.Elapsed.Select(e => e.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture)));
        File.WriteAllText(path, $"{Table()}\nmeasure\tarticles\tbytes\tseconds\tCPU seconds\n{raw}start-ups\t{starts}\n");
        return path;
    }

    private Speed Of(string name) => Speeds.First(s => s.Name == name);

    private double PerCpu(ProgramRun run) => run.Cpu.Count == 0 ? 0 : Corpus.Pages.Count / run.Cpu[0].TotalSeconds;

    private static TimeSpan Median(IReadOnlyList<TimeSpan> sorted) => sorted[sorted.Count / 2];

    private static string Reached(bool reached) => reached ? "reached" : "NOT reached";

    private static string Processor()
    {
        const string Path = "/proc/cpuinfo";
        var line = File.Exists(Path) ? File.ReadLines(Path).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 2)..] ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
