using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>What the features see of a word.</summary>
internal struct Word
{
    /// <summary>Hash of the form, with plain apostrophes.</summary>
    public uint Form;

    /// <summary>Hash of the form in lower case, its digits made 0.</summary>
    public uint Lower;

    /// <summary>Hash of the pattern of capitals, small letters and digits, runs counted once.</summary>
    public uint Shape;

    public uint Suffix1, Suffix2, Suffix3, Suffix4, Prefix1, Prefix2, Prefix3;

    /// <summary>Cluster of the word vector among about a thousand, 0 where unknown.</summary>
    public ushort Fine;

    /// <summary>The larger cluster, among 64, that the fine one is part of.</summary>
    public byte Coarse;

    /// <summary>Which tags the form had in training, 0 where it was rare.</summary>
    public ushort Ambiguity;

    /// <summary>The tag, plus 1, that the form as good as always had in training, 0 where there is none.</summary>
    public byte Sure;

    /// <summary>Bits: 1 begins with a capital, 2 all capitals, 4 has a digit, 8 has a hyphen, 16 has a letter.</summary>
    public byte Flags;

    /// <summary>Reads a form.</summary>
    public static Word Of(ReadOnlySpan<char> form, HashTable clusters, HashTable ambiguity)
    {
        Word word = default;
        var exact = Hash.Empty;
        var lower = Hash.Empty;
        var shape = Hash.Empty;
        byte flags = 0;
        var capitals = 0;
        var letters = 0;
        var last = '\0';
        for (var i = 0; i < form.Length; i++)
        {
            var c = Plain(form[i]);
            exact = Hash.Add(exact, c);
            var small = c;
            char kind;
            if (c is >= 'a' and <= 'z')
            {
                kind = 'x';
                letters++;
            }
            else if (c is >= 'A' and <= 'Z')
            {
                small = (char)(c | 32);
                kind = 'X';
                letters++;
                capitals++;
            }
            else if (c is >= '0' and <= '9')
            {
                small = '0';
                kind = 'd';
                flags |= 4;
            }
            else if (c >= 128 && char.IsLetter(c))
            {
                small = char.ToLowerInvariant(c);
                kind = small == c ? 'x' : 'X';
                letters++;
                if (small != c) capitals++;
            }
            else
            {
                kind = c;
                if (c == '-') flags |= 8;
            }
            lower = Hash.Add(lower, small);
            if (kind != last) shape = Hash.Add(shape, kind);
            last = kind;
            if (i == 0)
            {
                word.Prefix1 = lower;
                if (kind == 'X') flags |= 1;
            }
            else if (i == 1) word.Prefix2 = lower;
            else if (i == 2) word.Prefix3 = lower;
        }
        if (letters > 0) flags |= 16;
        if (capitals > 1 && capitals == letters) flags |= 2;
        word.Form = exact;
        word.Lower = lower;
        word.Shape = shape;
        word.Flags = flags;
        var suffix = Hash.Empty;
        for (var k = 1; k <= 4 && k <= form.Length; k++)
        {
            suffix = Hash.Add(suffix, Lowered(Plain(form[^k])));
            if (k == 1) word.Suffix1 = suffix;
            else if (k == 2) word.Suffix2 = suffix;
            else if (k == 3) word.Suffix3 = suffix;
            else word.Suffix4 = suffix;
        }
        var cluster = clusters.Find(lower);
        word.Fine = (ushort)(cluster >> 8);
        word.Coarse = (byte)cluster;
        var tags = ambiguity.Find(exact);
        word.Ambiguity = (ushort)tags;
        word.Sure = (byte)(tags >> 16);
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Plain(char c) => c switch
    {
        '’' or '‘' or '`' or '´' => '\'',
        '“' or '”' => '"',
        _ => c,
    };

    private static char Lowered(char c) => c is >= '0' and <= '9' ? '0' : c < 128 ? c is >= 'A' and <= 'Z' ? (char)(c | 32) : c : char.ToLowerInvariant(c);
}
