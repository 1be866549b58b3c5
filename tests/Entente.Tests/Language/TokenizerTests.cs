using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class TokenizerTests
{
    private static string Tokens(string text)
    {
        var tokens = new List<RawToken>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        return string.Join(' ', tokens.Select(t => text[t.Start..t.End]));
    }

    [Theory]
    [InlineData("I don't know, and they cannot.", "I do n't know , and they can not .")]
    [InlineData("It’s Putin’s visit; the ministers’ talks", "It ’s Putin ’s visit ; the ministers ’ talks")]
    [InlineData("She shouldn't've gonna", "She should n't 've gon na")]
    [InlineData("O'Brien met al-Qa'ida in the '90s", "O'Brien met al - Qa'ida in the '90s")]
    public void Contractions_and_genitives_are_cut_as_in_UD(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("a pro-Beijing, US-led re-elected 40-year-old", "a pro-Beijing , US - led re-elected 40 - year - old")]
    [InlineData("Kim Jong-un and Ban Ki-moon", "Kim Jong-un and Ban Ki-moon")]
    [InlineData("1969-1970 and 713-853-3989 on 2019-02-03", "1969 - 1970 and 713-853-3989 on 2019-02-03")]
    [InlineData("COVID-19 and F-16s", "COVID - 19 and F - 16s")]
    public void Hyphens_part_words_but_for_prefixes_names_and_numbers(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("US$3.5bn or €2,500.50 (82%)", "US$ 3.5 bn or € 2,500.50 ( 82 % )")]
    [InlineData("at 7:30am, 5km away, the 17th", "at 7:30 am , 5 km away , the 17th")]
    [InlineData("on 9/11 and 16/11/2004", "on 9/11 and 16/11/2004")]
    public void Amounts_are_cut_from_signs_and_units(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("The U.S. and Gen. J.R. Smith met at 5 p.m. today.", "The U.S. and Gen. J.R. Smith met at 5 p.m. today .")]
    [InlineData("the war.The next", "the war . The next")]
    [InlineData("Wait... what?! No…", "Wait ... what ?! No …")]
    public void A_stop_stays_with_its_abbreviation(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("See https://example.org/a-b?c=1. Or (www.x.com).", "See https://example.org/a-b?c=1 . Or ( www.x.com ) .")]
    [InlineData("Mail john.doe@mfa.gov.ru, @KremlinRussia #ceasefire", "Mail john.doe@mfa.gov.ru , @KremlinRussia #ceasefire")]
    public void Addresses_and_tags_are_whole(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("“Yes,” he said — ‘maybe’.", "“ Yes , ” he said — ‘ maybe ’ .")]
    [InlineData("「朝鮮」（DPRK）最선희", "「 朝鮮 」 （ DPRK ） 最 선희")]
    [InlineData("ok 😀👍 done", "ok 😀 👍 done")]
    public void Quotation_marks_brackets_and_signs_stand_alone(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void A_contraction_knows_its_length()
    {
        var tokens = new List<RawToken>();
        Tokenizer.Tokenize("We can't", 0, 8, tokens);
        Assert.Equal([0, 2, 0], tokens.Select(t => (int)t.Contraction));
    }
}
