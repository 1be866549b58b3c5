using System.Text;
using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Makes the parts of a model that give words their lemmas and features; tagger and parser may be of any kind.</summary>
internal static class WordFormTraining
{
    /// <summary>Makes these parts anew in a model that exists.</summary>
    public static int Run(string treebanks, string model)
    {
        var file = ModelFile.FromBytes(File.ReadAllBytes(model));
        var made = Sections(Treebanks.Training(treebanks), new(file.Section(ModelSection.Vectors)));
        var kept = file.All().Where(s => made.TrueForAll(m => m.Id != s.Id));
        File.WriteAllBytes(model, ModelFile.Write([.. kept, .. made]));
        foreach (var (id, bytes) in made) Console.Error.WriteLine($"{id} {bytes.Length} bytes");
        return 0;
    }

    /// <summary>The sections of the model that hold lemmas and features.</summary>
    /// <param name="train">Sentences of the treebanks.</param>
    /// <param name="known">Words that exist, by their hash in lower case.</param>
    public static List<(ModelSection Id, byte[] Bytes)> Sections(List<ConlluSentence> train, HashTable known)
    {
        var (lemmas, text, ruleTable, rules) = LemmaTraining.Train(train, known);
        var (forms, weights, sets) = FeatureTraining.Train(train);
        var names = string.Join('\n', rules) + "\n\n" + string.Join('\n', sets);
        return
        [
            (ModelSection.WordFormNames, Encoding.UTF8.GetBytes(names)), (ModelSection.Lemmas, lemmas), (ModelSection.LemmaText, text),
            (ModelSection.LemmaRules, ruleTable), (ModelSection.Feats, forms), (ModelSection.FeatureWeights, weights),
        ];
    }
}
