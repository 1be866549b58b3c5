using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>Floors for what the embedded model reaches on the dev splits; raise them when it gains.</summary>
public class AccuracyTests
{
    [Theory]
    [InlineData("en_ewt-dev", 0.960, 0.974, 0.89, 0.865)]
    [InlineData("en_gum-dev", 0.970, 0.981, 0.895, 0.87)]
    public void The_model_keeps_its_accuracy(string treebank, double upos, double lemma, double uas, double las)
    {
        var scores = ParserEvaluation.OnGoldTokens(LanguageModel.Load(), Treebank(treebank));
        Assert.True(scores.Upos >= upos && scores.Lemma >= lemma && scores.Uas >= uas && scores.Las >= las, scores.ToString());
    }

    [Theory]
    [InlineData("en_ewt-dev", 0.995, 0.885)]
    [InlineData("en_gum-dev", 0.998, 0.92)]
    public void Raw_text_is_cut_as_in_the_treebank(string treebank, double tokens, double sentences)
    {
        var scores = ParserEvaluation.OnRawText(LanguageModel.Load(), Treebank(treebank));
        Assert.True(scores.TokenF1 >= tokens && scores.SentenceF1 >= sentences, scores.ToString());
    }

    // The treebanks are too large and not ours to ship: they lie beside the checkout, or where ENTENTE_SHARED says.
    private static List<ConlluSentence> Treebank(string name)
    {
        var folders = new List<string>();
        if (Environment.GetEnvironmentVariable("ENTENTE_SHARED") is { Length: > 0 } shared) folders.Add(shared);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) folders.Add(Path.Combine(folder.FullName, "shared"));
        var path = folders.Select(f => Path.Combine(f, "data", "treebanks", name + ".conllu.gz")).FirstOrDefault(File.Exists);
        if (path is null) Assert.Skip($"{name}.conllu.gz is not beside the checkout (set ENTENTE_SHARED to the folder that has data/treebanks)");
        using var reader = ConlluReader.Open(File.OpenRead(path));
        return ConlluReader.Read(reader, []);
    }
}
