using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Entente.Output;
using Entente.Tests.Approved;
using Xunit;

namespace Entente.Tests.OutputFormats;

/// <summary>The same report gives the same bytes: again, in any order, on many threads, on any processor.</summary>
public class DeterminismTests
{
    private static byte[] Line(Reader reader, (string Input, Article Article) report) =>
    [
        .. ReadingJson.Line(report.Input, reader.Read(report.Article), reader.Lexicon.Hash, ""),
        .. Encoding.UTF8.GetBytes(ConlluText.Of(report.Article, reader.Parse(report.Article.Text, report.Article.Paragraphs))),
    ];

    private static readonly Lazy<IReadOnlyList<byte[]>> First = new(() => [.. Checkout.Reports.Select(r => Line(Checkout.Reader, r))]);

    [Fact]
    public void The_same_reports_give_the_same_bytes_again() =>
        Assert.Equal(First.Value, Checkout.Reports.Select(r => Line(Checkout.Reader, r)));

    [Fact]
    public void Several_threads_give_the_bytes_of_one()
    {
        var jobs = Enumerable.Range(0, 4).SelectMany(_ => Enumerable.Range(0, Checkout.Reports.Count)).ToArray();
        var lines = new byte[jobs.Length][];
        Parallel.For(0, jobs.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => lines[i] = Line(Checkout.Reader, Checkout.Reports[jobs[i]]));
        Assert.All(lines, (line, i) => Assert.Equal(First.Value[jobs[i]], line));
    }

    [Fact]
    public void A_new_reader_that_meets_the_reports_in_another_order_gives_the_same_bytes()
    {
        var reader = Reader.Load();
        var backwards = Checkout.Reports.Reverse().Select(r => Line(reader, r)).Reverse();
        Assert.Equal(First.Value, backwards);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task A_processor_without_vector_instructions_gives_the_same_bytes(string instructions)
    {
        var file = Path.Combine(Path.GetTempPath(), $"entente-{Guid.NewGuid():N}.sha256");
        try
        {
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { [instructions] = "0", [HashFile] = file },
            };
            foreach (var argument in new[] { "exec", typeof(DeterminismTests).Assembly.Location, "-method", $"*.{nameof(Writes_the_hash_of_all_readings)}", "-explicit", "only", "-noColor" })
                start.ArgumentList.Add(argument);
            using var child = Process.Start(start)!;
            var (output, errors) = (child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0 && File.Exists(file), $"the child failed:\n{await output}\n{await errors}");
            Assert.Equal(Hash(First.Value), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private const string HashFile = "ENTENTE_TEST_HASH_FILE";

    /// <summary>The child process of the test above.</summary>
    [Fact(Explicit = true)]
    public void Writes_the_hash_of_all_readings()
    {
        if (Environment.GetEnvironmentVariable(HashFile) is not { } file) return;
        File.WriteAllText(file, Hash(First.Value));
    }

    private static string Hash(IEnumerable<byte[]> lines) => Convert.ToHexStringLower(SHA256.HashData([.. lines.SelectMany(l => l)]));
}
