using Entente.Language;
using Entente.Tests.Approved;
using Entente.Training.Language;
using Xunit;

namespace Entente.Tests.Training;

public class MentionScoresTests
{
    [Fact]
    public void A_mention_is_right_if_its_first_word_last_word_and_kind_are()
    {
        var scores = new MentionScores();
        scores.Add(["B-person", "I-person", null, "B-state", "B-date", null], ["B-person", "I-person", null, "B-place", "B-date", "I-date"]);
        Assert.Equal((1, 0, 0), (scores.F1("person"), scores.F1("state"), scores.F1("date")));
        Assert.Equal(1.0 / 3, scores.F1("all"), 6);
    }

    [Fact]
    public void The_model_finds_the_mentions_of_held_out_news()
    {
        var trees = MarkedSentence.OfTreebank(Treebanks.Read(Checkout.PathOf("corpus", "trees", "dev.conllu")));
        var marked = MarkedSentence.WithMentions(trees.Concat(MarkedSentence.OfCorpus(Checkout.PathOf("corpus"), "dev")), Checkout.PathOf("corpus", "mentions", "dev.tsv"))
            .Where(s => s.HasMentions).ToList();
        Assert.True(marked.Count > 200);
        var scores = new MentionScores();
        MentionMeasure.Add(LanguageModel.Load(), marked, scores);
        Assert.True(scores.F1("all") >= 0.85, string.Join('\n', scores.Lines()));
    }

    [Fact]
    public void Two_mentions_side_by_side_are_two()
        => Assert.Equal([(0, 0, "state"), (1, 2, "office")], MentionScores.Mentions(["B-state", "B-office", "I-office"]).Order());

    [Fact]
    public void Classes_are_numbered_by_kinds_and_outside_is_zero()
    {
        Assert.Equal((0, 1, 2, 16), (MentionKinds.Class(null), MentionKinds.Class("B-person"), MentionKinds.Class("I-person"), MentionKinds.Class("I-quantity")));
        Assert.Throws<InvalidDataException>(() => MentionKinds.Class("B-persona"));
    }
}
