using System.Text;

namespace Entente.Language;

/// <summary>The forms under which a tagger and parser look at words: without what typesetting adds, and in a caps-only sentence in the case that the words have elsewhere.</summary>
internal static class TaggedForms
{
    /// <summary>Whether a sentence of some length is in capitals throughout, so that its case tells nothing.</summary>
    public static bool IsInCapitals(ReadOnlySpan<Token> tokens)
    {
        int words = 0, letters = 0;
        foreach (var token in tokens)
        {
            var before = letters;
            foreach (var c in token.Form)
                if (char.IsLower(c)) return false;
                else if (char.IsUpper(c)) letters++;
            if (letters > before + 1) words++;
        }
        return words >= 3 && letters >= 4 * words;
    }

    /// <summary>The form to be tagged; <paramref name="inCapitals"/> is of the sentence. Most forms are given back as they are.</summary>
    public static string Of(string form, bool inCapitals)
    {
        if (!Ascii.IsValid(form)) form = Plain(form);
        return inCapitals ? Cased(form) : form;
    }

    // KREMLIN is Kremlin, DENIES is denies, and short words that are never written small (EU, NATO) are abbreviations.
    private static string Cased(string form)
    {
        if (!char.IsUpper(form[0]) || form is "US" or "I") return form;
        var small = form.ToLowerInvariant();
        if (form.Length == 1) return form is "A" ? small : form;
        if (SentenceBoundaries.Shipped is { } words && words.IsCommon(small)) return small;
        return form.Length <= 4 || form.Contains('.') ? form : form[..1] + small[1..];
    }

    // Soft hyphens and joiners are not seen; ligatures and wide letters stand for the plain ones.
    private static string Plain(string form)
    {
        var plain = new StringBuilder(form.Length);
        foreach (var c in form)
            if (c is '\uFB00' or '\uFB01' or '\uFB02' or '\uFB03' or '\uFB04') plain.Append(Ligatures[c - '\uFB00']);
            else if (c is >= '\uFF21' and <= '\uFF5A' or >= '\uFF10' and <= '\uFF19') plain.Append((char)(c - 0xFEE0));
            else if (c is not ('\u00AD' or '\u200C' or '\u200D')) plain.Append(c);
        return plain.Length == 0 ? form : plain.ToString();
    }

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl"];
}
