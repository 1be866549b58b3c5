namespace Entente.Language.Network;

/// <summary>How large each part of the network is; sixteen integers at the head of its section of the model file.</summary>
internal readonly record struct NetworkShape(
    int Pretrained, int Word, int Affix, int Shape, int Ngram, int Hidden, int Layers, int Arc, int Label, int Tags, int Labels,
    int WordRows, int AffixRows, int ShapeRows, int NgramRows, int Mentions)
{
    public const int Count = 16;

    /// <summary>Width of what the first layer reads.</summary>
    public int Input => Pretrained + Word + WordFeatures.Affixes * Affix + Shape + Ngram;

    /// <summary>Width of what a layer gives: both directions.</summary>
    public int Output => 2 * Hidden;
}

/// <summary>A matrix of signed bytes in the panels of <see cref="IntegerProduct"/>, with what makes numbers of its sums.</summary>
/// <param name="Bytes">The panels.</param>
/// <param name="Scales">For each column, what a sum is multiplied with.</param>
/// <param name="Offsets">For each column, what is added to a sum before: its bias, less what the zero of the activations adds.</param>
/// <param name="Inner">Number of rows.</param>
/// <param name="Columns">Number of columns, filled up to a multiple of 16.</param>
internal readonly unsafe record struct WeightMatrix(nint Bytes, nint Scales, nint Offsets, int Inner, int Columns)
{
    public sbyte* B => (sbyte*)Bytes;

    public float* Scale => (float*)Scales;

    public int* Offset => (int*)Offsets;
}

/// <summary>A table of embeddings: rows of signed bytes with one scale.</summary>
internal readonly unsafe record struct EmbeddingTable(nint Bytes, int Width, float Scale)
{
    public sbyte* Row(int index) => (sbyte*)Bytes + (long)index * Width;
}

/// <summary>The weights of the network, read where they lie in the model file.</summary>
internal sealed unsafe class NetworkWeights
{
    /// <summary>One of what the first layer reads is this many in its 16-bit integers.</summary>
    public const float InputUnit = 512;

    /// <summary>The state of a layer, between -1 and 1, times this, plus <see cref="StateZero"/>, is a byte of 1 to 127.</summary>
    public const int StateUnit = 63;

    public const int StateZero = 64;

    /// <summary>The first layer's sums are kept for each word in 16 bits, without this many of their last bits.</summary>
    public const int KeptShift = 4;

    /// <summary>Units of the representations of dependents and heads in 16-bit integers.</summary>
    public const float ArcUnit = 64;

    public const float QueryUnit = 128;

    public const float LabelUnit = 256;

    private readonly byte* _start;
    private readonly int _length;
    private int _at;

    public NetworkWeights(ModelFile file)
    {
        var (address, length) = file.Section(ModelSection.Network);
        _start = (byte*)address;
        _length = length;
        var sizes = new ReadOnlySpan<int>(_start, NetworkShape.Count);
        Shape = new(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6], sizes[7], sizes[8], sizes[9], sizes[10], sizes[11], sizes[12], sizes[13], sizes[14], sizes[15]);
        _at = sizes.Length * 4;
        Vectors = new(file.Section(ModelSection.Vectors));
        WordRows = new(file.Section(ModelSection.Words));
        VectorRows = (byte*)file.Section(ModelSection.VectorRows).Address;
        Words = Table(Shape.WordRows, Shape.Word);
        AffixTable = Table(WordFeatures.Affixes * Shape.AffixRows, Shape.Affix);
        Shapes = Table(Shape.ShapeRows, Shape.Shape);
        Ngrams = Table(Shape.NgramRows, Shape.Ngram);
        Input = Matrix(Shape.Input, 8 * Shape.Hidden);
        Recurrent = new WeightMatrix[Shape.Layers, 2];
        Upper = new WeightMatrix[Shape.Layers, 2];
        for (var layer = 0; layer < Shape.Layers; layer++)
            for (var direction = 0; direction < 2; direction++)
            {
                if (layer > 0) Upper[layer, direction] = Matrix(Shape.Output, 4 * Shape.Hidden);
                Recurrent[layer, direction] = Matrix(Shape.Hidden, 4 * Shape.Hidden);
            }
        Heads = Matrix(Shape.Output, Shape.Tags + 2 * Shape.Arc + 2 * Shape.Label + Shape.Mentions);
        Query = Matrix(Shape.Arc, Shape.Arc);
        Label = Matrix(Shape.Label, Shape.Labels);
        ArcRoot = (short*)Bytes(2 * Shape.Arc);
        LabelRoot = (float*)Bytes(4 * Shape.Label);
    }

    public NetworkShape Shape { get; }

    /// <summary>From the key of a normalized form to the row of its given vector, plus 1.</summary>
    public HashTable Vectors { get; }

    /// <summary>From the key of a normalized form to the row of its own embedding; row 0 is for all others.</summary>
    public HashTable WordRows { get; }

    /// <summary>The given vectors: for each a 32-bit float, its scale, and its signed bytes.</summary>
    public byte* VectorRows { get; }

    public EmbeddingTable Words { get; }

    /// <summary>The rows of each affix after those of the one before.</summary>
    public EmbeddingTable AffixTable { get; }

    public EmbeddingTable Shapes { get; }

    public EmbeddingTable Ngrams { get; }

    /// <summary>From what the first layer reads, in 16-bit integers, to the gates of both directions.</summary>
    public WeightMatrix Input { get; }

    /// <summary>By layer and direction, from the states of the layer below to the gates; the first layer has none.</summary>
    public WeightMatrix[,] Upper { get; }

    /// <summary>By layer and direction, from the state before to the gates. Its scales are those of all sums of the gates.</summary>
    public WeightMatrix[,] Recurrent { get; }

    /// <summary>From the states to tags, dependents and heads of arcs, dependents and heads of labels, and mentions, side by side.</summary>
    public WeightMatrix Heads { get; }

    /// <summary>From the dependent of an arc to what its head is compared with.</summary>
    public WeightMatrix Query { get; }

    /// <summary>From the layer over dependent and head to the relations.</summary>
    public WeightMatrix Label { get; }

    public short* ArcRoot { get; }

    public float* LabelRoot { get; }

    private EmbeddingTable Table(int rows, int width)
    {
        var scale = *(float*)Bytes(4);
        return new((nint)Bytes(rows * width), width, scale);
    }

    private WeightMatrix Matrix(int inner, int columns)
    {
        columns = (columns + IntegerProduct.PanelWidth - 1) / IntegerProduct.PanelWidth * IntegerProduct.PanelWidth;
        return new((nint)Bytes(inner * columns), (nint)Bytes(4 * columns), (nint)Bytes(4 * columns), inner, columns);
    }

    // Each part begins at a multiple of 64.
    private byte* Bytes(int count)
    {
        var start = (_at + 63) / 64 * 64;
        if (start + count > _length) throw new InvalidDataException("the network of models/english.bin is cut short");
        _at = start + count;
        return _start + start;
    }
}
