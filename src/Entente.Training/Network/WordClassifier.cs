using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>Gives each word one of some classes by a linear map of its state.</summary>
internal sealed class WordClassifier(Pass pass, LinearParameters parameters)
{
    private readonly int _width = parameters.Weight.Columns;
    private float[] _scores = [];

    public void Forward(float[] states)
    {
        _scores = new float[pass.Batch.RowCount * _width];
        MatrixProduct.Add(states, pass.Packed(parameters.Weight), _scores, pass.Batch.RowCount);
        Rows.AddBias(_scores, pass.Weights(parameters.Bias));
    }

    /// <summary>A score for each class.</summary>
    public Span<float> Scores(int sentence, int word) => _scores.Row(pass.Batch.RowOf(sentence, word), _width);

    public int Best(int sentence, int word) => TensorPrimitives.IndexOfMax<float>(Scores(sentence, word));

    /// <summary>Turns the scores into the gradient of the loss; gives the loss and the number of words whose class is right.</summary>
    public (double Loss, int Right) AddLoss(Func<EncodedSentence, Goal> goalOf) => Rows.CrossEntropy(_scores, _width, pass, goalOf);

    public void Backward(float[] states, float[] stateGradient)
    {
        var (rows, inner) = (pass.Batch.RowCount, parameters.Weight.Rows);
        MatrixProduct.AddTransposedLeft(states, _scores, pass.Gradient(parameters.Weight), inner, rows, _width);
        Rows.AddSum(_scores, pass.Gradient(parameters.Bias));
        MatrixProduct.Add(_scores, pass.PackedTransposed(parameters.Weight), stateGradient, rows);
    }
}
