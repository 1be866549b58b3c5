using System.Security.Cryptography;
using Entente.Actors;
using Entente.Events;
using Entente.Language;
using Entente.Lexicon;

namespace Entente;

/// <summary>
/// Reads articles: the whole way from text to facts. A reader may be used by many threads at once; the same article gives the
/// same reading, byte for byte.
/// </summary>
public sealed class Reader
{
    private readonly LanguageModel _language;

    private Reader(LanguageModel language, PoliticalLexicon lexicon) => (_language, Lexicon) = (language, lexicon);

    /// <summary>What the reader knows of the world.</summary>
    public PoliticalLexicon Lexicon { get; }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of the models, one after the other: readings name it.</summary>
    public static string ModelsHash => Models.Value;

    private static readonly Lazy<string> Models = new(() =>
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])["models/english.bin", "models/language.bin", "models/sentences.bin"])
        {
            using var model = typeof(Reader).Assembly.GetManifestResourceStream(name);
            if (model is null) return "none";
            sha.AppendData(ModelFile.BytesOf(model));
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 6));
    });

    /// <summary>A reader with the shipped models and lexicon, and the lines of the folder <paramref name="lexicon"/> laid over it.</summary>
    public static Reader Load(string? lexicon = null)
    {
        // Both take time to load, and neither needs the other.
        var language = Task.Run(LanguageModel.Load);
        return new Reader(language.Result, PoliticalLexicon.Load(lexicon));
    }

    /// <summary>Reads an article: sentences, who is named, what happened. One that is not in English is given back with a warning.</summary>
    public Reading Read(Article article)
    {
        if (article.Language is { } code && code != "en")
            return new Reading { Article = article, Warnings = [.. article.Warnings, $"it was not read: its language is {code}, and only English is read"] };
        var (sentences, texts) = Sentences(article);
        var actors = ArticleActors.Find(Lexicon, article, sentences);
        var events = ArticleEvents.Read(article, actors, Lexicon, texts);
        return new Reading
        {
            Article = article,
            Actors = [.. actors.All.Select(a => a.ToActor())],
            Events = events,
            Warnings = article.Warnings,
        };
    }

    /// <summary>
    /// The relation that <paramref name="source"/> has to <paramref name="target"/>, both words of the sentence; an answer also where
    /// one is not in it. The same code as <see cref="Read"/> uses.
    /// </summary>
    public Relation Relate(string sentence, string source, string target)
    {
        var article = new Article { Id = "", Text = sentence };
        var sentences = Trees([(sentence, [new TextSpan(0, sentence.Length)])])[0].Select(s => (s, sentence, (string?)null)).ToList();
        return RelationReader.Read(ArticleActors.Find(Lexicon, article, sentences), Lexicon, sentence, source, target);
    }

    /// <summary>The sentences of the text with their trees, for <c>--format conllu</c>.</summary>
    public IReadOnlyList<Sentence> Parse(string text, IReadOnlyList<TextSpan> paragraphs) => _language.Analyze(text, paragraphs);

    /// <summary>The sentence with its own tokens kept, and tags and tree new.</summary>
    public Sentence Annotate(Sentence tokens) => _language.Annotate(tokens);

    private List<Sentence>[] Trees(IReadOnlyList<(string Text, IReadOnlyList<TextSpan> Paragraphs)> texts)
    {
        var sentences = _language.Analyze(texts);
        foreach (var sentence in sentences.SelectMany(s => s))
        {
            TakeMayForName(sentence.Tokens);
            PreferKnownLemmas(sentence.Tokens);
        }
        return sentences;
    }

    /// <summary>"Theresa May stepped down": after a given name, May is no auxiliary.</summary>
    private void TakeMayForName(Token[] tokens)
    {
        for (var t = 1; t < tokens.Length; t++)
        {
            ref var token = ref tokens[t];
            if (token.Form != "May" || token.Relation != "aux" || tokens[t - 1].Upos != "PROPN" || !Lexicon.GivenNames.Contains(tokens[t - 1].Form)) continue;
            (token.Upos, token.Xpos, token.Lemma, token.Feats) = ("PROPN", "NNP", "May", "Number=Sing");
            (token.Head, token.Relation) = (t - 1, "flat");
        }
    }

    /// <summary>"Bombed" is of "bomb": where a rule cuts too much, the form that the lexicon knows is taken.</summary>
    private void PreferKnownLemmas(Token[] tokens)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            ref var token = ref tokens[t];
            if (token.Upos != "VERB" || token.Xpos is not ("VBD" or "VBN" or "VBG") || IsKnownVerb(token.Lemma)) continue;
            var form = token.Form.ToLowerInvariant();
            var stem = form.EndsWith("ing", StringComparison.Ordinal) ? form[..^3] : form.EndsWith("ed", StringComparison.Ordinal) ? form[..^2] : null;
            if (stem is null || stem.Length < 3) continue;
            if (IsKnownVerb(stem)) token.Lemma = stem;
            else if (IsKnownVerb(stem + "e")) token.Lemma = stem + "e";
        }
    }

    private bool IsKnownVerb(string lemma) => Lexicon.Frames.Of(lemma, 'V').Count > 0 || Lexicon.Operators.Of(lemma, 'V').Count > 0;

    private (List<(Sentence Sentence, string Text, string? In)> Sentences, Dictionary<string, string> Texts) Sentences(Article article)
    {
        var texts = new List<(string? In, string Text, IReadOnlyList<TextSpan> Paragraphs)> { (null, article.Text, article.Paragraphs) };
        if (article.Title is { Length: > 0 } title) texts.Add(("title", title, [new TextSpan(0, title.Length)]));
        texts.AddRange(article.Images.Select((image, i) => ((string?)$"caption:{i}", image.Caption, (IReadOnlyList<TextSpan>)[new TextSpan(0, image.Caption.Length)])));
        var trees = Trees(texts.ConvertAll(t => (t.Text, t.Paragraphs)));
        return ([.. texts.SelectMany((t, i) => trees[i].Select(s => (s, t.Text, t.In)))], texts.ToDictionary(t => t.In ?? "", t => t.Text));
    }
}
