namespace Entente.Training.Network;

/// <summary>A matrix of weights, with what the optimizer remembers of each.</summary>
internal sealed class Parameter
{
    /// <summary>Makes weights that are uniformly distributed between plus and minus <paramref name="scale"/>.</summary>
    public Parameter(string name, int index, int rows, int columns, float scale, Random random)
    {
        (Name, Index, Rows, Columns) = (name, index, rows, columns);
        Values = new float[rows * columns];
        if (scale > 0)
            for (var i = 0; i < Values.Length; i++) Values[i] = (random.NextSingle() * 2 - 1) * scale;
        FirstMoments = new float[Values.Length];
        SecondMoments = new float[Values.Length];
        Averages = new float[Values.Length];
    }

    public string Name { get; }

    /// <summary>Its place among the parameters of the network.</summary>
    public int Index { get; }

    public int Rows { get; }

    public int Columns { get; }

    public float[] Values { get; }

    /// <summary>Decaying mean of the gradients.</summary>
    public float[] FirstMoments { get; }

    /// <summary>Decaying mean of the squared gradients.</summary>
    public float[] SecondMoments { get; }

    /// <summary>Decaying mean of the values: these are measured and written, as they vary less than the last values.</summary>
    public float[] Averages { get; }
}

/// <summary>The gradient of each parameter, summed over what one worker has read.</summary>
internal sealed class Gradients
{
    private readonly float[][] _values;

    public Gradients(NetworkParameters parameters)
        => _values = [.. parameters.All.Select(p => new float[p.Values.Length])];

    public float[] this[Parameter parameter] => _values[parameter.Index];
}
