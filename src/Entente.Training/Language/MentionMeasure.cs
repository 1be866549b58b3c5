using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Measures the mentions of a model on the sentences of a part (<c>corpus/mentions/dev.tsv</c>) whose mentions are marked.</summary>
internal static class MentionMeasure
{
    /// <summary>Prints the figures of each source and of all.</summary>
    public static int Run(string treebanks, string corpus, string part, string? modelFile)
    {
        var model = modelFile is null ? LanguageModel.Load() : LanguageModel.FromFile(modelFile);
        var marks = Path.Combine(corpus, "mentions", part + ".tsv");
        List<MarkedSentence> OfTreebank(string file) => MarkedSentence.OfTreebank(Treebanks.Read(file));
        var all = new MentionScores();
        foreach (var (name, sentences) in new (string, List<MarkedSentence>)[]
        {
            ("EWT", OfTreebank(Path.Combine(treebanks, $"en_ewt-{part}.conllu.gz"))),
            ("GUM", OfTreebank(Path.Combine(treebanks, $"en_gum-{part}.conllu.gz"))),
            ("trees of news", OfTreebank(Path.Combine(corpus, "trees", part + ".conllu"))),
            ("corpus", MarkedSentence.OfCorpus(corpus, part)),
        })
        {
            var marked = MarkedSentence.WithMentions(sentences, marks).Where(s => s.HasMentions).ToList();
            var scores = new MentionScores();
            Add(model, marked, scores, all);
            Console.WriteLine($"{name}: {marked.Count} sentences, F1 {scores.F1("all"):P1}");
        }
        foreach (var line in all.Lines()) Console.WriteLine(line);
        return 0;
    }

    /// <summary>Adds what the model finds in sentences whose mentions are marked.</summary>
    public static void Add(LanguageModel model, IEnumerable<MarkedSentence> sentences, params MentionScores[] scores)
    {
        foreach (var (_, sentence, _) in sentences)
        {
            var found = Array.ConvertAll(model.Annotate(sentence).Tokens, t => t.Mention);
            foreach (var each in scores) each.Add(Array.ConvertAll(sentence.Tokens, t => t.Mention), found);
        }
    }
}
