using System.Runtime.InteropServices;

namespace Entente.Training.Network;

/// <summary>
/// Writes what was trained: the names of words, tags and relations, each list as one text with a name a line, then each parameter's
/// name, rows, columns and averaged weights (32-bit floats, little-endian).
/// </summary>
internal static class NetworkFile
{
    public static void Write(Stream stream, SentenceEncoder encoder, NetworkParameters parameters)
    {
        using var writer = new BinaryWriter(stream);
        foreach (var names in encoder.Names) writer.Write(string.Join('\n', names));
        foreach (var parameter in parameters.All)
        {
            writer.Write(parameter.Name);
            writer.Write(parameter.Rows);
            writer.Write(parameter.Columns);
            writer.Write(MemoryMarshal.AsBytes(parameter.Averages.AsSpan()));
        }
    }
}
