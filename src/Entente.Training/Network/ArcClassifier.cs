using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>
/// Scores each word, and the root, as the head of each word by a biaffine form of their representations (Dozat and Manning 2017,
/// "Deep Biaffine Attention for Neural Dependency Parsing").
/// </summary>
internal sealed class ArcClassifier(Pass pass, Projection dependents, Projection heads)
{
    // Low enough that no word takes itself, and still a number that can be subtracted.
    private const float Forbidden = -1e9f;

    private float[] _queries = [];
    private float[] _queryGradient = [];

    public void Forward()
    {
        var (parameters, rows, width) = (pass.Parameters, pass.Batch.RowCount, pass.Sizes.Arc);
        _queries = new float[rows * width];
        if (pass.IsTraining) _queryGradient = new float[rows * width];
        MatrixProduct.Add(dependents.Output, pass.Packed(parameters.ArcBilinear), _queries, rows);
        Rows.AddBias(_queries, pass.Weights(parameters.ArcHeadPrior));
    }

    /// <summary>The scores of a sentence: a row for each word, in it the root first and then each word as its head.</summary>
    public float[] Scores(int sentence)
    {
        var length = pass.Batch.Lengths[sentence];
        var (queries, keys) = Gather(sentence);
        var scores = new float[length * (length + 1)];
        MatrixProduct.AddTransposedRight(queries, keys, scores, length, pass.Sizes.Arc, length + 1);
        for (var t = 0; t < length; t++) scores[t * (length + 1) + t + 1] = Forbidden;
        return scores;
    }

    /// <summary>Adds a sentence's loss to the result and its gradients to those of the words.</summary>
    public void AddLoss(int sentence, PassResult result)
    {
        var (length, width) = (pass.Batch.Lengths[sentence], pass.Sizes.Arc);
        var gold = pass.Batch.Sentences[sentence].Heads;
        var shares = pass.Batch.Sentences[sentence].Teaching?.Heads;
        var scores = Scores(sentence);
        for (var t = 0; t < length; t++)
        {
            var row = scores.Row(t, length + 1);
            if (TensorPrimitives.IndexOfMax<float>(row) == gold[t]) result.RightHeads++;
            result.Loss += Rows.CrossEntropy(row, gold[t], shares is null ? [] : shares.Row(t, length + 1), pass.Scale);
        }
        var (queries, keys) = Gather(sentence);
        var queryGradient = new float[length * width];
        var keyGradient = new float[(length + 1) * width];
        MatrixProduct.Add(scores, keys, queryGradient, length, length + 1, width);
        MatrixProduct.AddTransposedLeft(scores, queries, keyGradient, length + 1, length, width);
        Rows.AddTo(pass.Gradient(pass.Parameters.ArcRoot), keyGradient.Row(0, width));
        for (var t = 0; t < length; t++)
        {
            var row = pass.Batch.RowOf(sentence, t);
            queryGradient.Row(t, width).CopyTo(_queryGradient.Row(row, width));
            Rows.AddTo(heads.OutputGradient.Row(row, width), keyGradient.Row(t + 1, width));
        }
    }

    /// <summary>Once every sentence has added its loss.</summary>
    public void Backward()
    {
        var (parameters, rows, width) = (pass.Parameters, pass.Batch.RowCount, pass.Sizes.Arc);
        MatrixProduct.AddTransposedLeft(dependents.Output, _queryGradient, pass.Gradient(parameters.ArcBilinear), width, rows, width);
        MatrixProduct.Add(_queryGradient, pass.PackedTransposed(parameters.ArcBilinear), dependents.OutputGradient, rows);
        Rows.AddSum(_queryGradient, pass.Gradient(parameters.ArcHeadPrior));
    }

    private (float[] Queries, float[] Keys) Gather(int sentence)
    {
        var (length, width) = (pass.Batch.Lengths[sentence], pass.Sizes.Arc);
        var queries = new float[length * width];
        var keys = new float[(length + 1) * width];
        pass.Weights(pass.Parameters.ArcRoot).CopyTo(keys, 0);
        for (var t = 0; t < length; t++)
        {
            var row = pass.Batch.RowOf(sentence, t);
            _queries.Row(row, width).CopyTo(queries.Row(t, width));
            heads.Output.Row(row, width).CopyTo(keys.Row(t + 1, width));
        }
        return (queries, keys);
    }
}
