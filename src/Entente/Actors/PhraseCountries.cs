namespace Entente.Actors;

/// <summary>Reads the countries that the words around a noun tell: "Russian police", "the president of France", "Iran's army".</summary>
internal static class PhraseCountries
{
    /// <summary>The country of the words that stand before a group in its phrase: "Russian police", "Chelyabinsk governor", "Iran's army".</summary>
    public static string? CountryBefore(Part part, NameGroup group)
    {
        for (var t = group.First - 1; t >= 0 && t >= group.First - 6; t--)
        {
            var token = part.Tokens[t];
            if (part.Map[t] is { } before && before != group)
            {
                if (before.Known.Count > 0 && CountryOfKnown(before) is { } country && (HeadIn(part, t, group) || t == group.First - 1)) return country;
                if (before.Known.Count == 0 && before.Actor?.Country is { } other && HeadIn(part, t, group)) return other;
                if (before.Known.Count > 0 || before.IsName) return null;
                t = before.First;
                continue;
            }

            if (token.Upos is "VERB" or "AUX" or "ADP" or "SCONJ" or "CCONJ" || token.Form is "," or ";") return null;
        }

        return null;
    }

    public static string? CountryOfKnown(NameGroup group) => group.Actor?.Country ?? group.Known[0].Entity.Country;

    private static bool HeadIn(Part part, int token, NameGroup group)
    {
        for (int hops = 0, at = token; hops < 4 && at >= 0; hops++)
        {
            at = part.Tokens[at].Head;
            if (at >= group.First && at <= group.Last) return true;
        }

        return false;
    }

    /// <summary>The country of what a group is of or in: "president of Russia", "police in Kabul".</summary>
    public static string? CountryOf(Part part, NameGroup group)
    {
        for (var t = group.Last + 1; t < part.Tokens.Length && t < group.Last + 12; t++)
        {
            if (part.Map[t] is { Known.Count: > 0 } other && part.Tokens[part.HeadOf(other)] is { } head
                && head.Head >= group.First && head.Head <= group.Last && head.Relation.StartsWith("nmod", StringComparison.Ordinal))
                return CountryOfKnown(other);
        }

        return null;
    }

    /// <summary>The countries that modify a noun, joined by "and".</summary>
    public static List<string> Countries(Part part, NameGroup group)
    {
        var countries = new List<string>();
        foreach (var other in part.Groups)
        {
            if (other.Known.Count == 0 || CountryOfKnown(other) is not { Length: 3 } country || countries.Contains(country)) continue;
            var at = part.HeadOf(other);
            for (var hops = 0; hops < 4 && part.Tokens[at].Relation == "conj" && part.Tokens[at].Head >= 0; hops++) at = part.Tokens[at].Head;
            var (head, relation) = (part.Tokens[at].Head, part.Tokens[at].Relation);
            if (head >= group.First && head <= group.Last && relation is "amod" or "nmod" or "compound" or "nmod:poss") countries.Add(country);
        }

        return countries;
    }

    /// <summary>Whether a noun means one that is known: "the president", not "a president".</summary>
    public static bool IsDefinite(Part part, NameGroup group)
    {
        if (char.IsUpper(part.Tokens[group.First].Form[0]) && group.First > 0) return true;
        var named = false;
        for (var t = group.First - 1; t >= 0 && t >= group.First - 4; t--)
        {
            var lemma = part.Tokens[t].Lemma.ToLowerInvariant();
            if (lemma is "the" or "his" or "her" or "its" or "their" or "our" or "'s" or "this") return true;
            if (lemma is "a" or "an" or "any" or "no" or "another" or "some" or "every" or "each" or "new" or "next" or "future") return false;
            // "A French president" is anyone; "French president" with no word before is the one.
            if (named && part.Tokens[t].Upos is not ("ADJ" or "NOUN" or "PROPN" or "ADV")) break;
            named |= part.Map[t] is { Known.Count: > 0 };
        }

        return named;
    }
}
