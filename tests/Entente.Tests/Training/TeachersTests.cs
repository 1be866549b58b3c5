using Entente.Training.Language;
using Entente.Training.Network;
using Xunit;

namespace Entente.Tests.Training;

public class TeachersTests
{
    private readonly EncodedSentence[] _sentences;
    private readonly EncodedSentence[] _taught;
    private readonly NetworkParameters[] _teachers;

    public TeachersTests()
    {
        var encoder = SmallTreebank.Encoder();
        _sentences = [.. SmallTreebank.Encoded(encoder)];
        _teachers = [new(encoder.Sizes, 1), new(encoder.Sizes, 2)];
        _taught = new Teachers(_teachers).Teach([.. _sentences.Select((s, i) => (s, HasTree: i < 2))]);
    }

    [Fact]
    public void Shares_of_each_word_sum_to_one()
    {
        foreach (var sentence in _taught)
            foreach (var shares in new[] { sentence.Teaching!.Tags, sentence.Teaching.Heads, sentence.Teaching.Labels })
                for (var t = 0; t < sentence.Count; t++)
                    Assert.Equal(1, shares.Row(t, shares.Length / sentence.Count).ToArray().Sum(), 0.001);
    }

    [Fact]
    public void What_the_treebank_says_is_kept_and_has_half_of_the_share_at_least()
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(_sentences[i].Tags, _taught[i].Tags);
            Assert.Equal(_sentences[i].Heads, _taught[i].Heads);
            Assert.Equal(_sentences[i].Labels, _taught[i].Labels);
            for (var t = 0; t < _taught[i].Count; t++)
            {
                var (teaching, count) = (_taught[i].Teaching!, _taught[i].Count);
                Assert.True(teaching.Heads[t * (count + 1) + _taught[i].Heads[t]] >= 0.5f);
                Assert.True(teaching.Labels[t * (teaching.Labels.Length / count) + _taught[i].Labels[t]] >= 0.5f);
            }
        }
    }

    [Fact]
    public void A_variant_without_its_stop_has_the_rest_of_the_teaching()
    {
        var encoder = SmallTreebank.Encoder();
        var sentence = SmallTreebank.Sentences[0];
        // The third of three kinds of variants leaves out the stop and nothing else.
        var variant = SentenceVariants.Of(new MarkedSentence("", sentence, true), 2, _taught[0], encoder);
        Assert.Equal(_taught[0].Words[..3], variant.Words);
        Assert.Equal(_taught[0].Heads[..3], variant.Heads);
        Assert.Equal(_taught[0].Mentions[..3], variant.Mentions);
        var (whole, cut) = (_taught[0].Teaching!, variant.Teaching!);
        Assert.Equal(whole.Tags[..(whole.Tags.Length / 4 * 3)], cut.Tags);
        for (var t = 0; t < 3; t++)
        {
            Assert.Equal(1, cut.Heads.Row(t, 4).ToArray().Sum(), 0.001);
            Assert.Equal(whole.Heads[t * 5 + 1] / whole.Heads[t * 5 + 2], cut.Heads[t * 4 + 1] / cut.Heads[t * 4 + 2], 0.01);
        }
    }

    [Fact]
    public void A_sentence_whose_tree_hangs_on_the_stop_has_no_variant_without_it()
    {
        var taught = _taught[0] with { Heads = [4, 1, 1, 0] };
        Assert.Same(taught, SentenceVariants.Of(new MarkedSentence("", SmallTreebank.Sentences[0], true), 2, taught, SmallTreebank.Encoder()));
    }

    [Fact]
    public void A_sentence_without_a_tree_gets_one_from_its_teachers_and_keeps_its_mentions()
    {
        var alone = new Teachers([_teachers[0]]).Teach([(_sentences[2], false)])[0];
        var read = NeuralParser.Predict(_teachers[0], new([_sentences[2]]))[0];
        Assert.Equal(read.Heads, alone.Heads);
        Assert.Equal(read.Tags, alone.Tags);
        Assert.Equal(read.Labels, alone.Labels);
        Assert.Equal(_sentences[2].Mentions, alone.Mentions);
        Assert.Single(_taught[2].Heads, 0);
    }
}
