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
        // All slots are asked for before the first is looked at, so that the memory serves them at the same time.
        Span<ulong> slots = stackalloc ulong[features.Length];
        for (var i = 0; i < features.Length; i++) slots[i] = _rows.First(features[i]);
        for (var i = 0; i < features.Length; i++)
        {
            if (slots[i] == 0) continue;
            var row = (uint)slots[i] == features[i] ? (uint)(slots[i] >> 32) : _rows.Find(features[i]);
            if (row == 0) continue;
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
