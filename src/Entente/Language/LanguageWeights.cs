using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Entente.Language;

/// <summary>The weights by which the languages of one script are told apart: a row of signed bytes for each number of a string of letters.</summary>
internal sealed class LanguageWeights
{
    private readonly sbyte[] _rows;

    /// <summary>Weights for <paramref name="codes"/>; <paramref name="rows"/> has a row of <see cref="Width"/> for each of 2^<paramref name="bits"/> numbers.</summary>
    public LanguageWeights(LetterScript script, string[] codes, int bits, sbyte[] rows)
    {
        (Script, Codes, Bits, _rows) = (script, codes, bits, rows);
        if (rows.Length != Width << bits) throw new InvalidDataException("models/language.bin is cut or not of this version");
    }

    /// <summary>The script.</summary>
    public LetterScript Script { get; }

    /// <summary>ISO 639-1 codes, in the order of a row.</summary>
    public string[] Codes { get; }

    /// <summary>Binary digits of a string's number.</summary>
    public int Bits { get; }

    /// <summary>Bytes in a row: as many as there are languages, filled up to sixteens.</summary>
    public int Width => (Codes.Length + 15) / 16 * 16;

    /// <summary>Adds the rows of the strings to the scores.</summary>
    public void Add(ReadOnlySpan<ushort> grams, Span<int> scores)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        var width = Width;
        for (var column = 0; column < width; column += 16)
        {
            // A word has at most 129 strings, so sixteen bits hold the sum of their weights.
            var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
            foreach (var gram in grams)
            {
                var (first, second) = Vector128.Widen(Vector128.LoadUnsafe(ref rows, (nuint)(gram * width + column)));
                low += first;
                high += second;
            }

            for (var i = 0; i < 8; i++)
            {
                scores[column + i] += low[i];
                scores[column + 8 + i] += high[i];
            }
        }
    }

    /// <summary>Reads a file: magic, number of scripts, and for each its script, digits, codes and rows.</summary>
    public static IEnumerable<LanguageWeights> Read(byte[] file)
    {
        if (file.Length < 5 || BinaryPrimitives.ReadUInt32LittleEndian(file) != LanguageDetector.Magic) throw new InvalidDataException("models/language.bin is no model of languages");
        var at = 5;
        for (var left = file[4]; left > 0; left--)
        {
            var (script, bits, count) = ((LetterScript)file[at], file[at + 1], file[at + 2]);
            var codes = Enumerable.Range(0, count).Select(c => Encoding.ASCII.GetString(file, at + 3 + 2 * c, 2)).ToArray();
            at += 3 + 2 * count;
            var length = (count + 15) / 16 * 16 << bits;
            var rows = MemoryMarshal.Cast<byte, sbyte>(file.AsSpan(at, length)).ToArray();
            at += length;
            yield return new LanguageWeights(script, codes, bits, rows);
        }
    }

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(IReadOnlyList<LanguageWeights> scripts)
    {
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(LanguageDetector.Magic);
        writer.Write((byte)scripts.Count);
        foreach (var weights in scripts)
        {
            writer.Write((byte)weights.Script);
            writer.Write((byte)weights.Bits);
            writer.Write((byte)weights.Codes.Length);
            foreach (var code in weights.Codes) writer.Write(Encoding.ASCII.GetBytes(code));
            writer.Write(MemoryMarshal.AsBytes<sbyte>(weights._rows));
        }

        return file.ToArray();
    }
}
