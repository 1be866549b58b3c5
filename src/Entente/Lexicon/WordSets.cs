namespace Entente.Lexicon;

/// <summary>Named sets of words that frames refer to (<c>@troops</c>).</summary>
public sealed class WordSets
{
    private readonly Dictionary<string, HashSet<string>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>>.AlternateLookup<ReadOnlySpan<char>> _wordsOf;
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> _phrasesOf;

    /// <summary>Reads <c>sets.tsv</c>.</summary>
    public WordSets(LexiconFiles files)
    {
        var table = files.Table("sets.tsv", 2);
        _wordsOf = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _phrasesOf = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < table.Count; row++)
        {
            var set = table.Span(row, 0);
            var word = table.Column(row, 1);
            if (word.Contains(' ') || word.Contains('-'))
            {
                if (!_phrasesOf.TryGetValue(set, out var ofSet)) _phrasesOf[set] = ofSet = [];
                ofSet.Add(word.Replace("-", " - ", StringComparison.Ordinal).Split(' '));
            }

            if (!word.Contains(' '))
            {
                if (!_wordsOf.TryGetValue(set, out var ofSet)) _wordsOf[set] = ofSet = new HashSet<string>(StringComparer.Ordinal);
                ofSet.Add(word);
            }
        }
    }

    /// <summary>Whether there is a set of this name.</summary>
    public bool Has(string set) => _words.ContainsKey(set) || _phrases.ContainsKey(set);

    /// <summary>Whether <paramref name="word"/> is listed in <paramref name="set"/>.</summary>
    public bool ContainsWord(ReadOnlySpan<char> set, string word) => _wordsOf.TryGetValue(set, out var words) && words.Contains(word);

    /// <summary>Whether token <paramref name="at"/> is a word of <paramref name="set"/>, or the last word of a phrase of it.</summary>
    public bool Contains(ReadOnlySpan<char> set, Language.Token[] tokens, int at)
    {
        var lemma = tokens[at].Lemma;
        if (_wordsOf.TryGetValue(set, out var words) && (words.Contains(lemma) || (tokens[at].Upos == "PROPN" && words.Contains(lemma.ToLowerInvariant())))) return true;
        if (!_phrasesOf.TryGetValue(set, out var phrases)) return false;
        foreach (var phrase in phrases)
            if (phrase[^1] == lemma && EndsAt(phrase, tokens, at)) return true;
        return false;
    }

    private static bool EndsAt(string[] phrase, Language.Token[] tokens, int at)
    {
        for (int i = phrase.Length - 2, t = at - 1; i >= 0; i--, t--)
        {
            if (t < 0) return false;
            if (tokens[t].Lemma != phrase[i] && !tokens[t].Form.Equals(phrase[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
