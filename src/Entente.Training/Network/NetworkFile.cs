using System.Runtime.InteropServices;

namespace Entente.Training.Network;

/// <summary>
/// What was trained: the names of words, tags and relations, each list as one text with a name a line, then each parameter's name, rows,
/// columns and averaged weights (32-bit floats, little-endian).
/// </summary>
/// <param name="Words">Words with an embedding, the unknown word first.</param>
/// <param name="Tags">UPOS, tab, XPOS.</param>
/// <param name="Relations">With their subtypes.</param>
/// <param name="Parameters">By their names.</param>
internal sealed record NetworkFile(
    string[] Words, string[] Tags, string[] Relations, IReadOnlyDictionary<string, (int Rows, int Columns, float[] Values)> Parameters)
{
    public static void Write(Stream stream, SentenceEncoder encoder, NetworkParameters parameters)
    {
        using var writer = new BinaryWriter(stream);
        foreach (var names in encoder.Names) writer.Write(string.Join('\n', names));
        foreach (var parameter in parameters.All.Where(p => p.Values.Length > 0))
        {
            writer.Write(parameter.Name);
            writer.Write(parameter.Rows);
            writer.Write(parameter.Columns);
            writer.Write(MemoryMarshal.AsBytes(parameter.Averages.AsSpan()));
        }
    }

    /// <summary>Sets weights that have the same names and sizes; what the optimizer remembers is forgotten.</summary>
    /// <exception cref="InvalidDataException">The sizes differ.</exception>
    public void CopyTo(NetworkParameters parameters)
    {
        foreach (var parameter in parameters.All.Where(p => p.Values.Length > 0))
        {
            if (!Parameters.TryGetValue(parameter.Name, out var given) || given.Rows != parameter.Rows || given.Columns != parameter.Columns)
                throw new InvalidDataException($"the file has other sizes: {parameter.Name} should have {parameter.Rows} x {parameter.Columns}");
            given.Values.CopyTo(parameter.Values, 0);
            given.Values.CopyTo(parameter.Averages, 0);
            Array.Clear(parameter.FirstMoments);
            Array.Clear(parameter.SecondMoments);
        }
    }

    public static NetworkFile Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        string[] Names() => reader.ReadString().Split('\n');
        var (words, tags, relations) = (Names(), Names(), Names());
        var parameters = new Dictionary<string, (int, int, float[])>();
        while (stream.Position < stream.Length)
        {
            var (name, rows, columns) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            var values = new float[rows * columns];
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            parameters[name] = (rows, columns, values);
        }
        return new(words, tags, relations, parameters);
    }
}
