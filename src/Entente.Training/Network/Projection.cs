namespace Entente.Training.Network;

/// <summary>A linear map by which the states become what a classifier needs of them; with a leaky rectifier and dropout, or as it is.</summary>
internal sealed class Projection(Pass pass, LinearParameters parameters, bool isRectified)
{
    private const float Leak = 0.1f;

    private readonly Dropout _dropout = pass.Dropout(parameters.Weight.Columns);

    /// <summary>A row for each word.</summary>
    public float[] Output { get; private set; } = [];

    /// <summary>The gradient of <see cref="Output"/>, to which classifiers add.</summary>
    public float[] OutputGradient { get; private set; } = [];

    public void Forward(float[] states)
    {
        var (rows, width) = (pass.Batch.RowCount, parameters.Weight.Columns);
        Output = new float[rows * width];
        if (pass.IsTraining) OutputGradient = new float[rows * width];
        MatrixProduct.Add(states, pass.Packed(parameters.Weight), Output, rows);
        Rows.AddBias(Output, pass.Weights(parameters.Bias));
        if (!isRectified) return;
        foreach (ref var value in Output.AsSpan())
            if (value < 0) value *= Leak;
        _dropout.Apply(Output);
    }

    public void Backward(float[] states, float[] stateGradient)
    {
        var (rows, inner, width) = (pass.Batch.RowCount, parameters.Weight.Rows, parameters.Weight.Columns);
        if (isRectified)
        {
            _dropout.Apply(OutputGradient);
            for (var i = 0; i < Output.Length; i++)
                if (Output[i] < 0) OutputGradient[i] *= Leak;
        }
        MatrixProduct.AddTransposedLeft(states, OutputGradient, pass.Gradient(parameters.Weight), inner, rows, width);
        Rows.AddSum(OutputGradient, pass.Gradient(parameters.Bias));
        MatrixProduct.Add(OutputGradient, pass.PackedTransposed(parameters.Weight), stateGradient, rows);
    }
}
