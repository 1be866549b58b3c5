using CsCheck;
using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class LanguageModelTests
{
    private static Gen<string> Choice(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);


    private static readonly LanguageModel Model = LanguageModel.Load();

    // Words and marks that meet in news, with whatever else Unicode has between them.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Choice("The", "U.S.", "don't", "Gen.", "said", "\"", "”", "(", ")", ".", "...", "?", "Kim", "Jong-un's", "$5m", "http://a.b/c", "x@y.zz", "\n", "\n\n", "— ", "’", "‘", "3.5", ",", " ", "  ", "\u00a0", "😀", "朝鮮", "e\u0301", "I'm", "'", "1.", "•", "-"),
        Gen.String[0, 3]).List[0, 60].Select(parts => string.Concat(parts));

    private static List<Sentence> Read(string text) => Model.Analyze(text, [new TextSpan(0, text.Length)]);

    [Fact]
    public void Tokens_cover_all_of_the_text_but_its_spaces() => Texts.Sample(text =>
    {
        var covered = 0;
        foreach (var sentence in Read(text))
        {
            Assert.Equal(sentence.Span, new TextSpan(sentence.Tokens[0].Span.Start, sentence.Tokens[^1].Span.End));
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Span.Length > 0);
                Assert.All(text[covered..token.Span.Start], c => Assert.True(Tokenizer.IsSpace(c)));
                Assert.Equal(token.Form, token.Span.In(text));
                covered = token.Span.End;
            }
        }
        Assert.All(text[covered..], c => Assert.True(Tokenizer.IsSpace(c)));
    });

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root() => Texts.Sample(text =>
    {
        foreach (var sentence in Read(text))
        {
            var tokens = sentence.Tokens;
            Assert.Equal(1, tokens.Count(t => t.Head == -1));
            Assert.Equal(1, tokens.Count(t => t.Relation == "root"));
            for (var i = 0; i < tokens.Length; i++)
            {
                var steps = 0;
                for (var k = i; k >= 0; k = tokens[k].Head)
                {
                    Assert.InRange(tokens[k].Head, -1, tokens.Length - 1);
                    Assert.True(steps++ <= tokens.Length, "a cycle");
                }
                Assert.False(string.IsNullOrEmpty(tokens[i].Lemma) || string.IsNullOrEmpty(tokens[i].Upos) || string.IsNullOrEmpty(tokens[i].Relation));
            }
        }
    });

    [Fact]
    public void Sentences_stay_in_their_paragraphs()
    {
        const string text = "First paragraph without a stop Second one. And more";
        var sentences = Model.Analyze(text, [new TextSpan(0, 30), new TextSpan(31, text.Length)]);
        Assert.Equal(["First paragraph without a stop", "Second one.", "And more"], sentences.Select(s => s.Span.In(text)));
    }

    [Fact]
    public void The_same_text_gives_the_same_trees_on_many_threads()
    {
        const string text = "The foreign ministers of Russia and China met in Moscow on Monday. They didn't sign the treaty, officials said.";
        static string Print(IEnumerable<Sentence> sentences) => string.Join('|', sentences.SelectMany(s => s.Tokens).Select(t => $"{t.Form} {t.Lemma} {t.Xpos} {t.Feats} {t.Head} {t.Relation}"));
        var expected = Print(Read(text));
        var results = new string[16];
        Parallel.For(0, results.Length, i => results[i] = Print(Read(text)));
        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Fact]
    public void Given_tokens_are_kept()
    {
        var sentence = new Sentence { Span = new(0, 9), Tokens = [new() { Form = "New York", Span = new(0, 8) }, new() { Form = ".", Span = new(8, 9) }] };
        var annotated = Model.Annotate(sentence);
        Assert.Equal(["New York", "."], annotated.Tokens.Select(t => t.Form));
        Assert.Null(sentence.Tokens[0].Upos);
    }

    [Fact]
    public void A_plain_sentence_of_news_is_read_right()
    {
        var tokens = Read("Russia has imposed sanctions on Turkey.")[0].Tokens;
        // The sanctions may be on Turkey or be imposed on it: treebanks have both.
        Assert.Equal(["nsubj", "aux", "root", "obj", "case", "obl", "punct"], tokens.Select(t => t.Relation == "nmod" ? "obl" : t.Relation));
        Assert.Equal(["Russia", "have", "impose", "sanction", "on", "Turkey", "."], tokens.Select(t => t.Lemma));
    }
}
