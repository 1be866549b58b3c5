namespace Entente.Language;

/// <summary>What a thread reuses from sentence to sentence, so that reading allocates only what it returns.</summary>
internal sealed class Scratch
{
    // Strings seen lately, each at the place that its hash gives: a newer one takes the place of an older one.
    private const int Places = 1 << 14;

    private readonly string?[] _forms = new string?[Places];
    private readonly (string? Form, byte Tag, string Lemma)[] _lemmas = new (string?, byte, string)[Places];

    public List<RawToken> Tokens { get; } = [];

    public List<int> Ends { get; } = [];

    public ParserInput Input { get; } = new();

    public ParserInput Reversed { get; } = new();

    public ParserState State { get; } = new();

    public Word[] Words = [];
    public int[] Pairs = [];
    public byte[] Tags = [];
    public byte[] Labels = [];
    public short[] FirstChild = [];
    public short[] NextSibling = [];
    public short[] Queue = [];
    public int[] Scores = [];

    public void Fit(int count, int classes)
    {
        if (Scores.Length < classes) Scores = new int[classes];
        if (Words.Length >= count) return;
        var size = Math.Max(64, count * 3 / 2);
        Words = new Word[size];
        Pairs = new int[size];
        Tags = new byte[size];
        Labels = new byte[size];
        FirstChild = new short[size + 1];
        NextSibling = new short[size + 1];
        Queue = new short[size + 1];
    }

    public string Form(ReadOnlySpan<char> text)
    {
        if (text.Length > 24) return text.ToString();
        ref var place = ref _forms[Hash.Of(text) & Places - 1];
        if (place is not null && text.SequenceEqual(place)) return place;
        return place = text.ToString();
    }

    public string Lemma(Lemmatizer lemmatizer, string form, uint hash, byte tag)
    {
        ref var place = ref _lemmas[Hash.Mix(tag, hash) & Places - 1];
        if (place.Form == form && place.Tag == tag) return place.Lemma;
        var lemma = lemmatizer.Lemma(form, tag);
        place = (form, tag, lemma);
        return lemma;
    }
}
