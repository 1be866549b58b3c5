using Xunit;

namespace Entente.Tests.Approved;

/// <summary>
/// What the engine makes of the reports of the corpus today, right or wrong (what is true of them stands in the golds). See
/// <c>tests/approved/README.md</c>.
/// </summary>
public class ApprovedReportsTests
{
    private static readonly bool Approves = Environment.GetEnvironmentVariable("ENTENTE_APPROVE") is "1" or "true";

    public static TheoryData<string> Reports() => [.. Directory.EnumerateFiles(Checkout.PathOf("corpus", "reports"))
        .Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".gold.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_reading_is_the_approved_one(string report)
    {
        var article = Checkout.Reports.Single(r => r.Input == report).Article;
        var said = ReportText.Of(report, Checkout.Reader.Read(article));
        var path = Checkout.PathOf("tests", "approved", Path.ChangeExtension(report, ".txt"));
        if (Approves)
        {
            File.WriteAllText(path, said);
            return;
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == said) return;
        Assert.Fail($"The reading of {report} has changed. If it is meant, run the tests with ENTENTE_APPROVE=1 and commit tests/approved.\n{Difference(approved, said)}");
    }

    [Fact]
    public void Nothing_is_approved_that_is_not_in_the_corpus()
    {
        var reports = Reports().Select(r => Path.ChangeExtension(r.Data, ".txt"));
        var approved = Directory.EnumerateFiles(Checkout.PathOf("tests", "approved"), "*.txt").Select(f => Path.GetFileName(f)!);
        Assert.Empty(approved.Except(reports));
    }

    /// <summary>Lines that only one of the two has, in their order.</summary>
    private static string Difference(string approved, string said)
    {
        var (before, after) = (approved.Split('\n'), said.Split('\n'));
        var gone = before.Where(l => !after.Contains(l)).Select(l => $"- {l}");
        var come = after.Where(l => !before.Contains(l)).Select(l => $"+ {l}");
        return string.Join('\n', gone.Concat(come));
    }
}
