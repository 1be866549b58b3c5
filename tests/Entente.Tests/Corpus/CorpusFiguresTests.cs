using System.Text.Json;
using Entente.Corpus;
using Entente.Evaluation;
using Entente.Output;
using Xunit;

namespace Entente.Tests.Corpus;

public class CorpusFiguresTests
{
    private static CorpusItem Item(string text) => CorpusReaderTests.Item(text);

    [Theory]
    [InlineData(CorpusReaderTests.Arrest)]
    [InlineData(CorpusReaderTests.Report)]
    public void The_right_reading_of_an_item_scores_full_marks_against_its_gold(string text)
    {
        var item = Item(text);
        using var line = JsonDocument.Parse(ReadingJson.Line(item.Id, CorpusReading.Of(item), "", ""));
        var score = ReportsEvaluation.Score([line.RootElement], new Dictionary<string, JsonElement> { [item.Id] = CorpusGold.Of(item) });
        Assert.Equal(1, score.Kinds.Single(k => k.Kind == "events full").Figures.F1);
        Assert.Equal(1, score.Kinds.Single(k => k.Kind == "actors").Figures.Recall);
    }

    [Fact]
    public void Domestic_sides_are_told_apart_by_words_and_foreign_ones_by_country_or_words()
    {
        var gold = CorpusGold.Of(Item(CorpusReaderTests.Arrest)).GetProperty("events")[0];
        Assert.StartsWith("name:", gold.GetProperty("source")[0].GetString(), StringComparison.Ordinal);
        var foreign = Item(CorpusReaderTests.Arrest.Replace("b population KEN LAB", "b population UGA LAB", StringComparison.Ordinal));
        Assert.StartsWith("UGA|name:", CorpusGold.Of(foreign).GetProperty("events")[0].GetProperty("target")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Kappa_is_what_cohen_worked_out()
    {
        // Two raters of 50 proposals: both yes 20, both no 15, yes-no 5, no-yes 10; kappa 0.40.
        var labels = Enumerable.Repeat(("y", "y"), 20).Concat(Enumerable.Repeat(("n", "n"), 15)).Concat(Enumerable.Repeat(("y", "n"), 5)).Concat(Enumerable.Repeat(("n", "y"), 10)).ToList();
        Assert.Equal(0.4, CorpusAgreement.Kappa(labels), 6);
    }

    [Fact]
    public void An_annotation_agrees_wholly_with_itself_and_less_with_another()
    {
        var item = Item(CorpusReaderTests.Arrest);
        var same = CorpusAgreement.Of([item], [item]);
        Assert.Equal((2, 2, 2, 1.0, 1.0), (same.First, same.Second, same.Aligned, same.TypeKappa, same.Pair));
        var other = Item(CorpusReaderTests.Arrest.Replace("1 COERCE.arrest a > b", "1 COERCE.arrest d > b", StringComparison.Ordinal).Replace("2 ACCUSE.disapprove", "2 REQUEST.change", StringComparison.Ordinal));
        var less = CorpusAgreement.Of([item], [other]);
        Assert.Equal(2, less.Aligned);
        Assert.True(less.TypeKappa < 1 && less.Pair < 1);
        Assert.Equal(2, less.Differences.Count);
    }

    [Fact]
    public void Sentences_that_differ_in_names_and_numbers_only_are_near_duplicates_unless_they_are_a_pair()
    {
        var one = Item(CorpusReaderTests.Arrest) with { Pair = null };
        var other = Item(CorpusReaderTests.Arrest.Replace("eleven union leaders", "three bakers", StringComparison.Ordinal).Replace("Kenyan", "Ghanaian", StringComparison.Ordinal)) with { Id = "x-002", Pair = null };
        Assert.Single(CorpusStatistics.NearDuplicates([one, other]));
        Assert.Empty(CorpusStatistics.NearDuplicates([one with { Pair = "A" }, other with { Pair = "A" }]));
    }
}
