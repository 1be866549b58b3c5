using System.Text;
using Entente.Language;

namespace Entente.Training.Network;

/// <summary>Finds the ids of a sentence's features, and of the tags and relations that it should get.</summary>
internal sealed class SentenceEncoder
{
    // Brings the components of the given vectors near the size of trained embeddings' inputs.
    private const float VectorScale = 0.4f;
    private const int MostNgrams = 40;
    private const string Unknown = "<unk>";

    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<string, int> _tags = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly Dictionary<string, float[]> _vectors = [];
    private readonly float[] _noVector;
    private readonly NetworkSizes _shape;

    /// <summary>
    /// Takes words, tags and relations from the sentences, numbered in the order in which they come; words that occur twice at least.
    /// </summary>
    /// <param name="training">The sentences of the training.</param>
    /// <param name="vectors">The given vectors, all of one length.</param>
    /// <param name="sizes">Makes the sizes of the network from the numbers of words, tags and labels.</param>
    public SentenceEncoder(
        IReadOnlyList<Sentence> training, IReadOnlyList<(string Word, float[] Vector)> vectors, Func<int, int, int, NetworkSizes> sizes)
    {
        foreach (var (word, vector) in vectors) _vectors[word] = Array.ConvertAll(vector, x => x * VectorScale);
        var counts = new Dictionary<string, int>();
        foreach (var token in training.SelectMany(s => s.Tokens))
        {
            var word = Normalized(token.Form);
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        _words[Unknown] = 0;
        foreach (var token in training.SelectMany(s => s.Tokens))
        {
            var word = Normalized(token.Form);
            if (counts[word] > 1) _words.TryAdd(word, _words.Count);
            _tags.TryAdd(Tag(token), _tags.Count);
            _labels.TryAdd(token.Relation, _labels.Count);
        }
        _shape = sizes(_words.Count, _tags.Count, _labels.Count);
        _noVector = new float[_shape.Pretrained];
    }

    /// <summary>The sizes of a network that reads what this gives.</summary>
    public NetworkSizes Sizes => _shape;

    /// <summary>Words, tags (UPOS, tab, XPOS) and relations, each by its id.</summary>
    public IReadOnlyList<string>[] Names => [.. new[] { _words, _tags, _labels }.Select(d => d.OrderBy(p => p.Value).Select(p => p.Key).ToArray())];

    public EncodedSentence Encode(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var words = Array.ConvertAll(tokens, t => Normalized(t.Form));
        return new()
        {
            Pretrained = Array.ConvertAll(words, Vector),
            Words = Array.ConvertAll(words, w => _words.GetValueOrDefault(w)),
            Affixes = [.. words.SelectMany(Affixes)],
            Shapes = [.. tokens.Select((t, i) => Id(30, Shape(t.Form, i == 0), _shape.ShapeRows))],
            Ngrams = Array.ConvertAll(words, Ngrams),
            Tags = Array.ConvertAll(tokens, t => _tags.GetValueOrDefault(Tag(t), -1)),
            Heads = Array.ConvertAll(tokens, t => t.Head + 1),
            Labels = Array.ConvertAll(tokens, Label),
        };
    }

    /// <summary>A relation without its subtype.</summary>
    public static string Universal(string relation) => relation.Split(':')[0];

    private static string Tag(Token token) => token.Upos + "\t" + token.Xpos;

    private int Label(Token token)
        => _labels.TryGetValue(token.Relation, out var label) ? label : _labels.GetValueOrDefault(Universal(token.Relation));

    /// <summary>Lower case, digits as 0, quotation marks as on a typewriter.</summary>
    private static string Normalized(string form) => string.Create(form.Length, form, (result, source) =>
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = source[i] switch
            {
                '’' or '‘' or '`' => '\'',
                '“' or '”' => '"',
                var c when char.IsDigit(c) => '0',
                var c => char.ToLowerInvariant(c),
            };
    });

    // The vectors' words have neither stops nor apostrophes; of a compound, its last known part says most.
    private float[] Vector(string word)
    {
        if (_vectors.TryGetValue(word, out var vector)) return vector;
        if (_vectors.TryGetValue(word.Replace(".", "", StringComparison.Ordinal), out vector)) return vector;
        if (_vectors.TryGetValue(word.Replace("'", "", StringComparison.Ordinal), out vector)) return vector;
        var parts = word.Split('-');
        for (var i = parts.Length - 1; i >= 0; i--)
            if (parts[i].Length > 2 && _vectors.TryGetValue(parts[i], out vector)) return vector;
        return _noVector;
    }

    private IEnumerable<int> Affixes(string word)
    {
        for (var length = 1; length <= 4; length++)
            yield return Id((uint)length, word.AsSpan(Math.Max(0, word.Length - length)), _shape.AffixRows);
        for (var length = 1; length <= 3; length++)
            yield return Id((uint)length + 10, word.AsSpan(0, Math.Min(length, word.Length)), _shape.AffixRows);
    }

    private int[] Ngrams(string word)
    {
        var padded = "<" + word + ">";
        var result = new List<int>();
        for (var length = 3; length <= 5; length++)
            for (var i = 0; i + length <= padded.Length && result.Count < MostNgrams; i++)
                result.Add(Id((uint)length + 20, padded.AsSpan(i, length), _shape.NgramRows));
        return [.. result];
    }

    private static string Shape(string form, bool isFirst)
    {
        var shape = new StringBuilder();
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (shape.Length == 0 || shape[^1] != kind) shape.Append(kind);
        }
        return isFirst ? shape.Append('^').ToString() : shape.ToString();
    }

    private static int Id(uint template, ReadOnlySpan<char> text, int rows) => (int)(Hash.Mix(template, Hash.Of(text)) % (uint)rows);
}
