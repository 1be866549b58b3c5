using System.Runtime.InteropServices;
using Entente.Language.Network;

namespace Entente.Language;

/// <summary>Reads English: sentences, words, tags, lemmas, dependency trees and mentions. Safe for several threads at once.</summary>
public sealed class LanguageModel
{
    private const int SentencesAtOnce = 16;
    private const int WordsAtOnce = 480;
    private const int LongestSentence = 600;

    [ThreadStatic] private static Scratch? t_scratch;

    // Keeps the memory alive that the tables below read.
    private readonly ModelFile? _file;
    private readonly NetworkWeights? _weights;
    private readonly WordForms? _wordForms;
    private readonly string[] _upos = [];
    private readonly string[] _xpos = [];
    private readonly string[] _relations = [];
    private readonly string?[] _mentions = [null];

    private LanguageModel(ModelFile? file)
    {
        _file = file;
        if (file is null) return;
        var names = file.Lists(ModelSection.Names);
        _upos = Array.ConvertAll(names[0], n => n[..n.IndexOf('\t')]);
        _xpos = Array.ConvertAll(names[0], n => n[(n.IndexOf('\t') + 1)..]);
        _relations = names[1];
        _mentions = [null, .. names[2]];
        _weights = new(file);
        var shape = _weights.Shape;
        if ((shape.Tags, shape.Labels, shape.Mentions) != (_upos.Length, _relations.Length, _mentions.Length) || !MentionPath.CanFind(shape.Mentions))
            throw new InvalidDataException("the language model has other numbers of tags, relations or mentions than names of them");
        _wordForms = new(file, _weights.Vectors);
    }

    /// <summary>The model that is part of this assembly.</summary>
    /// <exception cref="InvalidDataException">The embedded file is not a language model.</exception>
    public static LanguageModel Load() => new(ModelFile.Embedded("models/english.bin"));

    /// <summary>A model from a file, as training makes it.</summary>
    internal static LanguageModel FromFile(string path) => new(ModelFile.FromBytes(File.ReadAllBytes(path)));

    /// <summary>The sentences of <paramref name="text"/>, with tags, trees and mentions; none crosses a paragraph.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="paragraphs">Stretches of the text, in order and apart; what is in none is not read.</param>
    public List<Sentence> Analyze(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(paragraphs);
        return Analyze([(text, paragraphs)])[0];
    }

    /// <summary>The sentences of each text, as if it were alone; read together, short texts take less time.</summary>
    internal List<Sentence>[] Analyze(IReadOnlyList<(string Text, IReadOnlyList<TextSpan> Paragraphs)> texts)
    {
        var sentences = texts.Select(t => Split(t.Text, t.Paragraphs)).ToArray();
        Annotate([.. sentences.SelectMany(s => s).Select(s => s.Tokens)], t_scratch ??= new());
        return sentences;
    }

    /// <summary>The sentences of <paramref name="text"/> with their words alone.</summary>
    internal static List<Sentence> Split(string text, IReadOnlyList<TextSpan> paragraphs)
    {
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
                sentences.Add(Build(text, scratch, begin, end));
                begin = end;
            }
        }
        return sentences;
    }

    /// <summary>A sentence with the given words, and tags, lemmas, tree and mentions set anew.</summary>
    public Sentence Annotate(Sentence tokensOnly)
    {
        ArgumentNullException.ThrowIfNull(tokensOnly);
        var tokens = (Token[])tokensOnly.Tokens.Clone();
        if (tokens.Length > 0) Annotate([tokens], t_scratch ??= new());
        return new() { Span = tokensOnly.Span, Tokens = tokens };
    }

    /// <summary>The sentence with lemmas and features set anew for the tags and the tree that it has.</summary>
    internal Sentence AnnotateForms(Sentence tagged)
    {
        var tokens = (Token[])tagged.Tokens.Clone();
        _wordForms?.Annotate(tokens, t_scratch ??= new());
        return new() { Span = tagged.Span, Tokens = tokens };
    }

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

    // Sentences of like length go through the network together.
    private void Annotate(List<Token[]> sentences, Scratch scratch)
    {
        if (_weights is null)
        {
            foreach (var tokens in sentences) MakeFlat(tokens);
            return;
        }
        var network = scratch.Network(_weights);
        sentences.Sort((a, b) => b.Length.CompareTo(a.Length));
        var all = CollectionsMarshal.AsSpan(sentences);
        for (var first = 0; first < all.Length;)
        {
            if (all[first].Length > LongestSentence)
            {
                MakeFlat(all[first++]);
                continue;
            }
            var count = 1;
            for (var words = all[first].Length; first + count < all.Length && count < SentencesAtOnce && words + all[first + count].Length <= WordsAtOnce; count++)
                words += all[first + count].Length;
            network.Read(all.Slice(first, count));
            for (var b = 0; b < count; b++) Set(all[first + b], network, network.Start(b), scratch);
            first += count;
        }
    }

    // Before a model exists, and for monstrous given sentences.
    private static void MakeFlat(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            (token.Lemma, token.Upos, token.Xpos, token.Feats, token.Mention) = (token.Form, "X", "FW", "_", null);
            (token.Head, token.Relation) = i == 0 ? (-1, "root") : (0, "dep");
        }
    }

    private void Set(Token[] tokens, TreeNetwork network, int start, Scratch scratch)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            var tag = (byte)network.Tags[start + i];
            token.Upos = _upos[tag];
            token.Xpos = _xpos[tag];
            token.Head = network.Heads[start + i] - 1;
            token.Relation = token.Head < 0 ? "root" : _relations[network.Labels[start + i]];
            token.Mention = _mentions[network.Mentions[start + i]];
        }
        _wordForms!.Annotate(tokens, scratch);
    }
}
