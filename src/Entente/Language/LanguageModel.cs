namespace Entente.Language;

/// <summary>Reads English: sentences, words, tags, lemmas and dependency trees. Safe for several threads at once.</summary>
public sealed class LanguageModel
{
    [ThreadStatic] private static Scratch? t_scratch;

    // Keeps the memory alive that the tables below read.
    private readonly ModelFile? _file;
    private readonly HashTable _clusters;
    private readonly HashTable _ambiguity;
    private readonly SparseModel _tagger;
    private readonly MoveWeights _guide;
    private readonly MoveWeights _moves;
    private readonly SparseModel _labels;
    private readonly HashTable _feats;
    private readonly Lemmatizer? _lemmatizer;
    private readonly string[] _upos = [];
    private readonly string[] _xpos = [];
    private readonly string[] _relations = [];
    private readonly string[] _featNames = [];
    private readonly byte[] _kinds = [];
    private readonly int _rootRelation;
    private readonly int _nameTag;

    private LanguageModel(ModelFile? file)
    {
        _file = file;
        if (file is null) return;
        var names = file.Lists(ModelSection.Names);
        _upos = Array.ConvertAll(names[0], n => n[..n.IndexOf('\t')]);
        _xpos = Array.ConvertAll(names[0], n => n[(n.IndexOf('\t') + 1)..]);
        _kinds = Kinds(names[0]);
        _nameTag = Array.IndexOf(names[0], "PROPN\tNNP");
        _relations = names[1];
        _rootRelation = Array.IndexOf(_relations, "root");
        _featNames = names[3];
        _clusters = new(file.Section(ModelSection.Clusters));
        _ambiguity = new(file.Section(ModelSection.Ambiguity));
        _tagger = new(file.Section(ModelSection.Tagger));
        _guide = new(file.Section(ModelSection.Guide));
        _moves = new(file.Section(ModelSection.Structure));
        _labels = new(file.Section(ModelSection.Labels));
        _feats = new(file.Section(ModelSection.Feats));
        _lemmatizer = new(new(file.Section(ModelSection.Lemmas)), file.Section(ModelSection.LemmaText).Address,
            new(file.Section(ModelSection.LemmaRules)), names[2], _clusters);
    }

    /// <summary>The model that is part of this assembly.</summary>
    /// <exception cref="InvalidDataException">The embedded file is not a language model.</exception>
    public static LanguageModel Load() => new(ModelFile.Embedded("models/english.bin"));

    /// <summary>A model from a file, as training makes it.</summary>
    internal static LanguageModel FromFile(string path) => new(ModelFile.FromBytes(File.ReadAllBytes(path)));

    /// <summary>The sentences of <paramref name="text"/>, with tags and trees; none crosses a paragraph.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="paragraphs">Stretches of the text, in order and apart; what is in none is not read.</param>
    public List<Sentence> Analyze(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var scratch = t_scratch ??= new();
        var sentences = new List<Sentence>();
        foreach (var paragraph in paragraphs)
        {
            scratch.Tokens.Clear();
            scratch.Ends.Clear();
            Tokenizer.Tokenize(text, paragraph.Start, paragraph.End, scratch.Tokens);
            SentenceSplitter.Split(text, scratch.Tokens, 0, scratch.Ends);
            var begin = 0;
            foreach (var end in scratch.Ends)
            {
                var sentence = Build(text, scratch, begin, end);
                Annotate(sentence.Tokens, scratch);
                sentences.Add(sentence);
                begin = end;
            }
        }
        return sentences;
    }

    /// <summary>A sentence with the given words, and tags, lemmas and tree set anew.</summary>
    public Sentence Annotate(Sentence tokensOnly)
    {
        ArgumentNullException.ThrowIfNull(tokensOnly);
        var tokens = (Token[])tokensOnly.Tokens.Clone();
        if (tokens.Length > 0) Annotate(tokens, t_scratch ??= new());
        return new() { Span = tokensOnly.Span, Tokens = tokens };
    }

    /// <summary>What the parser needs to know of each tag (UPOS, tab, XPOS).</summary>
    internal static byte[] Kinds(string[] tags) => Array.ConvertAll(tags, t =>
    {
        if (t is "PUNCT\t," or "PUNCT\t:") return TagKind.Comma;
        if (t.StartsWith("PUNCT\t", StringComparison.Ordinal)) return TagKind.Mark;
        var kind = t.StartsWith("VERB\t", StringComparison.Ordinal) ? TagKind.Verb : t.StartsWith("AUX\t", StringComparison.Ordinal) ? TagKind.Auxiliary : TagKind.Other;
        var finite = kind != TagKind.Other && (t.EndsWith("\tVBD", StringComparison.Ordinal) || t.EndsWith("\tVBZ", StringComparison.Ordinal) || t.EndsWith("\tVBP", StringComparison.Ordinal) || t.EndsWith("\tMD", StringComparison.Ordinal));
        return finite ? (byte)(kind | TagKind.Finite) : kind;
    });

    private static Sentence Build(string text, Scratch scratch, int begin, int end)
    {
        var raw = scratch.Tokens;
        var tokens = new Token[end - begin];
        for (var i = begin; i < end; i++)
        {
            ref var token = ref tokens[i - begin];
            token.Span = new(raw[i].Start, raw[i].End);
            token.Form = scratch.Form(text.AsSpan(raw[i].Start, raw[i].End - raw[i].Start));
            token.NoSpaceAfter = i + 1 < raw.Count && raw[i + 1].Start == raw[i].End;
            token.ContractionLength = raw[i].Contraction;
        }
        return new() { Span = new(raw[begin].Start, raw[end - 1].End), Tokens = tokens };
    }

    private void Annotate(Token[] tokens, Scratch scratch)
    {
        // Before a model exists, and for monstrous given sentences, the tree is flat.
        if (_lemmatizer is null || tokens.Length > 30_000)
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                ref var token = ref tokens[i];
                (token.Lemma, token.Upos, token.Xpos, token.Feats) = (token.Form, "X", "FW", "_");
                (token.Head, token.Relation) = i == 0 ? (-1, "root") : (0, "dep");
            }
            return;
        }
        scratch.Fit(tokens.Length, Math.Max(_upos.Length, _relations.Length));
        var words = scratch.Words.AsSpan(0, tokens.Length);
        var inCapitals = TaggedForms.IsInCapitals(tokens);
        for (var i = 0; i < tokens.Length; i++) words[i] = Word.Of(TaggedForms.Of(tokens[i].Form, inCapitals), _clusters, _ambiguity);
        for (var i = 0; i < tokens.Length; i++)
            if (WordTables.IsNameInIng(tokens[i].Form)) words[i].Sure = (byte)(_nameTag + 1);
        var tags = scratch.Tags.AsSpan(0, tokens.Length);
        Tagger.Tag(_tagger, words, tags, _kinds, scratch.Scores.AsSpan(0, _upos.Length));
        scratch.Input.Set(words, tags, _kinds);
        var input = scratch.Input;
        // A first parse from the end of the sentence guides the one from its beginning (Hall, Nilsson and Nivre 2007 blend the two).
        scratch.Reversed.SetReversed(input);
        Parser.Parse(_guide, scratch.Reversed, scratch.State);
        input.SetGuide(scratch.State.Heads);
        Parser.Parse(_moves, input, scratch.State);
        var heads = scratch.State.Heads;
        Labeller.Label(_labels, input, heads, scratch.FirstChild, scratch.NextSibling, scratch.Queue, scratch.Labels, scratch.Scores.AsSpan(0, _relations.Length), _rootRelation);
        for (int i = 0, word = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            var tag = tags[i];
            token.Upos = _upos[tag];
            token.Xpos = _xpos[tag];
            token.Lemma = scratch.Lemma(_lemmatizer, token.Form, words[i].Form, tag);
            token.Feats = Feats(words[i].Lower, tag);
            token.Head = Punctuation.Unattached;
            token.Relation = "punct";
            if (word == input.Count || input.Place[word] != i) continue;
            token.Head = heads[word] == input.Root ? -1 : input.Place[heads[word]];
            token.Relation = token.Head < 0 ? "root" : _relations[scratch.Labels[word]];
            word++;
        }
        Punctuation.Attach(tokens, scratch.Pairs);
        Morphology.Refine(tokens);
    }

    private string Feats(uint form, byte tag)
    {
        var id = _feats.Find(Hash.Mix(2, form, tag));
        if (id == 0) id = _feats.Find(Hash.Mix(3, tag));
        return id == 0 ? "_" : _featNames[id - 1];
    }
}
