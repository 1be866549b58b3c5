using Entente.Language;
using Entente.Tests.Approved;
using Entente.Training.Language;
using Xunit;

namespace Entente.Tests.Training;

public sealed class MarkedSentenceTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Mentions_are_taken_from_the_line_of_the_sentence()
    {
        File.WriteAllText(_file, "b\t3\tstate 1-1, office 2-3\nc\t1\t\n");
        var sentences = MarkedSentence.WithMentions([Of("a", "Rain", "fell"), Of("b", "Iraqi", "prime", "minister"), Of("c", "Rain")], _file);
        Assert.Equal([false, true, true], sentences.Select(s => s.HasMentions));
        Assert.Equal(["B-state", "B-office", "I-office"], sentences[1].Sentence.Tokens.Select(t => t.Mention));
        Assert.Null(sentences[2].Sentence.Tokens[0].Mention);
    }

    [Fact]
    public void A_sentence_that_has_other_words_now_is_left_without()
    {
        File.WriteAllText(_file, "a\t3\tstate 1-1\n");
        Assert.False(MarkedSentence.WithMentions([Of("a", "Iraq", "won")], _file)[0].HasMentions);
    }

    [Fact]
    public void Sentences_of_the_corpus_that_have_a_tree_are_left_out()
    {
        var all = MarkedSentence.OfCorpus(Checkout.PathOf("corpus"), "train").Select(s => string.Join(' ', s.Sentence.Tokens.Select(t => t.Form))).ToHashSet();
        Assert.True(all.Count > 4000);
        foreach (var part in new[] { "train", "dev" })
            Assert.DoesNotContain(Treebanks.Read(Checkout.PathOf("corpus", "trees", part + ".conllu")), s => all.Contains(string.Join(' ', s.Sentence.Tokens.Select(t => t.Form))));
    }

    private static MarkedSentence Of(string id, params string[] words)
        => new(id, new() { Span = default, Tokens = [.. words.Select(w => new Token { Form = w })] }, false);
}
