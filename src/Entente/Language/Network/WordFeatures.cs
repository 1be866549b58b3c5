namespace Entente.Language.Network;

/// <summary>What the network sees of a form: the word, its affixes, its shape and its character n-grams, each as the row of a table.</summary>
internal static class WordFeatures
{
    /// <summary>Prefixes of one to three characters, and suffixes of one to four.</summary>
    public const int Affixes = 7;

    /// <summary>Most character n-grams of a form that count.</summary>
    public const int MostNgrams = 40;

    /// <summary>Longest part of a form that is looked at.</summary>
    public const int LongestForm = 256;

    /// <summary>
    /// A form in lower case, with digits as 0 and quotation marks and dashes as on a typewriter, whatever language they come from; at
    /// most <see cref="LongestForm"/> characters of it. Returns how many.
    /// </summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> result)
    {
        var length = Math.Min(form.Length, LongestForm);
        for (var i = 0; i < length; i++)
            result[i] = form[i] switch
            {
                >= 'a' and <= 'z' => form[i],
                '’' or '‘' or '`' or '‚' or '‛' or '´' => '\'',
                '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' or '《' or '》' => '"',
                '–' or '—' or '―' or '‒' or '−' or '‐' or '‑' => '-',
                var c when char.IsDigit(c) => '0',
                var c => char.ToLowerInvariant(c),
            };
        return length;
    }

    /// <summary>By what tables of words know a normalized form.</summary>
    public static uint Key(ReadOnlySpan<char> word)
    {
        var hash = Hash.Empty;
        foreach (var c in word) hash = Hash.Add(hash, c);
        return hash;
    }

    /// <summary>The row of the vector of a normalized form, plus 1, or 0. Of a compound, its last known part says most.</summary>
    public static uint Vector(HashTable vectors, ReadOnlySpan<char> word)
    {
        // The vectors' words have neither stops nor apostrophes.
        var row = vectors.Find(Key(word));
        if (row == 0 && word.Contains('.')) row = vectors.Find(KeyWithout(word, '.'));
        if (row == 0 && word.Contains('\'')) row = vectors.Find(KeyWithout(word, '\''));
        var rest = word;
        while (row == 0 && rest.LastIndexOf('-') is var hyphen and >= 0)
        {
            if (rest.Length - hyphen > 3) row = vectors.Find(Key(rest[(hyphen + 1)..]));
            rest = rest[..hyphen];
        }
        if (row == 0 && rest.Length > 2 && rest.Length < word.Length) row = vectors.Find(Key(rest));
        return row;
    }

    /// <summary>Writes the row of each affix of a normalized form, among the rows of its kind.</summary>
    public static void WriteAffixes(ReadOnlySpan<char> word, int rows, Span<int> result)
    {
        for (var length = 1; length <= 4; length++)
            result[length - 1] = Id((uint)length, word[Math.Max(0, word.Length - length)..], rows);
        for (var length = 1; length <= 3; length++)
            result[3 + length] = Id((uint)length + 10, word[..Math.Min(length, word.Length)], rows);
    }

    /// <summary>Writes the row of each n-gram of three to five characters of a normalized form between brackets; returns how many.</summary>
    public static int WriteNgrams(ReadOnlySpan<char> word, int rows, Span<int> result)
    {
        Span<char> padded = stackalloc char[LongestForm + 2];
        padded[0] = '<';
        word.CopyTo(padded[1..]);
        padded[word.Length + 1] = '>';
        padded = padded[..(word.Length + 2)];
        var count = 0;
        for (var length = 3; length <= 5; length++)
            for (var i = 0; i + length <= padded.Length && count < MostNgrams; i++)
                result[count++] = Id((uint)length + 20, padded.Slice(i, length), rows);
        return count;
    }

    /// <summary>The row of a form's shape (<c>Xxd</c>, runs counted once), which differs at the beginning of a sentence.</summary>
    public static int Shape(ReadOnlySpan<char> form, bool isFirst, int rows)
    {
        Span<char> shape = stackalloc char[LongestForm + 1];
        var length = 0;
        foreach (var c in form[..Math.Min(form.Length, LongestForm)])
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (length == 0 || shape[length - 1] != kind) shape[length++] = kind;
        }
        if (isFirst) shape[length++] = '^';
        return Id(30, shape[..length], rows);
    }

    private static uint KeyWithout(ReadOnlySpan<char> word, char left)
    {
        var hash = Hash.Empty;
        foreach (var c in word)
            if (c != left) hash = Hash.Add(hash, c);
        return hash;
    }

    private static int Id(uint template, ReadOnlySpan<char> text, int rows) => (int)(Hash.Mix(template, Hash.Of(text)) % (uint)rows);
}
