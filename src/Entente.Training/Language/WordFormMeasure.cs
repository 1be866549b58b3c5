using Entente.Language;

namespace Entente.Training.Language;

/// <summary>How well lemmas and features are found where tags and trees are right: the most that a better tagger and parser can bring.</summary>
internal static class WordFormMeasure
{
    /// <summary>Prints the accuracies and, if asked for, the errors by class, the most frequent first.</summary>
    public static int Print(string path, string? modelFile, string? like, bool ownTags, bool errors)
    {
        var model = modelFile is null ? LanguageModel.Load() : LanguageModel.FromFile(modelFile);
        var (words, lemmas, features) = (0, 0, 0);
        var classes = new Dictionary<string, List<string>>();
        var treebank = Treebanks.Read(path);
        if (like is not null) FeatureHarmony.Adapt(Treebanks.Read(like), treebank);
        foreach (var gold in treebank)
        {
            var found = ownTags ? model.Annotate(gold.Sentence) : model.AnnotateForms(gold.Sentence);
            for (var i = 0; i < found.Tokens.Length; i++)
            {
                var (right, word) = (gold.Sentence.Tokens[i], found.Tokens[i]);
                words++;
                if (right.Lemma == word.Lemma || right.Lemma == "_") lemmas++;
                else Add(classes, $"lemma {right.Upos} {right.Xpos}", $"{right.Form}:{right.Lemma}:{word.Lemma}");
                if (right.Feats == word.Feats) features++;
                else Add(classes, $"features {right.Upos} {right.Xpos} {Difference(right.Feats, word.Feats)}", $"{right.Form}:{right.Relation}");
            }
        }
        Console.WriteLine($"{Path.GetFileName(path)} {(ownTags ? "own tags" : "tags and trees given")}: lemmas {(double)lemmas / words:P2} features {(double)features / words:P2}");
        if (!errors) return 0;
        foreach (var (name, examples) in classes.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key, StringComparer.Ordinal))
            Console.WriteLine($"{examples.Count}\t{name}\t{string.Join(' ', examples.GroupBy(e => e).OrderByDescending(g => g.Count()).Take(12).Select(g => g.Count() == 1 ? g.Key : $"{g.Key}×{g.Count()}"))}");
        return 0;
    }

    // Features missing, then those too many: -Voice=Pass +Tense=Pres.
    private static string Difference(string gold, string found)
    {
        var (expected, given) = (gold.Split('|'), found.Split('|'));
        return string.Join(' ', expected.Except(given).Select(f => "-" + f).Concat(given.Except(expected).Select(f => "+" + f)));
    }

    private static void Add(Dictionary<string, List<string>> classes, string name, string example)
    {
        if (!classes.TryGetValue(name, out var examples)) classes[name] = examples = [];
        examples.Add(example);
    }
}
