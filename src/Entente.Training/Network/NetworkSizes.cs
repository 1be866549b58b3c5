using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>How large each part of the network is.</summary>
internal sealed record NetworkSizes
{
    /// <summary>Width of the given word vectors, which are not trained.</summary>
    public int Pretrained { get; init; } = 100;

    /// <summary>Width of the embedding of a word that is trained.</summary>
    public int Word { get; init; } = 64;

    /// <summary>Width of the embedding of each prefix and suffix.</summary>
    public int Affix { get; init; } = 16;

    /// <summary>Width of the embedding of a word's shape (<c>Xxd</c>).</summary>
    public int Shape { get; init; } = 12;

    /// <summary>Width of the embedding of character n-grams, whose mean is taken.</summary>
    public int Ngram { get; init; } = 32;

    /// <summary>Width of the LSTM in each direction.</summary>
    public int Hidden { get; init; } = 192;

    /// <summary>Number of bidirectional layers, one upon the other.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Width of the representations of head and dependent for arcs.</summary>
    public int Arc { get; init; } = 128;

    /// <summary>Width of the layer over head and dependent for labels.</summary>
    public int Label { get; init; } = 96;

    /// <summary>Number of words with an embedding of their own, the unknown word among them.</summary>
    public required int WordRows { get; init; }

    /// <summary>Number of embeddings that the affixes of one length share by their hash.</summary>
    public int AffixRows { get; init; } = 8192;

    /// <summary>Number of embeddings that shapes share by their hash.</summary>
    public int ShapeRows { get; init; } = 1024;

    /// <summary>Number of embeddings that n-grams share by their hash.</summary>
    public int NgramRows { get; init; } = 32768;

    /// <summary>Number of pairs of UPOS and XPOS.</summary>
    public required int Tags { get; init; }

    /// <summary>Number of relations.</summary>
    public required int Labels { get; init; }

    /// <summary>Number of classes of mentions' parts; 0 where mentions are not learned.</summary>
    public int Mentions { get; init; }

    /// <summary>Width of what the first layer reads.</summary>
    public int Input => Pretrained + Word + WordFeatures.Affixes * Affix + Shape + Ngram;

    /// <summary>Width of what a layer gives: both directions.</summary>
    public int Output => 2 * Hidden;
}
