using System.IO.Compression;

namespace Entente.Training.Language;

/// <summary>Reads word vectors: the words by frequency, and for each a scale and a signed byte a dimension.</summary>
internal static class WordVectorFile
{
    /// <summary>The first words and their vectors, as long as they were given.</summary>
    public static List<(string Word, float[] Vector)> Read(string directory, int limit = int.MaxValue)
    {
        using var words = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(directory, "words.txt.gz")), CompressionMode.Decompress));
        using var reader = new BinaryReader(new GZipStream(File.OpenRead(Path.Combine(directory, "vectors.i8.gz")), CompressionMode.Decompress));
        var count = Math.Min(reader.ReadInt32(), limit);
        var dimensions = reader.ReadInt32();
        var result = new List<(string, float[])>(count);
        for (var i = 0; i < count; i++)
        {
            var word = words.ReadLine() ?? throw new InvalidDataException("words.txt.gz is shorter than vectors.i8.gz");
            var scale = reader.ReadSingle();
            result.Add((word, Array.ConvertAll(reader.ReadBytes(dimensions), b => scale * (sbyte)b)));
        }
        return result;
    }
}
