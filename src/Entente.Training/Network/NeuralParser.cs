using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>What a batch cost and how much of it was right, in training.</summary>
internal sealed class PassResult
{
    /// <summary>Sum over words and tasks.</summary>
    public double Loss { get; set; }

    public int Words { get; set; }

    public int RightTags { get; set; }

    public int RightHeads { get; set; }

    /// <summary>Right relations, given the right heads.</summary>
    public int RightLabels { get; set; }
}

/// <summary>
/// A tagger and parser in one: bidirectional LSTMs over the words, on them a classifier for tags, one for arcs and one for labels
/// (Dozat and Manning 2017).
/// </summary>
internal sealed class NeuralParser
{
    private readonly Pass _pass;
    private readonly EmbeddingLayer _embeddings;
    private readonly BidirectionalLstmLayer[] _layers;
    private readonly Dropout _dropout;
    private readonly TagClassifier _tags;
    private readonly Projection[] _projections;
    private readonly ArcClassifier _arcs;
    private readonly LabelClassifier _labels;
    private float[] _states = [];

    private NeuralParser(Pass pass)
    {
        var parameters = pass.Parameters;
        _pass = pass;
        _embeddings = new(pass);
        _layers = [.. Enumerable.Range(0, pass.Sizes.Layers).Select(layer => new BidirectionalLstmLayer(pass, layer))];
        _dropout = pass.Dropout(pass.Sizes.Output);
        _tags = new(pass);
        _projections =
        [
            new(pass, parameters.ArcDependent, isRectified: true), new(pass, parameters.ArcHead, isRectified: true),
            new(pass, parameters.LabelDependent, isRectified: false), new(pass, parameters.LabelHead, isRectified: false),
        ];
        _arcs = new(pass, _projections[0], _projections[1]);
        _labels = new(pass, _projections[2], _projections[3]);
    }

    /// <summary>Reads a batch and adds the gradient of its mean loss a word to <paramref name="gradients"/>.</summary>
    public static void Train(NetworkParameters parameters, Batch batch, Gradients gradients, Random random, float dropout, PassResult result)
    {
        var parser = new NeuralParser(Pass.ForTraining(parameters, batch, gradients, random, dropout));
        parser.Forward();
        parser.Backward(result);
        result.Words += batch.Words;
    }

    /// <summary>Tags, best trees and relations of a batch, by the averaged weights.</summary>
    public static Prediction[] Predict(NetworkParameters parameters, Batch batch)
    {
        var parser = new NeuralParser(Pass.ForPrediction(parameters, batch));
        parser.Forward();
        var heads = Array.ConvertAll(batch.Lengths, length => new int[length]);
        for (var b = 0; b < batch.Count; b++) SpanningTree.Find(parser._arcs.Scores(b), heads[b]);
        parser._labels.Forward(heads);
        int[] Best(int sentence, Func<int, int, int> best) => [.. Enumerable.Range(0, batch.Lengths[sentence]).Select(t => best(sentence, t))];
        return [.. heads.Select((of, b) => new Prediction(Best(b, parser._tags.Best), of, Best(b, parser._labels.Best)))];
    }

    private void Forward()
    {
        _states = _embeddings.Forward();
        foreach (var layer in _layers) _states = layer.Forward(_states);
        _dropout.Apply(_states);
        _tags.Forward(_states);
        foreach (var projection in _projections) projection.Forward(_states);
        _arcs.Forward();
    }

    private void Backward(PassResult result)
    {
        var gradient = new float[_states.Length];
        _tags.AddLoss(result);
        _tags.Backward(_states, gradient);
        for (var b = 0; b < _pass.Batch.Count; b++) _arcs.AddLoss(b, result);
        _arcs.Backward();
        _labels.Forward(Array.ConvertAll(_pass.Batch.Sentences, s => s.Heads));
        _labels.AddLoss(result);
        _labels.Backward();
        foreach (var projection in _projections) projection.Backward(_states, gradient);
        _dropout.Apply(gradient);
        foreach (var layer in _layers.Reverse()) gradient = layer.Backward(gradient);
        _embeddings.Backward(gradient);
    }
}
