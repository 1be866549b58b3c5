using Entente.Language.Network;

namespace Entente.Language;

/// <summary>What a thread reuses from sentence to sentence, so that reading allocates only what it returns.</summary>
internal sealed class Scratch
{
    // Strings seen lately, each at the place that its hash gives: a newer one takes the place of an older one.
    private const int Places = 1 << 14;

    private readonly string?[] _forms = new string?[Places];
    private readonly (string? Form, uint Tag, string Lemma)[] _lemmas = new (string?, uint, string)[Places];

    private NetworkWeights? _weights;
    private TreeNetwork? _network;

    public List<RawToken> Tokens { get; } = [];

    public List<int> Ends { get; } = [];

    public Word[] Words = [];

    public TreePlace[] Tree = [];

    /// <summary>Makes room for a sentence of so many words.</summary>
    public void Fit(int count)
    {
        if (Words.Length >= count) return;
        var size = Math.Max(64, count * 3 / 2);
        Words = new Word[size];
        Tree = new TreePlace[size];
    }

    /// <summary>The network of a model, with memory of its own.</summary>
    public TreeNetwork Network(NetworkWeights weights)
    {
        if (_weights != weights) (_weights, _network) = (weights, new(weights));
        return _network!;
    }

    public string Form(ReadOnlySpan<char> text)
    {
        if (text.Length > 24) return text.ToString();
        ref var place = ref _forms[Hash.Of(text) & Places - 1];
        if (place is not null && text.SequenceEqual(place)) return place;
        return place = text.ToString();
    }

    public string Lemma(Lemmatizer lemmatizer, in Token token, uint hash, uint tag, bool opening)
    {
        // The same word may have two lemmas, one where it opens a sentence.
        var key = opening ? ~tag : tag;
        ref var place = ref _lemmas[Hash.Mix(key, hash) & Places - 1];
        if (place.Form == token.Form && place.Tag == key) return place.Lemma;
        var lemma = lemmatizer.Lemma(token, tag, opening);
        place = (token.Form, key, lemma);
        return lemma;
    }
}
