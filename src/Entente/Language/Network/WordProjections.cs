using System.Runtime.CompilerServices;

namespace Entente.Language.Network;

/// <summary>
/// What each form adds to the gates of the first layer. It depends on the form alone (and on whether a sentence begins with it), so it is
/// kept for the forms seen lately: nine words of ten need no product.
/// </summary>
internal sealed unsafe class WordProjections
{
    private const int Places = 8192;

    private readonly NetworkWeights _weights;
    private readonly int _width;
    private readonly (string Form, bool IsFirst)[] _forms = new (string, bool)[Places];
    private readonly int[] _usedBy = new int[Places];
    private readonly int[] _sums;
    private readonly short[] _input;
    private short[] _kept;
    private int _batch;
    private int _extra;

    public WordProjections(NetworkWeights weights)
    {
        _weights = weights;
        _width = weights.Input.Columns;
        _kept = new short[Places * _width];
        _sums = new int[_width];
        _input = new short[weights.Shape.Input];
    }

    /// <summary>The sums for the gates, without their last bits; at the places that <see cref="Place"/> gave.</summary>
    public short[] Kept => _kept;

    /// <summary>Ends the time in which places that were given stay valid.</summary>
    public void BeginBatch() => (_batch, _extra) = (_batch + 1, 0);

    /// <summary>Where the sums of a form stand in <see cref="Kept"/>, until the next batch begins.</summary>
    public int Place(string form, bool isFirst)
    {
        // Two places for each form: the one that was used longer ago is given away.
        var slot = (int)(Hash.Mix(isFirst ? 2u : 1u, Hash.Of(form)) & Places - 2);
        if (IsAt(slot, form, isFirst)) return slot * _width;
        if (IsAt(slot + 1, form, isFirst)) return (slot + 1) * _width;
        if (_usedBy[slot + 1] < _usedBy[slot]) slot++;
        ref var at = ref _forms[slot];
        // Another word of this batch may stand there: then this one gets a place for the batch only.
        if (_usedBy[slot] == _batch && at.Form is not null)
        {
            var place = (Places + _extra++) * _width;
            if (place == _kept.Length) Array.Resize(ref _kept, place + 64 * _width);
            Project(form, isFirst, place);
            return place;
        }
        at = (form, isFirst);
        _usedBy[slot] = _batch;
        Project(form, isFirst, slot * _width);
        return slot * _width;
    }

    private bool IsAt(int slot, string form, bool isFirst)
    {
        if (_forms[slot].Form != form || _forms[slot].IsFirst != isFirst) return false;
        _usedBy[slot] = _batch;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Project(string form, bool isFirst, int place)
    {
        WriteInput(form, isFirst);
        var matrix = _weights.Input;
        fixed (short* input = _input)
        fixed (int* sums = _sums)
        {
            IntegerProduct.MultiplyWide(input, 1, matrix.B, matrix.Inner, matrix.Columns, sums);
            for (var i = 0; i < _width; i++)
            {
                var value = MathF.Round((sums[i] + matrix.Offset[i]) * matrix.Scale[i]);
                _kept[place + i] = (short)Math.Clamp(value, short.MinValue, short.MaxValue);
            }
        }
    }

    private void WriteInput(string form, bool isFirst)
    {
        var shape = _weights.Shape;
        Span<char> word = stackalloc char[WordFeatures.LongestForm];
        word = word[..WordFeatures.Normalize(form, word)];
        var input = _input.AsSpan();
        var vector = input[..shape.Pretrained];
        vector.Clear();
        var row = WordFeatures.Vector(_weights.Vectors, word);
        if (row > 0)
        {
            var from = _weights.VectorRows + (long)(row - 1) * (4 + shape.Pretrained);
            Copy((sbyte*)from + 4, *(float*)from, vector);
        }
        input = input[shape.Pretrained..];
        Copy(_weights.Words, (int)_weights.WordRows.Find(WordFeatures.Key(word)), ref input);
        Span<int> ids = stackalloc int[WordFeatures.MostNgrams];
        WordFeatures.WriteAffixes(word, shape.AffixRows, ids);
        for (var k = 0; k < WordFeatures.Affixes; k++) Copy(_weights.AffixTable, k * shape.AffixRows + ids[k], ref input);
        Copy(_weights.Shapes, WordFeatures.Shape(form, isFirst, shape.ShapeRows), ref input);
        var count = WordFeatures.WriteNgrams(word, shape.NgramRows, ids);
        Span<int> sum = stackalloc int[shape.Ngram];
        sum.Clear();
        foreach (var id in ids[..count])
        {
            var ngram = _weights.Ngrams.Row(id);
            for (var i = 0; i < sum.Length; i++) sum[i] += ngram[i];
        }
        var factor = _weights.Ngrams.Scale * NetworkWeights.InputUnit / Math.Max(1, count);
        for (var i = 0; i < sum.Length; i++) input[i] = Rounded(sum[i] * factor);
    }

    private static void Copy(EmbeddingTable table, int row, ref Span<short> input)
    {
        Copy(table.Row(row), table.Scale, input[..table.Width]);
        input = input[table.Width..];
    }

    private static void Copy(sbyte* from, float scale, Span<short> to)
    {
        var factor = scale * NetworkWeights.InputUnit;
        for (var i = 0; i < to.Length; i++) to[i] = Rounded(from[i] * factor);
    }

    private static short Rounded(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);
}
