namespace Entente.Lexicon;

/// <summary>A word or phrase that says how sure a statement is.</summary>
/// <param name="Phrase">Lower case.</param>
/// <param name="Low">Lowest probability that it is taken for.</param>
/// <param name="High">Highest.</param>
public sealed record Hedge(string Phrase, double Low, double High);

/// <summary>The table of hedges, found by their first word.</summary>
public sealed class Hedges
{
    private readonly Dictionary<string, List<(Hedge Hedge, string[] Words)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Reads <c>hedges.tsv</c>.</summary>
    public Hedges(LexiconFiles files)
    {
        foreach (var row in files.Rows("hedges.tsv"))
        {
            if (!double.TryParse(row[1], out var low) || !double.TryParse(row[2], out var high)) continue;
            var words = row[0].Split(' ');
            if (!_byFirstWord.TryGetValue(words[0], out var list)) _byFirstWord[words[0]] = list = [];
            list.Add((new Hedge(row[0], low, high), words));
        }

        foreach (var list in _byFirstWord.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>The longest hedge that begins at token <paramref name="at"/>, or null.</summary>
    public Hedge? At(Language.Token[] tokens, int at)
    {
        // "As soon as possible" hedges nothing.
        if (at > 0 && tokens[at].Lemma == "possible" && tokens[at - 1].Lemma == "as") return null;
        if (!_byFirstWord.TryGetValue(tokens[at].Form.ToLowerInvariant(), out var list)) return null;
        foreach (var (hedge, words) in list)
        {
            var i = 1;
            while (i < words.Length && at + i < tokens.Length && tokens[at + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) i++;
            if (i == words.Length) return hedge;
        }

        return null;
    }
}
