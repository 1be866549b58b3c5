using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Language;

/// <summary>A linear classifier whose features have weights for few of its classes.</summary>
/// <remarks>Section: length of the table, the table (feature to place and number of weights), then pairs of class (byte) and weight (signed byte).</remarks>
internal readonly unsafe struct SparseModel
{
    private readonly HashTable _rows;
    private readonly byte* _weights;

    public SparseModel((nint Address, int Length) section)
    {
        if (section.Length == 0) return;
        var table = *(int*)section.Address;
        _rows = new((section.Address + 64, table));
        _weights = (byte*)(section.Address + 64 + table);
    }

    /// <summary>Adds the weights of the features to the scores of the classes.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        // All places are asked for before the first is looked at, so that the memory serves them at the same time.
        foreach (var feature in features) _rows.Prefetch(feature);
        Span<uint> rows = stackalloc uint[features.Length];
        var count = 0;
        foreach (var feature in features)
        {
            var row = _rows.Find(feature);
            if (row == 0) continue;
            Ahead.Prefetch(_weights + (row >> 7) * 2);
            rows[count++] = row;
        }
        foreach (var row in rows[..count])
        {
            var weight = _weights + (row >> 7) * 2;
            for (var end = weight + (row & 127) * 2; weight < end; weight += 2)
                Unsafe.Add(ref first, weight[0]) += (sbyte)weight[1];
        }
    }

    /// <summary>The class with the highest score, the first of equal ones.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    /// <summary>The class with the highest score, the first of equal ones, and its lead over the next.</summary>
    public static (int Best, int Lead) Leader(ReadOnlySpan<int> scores)
    {
        var best = 0;
        var next = int.MinValue;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) (best, next) = (i, scores[best]);
            else if (scores[i] > next) next = scores[i];
        }
        return (best, scores[best] - next);
    }

    /// <summary>The section for a model: for each feature its classes (below 256, at most 127 of them) and weights.</summary>
    public static byte[] Build(IEnumerable<(uint Feature, List<(byte Class, sbyte Weight)> Weights)> rows)
    {
        var table = new List<KeyValuePair<uint, uint>>();
        using var weights = new MemoryStream();
        foreach (var (feature, list) in rows)
        {
            table.Add(new(feature, (uint)(weights.Length / 2) << 7 | (uint)list.Count));
            foreach (var (c, w) in list)
            {
                weights.WriteByte(c);
                weights.WriteByte((byte)w);
            }
        }
        var slots = HashTable.Build(table);
        var section = new byte[64 + slots.Length + weights.Length];
        BitConverter.TryWriteBytes(section, slots.Length);
        slots.CopyTo(section, 64);
        weights.ToArray().CopyTo(section, 64 + slots.Length);
        return section;
    }
}
