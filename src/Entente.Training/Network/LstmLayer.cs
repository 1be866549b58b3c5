using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>
/// A layer of long short-term memory that reads each sentence from its beginning (Hochreiter and Schmidhuber 1997, with the forget
/// gate of Gers, Schmidhuber and Cummins 2000).
/// </summary>
internal sealed class LstmLayer(Pass pass, LstmParameters parameters)
{
    private float[] _input = [];
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _cellsSquashed = [];
    private float[] _states = [];

    /// <summary>The state after each word.</summary>
    public float[] Forward(float[] input)
    {
        var (count, rows, hidden) = (pass.Batch.Count, pass.Batch.RowCount, pass.Sizes.Hidden);
        var recurrent = pass.Packed(parameters.Recurrent);
        _input = input;
        _gates = new float[rows * 4 * hidden];
        _cells = new float[rows * hidden];
        _cellsSquashed = new float[rows * hidden];
        _states = new float[rows * hidden];
        MatrixProduct.Add(input, pass.Packed(parameters.Input), _gates, rows);
        Rows.AddBias(_gates, pass.Weights(parameters.Bias));
        for (var first = 0; first < rows; first += count)
        {
            if (first > 0)
                MatrixProduct.Add(_states.AsSpan((first - count) * hidden), recurrent, _gates.AsSpan(first * 4 * hidden), count);
            for (var row = first; row < first + count; row++)
            {
                var gates = _gates.Row(row, 4 * hidden);
                var sigmoids = gates[..(3 * hidden)];
                var candidate = gates[(3 * hidden)..];
                TensorPrimitives.Sigmoid(sigmoids, sigmoids);
                TensorPrimitives.Tanh(candidate, candidate);
                var cell = _cells.Row(row, hidden);
                TensorPrimitives.Multiply(gates[..hidden], candidate, cell);
                if (first > 0)
                    TensorPrimitives.MultiplyAdd(gates[hidden..(2 * hidden)], _cells.Row(row - count, hidden), cell, cell);
                var squashed = _cellsSquashed.Row(row, hidden);
                TensorPrimitives.Tanh(cell, squashed);
                TensorPrimitives.Multiply(gates[(2 * hidden)..(3 * hidden)], squashed, _states.Row(row, hidden));
            }
        }
        return _states;
    }

    /// <summary>From the gradient of the states to that of the input.</summary>
    public float[] Backward(float[] stateGradient)
    {
        var (count, rows, hidden) = (pass.Batch.Count, pass.Batch.RowCount, pass.Sizes.Hidden);
        var gateGradient = new float[rows * 4 * hidden];
        var nextState = new float[count * hidden];
        var nextCell = new float[count * hidden];
        var recurrent = pass.PackedTransposed(parameters.Recurrent);
        for (var first = rows - count; first >= 0; first -= count)
        {
            for (var b = 0; b < count; b++)
                BackwardCell(first + b, stateGradient, gateGradient, nextState.Row(b, hidden), nextCell.Row(b, hidden));
            Array.Clear(nextState);
            if (first > 0)
                MatrixProduct.Add(gateGradient.AsSpan(first * 4 * hidden), recurrent, nextState, count);
        }
        MatrixProduct.AddTransposedLeft(_states, gateGradient.AsSpan(count * 4 * hidden), pass.Gradient(parameters.Recurrent), hidden, rows - count, 4 * hidden);
        MatrixProduct.AddTransposedLeft(_input, gateGradient, pass.Gradient(parameters.Input), parameters.Input.Rows, rows, 4 * hidden);
        Rows.AddSum(gateGradient, pass.Gradient(parameters.Bias));
        var inputGradient = new float[rows * parameters.Input.Rows];
        MatrixProduct.Add(gateGradient, pass.PackedTransposed(parameters.Input), inputGradient, rows);
        return inputGradient;
    }

    private void BackwardCell(int row, float[] stateGradient, float[] gateGradient, Span<float> nextState, Span<float> nextCell)
    {
        var hidden = pass.Sizes.Hidden;
        var gates = _gates.Row(row, 4 * hidden);
        var result = gateGradient.Row(row, 4 * hidden);
        var squashed = _cellsSquashed.Row(row, hidden);
        var states = stateGradient.Row(row, hidden);
        var before = row < pass.Batch.Count ? default : _cells.Row(row - pass.Batch.Count, hidden);
        for (var k = 0; k < hidden; k++)
        {
            var (input, forget, output, candidate) = (gates[k], gates[hidden + k], gates[2 * hidden + k], gates[3 * hidden + k]);
            var state = states[k] + nextState[k];
            var cell = state * output * (1 - squashed[k] * squashed[k]) + nextCell[k];
            result[k] = cell * candidate * input * (1 - input);
            result[hidden + k] = before.IsEmpty ? 0 : cell * before[k] * forget * (1 - forget);
            result[2 * hidden + k] = state * squashed[k] * output * (1 - output);
            result[3 * hidden + k] = cell * input * (1 - candidate * candidate);
            nextCell[k] = cell * forget;
        }
    }
}

/// <summary>Two layers side by side, one from the beginning of the sentence and one from its end, with dropout on their input.</summary>
internal sealed class BidirectionalLstmLayer(Pass pass, int layer)
{
    private readonly LstmLayer _forward = new(pass, pass.Parameters.Lstm[layer, 0]);
    private readonly LstmLayer _backward = new(pass, pass.Parameters.Lstm[layer, 1]);
    private readonly Dropout _dropout = pass.Dropout(pass.Parameters.Lstm[layer, 0].Input.Rows);
    private readonly int _inputWidth = pass.Parameters.Lstm[layer, 0].Input.Rows;

    /// <summary>The states of both directions. Changes <paramref name="input"/>.</summary>
    public float[] Forward(float[] input)
    {
        var (batch, hidden) = (pass.Batch, pass.Sizes.Hidden);
        _dropout.Apply(input);
        var forward = _forward.Forward(input);
        var backward = batch.Reversed(_backward.Forward(batch.Reversed(input, _inputWidth)), hidden);
        var result = new float[2 * forward.Length];
        for (var row = 0; row < batch.RowCount; row++)
        {
            var both = result.Row(row, 2 * hidden);
            forward.Row(row, hidden).CopyTo(both);
            backward.Row(row, hidden).CopyTo(both[hidden..]);
        }
        return result;
    }

    /// <summary>From the gradient of the states to that of the input.</summary>
    public float[] Backward(float[] gradient)
    {
        var (batch, hidden) = (pass.Batch, pass.Sizes.Hidden);
        var forward = new float[gradient.Length / 2];
        var backward = new float[gradient.Length / 2];
        for (var row = 0; row < batch.RowCount; row++)
        {
            var both = gradient.Row(row, 2 * hidden);
            both[..hidden].CopyTo(forward.Row(row, hidden));
            both[hidden..].CopyTo(backward.Row(row, hidden));
        }
        var result = _forward.Backward(forward);
        var reversed = batch.Reversed(_backward.Backward(batch.Reversed(backward, hidden)), _inputWidth);
        TensorPrimitives.Add(result, reversed, result);
        _dropout.Apply(result);
        return result;
    }
}
