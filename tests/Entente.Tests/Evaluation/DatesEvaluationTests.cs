using Entente.Evaluation;
using Xunit;

namespace Entente.Tests.Evaluation;

public class DatesEvaluationTests
{
    [Fact]
    public void Days_of_publication_keep_their_floor()
    {
        var found = DatesEvaluation.Run(SharedData.Folder("publication-dates"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(195, found.Pages.Count);
        Assert.True(found.Accuracy >= 0.895, $"accuracy {found.Accuracy:F4}");
        Assert.True(found.Precision >= 0.93, $"precision {found.Precision:F4}");
    }
}
