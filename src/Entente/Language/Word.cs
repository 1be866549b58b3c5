using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>The hashes by which the tables of lemmas and features know a form.</summary>
internal struct Word
{
    /// <summary>Of the form, with plain apostrophes.</summary>
    public uint Form;

    /// <summary>Of the form in lower case, its digits made 0.</summary>
    public uint Lower;

    /// <summary>Of the pattern of capitals, small letters and digits, runs counted once.</summary>
    public uint Shape;

    /// <summary>Of the last two letters in lower case, 0 where there are fewer.</summary>
    public uint Suffix2;

    /// <summary>Of the last three letters in lower case, 0 where there are fewer.</summary>
    public uint Suffix3;

    /// <summary>Reads a form.</summary>
    public static Word Of(ReadOnlySpan<char> form)
    {
        var (exact, lower, shape) = (Hash.Empty, Hash.Empty, Hash.Empty);
        var last = '\0';
        foreach (var written in form)
        {
            var c = Plain(written);
            var small = Lowered(c);
            var kind = char.IsAsciiDigit(c) ? 'd' : small != c ? 'X' : char.IsLetter(c) ? 'x' : c;
            exact = Hash.Add(exact, c);
            lower = Hash.Add(lower, small);
            if (kind != last) shape = Hash.Add(shape, kind);
            last = kind;
        }
        return new() { Form = exact, Lower = lower, Shape = shape, Suffix2 = Suffix(form, 2), Suffix3 = Suffix(form, 3) };
    }

    private static uint Suffix(ReadOnlySpan<char> form, int length)
    {
        if (form.Length < length) return 0;
        var hash = Hash.Empty;
        for (var k = 1; k <= length; k++) hash = Hash.Add(hash, Lowered(Plain(form[^k])));
        return hash;
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
