namespace Entente.Lexicon;

/// <summary>What the lexicon says of words, by base form and part of speech (V, N, A): a table each, for pairs as keys take twice the time.</summary>
internal sealed class WordTable<T> where T : class
{
    private readonly Dictionary<string, T> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _adjectives = new(StringComparer.Ordinal);

    /// <summary>The words of a part of speech; null where there is none of that letter.</summary>
    public Dictionary<string, T>? Of(char pos) => pos switch { 'V' => _verbs, 'N' => _nouns, 'A' => _adjectives, _ => null };

    /// <summary>What is said of a word, or null.</summary>
    public T? Find(string lemma, char pos) => Of(pos)?.GetValueOrDefault(lemma);
}
