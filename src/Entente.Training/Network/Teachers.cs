using System.Numerics.Tensors;
using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>
/// Networks from which a smaller one learns: not only what is right, but how sure its teachers are of each class (Hinton, Vinyals and
/// Dean 2015, "Distilling the Knowledge in a Neural Network"; of several parsers, Kuncoro et al. 2016).
/// </summary>
/// <param name="teachers">All over the ids of one encoder.</param>
internal sealed class Teachers(IReadOnlyList<NetworkParameters> teachers)
{
    private const int SentencesAtOnce = 24;

    // The rest goes to what the treebank says.
    private const float TeacherShare = 0.5f;

    /// <summary>The sentences with the teaching; where one has no tree, with the tags and the tree of the teachers.</summary>
    public EncodedSentence[] Teach(IReadOnlyList<(EncodedSentence Sentence, bool HasTree)> sentences)
    {
        var result = new EncodedSentence[sentences.Count];
        var batches = Enumerable.Range(0, sentences.Count).OrderBy(i => sentences[i].Sentence.Count).Chunk(SentencesAtOnce).ToArray();
        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = NetworkTraining.Workers }, places =>
        {
            var batch = new Batch(Array.ConvertAll(places, i => sentences[i].Sentence));
            var parsers = teachers.Select(t => NeuralParser.Read(t, batch)).ToList();
            var taught = new EncodedSentence[places.Length];
            for (var b = 0; b < places.Length; b++) taught[b] = TeachTree(parsers, b, batch.Sentences[b], sentences[places[b]].HasTree);
            foreach (var parser in parsers) parser.Labels.Forward(Array.ConvertAll(taught, s => s.Heads));
            for (var b = 0; b < places.Length; b++) result[places[b]] = TeachLabels(parsers, b, taught[b], sentences[places[b]].HasTree);
        });
        return result;
    }

    private static EncodedSentence TeachTree(List<NeuralParser> parsers, int place, EncodedSentence sentence, bool hasTree)
    {
        var count = sentence.Count;
        var tags = Mean(parsers, count, (parser, t) => parser.Tags.Scores(place, t));
        var scores = parsers.ConvertAll(parser => parser.Arcs.Scores(place));
        var heads = new float[count * (count + 1)];
        foreach (var one in scores)
            for (var t = 0; t < count; t++) AddShares(one.Row(t, count + 1), heads.Row(t, count + 1), parsers.Count);
        if (!hasTree)
        {
            var logarithms = Array.ConvertAll(heads, share => MathF.Log(MathF.Max(share, 1e-9f)));
            var tree = new int[count];
            SpanningTree.Find(logarithms, tree);
            sentence = sentence with { Tags = Best(tags, count), Heads = tree };
        }
        else
        {
            Mix(tags, sentence.Tags);
            Mix(heads, sentence.Heads);
        }
        return sentence with { Teaching = new(tags, heads, []) };
    }

    private static EncodedSentence TeachLabels(List<NeuralParser> parsers, int place, EncodedSentence sentence, bool hasTree)
    {
        var labels = Mean(parsers, sentence.Count, (parser, t) => parser.Labels.Scores(place, t));
        if (hasTree) Mix(labels, sentence.Labels);
        else sentence = sentence with { Labels = Best(labels, sentence.Count) };
        return sentence with { Teaching = sentence.Teaching! with { Labels = labels } };
    }

    private delegate Span<float> ScoresOf(NeuralParser parser, int word);

    private static float[] Mean(List<NeuralParser> parsers, int count, ScoresOf scoresOf)
    {
        var width = scoresOf(parsers[0], 0).Length;
        var mean = new float[count * width];
        foreach (var parser in parsers)
            for (var t = 0; t < count; t++) AddShares(scoresOf(parser, t), mean.Row(t, width), parsers.Count);
        return mean;
    }

    private static void AddShares(ReadOnlySpan<float> scores, Span<float> mean, int parsers)
    {
        var shares = scores.ToArray();
        TensorPrimitives.Subtract(shares, TensorPrimitives.Max<float>(shares), shares);
        TensorPrimitives.SoftMax<float>(shares, shares);
        Rows.AddTo(mean, shares, 1f / parsers);
    }

    private static void Mix(float[] shares, int[] right)
    {
        var width = shares.Length / right.Length;
        for (var t = 0; t < right.Length; t++)
        {
            if (right[t] < 0) continue;
            var row = shares.Row(t, width);
            TensorPrimitives.Multiply(row, TeacherShare, row);
            row[right[t]] += 1 - TeacherShare;
        }
    }

    private static int[] Best(float[] shares, int count)
    {
        var width = shares.Length / count;
        return [.. Enumerable.Range(0, count).Select(t => TensorPrimitives.IndexOfMax<float>(shares.Row(t, width)))];
    }
}
