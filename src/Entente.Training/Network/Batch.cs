using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>A sentence as the network reads it: ids of its features, and what it should find.</summary>
internal sealed record EncodedSentence
{
    /// <summary>The given vector of each word.</summary>
    public required float[][] Pretrained { get; init; }

    /// <summary>Row of each word's embedding; 0 for a word that is not known.</summary>
    public required int[] Words { get; init; }

    /// <summary>Rows of the embeddings of affixes, <see cref="Entente.Language.Network.WordFeatures.Affixes"/> a word.</summary>
    public required int[] Affixes { get; init; }

    public required int[] Shapes { get; init; }

    /// <summary>Rows of the embeddings of the character n-grams of each word.</summary>
    public required int[][] Ngrams { get; init; }

    /// <summary>The right pair of UPOS and XPOS, or -1 where training has none like it.</summary>
    public required int[] Tags { get; init; }

    /// <summary>The right heads, counted from 1; 0 is the root.</summary>
    public required int[] Heads { get; init; }

    public required int[] Labels { get; init; }

    /// <summary>The class of each word's part in a mention, or -1 for all where nobody has marked the mentions.</summary>
    public required int[] Mentions { get; init; }

    /// <summary>What teachers make of the sentence; null where only what is right counts.</summary>
    public Teaching? Teaching { get; init; }

    /// <summary>Number of words.</summary>
    public int Count => Words.Length;
}

/// <summary>What the network finds of a sentence, in the ids of <see cref="EncodedSentence"/>.</summary>
internal sealed record Prediction(int[] Tags, int[] Heads, int[] Labels, int[] Mentions);

/// <summary>The share that each class should have of a word, one word after the other.</summary>
/// <param name="Tags">A number for each tag.</param>
/// <param name="Heads">A number for the root and for each word.</param>
/// <param name="Labels">A number for each relation to the head that the sentence gives.</param>
internal sealed record Teaching(float[] Tags, float[] Heads, float[] Labels);

/// <summary>What a classifier should find of a sentence.</summary>
/// <param name="Right">The right class of each word, or -1 where none is known.</param>
/// <param name="Shares">The share that each class should have, a row for each word; null where the right class has all.</param>
internal readonly record struct Goal(int[] Right, float[]? Shares);

/// <summary>
/// Sentences that go through the network together. Word t of sentence b stands in row t * Count + b, so that a step of the LSTM
/// reads one block of memory.
/// </summary>
internal sealed class Batch
{
    public Batch(EncodedSentence[] sentences)
    {
        Sentences = sentences;
        Lengths = Array.ConvertAll(sentences, s => s.Count);
        Longest = Lengths.Max();
        Words = Lengths.Sum();
    }

    public EncodedSentence[] Sentences { get; }

    public int[] Lengths { get; }

    public int Longest { get; }

    /// <summary>Number of words, without what fills up the shorter sentences.</summary>
    public int Words { get; }

    public int Count => Sentences.Length;

    public int RowCount => Longest * Count;

    public int RowOf(int sentence, int word) => word * Count + sentence;

    /// <summary>The rows with each sentence from its end; what fills up stays at the end, as zeros.</summary>
    public float[] Reversed(float[] rows, int width)
    {
        var result = new float[rows.Length];
        for (var b = 0; b < Count; b++)
            for (var t = 0; t < Lengths[b]; t++)
                rows.Row(RowOf(b, t), width).CopyTo(result.Row(RowOf(b, Lengths[b] - 1 - t), width));
        return result;
    }

    /// <summary>
    /// Sentences of like length together, at most so many words a batch but for a single longer sentence; the batches in random
    /// order.
    /// </summary>
    public static Batch[] Arrange(IReadOnlyList<EncodedSentence> sentences, int words, Random random)
    {
        var batches = new List<Batch>();
        var current = new List<EncodedSentence>();
        var sum = 0;
        foreach (var sentence in sentences.OrderBy(s => s.Count + random.NextDouble() * 3))
        {
            if (sum + sentence.Count > words && current.Count > 0)
            {
                batches.Add(new([.. current]));
                current.Clear();
                sum = 0;
            }
            current.Add(sentence);
            sum += sentence.Count;
        }
        if (current.Count > 0) batches.Add(new([.. current]));
        var result = batches.ToArray();
        random.Shuffle(result);
        return result;
    }
}

/// <summary>One way of a batch through the network: which weights are read, and where gradients go.</summary>
internal sealed class Pass
{
    private readonly Gradients? _gradients;
    private readonly float _dropout;
    private readonly Dictionary<(Parameter, bool IsTransposed), PackedMatrix> _packed = [];

    private Pass(NetworkParameters parameters, Batch batch, Gradients? gradients, Random random, float dropout)
    {
        (Parameters, Batch, _gradients, Random, _dropout) = (parameters, batch, gradients, random, dropout);
        Scale = 1f / batch.Words;
    }

    public static Pass ForTraining(NetworkParameters parameters, Batch batch, Gradients gradients, Random random, float dropout)
        => new(parameters, batch, gradients, random, dropout);

    /// <summary>Reads the averaged weights; nothing is random, nothing is learned.</summary>
    public static Pass ForPrediction(NetworkParameters parameters, Batch batch) => new(parameters, batch, null, new Random(0), 0);

    public NetworkParameters Parameters { get; }

    public NetworkSizes Sizes => Parameters.Sizes;

    public Batch Batch { get; }

    public Random Random { get; }

    public bool IsTraining => _gradients is not null;

    /// <summary>What makes sums over the words their mean.</summary>
    public float Scale { get; }

    public float[] Weights(Parameter parameter) => IsTraining ? parameter.Values : parameter.Averages;

    /// <summary>A parameter as the right side of a product.</summary>
    public PackedMatrix Packed(Parameter parameter)
    {
        if (_packed.TryGetValue((parameter, false), out var packed)) return packed;
        packed = new();
        packed.Fill(Weights(parameter), parameter.Rows, parameter.Columns);
        return _packed[(parameter, false)] = packed;
    }

    /// <summary>The transpose of a parameter as the right side of a product.</summary>
    public PackedMatrix PackedTransposed(Parameter parameter)
    {
        if (_packed.TryGetValue((parameter, true), out var packed)) return packed;
        packed = new();
        packed.FillTransposed(Weights(parameter), parameter.Columns, parameter.Rows);
        return _packed[(parameter, true)] = packed;
    }

    public float[] Gradient(Parameter parameter)
        => (_gradients ?? throw new InvalidOperationException("there are no gradients in prediction"))[parameter];

    public Dropout Dropout(int width) => new(Batch.Count * width, _dropout, Random);
}

/// <summary>
/// Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016, "A Theoretically Grounded Application of Dropout in
/// Recurrent Neural Networks").
/// </summary>
internal sealed class Dropout
{
    private readonly float[]? _mask;

    public Dropout(int size, float rate, Random random)
    {
        if (rate == 0) return;
        _mask = new float[size];
        var keep = 1 - rate;
        for (var i = 0; i < size; i++) _mask[i] = random.NextSingle() < keep ? 1 / keep : 0;
    }

    /// <summary>Applies the mask to activations or to their gradients.</summary>
    public void Apply(float[] rows)
    {
        if (_mask is null) return;
        for (var at = 0; at < rows.Length; at += _mask.Length)
        {
            var part = rows.AsSpan(at, _mask.Length);
            TensorPrimitives.Multiply(part, _mask, part);
        }
    }
}
