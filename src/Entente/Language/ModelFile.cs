using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Entente.Language;

/// <summary>The parts of a model file.</summary>
internal enum ModelSection
{
    Names = 1, Vectors, VectorRows, Words, Network, WordFormNames, Lemmas, LemmaText, LemmaRules, Feats, FeatureWeights,
}

/// <summary>A model file in memory, read where it lies: nothing of it is copied or decoded before it is asked for.</summary>
/// <remarks>Layout, little-endian: magic, number of sections, then for each its id, offset and length; each section begins at a multiple of 64.</remarks>
internal sealed unsafe class ModelFile
{
    public const uint Magic = 0x4D4C4E45; // "ENLM"

    private readonly byte* _start;
    private readonly object _keepAlive;

    private ModelFile(byte* start, object keepAlive)
    {
        _start = start;
        _keepAlive = keepAlive;
    }

    /// <summary>The embedded file, or null where the assembly was built without it.</summary>
    public static ModelFile? Embedded(string name)
    {
        var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(name);
        if (stream is null) return null;
        if (stream is UnmanagedMemoryStream memory) return new(memory.PositionPointer, memory);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromBytes(bytes);
    }

    /// <summary>The bytes of an embedded file, where they lie.</summary>
    public static ReadOnlySpan<byte> BytesOf(Stream embedded)
    {
        if (embedded is UnmanagedMemoryStream memory) return new(memory.PositionPointer, (int)memory.Length);
        var bytes = new byte[embedded.Length];
        embedded.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file that was read into memory (training measures what it has made before it is embedded).</summary>
    public static ModelFile FromBytes(byte[] bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned, 0);
        return new((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)), pinned);
    }

    /// <summary>Address and length of a section; empty where the file has none.</summary>
    public (nint Address, int Length) Section(ModelSection section)
    {
        var words = (uint*)_start;
        if (words[0] != Magic) throw new InvalidDataException("models/english.bin is not a language model");
        GC.KeepAlive(_keepAlive);
        for (var i = 0; i < words[1]; i++)
        {
            var row = words + 2 + 3 * i;
            if (row[0] == (uint)section) return ((nint)(_start + row[1]), (int)row[2]);
        }
        return (0, 0);
    }

    /// <summary>All sections, copied.</summary>
    public List<(ModelSection Id, byte[] Bytes)> All()
    {
        var words = (uint*)_start;
        var sections = new List<(ModelSection, byte[])>();
        for (var i = 0; i < words[1]; i++)
        {
            var row = words + 2 + 3 * i;
            sections.Add(((ModelSection)row[0], new ReadOnlySpan<byte>(_start + row[1], (int)row[2]).ToArray()));
        }
        GC.KeepAlive(_keepAlive);
        return sections;
    }

    /// <summary>The strings of a section that holds lists of them, one a line, the lists parted by empty lines.</summary>
    public List<string[]> Lists(ModelSection section)
    {
        var (address, length) = Section(section);
        var text = Encoding.UTF8.GetString((byte*)address, length);
        var lists = new List<string[]>();
        foreach (var part in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            lists.Add(part.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return lists;
    }

    public static byte[] Write(IReadOnlyList<(ModelSection Id, byte[] Bytes)> sections)
    {
        var head = 8 + 12 * sections.Count;
        var offset = (head + 63) / 64 * 64;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Magic);
        writer.Write(sections.Count);
        foreach (var (id, bytes) in sections)
        {
            writer.Write((int)id);
            writer.Write(offset);
            writer.Write(bytes.Length);
            offset = (offset + bytes.Length + 63) / 64 * 64;
        }
        foreach (var (_, bytes) in sections)
        {
            while (file.Length % 64 != 0) writer.Write((byte)0);
            writer.Write(bytes);
        }
        writer.Flush();
        return file.ToArray();
    }
}

/// <summary>A table from 32-bit hashes to 32-bit values, by linear probing, as it lies in the model file. The value 0 means absent.</summary>
internal readonly unsafe struct HashTable
{
    private readonly ulong* _slots;
    private readonly uint _mask;

    public HashTable((nint Address, int Length) section)
    {
        _slots = (ulong*)section.Address;
        _mask = section.Length == 0 ? 0 : (uint)(section.Length / 8 - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint key)
    {
        if (_mask == 0) return 0;
        for (var i = key & _mask; ; i = (i + 1) & _mask)
        {
            var slot = _slots[i];
            if ((uint)slot == key || slot >> 32 == 0) return (uint)(slot >> 32);
        }
    }

    /// <summary>Asks the memory for the slot where the search for a key begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(uint key) => Ahead.Prefetch(_slots + (key & _mask));

    /// <summary>The section for a table; keys are unique and values not 0.</summary>
    public static byte[] Build(IReadOnlyCollection<KeyValuePair<uint, uint>> pairs)
    {
        var size = 16;
        while (size * 0.8 < pairs.Count) size *= 2;
        var slots = new ulong[size];
        foreach (var (key, value) in pairs.OrderBy(p => p.Key))
        {
            var i = key & (uint)(size - 1);
            while (slots[i] >> 32 != 0) i = (i + 1) & (uint)(size - 1);
            slots[i] = (ulong)value << 32 | key;
        }
        return MemoryMarshal.AsBytes(slots.AsSpan()).ToArray();
    }
}

/// <summary>Requests to the memory that wait for no answer: looking up features is slow for the memory's sake alone.</summary>
internal static unsafe class Ahead
{
    /// <summary>Brings the place nearer, where the machine has an instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(void* place)
    {
        if (Sse.IsSupported) Sse.Prefetch0(place);
    }
}
