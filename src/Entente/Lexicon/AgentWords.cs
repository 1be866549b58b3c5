namespace Entente.Lexicon;

/// <summary>A common noun for an office or a kind of agent.</summary>
/// <param name="Phrase">Lower case, singular.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Sectors">PLOVER sectors.</param>
public sealed record AgentWord(string Phrase, ActorKind Kind, IReadOnlyList<string> Sectors);

/// <summary>Nouns for offices and kinds of agents, found by their last word.</summary>
public sealed class AgentWords
{
    private readonly Dictionary<string, AgentWord> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgentWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<string> _lastWords = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>Reads <c>agents.tsv</c>.</summary>
    public AgentWords(LexiconFiles files)
    {
        _lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        var table = files.Table("agents.tsv");
        _phrases.EnsureCapacity(table.Count);
        // Most lines share their sectors with others.
        var sectors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var shared = sectors.GetAlternateLookup<ReadOnlySpan<char>>();
        var lastWords = _lastWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < table.Count; row++)
        {
            var kind = table.Span(row, 1) switch
            {
                "office" => ActorKind.Office,
                "organisation" => ActorKind.Organisation,
                "group" => ActorKind.Group,
                _ => ActorKind.Population,
            };
            if (!shared.TryGetValue(table.Span(row, 2), out var codes)) sectors[table.Column(row, 2)] = codes = table.Values(row, 2);
            var phrase = table.Column(row, 0);
            _phrases[phrase] = new AgentWord(phrase, kind, codes);
            lastWords.Add(phrase.AsSpan(phrase.LastIndexOf(' ') + 1));
            _longest = Math.Max(_longest, phrase.AsSpan().Count(' ') + 1);
        }
    }

    /// <summary>The agent word that is <paramref name="phrase"/> itself, or null.</summary>
    public AgentWord? Find(string phrase) => _phrases.GetValueOrDefault(phrase);

    /// <summary>
    /// The longest phrase whose last word is token <paramref name="last"/>, and the index of its first token. Words before the
    /// last are compared as written in lower case, the last by its singular.
    /// </summary>
    public AgentWord? EndingAt(Language.Token[] tokens, int last, out int first)
    {
        first = last;
        var singular = Singular(tokens[last]);
        if (!_lastWords.Contains(singular)) return null;
        Span<char> buffer = stackalloc char[128];
        AgentWord? best = null;
        for (var from = last; from >= 0 && last - from < _longest + 2; from--)
        {
            if (from < last && tokens[from].Upos is "PUNCT" && tokens[from].Form != "-") break;
            var length = Write(tokens, from, last, singular, buffer);
            if (length < 0) break;
            if (_lookup.TryGetValue(buffer[..length], out var word)) (best, first) = (word, from);
        }

        return best;
    }

    private static int Write(Language.Token[] tokens, int from, int last, string singular, Span<char> buffer)
    {
        var at = 0;
        for (var i = from; i <= last; i++)
        {
            if (i > from && tokens[i].Span.Start > tokens[i - 1].Span.End) buffer[at++] = ' ';
            var word = i == last ? singular : tokens[i].Form;
            if (at + word.Length + 1 >= buffer.Length) return -1;
            foreach (var c in word) buffer[at++] = char.ToLowerInvariant(c);
        }

        return at;
    }

    /// <summary>The token's singular in lower case: its lemma where that is a noun's, else cut by rule.</summary>
    public static string Singular(in Language.Token token)
    {
        if (token.Upos is "NOUN") return token.Lemma is "medium" ? "media" : token.Lemma;
        var form = token.Form.ToLowerInvariant();
        if (token.Xpos is not "NNPS") return form;
        return form.EndsWith("ies", StringComparison.Ordinal) ? form[..^3] + "y"
            : form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) ? form[..^1] : form;
    }
}
