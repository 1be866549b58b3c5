using System.Globalization;
using Entente.Language;

namespace Entente.Events;

/// <summary>Reads how many were killed and wounded in an act of violence.</summary>
internal static class CasualtyReader
{
    /// <summary>The numbers in the sentence of a violent event; null where it tells none.</summary>
    public static Casualties? Read(Token[] tokens, Tree tree, EventDraft draft)
    {
        if (draft.Type is not ("ASSAULT" or "PROTEST")) return null;
        int? killed = null, wounded = null;
        for (var t = 0; t < tokens.Length; t++)
        {
            var isDeath = tokens[t].Lemma is "kill" or "die" or "dead" or "death" or "murder" or "fatality" or "slay";
            var isWound = tokens[t].Lemma is "wound" or "injure" or "injury" or "hurt";
            if (!isDeath && !isWound) continue;
            var number = NumberNear(tokens, tree, t);
            if (number is null) continue;
            if (isDeath) killed ??= number;
            else wounded ??= number;
        }

        return killed is null && wounded is null ? null : new Casualties(killed, wounded);
    }

    private static int? NumberNear(Token[] tokens, Tree tree, int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (tokens[child].Relation is "nummod" or "nsubj" or "nsubj:pass" or "obj" && Number(tokens[child]) is { } direct) return direct;
            if (tokens[child].Relation is not ("nsubj" or "nsubj:pass" or "obj")) continue;
            foreach (var grandchild in tree.Children(child))
                if (tokens[grandchild].Relation == "nummod" && Number(tokens[grandchild]) is { } number) return number;
        }

        // "Leaving 12 dead", "12 wounded".
        return word > 0 && Number(tokens[word - 1]) is { } before ? before : null;
    }

    private static int? Number(Token token)
    {
        if (token.Upos != "NUM") return null;
        var form = token.Form.Replace(",", "", StringComparison.Ordinal);
        if (int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return n is > 0 and < 2_000_000 ? n : null;
        var at = Array.IndexOf(Words, form.ToLowerInvariant());
        return at < 0 ? null : at + 1;
    }

    private static readonly string[] Words =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
}
