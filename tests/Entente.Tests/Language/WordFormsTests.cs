using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>Lemmas and features of words whose tags and tree are given.</summary>
public class WordFormsTests
{
    private static readonly LanguageModel Model = LanguageModel.Load();

    // Words as "form/UPOS/XPOS/head/relation", heads counted from 1.
    private static Token[] Annotate(string words)
    {
        var tokens = Array.ConvertAll(words.Split(' '), w => w.Split('/') is [var form, var upos, var xpos, var head, var relation]
            ? new Token { Form = form, Upos = upos, Xpos = xpos, Head = int.Parse(head) - 1, Relation = relation }
            : throw new ArgumentException(w));
        return Model.AnnotateForms(new() { Span = default, Tokens = tokens }).Tokens;
    }

    [Theory]
    [InlineData("fled", "VERB", "VBD", "flee")]
    [InlineData("overthrew", "VERB", "VBD", "overthrow")]
    [InlineData("outbid", "VERB", "VBN", "outbid")]
    [InlineData("faded", "VERB", "VBD", "fade")]
    [InlineData("wiped", "VERB", "VBN", "wipe")]
    [InlineData("provoking", "VERB", "VBG", "provoke")]
    [InlineData("condemned", "VERB", "VBD", "condemn")]
    [InlineData("trafficking", "VERB", "VBG", "traffic")]
    [InlineData("HAS", "AUX", "VBZ", "have")]
    [InlineData("n’t", "PART", "RB", "not")]
    [InlineData("30,000", "NUM", "CD", "30000")]
    [InlineData("1,250,000.5", "NUM", "CD", "1250000.5")]
    [InlineData("1,2", "NUM", "CD", "1,2")]
    [InlineData("insurgencies", "NOUN", "NNS", "insurgency")]
    [InlineData("TEHRAN", "PROPN", "NNP", "Tehran")]
    [InlineData("NATO", "PROPN", "NNP", "NATO")]
    [InlineData("Peruvian", "ADJ", "JJ", "Peruvian")]
    public void A_word_with_tags_has_its_lemma(string form, string upos, string xpos, string lemma) =>
        Assert.Equal(lemma, Annotate($"the/DET/DT/2/det {form}/{upos}/{xpos}/0/root")[1].Lemma);

    [Fact]
    public void A_capital_that_opens_the_sentence_is_no_part_of_the_lemma()
    {
        Assert.Equal("independent", Annotate("Independent/ADJ/JJ/2/amod experts/NOUN/NNS/0/root")[0].Lemma);
        Assert.Equal("independent", Annotate("“/PUNCT/``/3/punct Independent/ADJ/JJ/3/amod experts/NOUN/NNS/0/root")[1].Lemma);
    }

    [Fact]
    public void A_clipped_auxiliary_before_a_participle_is_have_unless_the_clause_is_passive()
    {
        Assert.Equal("have", Annotate("It/PRON/PRP/4/nsubj 's/AUX/VBZ/4/aux not/PART/RB/4/advmod left/VERB/VBN/0/root")[1].Lemma);
        Assert.Equal("be", Annotate("It/PRON/PRP/3/nsubj:pass 's/AUX/VBZ/3/aux:pass held/VERB/VBN/0/root")[1].Lemma);
    }

    [Fact]
    public void A_verb_in_its_base_form_is_imperative_as_root_and_infinitive_after_to()
    {
        Assert.Equal("Mood=Imp|VerbForm=Fin", Annotate("Stop/VERB/VB/0/root the/DET/DT/3/det war/NOUN/NN/1/obj ./PUNCT/./1/punct")[0].Feats);
        Assert.Equal("VerbForm=Inf", Annotate("They/PRON/PRP/2/nsubj want/VERB/VBP/0/root to/PART/TO/4/mark stop/VERB/VB/2/xcomp it/PRON/PRP/4/obj")[3].Feats);
    }

    [Fact]
    public void A_participle_is_passive_unless_have_stands_with_it()
    {
        Assert.Equal("Tense=Past|VerbForm=Part|Voice=Pass", Annotate("Troops/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass attacked/VERB/VBN/0/root")[2].Feats);
        Assert.Equal("Tense=Past|VerbForm=Part", Annotate("Troops/NOUN/NNS/3/nsubj have/AUX/VBP/3/aux attacked/VERB/VBN/0/root villages/NOUN/NNS/3/obj")[2].Feats);
    }

    [Fact]
    public void A_finite_verb_has_the_person_and_number_of_its_subject()
    {
        Assert.Equal("Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin", Annotate("We/PRON/PRP/2/nsubj condemned/VERB/VBD/0/root it/PRON/PRP/2/obj")[1].Feats);
        Assert.Equal("Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", Annotate("Troops/NOUN/NNS/2/nsubj attacked/VERB/VBD/0/root it/PRON/PRP/2/obj")[1].Feats);
        Assert.Equal("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", Annotate("Iran/PROPN/NNP/2/nsubj attacked/VERB/VBD/0/root it/PRON/PRP/2/obj")[1].Feats);
    }

    [Fact]
    public void A_tag_that_training_never_saw_gives_no_features() =>
        Assert.Equal("_", Annotate("blah/XYZ/QQQ/0/root")[0].Feats);
}
