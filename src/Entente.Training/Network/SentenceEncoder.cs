using Entente.Language;
using Entente.Language.Network;
using Entente.Training.Language;

namespace Entente.Training.Network;

/// <summary>Finds the ids of a sentence's features, and of the tags and relations that it should get.</summary>
internal sealed class SentenceEncoder
{
    // Brings the components of the given vectors near the size of trained embeddings' inputs.
    public const float VectorScale = 0.4f;

    private const string Unknown = "<unk>";

    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<string, int> _tags = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly ModelFile _vectorFile;
    private readonly HashTable _vectors;
    private readonly float[][] _vectorRows;
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
        // The table is read where it lies, so the file that it lies in is kept.
        _vectorFile = ModelFile.FromBytes(ModelFile.Write([(ModelSection.Vectors, VectorTable(vectors.Select(v => v.Word)))]));
        _vectors = new(_vectorFile.Section(ModelSection.Vectors));
        _vectorRows = [.. vectors.Select(v => Array.ConvertAll(v.Vector, x => x * VectorScale))];
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

    /// <summary>A sentence with its ids.</summary>
    /// <param name="sentence">With tags and a tree.</param>
    /// <param name="hasMentions">Whether its mentions are marked: words outside of them have none.</param>
    public EncodedSentence Encode(Sentence sentence, bool hasMentions = false)
    {
        var tokens = sentence.Tokens;
        var words = Array.ConvertAll(tokens, t => Normalized(t.Form));
        return new()
        {
            Pretrained = Array.ConvertAll(words, Vector),
            Words = Array.ConvertAll(words, w => _words.GetValueOrDefault(w)),
            Affixes = [.. words.SelectMany(Affixes)],
            Shapes = [.. tokens.Select((t, i) => WordFeatures.Shape(t.Form, i == 0, _shape.ShapeRows))],
            Ngrams = Array.ConvertAll(words, Ngrams),
            Tags = Array.ConvertAll(tokens, t => _tags.GetValueOrDefault(Tag(t), -1)),
            Heads = Array.ConvertAll(tokens, t => t.Head + 1),
            Labels = Array.ConvertAll(tokens, Label),
            Mentions = Array.ConvertAll(tokens, t => hasMentions ? MentionKinds.Class(t.Mention) : -1),
        };
    }

    /// <summary>A table from the key of each word to its place, plus 1; of words with one key, the first.</summary>
    public static byte[] VectorTable(IEnumerable<string> words)
    {
        var pairs = new Dictionary<uint, uint>();
        uint row = 0;
        foreach (var word in words) pairs.TryAdd(WordFeatures.Key(word), ++row);
        return HashTable.Build(pairs);
    }

    /// <summary>A relation without its subtype.</summary>
    public static string Universal(string relation) => relation.Split(':')[0];

    private static string Tag(Token token) => token.Upos + "\t" + token.Xpos;

    private int Label(Token token)
        => _labels.TryGetValue(token.Relation, out var label) ? label : _labels.GetValueOrDefault(Universal(token.Relation));

    private static string Normalized(string form)
    {
        Span<char> word = stackalloc char[WordFeatures.LongestForm];
        return word[..WordFeatures.Normalize(form, word)].ToString();
    }

    private float[] Vector(string word)
    {
        var row = WordFeatures.Vector(_vectors, word);
        return row == 0 ? _noVector : _vectorRows[row - 1];
    }

    private int[] Affixes(string word)
    {
        var result = new int[WordFeatures.Affixes];
        WordFeatures.WriteAffixes(word, _shape.AffixRows, result);
        return result;
    }

    private int[] Ngrams(string word)
    {
        var result = new int[WordFeatures.MostNgrams];
        return result[..WordFeatures.WriteNgrams(word, _shape.NgramRows, result)];
    }
}
