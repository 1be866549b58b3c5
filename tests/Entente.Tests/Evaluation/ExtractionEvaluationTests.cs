using Entente.Evaluation;
using Xunit;

namespace Entente.Tests.Evaluation;

public class ExtractionEvaluationTests
{
    [Fact]
    public void Shingles_of_four_words_are_counted_as_often_as_they_occur()
    {
        Assert.Equal((1.0, 1.0), ExtractionEvaluation.Compare("one two three four five", "one two, three four – five"));
        Assert.Equal((0.5, 1.0), ExtractionEvaluation.Compare("one two three four", "one two three four five"));
        Assert.Equal((1.0, 0.5), ExtractionEvaluation.Compare("one two three four five", "one two three four"));
        Assert.Equal((0.0, 0.0), ExtractionEvaluation.Compare("one two three four", ""));
        Assert.Equal((1.0, 1.0), ExtractionEvaluation.Compare("", ""));
    }

    [Fact]
    public void Case_matters_and_short_texts_are_one_shingle()
    {
        Assert.Equal((0.0, 0.0), ExtractionEvaluation.Compare("One two", "one two"));
        Assert.Equal((1.0, 1.0), ExtractionEvaluation.Compare("One two", "One two"));
    }

    [Fact]
    public void Extraction_keeps_its_floor()
    {
        var found = ExtractionEvaluation.Run(SharedData.Folder("article-extraction"), TestContext.Current.CancellationToken);
        Assert.True(found.Tune.F1 >= 0.940, $"tune F1 {found.Tune.F1:F4}");
        Assert.True(found.Test.F1 >= 0.938, $"test F1 {found.Test.F1:F4}");
    }
}
