namespace Entente.Language;

/// <summary>How well the language model does on a treebank. Fractions are of 1.</summary>
public sealed record ParserScores
{
    /// <summary>Sentences of the treebank.</summary>
    public int Sentences { get; init; }

    /// <summary>Words of the treebank.</summary>
    public int Words { get; init; }

    /// <summary>F1 of surface tokens (raw text only, else 1).</summary>
    public double TokenF1 { get; init; } = 1;

    /// <summary>F1 of sentences (raw text only, else 1).</summary>
    public double SentenceF1 { get; init; } = 1;

    /// <summary>F1 of words (raw text only, else 1).</summary>
    public double WordF1 { get; init; } = 1;

    /// <summary>Universal part of speech.</summary>
    public double Upos { get; init; }

    /// <summary>Penn tag.</summary>
    public double Xpos { get; init; }

    /// <summary>All features of a word right.</summary>
    public double Feats { get; init; }

    /// <summary>Lemma.</summary>
    public double Lemma { get; init; }

    /// <summary>Unlabelled attachment.</summary>
    public double Uas { get; init; }

    /// <summary>Attachment with the universal relation (without its subtype, as the shared task counts).</summary>
    public double Las { get; init; }

    /// <summary>Attachment with the relation and its subtype.</summary>
    public double LasWithSubtype { get; init; }
}

/// <summary>Measures a <see cref="LanguageModel"/> on a treebank as the CoNLL 2018 shared task does.</summary>
public static class ParserEvaluation
{
    /// <summary>Accuracy with the treebank's words given.</summary>
    public static ParserScores OnGoldTokens(LanguageModel model, IReadOnlyList<ConlluSentence> gold)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(gold);
        var count = new Counts();
        var words = 0;
        foreach (var sentence in gold)
        {
            var tokens = sentence.Sentence.Tokens;
            var predicted = model.Annotate(WithoutAnnotation(sentence.Sentence)).Tokens;
            words += tokens.Length;
            for (var i = 0; i < tokens.Length; i++) count.Add(tokens[i], predicted[i], tokens[i].Head == predicted[i].Head);
        }
        return count.Scores(gold.Count, words, words, words);
    }

    /// <summary>F1 on the raw text of the treebank, which is read as the paragraphs that it marks (a document without marks is one paragraph).</summary>
    public static ParserScores OnRawText(LanguageModel model, IReadOnlyList<ConlluSentence> gold)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(gold);
        var count = new Counts();
        int goldWords = 0, words = 0, matchedWords = 0, goldTokens = 0, tokens = 0, matchedTokens = 0, goldSentences = 0, sentences = 0, matchedSentences = 0;
        for (var first = 0; first < gold.Count;)
        {
            var next = first + 1;
            while (next < gold.Count && !gold[next].BeginsParagraph) next++;
            var (text, shifted) = Join(gold, first, next);
            var predicted = model.Analyze(text, [new TextSpan(0, text.Length)]);
            goldSentences += shifted.Count;
            sentences += predicted.Count;
            matchedSentences += Common(shifted.Select(s => s.Span), predicted.Select(s => s.Span));
            var goldSurface = shifted.SelectMany(Surface).ToList();
            var surface = predicted.SelectMany(Surface).ToList();
            goldTokens += goldSurface.Count;
            tokens += surface.Count;
            matchedTokens += Common(goldSurface, surface);
            var goldFlat = Flatten(shifted);
            var flat = Flatten(predicted);
            goldWords += goldFlat.Count;
            words += flat.Count;
            matchedWords += Align(goldFlat, flat, ref count);
            first = next;
        }
        return count.Scores(gold.Count, goldWords, goldWords, words) with
        {
            WordF1 = F1(matchedWords, goldWords, words),
            TokenF1 = F1(matchedTokens, goldTokens, tokens),
            SentenceF1 = F1(matchedSentences, goldSentences, sentences),
        };
    }

    private static double F1(int matched, int gold, int predicted) => gold + predicted == 0 ? 1 : 2.0 * matched / (gold + predicted);

    private static Sentence WithoutAnnotation(Sentence sentence) => new()
    {
        Span = sentence.Span,
        Tokens = Array.ConvertAll(sentence.Tokens, t => new Token { Span = t.Span, Form = t.Form, NoSpaceAfter = t.NoSpaceAfter, ContractionLength = t.ContractionLength }),
    };

    /// <summary>The raw text of the sentences <c>gold[first..next]</c>, and the sentences with their places in it.</summary>
    internal static (string Text, List<Sentence> Sentences) Join(IReadOnlyList<ConlluSentence> gold, int first, int next)
    {
        var text = new System.Text.StringBuilder();
        var sentences = new List<Sentence>();
        for (var s = first; s < next; s++)
        {
            var offset = text.Length;
            var tokens = Array.ConvertAll(gold[s].Sentence.Tokens, t => t with { Span = new(t.Span.Start + offset, t.Span.End + offset) });
            sentences.Add(new() { Span = new(tokens[0].Span.Start, tokens[^1].Span.End), Tokens = tokens });
            text.Append(gold[s].Text);
            if (!tokens[^1].NoSpaceAfter) text.Append(' ');
        }
        return (text.ToString(), sentences);
    }

    private static IEnumerable<TextSpan> Surface(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var last = Math.Min(i + Math.Max(1, (int)tokens[i].ContractionLength), tokens.Length) - 1;
            yield return tokens[i].Span.Union(tokens[last].Span);
            i = last;
        }
    }

    private static List<(Token Word, TextSpan Head)> Flatten(List<Sentence> sentences)
    {
        var words = new List<(Token, TextSpan)>();
        foreach (var sentence in sentences)
            foreach (var token in sentence.Tokens)
                words.Add((token, token.Head < 0 ? new(-1, -1) : sentence.Tokens[token.Head].Span));
        return words;
    }

    private static int Common(IEnumerable<TextSpan> gold, IEnumerable<TextSpan> predicted)
    {
        var set = gold.ToHashSet();
        return predicted.Count(set.Contains);
    }

    // Words are aligned where they cover the same characters; a head is right if it is aligned with the gold head.
    private static int Align(List<(Token Word, TextSpan Head)> gold, List<(Token Word, TextSpan Head)> predicted, ref Counts count)
    {
        int i = 0, j = 0, matched = 0;
        while (i < gold.Count && j < predicted.Count)
        {
            var (a, b) = (gold[i].Word.Span, predicted[j].Word.Span);
            if (a == b)
            {
                count.Add(gold[i].Word, predicted[j].Word, gold[i].Head == predicted[j].Head);
                matched++;
            }
            if (a.End <= b.End) i++;
            if (b.End <= a.End) j++;
        }
        return matched;
    }

    private struct Counts
    {
        private int _upos, _xpos, _feats, _lemma, _uas, _las, _lasSubtype;

        public void Add(in Token gold, in Token word, bool sameHead)
        {
            if (gold.Upos == word.Upos) _upos++;
            if (gold.Xpos == word.Xpos) _xpos++;
            if (gold.Feats == word.Feats) _feats++;
            if (gold.Lemma == word.Lemma || gold.Lemma == "_") _lemma++;
            if (!sameHead) return;
            _uas++;
            if (gold.Relation == word.Relation) _lasSubtype++;
            if (Universal(gold.Relation).SequenceEqual(Universal(word.Relation))) _las++;
        }

        private static ReadOnlySpan<char> Universal(string? relation)
        {
            var span = relation.AsSpan();
            var colon = span.IndexOf(':');
            return colon < 0 ? span : span[..colon];
        }

        public readonly ParserScores Scores(int sentences, int words, int gold, int predicted) => new()
        {
            Sentences = sentences,
            Words = words,
            Upos = F1(_upos, gold, predicted),
            Xpos = F1(_xpos, gold, predicted),
            Feats = F1(_feats, gold, predicted),
            Lemma = F1(_lemma, gold, predicted),
            Uas = F1(_uas, gold, predicted),
            Las = F1(_las, gold, predicted),
            LasWithSubtype = F1(_lasSubtype, gold, predicted),
        };
    }
}
