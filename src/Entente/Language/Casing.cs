namespace Entente.Language;

/// <summary>What becomes of the capitals of a word in its lemma.</summary>
internal enum Casing : byte
{
    None, Keep, Lower, Title, Upper,
}

/// <summary>How a word is written, as far as the capitals of its lemma depend on it.</summary>
internal static class Capitals
{
    /// <summary>The kind of a word's capitals: none, the first letter, all of few or of many letters, any other; each with whether the word opens a sentence.</summary>
    public static uint Kind(ReadOnlySpan<char> form, bool opening)
    {
        int letters = 0, capitals = 0;
        foreach (var c in form)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }
        var kind = capitals == 0 ? 0u
            : capitals == letters && letters > 1 ? (uint)Math.Min(letters, 6)
            : capitals == 1 && char.IsUpper(form[0]) ? letters == 1 ? 7u : 8
            : 9;
        return kind << 1 | (opening ? 1u : 0);
    }

    /// <summary>A lemma from a form: so many letters cut from its end, others added, its capitals set.</summary>
    public static string Apply(Casing casing, string form, int cut, string add)
    {
        var kept = form.AsSpan(0, form.Length - cut);
        if (casing == Casing.Keep) return cut == 0 && add.Length == 0 ? form : string.Concat(kept, add);
        var lemma = string.Concat(kept, add);
        return casing switch
        {
            Casing.Upper => lemma.ToUpperInvariant(),
            Casing.Title => string.Concat(lemma[..1].ToUpperInvariant(), lemma[1..].ToLowerInvariant()),
            _ => lemma.ToLowerInvariant(),
        };
    }
}
