using System.Runtime.Intrinsics;

namespace Entente.Training.Language;

/// <summary>Groups words by their vectors: k-means by cosine, the same on every machine (no fused or reordered sums).</summary>
internal static class Clusters
{
    private const int Width = 104; // 100 dimensions, padded to whole vectors

    public static (string[] Words, float[] Vectors) Read(string directory, int limit)
    {
        var read = WordVectorFile.Read(directory, limit);
        var words = read.ConvertAll(r => r.Word).ToArray();
        var vectors = new float[read.Count * Width];
        for (var i = 0; i < read.Count; i++)
        {
            var row = vectors.AsSpan(i * Width, Width);
            read[i].Vector.CopyTo(row);
            Normalise(row);
        }
        return (words, vectors);
    }

    /// <summary>The cluster of each row, after k-means on the first <paramref name="sample"/> rows; and the centres.</summary>
    public static (int[] Assignment, float[] Centres) KMeans(float[] vectors, int sample, int clusters, int rounds)
    {
        var count = vectors.Length / Width;
        sample = Math.Min(sample, count);
        var centres = new float[clusters * Width];
        for (var c = 0; c < clusters; c++)
            vectors.AsSpan((int)((long)c * sample / clusters) * Width, Width).CopyTo(centres.AsSpan(c * Width));
        for (var round = 0; round < rounds; round++)
        {
            var sums = new double[clusters * Width];
            for (var i = 0; i < sample; i++)
            {
                var c = Nearest(vectors, i, centres, clusters);
                for (var k = 0; k < Width; k++) sums[c * Width + k] += vectors[i * Width + k];
            }
            for (var k = 0; k < centres.Length; k++) centres[k] = (float)sums[k];
            for (var c = 0; c < clusters; c++) Normalise(centres.AsSpan(c * Width, Width));
        }
        var assignment = new int[count];
        for (var i = 0; i < count; i++) assignment[i] = Nearest(vectors, i, centres, clusters);
        return (assignment, centres);
    }

    private static void Normalise(Span<float> row)
    {
        double sum = 0;
        foreach (var x in row) sum += (double)x * x;
        if (sum == 0) return;
        var factor = (float)(1 / Math.Sqrt(sum));
        for (var k = 0; k < row.Length; k++) row[k] *= factor;
    }

    private static int Nearest(float[] vectors, int row, float[] centres, int clusters)
    {
        var best = 0;
        var score = float.MinValue;
        for (var c = 0; c < clusters; c++)
        {
            var sum = Vector256<float>.Zero;
            for (var k = 0; k < Width; k += 8)
                sum += Vector256.LoadUnsafe(ref vectors[row * Width + k]) * Vector256.LoadUnsafe(ref centres[c * Width + k]);
            var dot = ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
            if (dot > score) (best, score) = (c, dot);
        }
        return best;
    }
}
