using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Entente.Cli.Tests;

/// <summary>What a run of the program printed, and what it took.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Error">Lines of standard error.</param>
/// <param name="PeakBytes">Most memory that it held at a time.</param>
internal sealed record Ended(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Error, long PeakBytes)
{
    private const long MostBytes = 600L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Reads <paramref name="inputs"/> as articles, in <paramref name="folder"/>.</summary>
    public static Ended Read(TempFolder folder, params string[] inputs) => Run(folder, null, ["read", "--format", "article", .. inputs]);

    /// <summary>Runs the program; fails the test where it takes too long or too much memory.</summary>
    public static Ended Run(TempFolder folder, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() => Feed(process, input));
        var clock = Stopwatch.StartNew();
        var peak = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            peak = Math.Max(peak, PeakOf(process));
            if (clock.Elapsed < Longest) continue;
            process.Kill();
            Assert.Fail($"entente {string.Join(' ', arguments)} has not ended after {Longest.TotalSeconds} s");
        }

        feeding.GetAwaiter().GetResult();
        Assert.True(peak < MostBytes, $"entente {string.Join(' ', arguments)} held {peak >> 20} MB");
        return new Ended(process.ExitCode, Lines(output.GetAwaiter().GetResult()), Lines(error.GetAwaiter().GetResult()), peak);
    }

    /// <summary>The values of <paramref name="field"/> in the lines of output, in order; null where a line has none.</summary>
    public IEnumerable<string?> Values(string field) => Output.Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(field, out var value) ? value.GetString() : null;
    });

    /// <summary>Asserts that all went well and the reports of <paramref name="inputs"/> came out in order.</summary>
    public Ended Gave(params string[] inputs)
    {
        Assert.Equal(inputs, Values("input"));
        return this;
    }

    /// <summary>Asserts that nothing failed.</summary>
    public Ended Well()
    {
        Assert.Empty(Error);
        Assert.Equal(0, Code);
        return this;
    }

    /// <summary>Asserts that some inputs failed, and that standard error has one line for each: where, then what is wrong.</summary>
    public Ended Failed(params (string Where, string What)[] failures)
    {
        Assert.True(failures.Length == Error.Count, $"expected {failures.Length} failures, was told:\n{string.Join('\n', Error)}");
        foreach (var ((where, what), line) in failures.Zip(Error))
        {
            Assert.StartsWith($"entente: {where}: ", line, StringComparison.Ordinal);
            Assert.Contains(what, line, StringComparison.Ordinal);
        }

        Assert.Equal(1, Code);
        return this;
    }

    private static void Feed(Process process, byte[]? input)
    {
        try
        {
            if (input is not null) process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading all of it, which the test sees by its exit code.
        }
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
