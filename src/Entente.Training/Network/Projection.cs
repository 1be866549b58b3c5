namespace Entente.Training.Network;

/// <summary>A linear map with a leaky rectifier and dropout, by which the states become what a classifier needs of them.</summary>
internal sealed class Projection(Pass pass, LinearParameters parameters)
{
    private const float Leak = 0.1f;

    private readonly Dropout _dropout = pass.Dropout(parameters.Weight.Columns);

    /// <summary>A row for each word.</summary>
    public float[] Output { get; private set; } = [];

    /// <summary>The gradient of <see cref="Output"/>, to which classifiers add.</summary>
    public float[] OutputGradient { get; private set; } = [];

    public void Forward(float[] states)
    {
        var (rows, inner, width) = (pass.Batch.RowCount, parameters.Weight.Rows, parameters.Weight.Columns);
        Output = new float[rows * width];
        if (pass.IsTraining) OutputGradient = new float[rows * width];
        MatrixProduct.Add(states, pass.Weights(parameters.Weight), Output, rows, inner, width);
        Rows.AddBias(Output, pass.Weights(parameters.Bias));
        foreach (ref var value in Output.AsSpan())
            if (value < 0) value *= Leak;
        _dropout.Apply(Output);
    }

    public void Backward(float[] states, float[] stateGradient)
    {
        var (rows, inner, width) = (pass.Batch.RowCount, parameters.Weight.Rows, parameters.Weight.Columns);
        _dropout.Apply(OutputGradient);
        for (var i = 0; i < Output.Length; i++)
            if (Output[i] < 0) OutputGradient[i] *= Leak;
        MatrixProduct.AddTransposedLeft(states, OutputGradient, pass.Gradient(parameters.Weight), inner, rows, width);
        Rows.AddSum(OutputGradient, pass.Gradient(parameters.Bias));
        MatrixProduct.AddTransposedRight(OutputGradient, pass.Weights(parameters.Weight), stateGradient, rows, width, inner);
    }
}
