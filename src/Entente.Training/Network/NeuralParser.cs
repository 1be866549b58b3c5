using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>What a batch cost and how much of it was right, in training.</summary>
internal sealed class PassResult
{
    /// <summary>Sum over words and tasks.</summary>
    public double Loss { get; set; }

    public int Words { get; set; }

    public int RightTags { get; set; }

    /// <summary>Words whose part in a mention is right, of the sentences in which mentions are marked.</summary>
    public int RightMentions { get; set; }

    /// <summary>Words of the sentences in which mentions are marked.</summary>
    public int MentionWords { get; set; }

    public int RightHeads { get; set; }

    /// <summary>Right relations, given the right heads.</summary>
    public int RightLabels { get; set; }
}

/// <summary>
/// A tagger, parser and finder of mentions in one: bidirectional LSTMs over the words, on them classifiers for tags, mentions, arcs and labels
/// (Dozat and Manning 2017).
/// </summary>
internal sealed class NeuralParser
{
    private readonly Pass _pass;
    private readonly EmbeddingLayer _embeddings;
    private readonly BidirectionalLstmLayer[] _layers;
    private readonly Dropout _dropout;
    private readonly WordClassifier? _mentions;
    private readonly Projection[] _projections;
    private float[] _states = [];

    private NeuralParser(Pass pass)
    {
        var parameters = pass.Parameters;
        _pass = pass;
        _embeddings = new(pass);
        _layers = [.. Enumerable.Range(0, pass.Sizes.Layers).Select(layer => new BidirectionalLstmLayer(pass, layer))];
        _dropout = pass.Dropout(pass.Sizes.Output);
        Tags = new(pass, parameters.Tag);
        _mentions = pass.Sizes.Mentions > 0 ? new(pass, parameters.Mention) : null;
        _projections =
        [
            new(pass, parameters.ArcDependent, isRectified: true), new(pass, parameters.ArcHead, isRectified: true),
            new(pass, parameters.LabelDependent, isRectified: false), new(pass, parameters.LabelHead, isRectified: false),
        ];
        Arcs = new(pass, _projections[0], _projections[1]);
        Labels = new(pass, _projections[2], _projections[3]);
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
        var parser = Read(parameters, batch);
        var heads = Array.ConvertAll(batch.Lengths, length => new int[length]);
        for (var b = 0; b < batch.Count; b++) SpanningTree.Find(parser.Arcs.Scores(b), heads[b]);
        parser.Labels.Forward(heads);
        int[] Best(int sentence, Func<int, int, int> best) => [.. Enumerable.Range(0, batch.Lengths[sentence]).Select(t => best(sentence, t))];
        return [.. heads.Select((of, b) => new Prediction(Best(b, parser.Tags.Best), of, Best(b, parser.Labels.Best), parser.BestMentions(b)))];
    }

    /// <summary>Reads a batch by the averaged weights; relations are not yet scored.</summary>
    public static NeuralParser Read(NetworkParameters parameters, Batch batch)
    {
        var parser = new NeuralParser(Pass.ForPrediction(parameters, batch));
        parser.Forward();
        return parser;
    }

    /// <summary>Scores of tags.</summary>
    public WordClassifier Tags { get; }

    /// <summary>Scores of heads.</summary>
    public ArcClassifier Arcs { get; }

    /// <summary>Scores of relations.</summary>
    public LabelClassifier Labels { get; }

    private int[] BestMentions(int sentence)
    {
        var (count, classes) = (_pass.Batch.Lengths[sentence], _pass.Sizes.Mentions);
        var result = new int[count];
        if (_mentions is null) return result;
        var path = new MentionPath(new float[classes], new byte[count * classes]);
        for (var t = 0; t < count; t++) path.Add(_mentions.Scores(sentence, t));
        path.Finish(result);
        return result;
    }

    private void Forward()
    {
        _states = _embeddings.Forward();
        foreach (var layer in _layers) _states = layer.Forward(_states);
        _dropout.Apply(_states);
        Tags.Forward(_states);
        _mentions?.Forward(_states);
        foreach (var projection in _projections) projection.Forward(_states);
        Arcs.Forward();
    }

    private void Backward(PassResult result)
    {
        var gradient = new float[_states.Length];
        var (loss, right) = Tags.AddLoss(s => new(s.Tags, s.Teaching?.Tags));
        result.Loss += loss;
        result.RightTags += right;
        Tags.Backward(_states, gradient);
        if (_mentions is not null)
        {
            (loss, right) = _mentions.AddLoss(s => new(s.Mentions, null));
            result.Loss += loss;
            result.RightMentions += right;
            result.MentionWords += _pass.Batch.Sentences.Sum(s => s.Mentions[0] < 0 ? 0 : s.Count);
            _mentions.Backward(_states, gradient);
        }
        for (var b = 0; b < _pass.Batch.Count; b++) Arcs.AddLoss(b, result);
        Arcs.Backward();
        Labels.Forward(Array.ConvertAll(_pass.Batch.Sentences, s => s.Heads));
        Labels.AddLoss(result);
        Labels.Backward();
        foreach (var projection in _projections) projection.Backward(_states, gradient);
        _dropout.Apply(gradient);
        foreach (var layer in _layers.Reverse()) gradient = layer.Backward(gradient);
        _embeddings.Backward(gradient);
    }
}
