using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>What is done to the rows of a matrix.</summary>
internal static class Rows
{
    /// <summary>Row <paramref name="index"/> of a matrix of that width.</summary>
    public static Span<float> Row(this float[] matrix, int index, int width) => matrix.AsSpan(index * width, width);

    /// <summary>Adds <paramref name="bias"/> to each row.</summary>
    public static void AddBias(float[] matrix, float[] bias)
    {
        for (var i = 0; i < matrix.Length; i += bias.Length)
        {
            var row = matrix.AsSpan(i, bias.Length);
            TensorPrimitives.Add(row, bias, row);
        }
    }

    /// <summary>Adds the sum of the rows to <paramref name="sum"/>.</summary>
    public static void AddSum(float[] matrix, float[] sum)
    {
        for (var i = 0; i < matrix.Length; i += sum.Length)
            TensorPrimitives.Add(matrix.AsSpan(i, sum.Length), sum, sum);
    }

    /// <summary>Adds <paramref name="values"/>, times a factor, to a row.</summary>
    public static void AddTo(Span<float> row, ReadOnlySpan<float> values, float factor = 1)
        => TensorPrimitives.MultiplyAdd(values, factor, row, row);

    /// <summary>
    /// The loss of all words of a batch and how many have the highest score at what is right; turns the scores into their gradient.
    /// A word without a right class, and what fills up a sentence, has none.
    /// </summary>
    public static (double Loss, int Right) CrossEntropy(float[] scores, int width, Pass pass, Func<EncodedSentence, Goal> goalOf)
    {
        var (batch, loss, right) = (pass.Batch, 0.0, 0);
        for (var b = 0; b < batch.Count; b++)
        {
            var (gold, shares) = goalOf(batch.Sentences[b]);
            for (var t = 0; t < batch.Longest; t++)
            {
                var row = scores.Row(batch.RowOf(b, t), width);
                if (t >= gold.Length || gold[t] < 0)
                {
                    row.Clear();
                    continue;
                }
                if (TensorPrimitives.IndexOfMax<float>(row) == gold[t]) right++;
                loss += CrossEntropy(row, gold[t], shares is null ? [] : shares.Row(t, width), pass.Scale);
            }
        }
        return (loss, right);
    }

    /// <summary>
    /// The loss (negative log-likelihood of <paramref name="gold"/>, or, where there are shares, the cross-entropy with them); turns
    /// the scores into its gradient, times <paramref name="scale"/>.
    /// </summary>
    public static double CrossEntropy(Span<float> scores, int gold, ReadOnlySpan<float> shares, float scale)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
        double loss = 0;
        if (shares.IsEmpty)
        {
            loss = -Math.Log(Math.Max(scores[gold], 1e-9f));
            scores[gold] -= 1;
        }
        else
        {
            for (var i = 0; i < shares.Length; i++)
                if (shares[i] > 0) loss -= shares[i] * Math.Log(Math.Max(scores[i], 1e-9f));
            TensorPrimitives.Subtract(scores, shares, scores);
        }
        TensorPrimitives.Multiply(scores, scale, scores);
        return loss;
    }
}
