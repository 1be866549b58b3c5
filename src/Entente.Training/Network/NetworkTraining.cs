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

    /// <summary>Number of the most frequent words whose vectors are taken.</summary>
    public const int VectorWords = 80_000;

    private const int LongestSentence = 120;
    private const double VariantShare = 0.1;
    private const int Seed = 1;

    private const int NewsEpochs = 4;
    private const float NewsRate = 0.0008f;
    private const int NewsTimes = 4;

    /// <summary>
    /// Trains a network on the treebanks, then a little more on them and news together. Each stage is written to the folder of stages
    /// after each epoch, and left out where the folder has its file.
    /// </summary>
    public static NetworkFile Run(NetworkOptions options, IReadOnlyList<ConlluSentence> treebank, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        var watch = Stopwatch.StartNew();
        void Say(string text) => Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {text}");

        var training = Sentences(treebank);
        var encoder = new SentenceEncoder(training, vectors, (words, tags, labels) => new()
        {
            Pretrained = vectors[0].Vector.Length,
            Hidden = options.Hidden,
            Layers = options.Layers,
            WordRows = words,
            Tags = tags,
            Labels = labels,
        });
        var parameters = new NetworkParameters(encoder.Sizes, Seed);
        training.RemoveAll(s => s.Tokens.Length > LongestSentence);
        Say($"{training.Count} sentences, {training.Sum(s => s.Tokens.Length)} words, {encoder.Sizes.WordRows} embeddings of words, {encoder.Sizes.Tags} tags, "
            + $"{encoder.Sizes.Labels} relations, {parameters.Count / 1e6:F1} million weights");
        var measured = new[] { "en_ewt-dev", "en_gum-dev" }.Select(name => Path.Combine(options.Treebanks, name + ".conllu.gz")).Append(Path.Combine(options.News, "dev.conllu"))
            .Select(path => (Path.GetFileName(path), Sentences(Treebanks.Read(path)))).ToList();
        void Stage(string name, IReadOnlyList<Sentence> sentences, int epochs, TrainingSettings settings)
        {
            var path = Path.Combine(options.Stages, name);
            if (!File.Exists(path))
            {
                var encoded = sentences.Select(encoder.Encode).ToList();
                var variants = sentences.Select((s, i) => encoder.Encode(SentenceVariants.Of(s, i))).ToList();
                Train(parameters, encoded, variants, epochs, settings, (epoch, result) =>
                {
                    Say($"epoch {epoch}: loss {result.Loss / result.Words:F3}, in training tags {Share(result.RightTags, result)}, heads {Share(result.RightHeads, result)}");
                    foreach (var (file, gold) in measured)
                    {
                        var scores = NetworkEvaluation.Measure(parameters, encoder, gold);
                        Say($"  {file}: UPOS {scores.Upos:P2} XPOS {scores.Xpos:P2} UAS {scores.Uas:P2} LAS {scores.Las:P2}");
                    }
                });
                using var file = File.Create(path);
                NetworkFile.Write(file, encoder, parameters);
            }
            using var stream = File.OpenRead(path);
            NetworkFile.Read(stream).CopyTo(parameters);
        }
        Directory.CreateDirectory(options.Stages);
        Stage("treebanks.network", training, options.Epochs, options.Settings);
        var news = Sentences(Treebanks.Read(Path.Combine(options.News, "train.conllu")));
        Stage("news.network", [.. training, .. Enumerable.Repeat(news, NewsTimes).SelectMany(n => n)], NewsEpochs, options.Settings with { Rate = NewsRate });
        using var last = File.OpenRead(Path.Combine(options.Stages, "news.network"));
        return NetworkFile.Read(last);
    }

    /// <summary>
    /// Trains in place; tells after each epoch, counted from 1, how it went. In each epoch some sentences are replaced by their
    /// variants, which stand at the same index.
    /// </summary>
    public static void Train(
        NetworkParameters parameters, IReadOnlyList<EncodedSentence> sentences, IReadOnlyList<EncodedSentence> variants, int epochs,
        TrainingSettings settings, Action<int, PassResult> report)
    {
        var optimizer = new AdamOptimizer(parameters, settings.Rate);
        var gradients = Enumerable.Range(0, Workers).Select(_ => new Gradients(parameters)).ToArray();
        var randoms = Enumerable.Range(0, Workers).Select(k => new Random(Seed + 10 + k)).ToArray();
        var order = new Random(Seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var results = Enumerable.Range(0, Workers).Select(_ => new PassResult()).ToArray();
            var chosen = sentences.Select((s, i) => order.NextDouble() < VariantShare ? variants[i] : s).ToList();
            var groups = Batch.Arrange(chosen, settings.BatchWords, order).Chunk(Workers).ToArray();
            foreach (var group in groups)
            {
                Parallel.For(0, group.Length, k => NeuralParser.Train(parameters, group[k], gradients[k], randoms[k], settings.Dropout, results[k]));
                optimizer.Step(gradients.AsSpan(0, group.Length), epochs * groups.Length);
            }
            report(epoch, Sum(results));
        }
    }

    private static List<Sentence> Sentences(IEnumerable<ConlluSentence> read) => [.. read.Select(s => s.Sentence)];

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
