namespace Entente.Language;

/// <summary>Cuts words into the short strings of letters by which languages are told apart, as numbers.</summary>
internal static class LetterGrams
{
    /// <summary>More letters of a word are not looked at.</summary>
    public const int LongestWord = 30;

    /// <summary>The most numbers that a word gives.</summary>
    public const int MostOfWord = (LongestWord + 2) * Longest;

    private const int Longest = 4;
    private const char Edge = '_';

    /// <summary>
    /// Finds the next word of the script, writes it in small letters between two edges to <paramref name="word"/> and moves
    /// <paramref name="at"/> behind it; the word's length with its edges, 0 where there is none. All but letters parts words, but in
    /// Devanagari vowel signs belong to them.
    /// </summary>
    public static int NextWord(ReadOnlySpan<char> text, ref int at, LetterScript script, Span<char> word)
    {
        while (at < text.Length && LetterScripts.Of(text[at]) != script) at++;
        if (at == text.Length) return 0;
        word[0] = Edge;
        var length = 1;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (LetterScripts.Of(c) != script && (script != LetterScript.Devanagari || c is < '\u0900' or > '\u0963')) break;
            if (length <= LongestWord) word[length++] = char.ToLowerInvariant(c);
        }

        word[length++] = Edge;
        return length;
    }

    /// <summary>Writes the numbers of a word's strings of one to four letters, and of the word itself if it is of three to ten; how many they are.</summary>
    public static int Of(ReadOnlySpan<char> word, int bits, Span<ushort> grams)
    {
        var count = 0;
        for (var start = 0; start < word.Length; start++)
        {
            var hash = 2166136261u;
            var end = Math.Min(start + Longest, word.Length);
            for (var i = start; i < end; i++)
            {
                hash = (hash ^ word[i]) * 16777619u;
                if (i > start || word[start] != Edge) grams[count++] = Bucket(hash, bits);
            }
        }

        if (word.Length is < 5 or > 12) return count;
        var whole = 40503u;
        foreach (var c in word) whole = (whole ^ c) * 16777619u;
        grams[count++] = Bucket(whole, bits);
        return count;
    }

    // The low bits of such a product are poor: they are folded before the high ones are taken.
    private static ushort Bucket(uint hash, int bits) => (ushort)(((hash ^ (hash >> 15)) * 0x9E3779B1u) >> (32 - bits));
}
