namespace Entente.Training.Network;

/// <summary>
/// Trains the network of <see cref="NeuralParser"/>. The seed is fixed and nothing depends on which thread is ready first:
/// run twice on one kind of processor, it gives the same bytes.
/// </summary>
internal static class NetworkTraining
{
    /// <summary>Batches that are read at the same time, each with a source of random numbers of its own.</summary>
    public const int Workers = 2;

    /// <summary>Number of the most frequent words whose vectors are taken.</summary>
    public const int VectorWords = 80_000;

    private const double VariantShare = 0.1;

    /// <summary>
    /// Trains in place; tells after each epoch, counted from 1, how it went. In each epoch some sentences are replaced by their
    /// variants, which stand at the same index.
    /// </summary>
    public static void Train(
        NetworkParameters parameters, IReadOnlyList<EncodedSentence> sentences, IReadOnlyList<EncodedSentence> variants, int epochs, int seed,
        TrainingSettings settings, Action<int, PassResult> report)
    {
        var optimizer = new AdamOptimizer(parameters, settings.Rate);
        var gradients = Enumerable.Range(0, Workers).Select(_ => new Gradients(parameters)).ToArray();
        var randoms = Enumerable.Range(0, Workers).Select(k => new Random(seed + 10 + k)).ToArray();
        var order = new Random(seed);
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

    private static PassResult Sum(PassResult[] results) => new()
    {
        Loss = results.Sum(r => r.Loss),
        Words = results.Sum(r => r.Words),
        RightTags = results.Sum(r => r.RightTags),
        RightMentions = results.Sum(r => r.RightMentions),
        MentionWords = results.Sum(r => r.MentionWords),
        RightHeads = results.Sum(r => r.RightHeads),
        RightLabels = results.Sum(r => r.RightLabels),
    };
}
