using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>
/// Names the relation of a word to a given head by a layer over both (Kiperwasser and Goldberg 2016, "Simple and Accurate Dependency
/// Parsing Using Bidirectional LSTM Feature Representations").
/// </summary>
internal sealed class LabelClassifier(Pass pass, Projection dependents, Projection heads)
{
    private const float Leak = 0.1f;

    private readonly Dropout _dropout = pass.Dropout(pass.Sizes.Label);
    private float[] _hidden = [];
    private float[] _scores = [];
    private int[][] _headOf = [];

    /// <summary>Scores the relations of all words to the heads that are given for each sentence, counted from 1, 0 for the root.</summary>
    public void Forward(int[][] headOf)
    {
        var (parameters, batch, width) = (pass.Parameters, pass.Batch, pass.Sizes.Label);
        _headOf = headOf;
        _hidden = new float[batch.RowCount * width];
        for (var b = 0; b < batch.Count; b++)
            for (var t = 0; t < batch.Lengths[b]; t++)
            {
                var row = batch.RowOf(b, t);
                var head = headOf[b][t];
                var ofHead = head == 0 ? pass.Weights(parameters.LabelRoot) : heads.Output.Row(batch.RowOf(b, head - 1), width);
                TensorPrimitives.Add(dependents.Output.Row(row, width), ofHead, _hidden.Row(row, width));
            }
        foreach (ref var value in _hidden.AsSpan())
            if (value < 0) value *= Leak;
        _dropout.Apply(_hidden);
        _scores = new float[batch.RowCount * pass.Sizes.Labels];
        MatrixProduct.Add(_hidden, pass.Packed(parameters.Label.Weight), _scores, batch.RowCount);
        Rows.AddBias(_scores, pass.Weights(parameters.Label.Bias));
    }

    /// <summary>A score for each relation of a word to its head.</summary>
    public Span<float> Scores(int sentence, int word) => _scores.Row(pass.Batch.RowOf(sentence, word), pass.Sizes.Labels);

    public int Best(int sentence, int word) => TensorPrimitives.IndexOfMax<float>(Scores(sentence, word));

    /// <summary>Adds the losses, and turns the scores into their gradient.</summary>
    public void AddLoss(PassResult result)
    {
        var (loss, right) = Rows.CrossEntropy(_scores, pass.Sizes.Labels, pass, s => new(s.Labels, s.Teaching?.Labels));
        result.Loss += loss;
        result.RightLabels += right;
    }

    /// <summary>Adds to the gradients of the words as dependents and as heads.</summary>
    public void Backward()
    {
        var (parameters, batch, width) = (pass.Parameters, pass.Batch, pass.Sizes.Label);
        MatrixProduct.AddTransposedLeft(_hidden, _scores, pass.Gradient(parameters.Label.Weight), width, batch.RowCount, pass.Sizes.Labels);
        Rows.AddSum(_scores, pass.Gradient(parameters.Label.Bias));
        var gradient = new float[_hidden.Length];
        MatrixProduct.Add(_scores, pass.PackedTransposed(parameters.Label.Weight), gradient, batch.RowCount);
        _dropout.Apply(gradient);
        for (var i = 0; i < gradient.Length; i++)
            if (_hidden[i] < 0) gradient[i] *= Leak;
        for (var b = 0; b < batch.Count; b++)
            for (var t = 0; t < batch.Lengths[b]; t++)
            {
                var row = batch.RowOf(b, t);
                var head = _headOf[b][t];
                Rows.AddTo(dependents.OutputGradient.Row(row, width), gradient.Row(row, width));
                var ofHead = head == 0 ? pass.Gradient(parameters.LabelRoot) : heads.OutputGradient.Row(batch.RowOf(b, head - 1), width);
                Rows.AddTo(ofHead, gradient.Row(row, width));
            }
    }
}
