using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>Gives each word UPOS and XPOS as one tag.</summary>
internal sealed class TagClassifier(Pass pass)
{
    private float[] _scores = [];

    public void Forward(float[] states)
    {
        var tag = pass.Parameters.Tag;
        _scores = new float[pass.Batch.RowCount * pass.Sizes.Tags];
        MatrixProduct.Add(states, pass.Packed(tag.Weight), _scores, pass.Batch.RowCount);
        Rows.AddBias(_scores, pass.Weights(tag.Bias));
    }

    public int Best(int sentence, int word) => TensorPrimitives.IndexOfMax(Scores(pass.Batch.RowOf(sentence, word)));

    /// <summary>Turns the scores into their gradient.</summary>
    public void AddLoss(PassResult result)
    {
        var (loss, right) = Rows.CrossEntropy(_scores, pass.Sizes.Tags, pass, s => s.Tags);
        result.Loss += loss;
        result.RightTags += right;
    }

    public void Backward(float[] states, float[] stateGradient)
    {
        var tag = pass.Parameters.Tag;
        var (rows, inner, width) = (pass.Batch.RowCount, tag.Weight.Rows, tag.Weight.Columns);
        MatrixProduct.AddTransposedLeft(states, _scores, pass.Gradient(tag.Weight), inner, rows, width);
        Rows.AddSum(_scores, pass.Gradient(tag.Bias));
        MatrixProduct.Add(_scores, pass.PackedTransposed(tag.Weight), stateGradient, rows);
    }

    private Span<float> Scores(int row) => _scores.Row(row, pass.Sizes.Tags);
}
