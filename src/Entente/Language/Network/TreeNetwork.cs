using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Network;

/// <summary>
/// Tags, trees and mentions by one network: bidirectional layers of long short-term memory over the words, on them classifiers for tags and for
/// mentions, one that scores each word as the head of each, and one that names the relation (Dozat and Manning 2017, "Deep Biaffine Attention for Neural
/// Dependency Parsing"; Kiperwasser and Goldberg 2016). The tree is the best of all with one root. In integers: the same bits everywhere.
/// For one thread at a time.
/// </summary>
internal sealed unsafe class TreeNetwork(NetworkWeights weights)
{
    private const float Leak = 0.1f;
    private const float Forbidden = -1e9f;
    private const float ArcLimit = 2047;
    private const float QueryLimit = 16383;
    private const float LabelLimit = 8191;

    private readonly Encoder _encoder = new(weights);
    private int[] _starts = [];
    private int[] _tags = [];
    private int[] _headOf = [];
    private int[] _labels = [];
    private int[] _mentions = [];
    private byte[] _mentionsBefore = [];
    private int[] _sumsOfHeads = [];
    private short[] _dependents = [];
    private short[] _keys = [];
    private short[] _queries = [];
    private int[] _sums = [];
    private float[] _labelDependents = [];
    private float[] _labelHeads = [];
    private float[] _scores = [];

    /// <summary>The row of the first word of a sentence of those that were read last, in what is found of them.</summary>
    public int Start(int sentence) => _starts[sentence];

    /// <summary>The tag of each word.</summary>
    public ReadOnlySpan<int> Tags => _tags;

    /// <summary>The head of each word in its sentence, counted from 1; 0 is the root.</summary>
    public ReadOnlySpan<int> Heads => _headOf;

    /// <summary>The relation of each word to its head.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The class of each word's part in a mention, as <see cref="MentionPath"/> counts them.</summary>
    public ReadOnlySpan<int> Mentions => _mentions;

    /// <summary>Reads sentences together.</summary>
    /// <param name="sentences">Sentences with forms, none empty, the longest first.</param>
    public void Read(ReadOnlySpan<Token[]> sentences)
    {
        if (_starts.Length < sentences.Length) _starts = new int[sentences.Length];
        var rows = 0;
        for (var b = 0; b < sentences.Length; b++)
        {
            _starts[b] = rows;
            rows += sentences[b].Length;
        }
        Fit(rows);
        _encoder.Read(sentences, _starts, rows);
        fixed (byte* states = _encoder.States)
        fixed (int* heads = _sumsOfHeads)
            IntegerProduct.Multiply(states, weights.Shape.Output, rows, weights.Heads.B, weights.Heads.Inner, weights.Heads.Columns, heads);
        Represent(rows);
        for (var b = 0; b < sentences.Length; b++)
        {
            FindTags(_starts[b], sentences[b].Length);
            FindTree(_starts[b], sentences[b].Length);
            FindLabels(_starts[b], sentences[b].Length);
            FindMentions(_starts[b], sentences[b].Length);
        }
    }

    private void Fit(int rows)
    {
        var shape = weights.Shape;
        if (_dependents.Length >= rows * shape.Arc) return;
        rows = Math.Max(256, rows * 3 / 2);
        _tags = new int[rows];
        _headOf = new int[rows];
        _labels = new int[rows];
        _mentions = new int[rows];
        _mentionsBefore = new byte[rows * shape.Mentions];
        _sumsOfHeads = new int[rows * weights.Heads.Columns];
        _dependents = new short[rows * shape.Arc];
        _keys = new short[rows * shape.Arc];
        _queries = new short[rows * shape.Arc];
        _labelDependents = new float[rows * shape.Label];
        _labelHeads = new float[rows * shape.Label];
        _sums = new int[rows * weights.Query.Columns];
    }

    // What each word is as a dependent and as a head: for arcs in 16-bit integers, for labels as it is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Represent(int rows)
    {
        var (tags, arc, label) = (weights.Shape.Tags, weights.Shape.Arc, weights.Shape.Label);
        var (heads, query) = (weights.Heads, weights.Query);
        fixed (int* sums = _sumsOfHeads, querySums = _sums)
        fixed (short* dependents = _dependents, keys = _keys, queries = _queries)
        fixed (float* labelDependents = _labelDependents, labelHeads = _labelHeads)
        {
            for (var row = 0; row < rows; row++)
            {
                var from = sums + row * heads.Columns;
                for (var i = 0; i < arc; i += 8)
                {
                    Narrow(Rectified(Numbers(from, heads, tags + i)), NetworkWeights.ArcUnit, ArcLimit).Store(dependents + row * arc + i);
                    Narrow(Rectified(Numbers(from, heads, tags + arc + i)), NetworkWeights.ArcUnit, ArcLimit).Store(keys + row * arc + i);
                }
                for (var i = 0; i < label; i += 8)
                {
                    Numbers(from, heads, tags + 2 * arc + i).Store(labelDependents + row * label + i);
                    Numbers(from, heads, tags + 2 * arc + label + i).Store(labelHeads + row * label + i);
                }
            }
            IntegerProduct.MultiplyWide(dependents, rows, query.B, query.Inner, query.Columns, querySums);
            for (var row = 0; row < rows; row++)
                for (var i = 0; i < arc; i += 8)
                    Narrow(Numbers(querySums + row * query.Columns, query, i), NetworkWeights.QueryUnit, QueryLimit).Store(queries + row * arc + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindTags(int start, int count)
    {
        Span<float> scores = stackalloc float[(weights.Shape.Tags + 7) / 8 * 8];
        fixed (int* sums = _sumsOfHeads)
        fixed (float* to = scores)
            for (var t = 0; t < count; t++)
            {
                // What follows the tags in the last eight is computed with them and not looked at.
                for (var i = 0; i < scores.Length; i += 8) Numbers(sums + (start + t) * weights.Heads.Columns, weights.Heads, i).Store(to + i);
                var best = 0;
                for (var tag = 1; tag < weights.Shape.Tags; tag++)
                    if (scores[tag] > scores[best]) best = tag;
                _tags[start + t] = best;
            }
    }

    private void FindTree(int start, int count)
    {
        var arc = weights.Shape.Arc;
        if (_scores.Length < count * (count + 1)) _scores = new float[count * (count + 1) * 3 / 2];
        fixed (short* queries = _queries, keys = _keys)
            for (var t = 0; t < count; t++)
            {
                var query = queries + (start + t) * arc;
                var scores = _scores.AsSpan(t * (count + 1), count + 1);
                scores[0] = IntegerProduct.Dot(query, weights.ArcRoot, arc);
                for (var head = 0; head < count; head++) scores[head + 1] = head == t ? Forbidden : IntegerProduct.Dot(query, keys + (start + head) * arc, arc);
            }
        SpanningTree.Find(_scores.AsSpan(0, count * (count + 1)), _headOf.AsSpan(start, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindLabels(int start, int count)
    {
        var (width, labels, matrix) = (weights.Shape.Label, weights.Shape.Labels, weights.Label);
        var headOf = _headOf.AsSpan(start, count);
        Span<short> hidden = stackalloc short[width];
        Span<int> sums = stackalloc int[matrix.Columns];
        for (var t = 0; t < count; t++)
        {
            fixed (short* from = hidden)
            fixed (int* to = sums)
            fixed (float* dependents = _labelDependents, heads = _labelHeads)
            {
                var dependent = dependents + (start + t) * width;
                var head = headOf[t] == 0 ? weights.LabelRoot : heads + (start + headOf[t] - 1) * width;
                for (var i = 0; i < width; i += 8)
                    Narrow(Rectified(Vector256.Load(dependent + i) + Vector256.Load(head + i)), NetworkWeights.LabelUnit, LabelLimit).Store(from + i);
                IntegerProduct.MultiplyWide(from, 1, matrix.B, matrix.Inner, matrix.Columns, to);
            }
            var best = 0;
            float Score(ReadOnlySpan<int> of, int label) => (of[label] + matrix.Offset[label]) * matrix.Scale[label];
            for (var label = 1; label < labels; label++)
                if (Score(sums, label) > Score(sums, best)) best = label;
            _labels[start + t] = best;
        }
    }

    private void FindMentions(int start, int count)
    {
        var (shape, heads) = (weights.Shape, weights.Heads);
        var first = shape.Tags + 2 * shape.Arc + 2 * shape.Label;
        var path = new MentionPath(stackalloc float[shape.Mentions], _mentionsBefore.AsSpan(0, count * shape.Mentions));
        Span<float> scores = stackalloc float[shape.Mentions];
        for (var t = 0; t < count; t++)
        {
            var sums = _sumsOfHeads.AsSpan((start + t) * heads.Columns + first, shape.Mentions);
            for (var i = 0; i < sums.Length; i++) scores[i] = (sums[i] + heads.Offset[first + i]) * heads.Scale[first + i];
            path.Add(scores);
        }
        path.Finish(_mentions.AsSpan(start, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Numbers(int* sums, WeightMatrix matrix, int at)
        => Vector256.ConvertToSingle(Vector256.Load(sums + at) + Vector256.Load(matrix.Offset + at)) * Vector256.Load(matrix.Scale + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Rectified(Vector256<float> values) => Vector256.Max(values, values * Vector256.Create(Leak));

    // The nearest integers, in so many units, at most the limit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Narrow(Vector256<float> values, float unit, float limit)
    {
        var units = Vector256.Min(Vector256.Max(values * Vector256.Create(unit), Vector256.Create(-limit)), Vector256.Create(limit));
        var integers = Vector256.ConvertToInt32(Vector256.Floor(units + Vector256.Create(0.5f)));
        return Vector128.Narrow(integers.GetLower(), integers.GetUpper());
    }
}
