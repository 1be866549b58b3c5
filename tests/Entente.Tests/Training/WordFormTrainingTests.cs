using Entente.Language;
using Entente.Training.Language;
using Xunit;

namespace Entente.Tests.Training;

public class WordFormTrainingTests
{
    private static List<ConlluSentence> Sentences(string rows) => ConlluReader.Read(new StringReader(rows.Replace(' ', '\t') + "\n"), []);

    [Fact]
    public void Features_that_two_treebanks_write_in_two_ways_are_written_as_in_the_first()
    {
        var model = Sentences(string.Concat(Enumerable.Repeat("1 there there PRON EX _ 0 root _ _\n\n", 6)));
        var other = Sentences("""
            1 There there PRON EX PronType=Dem 0 root _ _
            2 really really ADV RB Degree=Pos 1 advmod _ _
            3 you you PRON PRP Case=Nom|Number=Sing|Person=2|PronType=Prs 1 dep _ _
            4 look look VERB VB Mood=Imp|Person=2|VerbForm=Fin 1 dep _ _
            5 it it PRON PRP Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs 1 dep _ _
            """);
        FeatureHarmony.Adapt(model, other);
        Assert.Equal(
            ["_", "_", "Case=Nom|Person=2|PronType=Prs", "Mood=Imp|VerbForm=Fin", "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs"],
            other[0].Sentence.Tokens.Select(t => t.Feats));
    }

    [Fact]
    public void What_was_learned_is_read_back_from_a_model_without_tagger_and_parser()
    {
        var train = Sentences("""
            1 Iran Iran PROPN NNP Number=Sing 2 nsubj _ _
            2 denied deny VERB VBD Tense=Past 0 root _ _
            """);
        var sections = WordFormTraining.Sections(train, default);
        var forms = new WordForms(ModelFile.FromBytes(ModelFile.Write(sections)), default);
        var tokens = Array.ConvertAll(train[0].Sentence.Tokens, t => t with { Lemma = "", Feats = "" });
        forms.Annotate(tokens, new Scratch());
        Assert.Equal(["Iran Number=Sing", "deny Tense=Past"], tokens.Select(t => $"{t.Lemma} {t.Feats}"));
    }

    [Fact]
    public void The_same_sentences_give_the_same_bytes()
    {
        static List<ConlluSentence> Train() => [.. SmallTreebank.Sentences.Select(s => new ConlluSentence { Line = 1, Comments = [], Text = "", Sentence = s })];
        Assert.Equal(ModelFile.Write(WordFormTraining.Sections(Train(), default)), ModelFile.Write(WordFormTraining.Sections(Train(), default)));
    }

    [Fact]
    public void All_sections_of_a_model_come_back_as_they_were_written()
    {
        (ModelSection, byte[])[] sections = [(ModelSection.Names, [1, 2, 3]), (ModelSection.FeatureWeights, []), (ModelSection.Network, [4])];
        Assert.Equal(ModelFile.Write(sections), ModelFile.Write(ModelFile.FromBytes(ModelFile.Write(sections)).All()));
    }
}
