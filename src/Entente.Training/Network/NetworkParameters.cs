using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>The weights of a layer of one direction.</summary>
/// <param name="Input">From the input to the gates: input, forget, output, candidate.</param>
/// <param name="Recurrent">From the state before to the gates.</param>
/// <param name="Bias">Of the gates.</param>
internal sealed record LstmParameters(Parameter Input, Parameter Recurrent, Parameter Bias);

/// <summary>A linear map with a bias.</summary>
internal sealed record LinearParameters(Parameter Weight, Parameter Bias);

/// <summary>All weights of the network.</summary>
internal sealed class NetworkParameters
{
    private readonly List<Parameter> _all = [];
    private readonly Random _random;

    public NetworkParameters(NetworkSizes sizes, int seed)
    {
        Sizes = sizes;
        _random = new Random(seed);
        WordEmbeddings = Add("word", sizes.WordRows, sizes.Word, 0.1f);
        AffixEmbeddings = Add("affix", WordFeatures.Affixes * sizes.AffixRows, sizes.Affix, 0.1f);
        ShapeEmbeddings = Add("shape", sizes.ShapeRows, sizes.Shape, 0.1f);
        NgramEmbeddings = Add("ngram", sizes.NgramRows, sizes.Ngram, 0.1f);
        Lstm = new LstmParameters[sizes.Layers, 2];
        for (var layer = 0; layer < sizes.Layers; layer++)
            for (var direction = 0; direction < 2; direction++)
                Lstm[layer, direction] = AddLstm($"lstm-{layer + 1}-{(direction == 0 ? "forward" : "backward")}", layer == 0 ? sizes.Input : sizes.Output);
        Tag = AddLinear("tag", sizes.Tags);
        ArcDependent = AddLinear("arc-dependent", sizes.Arc);
        ArcHead = AddLinear("arc-head", sizes.Arc);
        ArcRoot = Add("arc-root", 1, sizes.Arc, 0.1f);
        ArcBilinear = Add("arc-bilinear", sizes.Arc, sizes.Arc, 0.5f * Glorot(sizes.Arc, sizes.Arc));
        ArcHeadPrior = Add("arc-head-prior", 1, sizes.Arc, 0);
        LabelDependent = AddLinear("label-dependent", sizes.Label);
        LabelHead = AddLinear("label-head", sizes.Label);
        LabelRoot = Add("label-root", 1, sizes.Label, 0.1f);
        Label = new(Add("label", sizes.Label, sizes.Labels, Glorot(sizes.Label, sizes.Labels)), Add("label-bias", 1, sizes.Labels, 0));
        Mention = AddLinear("mention", sizes.Mentions);
        foreach (var parameter in _all) parameter.Values.CopyTo(parameter.Averages, 0);
    }

    public NetworkSizes Sizes { get; }

    /// <summary>All of them, in the order in which they are written.</summary>
    public IReadOnlyList<Parameter> All => _all;

    public Parameter WordEmbeddings { get; }

    public Parameter AffixEmbeddings { get; }

    public Parameter ShapeEmbeddings { get; }

    public Parameter NgramEmbeddings { get; }

    /// <summary>By layer and direction: 0 from the beginning, 1 from the end.</summary>
    public LstmParameters[,] Lstm { get; }

    public LinearParameters Tag { get; }

    public LinearParameters Mention { get; }

    public LinearParameters ArcDependent { get; }

    public LinearParameters ArcHead { get; }

    /// <summary>What stands for the root where a word would be the head.</summary>
    public Parameter ArcRoot { get; }

    public Parameter ArcBilinear { get; }

    /// <summary>How likely a word is a head at all.</summary>
    public Parameter ArcHeadPrior { get; }

    public LinearParameters LabelDependent { get; }

    public LinearParameters LabelHead { get; }

    public Parameter LabelRoot { get; }

    /// <summary>From the layer over dependent and head to the relations.</summary>
    public LinearParameters Label { get; }

    /// <summary>Number of weights.</summary>
    public int Count => _all.Sum(p => p.Values.Length);

    // The bound of Glorot and Bengio (2010).
    private static float Glorot(int rows, int columns) => MathF.Sqrt(6f / (rows + columns));

    private Parameter Add(string name, int rows, int columns, float scale)
    {
        var parameter = new Parameter(name, _all.Count, rows, columns, scale, _random);
        _all.Add(parameter);
        return parameter;
    }

    private LinearParameters AddLinear(string name, int columns)
        => new(Add(name, Sizes.Output, columns, Glorot(Sizes.Output, columns)), Add(name + "-bias", 1, columns, 0));

    private LstmParameters AddLstm(string name, int input)
    {
        var hidden = Sizes.Hidden;
        var result = new LstmParameters(
            Add(name + "-input", input, 4 * hidden, Glorot(input, hidden)),
            Add(name + "-recurrent", hidden, 4 * hidden, Glorot(hidden, hidden)),
            Add(name + "-bias", 1, 4 * hidden, 0));
        // The forget gate begins open, so that gradients reach far words from the start.
        result.Bias.Values.AsSpan(hidden, hidden).Fill(1);
        return result;
    }
}
