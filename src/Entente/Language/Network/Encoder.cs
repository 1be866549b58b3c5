using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Network;

/// <summary>
/// Bidirectional layers of long short-term memory over the words of several sentences at a time, so that weights are fetched once for
/// all of them. What a sentence gets does not depend on the others.
/// </summary>
internal sealed unsafe class Encoder(NetworkWeights weights)
{
    private readonly WordProjections _projections = new(weights);
    private int[] _places = [];
    private int[] _gates = [];
    private byte[] _states = [];
    private byte[] _below = [];
    private byte[] _state = [];
    private float[] _cell = [];
    private int[] _sums = [];

    /// <summary>The states of all words, sentence after sentence, both directions side by side, as bytes around <see cref="NetworkWeights.StateZero"/>.</summary>
    public byte[] States => _states;

    /// <param name="sentences">Sentences with forms, the longest first.</param>
    /// <param name="starts">Row of each sentence's first word.</param>
    /// <param name="rows">Number of words in all.</param>
    public void Read(ReadOnlySpan<Token[]> sentences, ReadOnlySpan<int> starts, int rows)
    {
        var shape = weights.Shape;
        Fit(rows, sentences.Length);
        _projections.BeginBatch();
        for (var b = 0; b < sentences.Length; b++)
        {
            var isInCapitals = TaggedForms.IsInCapitals(sentences[b]);
            for (var t = 0; t < sentences[b].Length; t++)
                _places[starts[b] + t] = _projections.Place(TaggedForms.Of(sentences[b][t].Form, isInCapitals), t == 0);
        }
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            (_states, _below) = (_below, _states);
            for (var direction = 0; direction < 2; direction++)
            {
                if (layer == 0) GatesOfWords(rows, direction);
                else GatesOfStates(rows, weights.Upper[layer, direction]);
                Run(sentences, starts, weights.Recurrent[layer, direction], direction);
            }
        }
    }

    private void Fit(int rows, int sentences)
    {
        var shape = weights.Shape;
        if (_places.Length < rows)
        {
            var size = Math.Max(256, rows * 3 / 2);
            _places = new int[size];
            _gates = new int[size * 4 * shape.Hidden];
            _states = new byte[size * shape.Output];
            _below = new byte[size * shape.Output];
        }
        if (_state.Length >= sentences * shape.Hidden) return;
        _state = new byte[sentences * shape.Hidden];
        _cell = new float[sentences * shape.Hidden];
        _sums = new int[sentences * 4 * shape.Hidden];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatesOfWords(int rows, int direction)
    {
        var width = 4 * weights.Shape.Hidden;
        fixed (short* kept = _projections.Kept)
        fixed (int* gates = _gates)
            for (var row = 0; row < rows; row++)
            {
                var from = kept + _places[row] + direction * width;
                var to = gates + row * width;
                for (var i = 0; i < width; i += 8)
                    Vector256.ShiftLeft(Vector256.Create(Vector128.WidenLower(Vector128.Load(from + i)), Vector128.WidenUpper(Vector128.Load(from + i))), NetworkWeights.KeptShift).Store(to + i);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GatesOfStates(int rows, WeightMatrix matrix)
    {
        fixed (byte* below = _below)
        fixed (int* gates = _gates)
        {
            IntegerProduct.Multiply(below, matrix.Inner, rows, matrix.B, matrix.Inner, matrix.Columns, gates);
            for (var row = 0; row < rows; row++)
            {
                var to = gates + row * matrix.Columns;
                for (var i = 0; i < matrix.Columns; i += 8) (Vector256.Load(to + i) + Vector256.Load(matrix.Offset + i)).Store(to + i);
            }
        }
    }

    // From the first word, or from the last: step by step, each step for all sentences that are long enough.
    private void Run(ReadOnlySpan<Token[]> sentences, ReadOnlySpan<int> starts, WeightMatrix recurrent, int direction)
    {
        var hidden = weights.Shape.Hidden;
        _state.AsSpan().Fill(NetworkWeights.StateZero);
        Array.Clear(_cell);
        fixed (byte* state = _state, states = _states)
        fixed (float* cell = _cell)
        fixed (int* gates = _gates, sums = _sums)
        {
            var active = sentences.Length;
            for (var step = 0; step < sentences[0].Length; step++)
            {
                while (sentences[active - 1].Length <= step) active--;
                IntegerProduct.Multiply(state, hidden, active, recurrent.B, hidden, 4 * hidden, sums);
                for (var b = 0; b < active; b++)
                {
                    var row = starts[b] + (direction == 0 ? step : sentences[b].Length - 1 - step);
                    Step(gates + row * 4 * hidden, sums + b * 4 * hidden, recurrent, cell + b * hidden, state + b * hidden);
                    new ReadOnlySpan<byte>(state + b * hidden, hidden).CopyTo(new(states + (row * 2 + direction) * hidden, hidden));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(int* gates, int* sums, WeightMatrix recurrent, float* cell, byte* state)
    {
        var hidden = weights.Shape.Hidden;
        for (var k = 0; k < hidden; k += 8)
        {
            var input = Squash.Sigmoid(Gate(gates, sums, recurrent, k));
            var forget = Squash.Sigmoid(Gate(gates, sums, recurrent, hidden + k));
            var output = Squash.Sigmoid(Gate(gates, sums, recurrent, 2 * hidden + k));
            var candidate = Squash.Tanh(Gate(gates, sums, recurrent, 3 * hidden + k));
            var memory = input * candidate + forget * Vector256.Load(cell + k);
            memory.Store(cell + k);
            // Positive, so that cutting the fraction rounds to the nearest.
            var value = output * Squash.Tanh(memory) * Vector256.Create((float)NetworkWeights.StateUnit) + Vector256.Create(NetworkWeights.StateZero + 0.5f);
            var integers = Vector256.ConvertToInt32(value);
            var shorts = Vector128.Narrow(integers.GetLower(), integers.GetUpper());
            Vector128.Narrow(shorts.AsUInt16(), shorts.AsUInt16()).GetLower().Store(state + k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gate(int* gates, int* sums, WeightMatrix recurrent, int at)
        => Vector256.ConvertToSingle(Vector256.Load(gates + at) + Vector256.Load(sums + at) + Vector256.Load(recurrent.Offset + at)) * Vector256.Load(recurrent.Scale + at);
}
