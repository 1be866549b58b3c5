using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class SentenceSplitterTests
{
    private static string Split(string text)
    {
        var tokens = new List<RawToken>();
        var ends = new List<int>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        SentenceSplitter.Split(text, tokens, 0, ends);
        var begin = 0;
        var parts = new List<string>();
        foreach (var end in ends)
        {
            parts.Add(text[tokens[begin].Start..tokens[end - 1].End].ReplaceLineEndings(" "));
            begin = end;
        }
        return string.Join(" | ", parts);
    }

    [Theory]
    [InlineData("Gen. Mark Milley met Sen. John F. Kennedy in St. Louis on Jan. 5.")]
    [InlineData("The U.S. Senate voted at 5 p.m. EST on No. 7.")]
    [InlineData("\"Why now?\" he asked.")]
    [InlineData("Exports rose 3.5 percent... and fell again.")]
    public void Abbreviations_initials_and_quotations_end_no_sentence(string text) => Assert.Equal(text, Split(text));

    [Theory]
    [InlineData("He left the U.S. The war went on.", "He left the U.S. | The war went on.")]
    [InlineData("“We will act.” The minister left.", "“We will act.” | The minister left.")]
    [InlineData("It ended the war.The talks began.", "It ended the war. | The talks began.")]
    [InlineData("Talks failed (again.) Both left. 14 died.", "Talks failed (again.) | Both left. | 14 died.")]
    [InlineData("He won.[17] She lost.", "He won.[17] | She lost.")]
    public void A_stop_ends_a_sentence_with_what_closes_behind_it(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("MOSCOW (AP) — Russia said on Monday it agreed.", "MOSCOW (AP) — | Russia said on Monday it agreed.")]
    [InlineData("BEIJING, Jan. 5 (Xinhua) -- China will join.", "BEIJING, Jan. 5 (Xinhua) -- | China will join.")]
    public void A_dateline_stands_by_itself(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Fact]
    public void Bullets_and_blank_lines_begin_sentences() =>
        Assert.Equal("They agreed on | • trade | • visas | Next step", Split("They agreed on\n• trade\n• visas\n\nNext step"));

    [Fact]
    public void A_line_break_within_a_sentence_does_not() => Assert.Equal("They agreed on trade.", Split("They agreed\non trade."));

    [Fact]
    public void No_sentence_is_longer_than_the_parser_likes()
    {
        var sentences = LanguageModel.Load().Analyze(string.Concat(Enumerable.Repeat("word ", 2000)), [new TextSpan(0, 10_000)]);
        Assert.All(sentences, s => Assert.InRange(s.Tokens.Length, 1, SentenceSplitter.Longest));
    }
}
