using Entente.Evaluation;
using Xunit;

namespace Entente.Tests.Evaluation;

public class ReportsSharedGoldsTests
{
    [Fact]
    public void Every_shared_gold_is_read_and_without_readings_all_is_missed()
    {
        var folder = SharedGolds();
        if (folder is null) Assert.Skip("there is no folder of shared golds beside the checkout; ENTENTE_SHARED can name one");
        var golds = ReportsEvaluation.ReadGolds(folder);
        var score = ReportsEvaluation.Score([], golds);
        Assert.NotEmpty(golds);
        Assert.Equal(golds.Count, score.Missing.Count);
        Assert.Equal(0, score.Kinds.Sum(kind => kind.Hits + kind.Predicted - (kind.Kind == "article" ? kind.Gold : 0)));
        Assert.True(score.Kinds.Single(kind => kind.Kind == "events pair").Gold > golds.Count);
    }

    private static string? SharedGolds()
    {
        var named = Environment.GetEnvironmentVariable("ENTENTE_SHARED");
        var above = new List<string>();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            above.Add(Path.Combine(at.FullName, "shared"));
        return (named is null ? above : [named])
            .Select(shared => Path.Combine(shared, "data", "wikinews", "gold"))
            .FirstOrDefault(Directory.Exists);
    }
}
