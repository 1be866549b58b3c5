using System.Runtime.InteropServices;
using Entente.Language;
using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>Makes bytes of the weights, as <see cref="NetworkWeights"/> reads them: each column of a matrix with a scale of its own.</summary>
internal sealed class NetworkQuantizer
{
    private const int MostByte = 127;
    private const double ClippedShare = 0.0002;

    private readonly NetworkFile _network;
    private readonly List<byte> _section = [];

    private NetworkQuantizer(NetworkFile network) => _network = network;

    /// <summary>The sections of the model file that the network reads.</summary>
    public static List<(ModelSection Section, byte[] Bytes)> Sections(NetworkFile network, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        var words = new Dictionary<uint, uint>();
        for (var row = 1; row < network.Words.Length; row++) words.TryAdd(WordFeatures.Key(network.Words[row]), (uint)row);
        return
        [
            (ModelSection.Vectors, SentenceEncoder.VectorTable(vectors.Select(v => v.Word))),
            (ModelSection.VectorRows, [.. vectors.SelectMany(v => VectorRow(v.Vector))]),
            (ModelSection.Words, HashTable.Build(words)),
            (ModelSection.Network, new NetworkQuantizer(network).Section()),
        ];
    }

    private byte[] Section()
    {
        var hidden = Columns("lstm-1-forward-input") / 4;
        var layers = Enumerable.Range(1, 9).Count(layer => _network.Parameters.ContainsKey($"lstm-{layer}-forward-input"));
        var affixRows = _network.Parameters["affix"].Rows / WordFeatures.Affixes;
        var pretrained = _network.Parameters["lstm-1-forward-input"].Rows
            - Columns("word") - WordFeatures.Affixes * Columns("affix") - Columns("shape") - Columns("ngram");
        int[] sizes =
        [
            pretrained, Columns("word"), Columns("affix"), Columns("shape"), Columns("ngram"), hidden, layers, Columns("arc-head"),
            Columns("label-head"), Columns("tag"), Columns("label"), _network.Parameters["word"].Rows, affixRows,
            _network.Parameters["shape"].Rows, _network.Parameters["ngram"].Rows,
            Columns("mention"),
        ];
        Write(MemoryMarshal.AsBytes(sizes.AsSpan()));
        foreach (var name in new[] { "word", "affix", "shape", "ngram" }) WriteTable(_network.Parameters[name].Values);
        WriteLayers(layers, hidden);
        var heads = new[] { "tag", "arc-dependent", "arc-head", "label-dependent", "label-head", "mention" };
        var matrix = Beside([.. heads.Select(Matrix)]);
        float[] bias = [.. heads.SelectMany(Bias)];
        WriteMatrix(matrix, Scales(matrix), bias, NetworkWeights.StateUnit, NetworkWeights.StateZero, 4);
        WriteWide(Matrix("arc-bilinear"), Values("arc-head-prior"), NetworkWeights.ArcUnit);
        WriteWide(Matrix("label"), Bias("label"), NetworkWeights.LabelUnit);
        Write(MemoryMarshal.AsBytes(Array.ConvertAll(Values("arc-root"), x => (short)MathF.Round(x * NetworkWeights.ArcUnit)).AsSpan()));
        Write(MemoryMarshal.AsBytes(Values("label-root").AsSpan()));
        return [.. _section];
    }

    private void WriteLayers(int layers, int hidden)
    {
        static string Name(int layer, int direction) => $"lstm-{layer + 1}-{(direction == 0 ? "forward" : "backward")}";
        // The first layer's sums come out in the units of its recurrent sums.
        var input = Beside([.. Enumerable.Range(0, 2).Select(d => Matrix(Name(0, d) + "-input"))]);
        var scales = Scales(input);
        float[] recurrent = [.. Enumerable.Range(0, 2).SelectMany(d => Scales(Matrix(Name(0, d) + "-recurrent")))];
        float[] bias = [.. Enumerable.Range(0, 2).SelectMany(d => Values(Name(0, d) + "-bias"))];
        var factors = scales.Select((s, j) => s / NetworkWeights.InputUnit / (recurrent[j] / NetworkWeights.StateUnit * (1 << NetworkWeights.KeptShift))).ToArray();
        WriteMatrix(input, scales, bias, NetworkWeights.InputUnit, 0, 2, factors);
        for (var layer = 0; layer < layers; layer++)
            for (var direction = 0; direction < 2; direction++)
            {
                var name = Name(layer, direction);
                var before = Matrix(name + "-recurrent");
                if (layer == 0)
                {
                    WriteMatrix(before, Scales(before), new float[4 * hidden], NetworkWeights.StateUnit, NetworkWeights.StateZero, 4);
                    continue;
                }
                // Both add to one sum, so both have its scale.
                var below = Matrix(name + "-input");
                var shared = Scales(below).Zip(Scales(before), MathF.Max).ToArray();
                WriteMatrix(below, shared, Values(name + "-bias"), NetworkWeights.StateUnit, NetworkWeights.StateZero, 4);
                WriteMatrix(before, shared, new float[4 * hidden], NetworkWeights.StateUnit, NetworkWeights.StateZero, 4);
            }
    }

    private void WriteWide((int Rows, int Columns, float[] Values) matrix, float[] bias, float unit)
        => WriteMatrix(matrix, Scales(matrix), bias, unit, 0, 2);

    /// <param name="matrix">Row-major.</param>
    /// <param name="scales">What one of a byte stands for, for each column.</param>
    /// <param name="bias">Added to the product.</param>
    /// <param name="unit">What a one of the activations is in integers.</param>
    /// <param name="zero">What a zero of the activations is in integers.</param>
    /// <param name="together">Bytes of a column that lie side by side.</param>
    /// <param name="factors">What sums are multiplied with, where it is not what makes them the product.</param>
    private void WriteMatrix(
        (int Rows, int Columns, float[] Values) matrix, float[] scales, float[] bias, float unit, int zero, int together, float[]? factors = null)
    {
        const int panel = IntegerProduct.PanelWidth;
        var (rows, columns, values) = matrix;
        var width = (columns + panel - 1) / panel * panel;
        var bytes = new sbyte[rows * width];
        var offsets = new int[width];
        var written = new float[width];
        for (var j = 0; j < columns; j++)
        {
            var sum = 0;
            for (var k = 0; k < rows; k++)
            {
                var weight = (sbyte)Math.Clamp(MathF.Round(values[k * columns + j] / scales[j]), -MostByte, MostByte);
                sum += weight;
                bytes[j / panel * panel * rows + k / together * together * panel + j % panel * together + k % together] = weight;
            }
            offsets[j] = (int)MathF.Round(bias[j] / (scales[j] / unit)) - zero * sum;
            written[j] = factors is null ? scales[j] / unit : factors[j];
        }
        Write(MemoryMarshal.AsBytes(bytes.AsSpan()));
        Write(MemoryMarshal.AsBytes(written.AsSpan()));
        Write(MemoryMarshal.AsBytes(offsets.AsSpan()));
    }

    private void WriteTable(float[] values)
    {
        // A few large values would take the bits of all others.
        var sizes = Array.ConvertAll(values, MathF.Abs);
        Array.Sort(sizes);
        var scale = sizes[(int)((sizes.Length - 1) * (1 - ClippedShare))] / MostByte;
        Write(BitConverter.GetBytes(scale));
        Write(MemoryMarshal.AsBytes(Array.ConvertAll(values, x => (sbyte)Math.Clamp(MathF.Round(x / scale), -MostByte, MostByte)).AsSpan()));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (_section.Count % 64 != 0) _section.Add(0);
        _section.AddRange(bytes);
    }

    private static byte[] VectorRow(float[] vector)
    {
        var scale = Math.Max(1e-9f, vector.Max(MathF.Abs) / MostByte);
        return [.. BitConverter.GetBytes(scale * SentenceEncoder.VectorScale), .. vector.Select(x => (byte)(sbyte)MathF.Round(x / scale))];
    }

    private static float[] Scales((int Rows, int Columns, float[] Values) matrix)
        => [.. Enumerable.Range(0, matrix.Columns).Select(j => Math.Max(1e-9f, Enumerable.Range(0, matrix.Rows).Max(k => MathF.Abs(matrix.Values[k * matrix.Columns + j])) / MostByte))];

    private static (int Rows, int Columns, float[] Values) Beside((int Rows, int Columns, float[] Values)[] parts)
    {
        var columns = parts.Sum(p => p.Columns);
        var values = new float[parts[0].Rows * columns];
        for (var row = 0; row < parts[0].Rows; row++)
        {
            var at = row * columns;
            foreach (var part in parts)
            {
                part.Values.AsSpan(row * part.Columns, part.Columns).CopyTo(values.AsSpan(at));
                at += part.Columns;
            }
        }
        return (parts[0].Rows, columns, values);
    }

    private (int Rows, int Columns, float[] Values) Matrix(string name) => _network.Parameters[name];

    private float[] Values(string name) => _network.Parameters[name].Values;

    private float[] Bias(string name) => Values(name + "-bias");

    private int Columns(string name) => _network.Parameters[name].Columns;
}
