using System.Diagnostics;
using Entente.Language;
using Entente.Training.Language;

namespace Entente.Training.Network;

/// <summary>
/// Trains the tagger and parser of <see cref="NeuralParser"/>. The seed is fixed and nothing depends on which thread is ready first:
/// run twice on one kind of processor, it gives the same bytes.
/// </summary>
internal static class NetworkTraining
{
    /// <summary>Batches that are read at the same time, each with a source of random numbers of its own.</summary>
    public const int Workers = 2;

    private const int LongestSentence = 120;
    private const int Seed = 1;

    public static int Run(NetworkOptions options)
    {
        var watch = Stopwatch.StartNew();
        void Say(string text) => Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {text}");

        var training = Sentences(Treebanks.Read(Path.Combine(options.Treebanks, "en_ewt-train.conllu.gz")));
        training.AddRange(Sentences(Treebanks.Free(Treebanks.Read(Path.Combine(options.Treebanks, "en_gum-train.conllu.gz")))));
        var vectors = WordVectorFile.Read(options.Vectors);
        var encoder = new SentenceEncoder(training, vectors, (words, tags, labels) => new()
        {
            Pretrained = vectors[0].Vector.Length,
            Hidden = options.Hidden,
            Layers = options.Layers,
            WordRows = words,
            Tags = tags,
            Labels = labels,
        });
        var encoded = training.Where(s => s.Tokens.Length <= LongestSentence).Select(encoder.Encode).ToList();
        var parameters = new NetworkParameters(encoder.Sizes, Seed);
        Say($"{encoded.Count} sentences, {encoded.Sum(s => s.Count)} words, {encoder.Sizes.WordRows} embeddings of words, {encoder.Sizes.Tags} tags, "
            + $"{encoder.Sizes.Labels} relations, {parameters.Count / 1e6:F1} million weights");
        var dev = new[] { "en_ewt-dev", "en_gum-dev" }.Select(name => (name, Sentences(Treebanks.Read(Path.Combine(options.Treebanks, name + ".conllu.gz"))))).ToList();
        Train(parameters, encoded, options.Epochs, options.Settings, (epoch, result) =>
        {
            Say($"epoch {epoch}: loss {result.Loss / result.Words:F3}, in training tags {Share(result.RightTags, result)}, heads {Share(result.RightHeads, result)}");
            foreach (var (name, gold) in dev)
            {
                var scores = NetworkEvaluation.Measure(parameters, encoder, gold);
                Say($"  {name}: UPOS {scores.Upos:P2} XPOS {scores.Xpos:P2} UAS {scores.Uas:P2} LAS {scores.Las:P2}");
            }
        });
        using var file = File.Create(options.Output);
        NetworkFile.Write(file, encoder, parameters);
        return 0;
    }

    /// <summary>Trains in place; tells after each epoch, counted from 1, how it went.</summary>
    public static void Train(
        NetworkParameters parameters, IReadOnlyList<EncodedSentence> sentences, int epochs, TrainingSettings settings, Action<int, PassResult> report)
    {
        var optimizer = new AdamOptimizer(parameters, settings.Rate);
        var gradients = Enumerable.Range(0, Workers).Select(_ => new Gradients(parameters)).ToArray();
        var randoms = Enumerable.Range(0, Workers).Select(k => new Random(Seed + 10 + k)).ToArray();
        var order = new Random(Seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var results = Enumerable.Range(0, Workers).Select(_ => new PassResult()).ToArray();
            var groups = Batch.Arrange(sentences, settings.BatchWords, order).Chunk(Workers).ToArray();
            foreach (var group in groups)
            {
                Parallel.For(0, group.Length, k => NeuralParser.Train(parameters, group[k], gradients[k], randoms[k], settings.Dropout, results[k]));
                optimizer.Step(gradients.AsSpan(0, group.Length), epochs * groups.Length);
            }
            report(epoch, Sum(results));
        }
    }

    private static List<Sentence> Sentences(List<ConlluSentence> read) => read.ConvertAll(s => s.Sentence);

    private static string Share(int right, PassResult result) => ((double)right / result.Words).ToString("P1");

    private static PassResult Sum(PassResult[] results) => new()
    {
        Loss = results.Sum(r => r.Loss),
        Words = results.Sum(r => r.Words),
        RightTags = results.Sum(r => r.RightTags),
        RightHeads = results.Sum(r => r.RightHeads),
        RightLabels = results.Sum(r => r.RightLabels),
    };
}
