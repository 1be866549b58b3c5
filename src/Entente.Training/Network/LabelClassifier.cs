using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>Names the relation of a word to a given head by a biaffine form for each relation (Dozat and Manning 2017).</summary>
internal sealed class LabelClassifier(Pass pass, Projection dependents, Projection heads)
{
    private readonly record struct Scored(float[] Dependents, float[] Heads, float[] Bilinear, float[] Scores);

    /// <summary>The best relation of each word of a sentence to the head that is given for it.</summary>
    public int[] Best(int sentence, int[] headOf)
    {
        var scores = Score(sentence, headOf).Scores;
        var result = new int[headOf.Length];
        for (var t = 0; t < result.Length; t++)
            result[t] = TensorPrimitives.IndexOfMax<float>(scores.Row(t, pass.Sizes.Labels));
        return result;
    }

    /// <summary>Adds a sentence's loss, given the right heads, and its gradients.</summary>
    public void AddLoss(int sentence, PassResult result)
    {
        var (length, labels, width) = (pass.Batch.Lengths[sentence], pass.Sizes.Labels, pass.Sizes.Label);
        var gold = pass.Batch.Sentences[sentence];
        var scored = Score(sentence, gold.Heads);
        var dependentGradient = new float[length * width];
        var headGradient = new float[length * width];
        var bilinearGradient = new float[length * labels * width];
        for (var t = 0; t < length; t++)
        {
            var scores = scored.Scores.Row(t, labels);
            if (TensorPrimitives.IndexOfMax<float>(scores) == gold.Labels[t]) result.RightLabels++;
            result.Loss += Rows.CrossEntropy(scores, gold.Labels[t], pass.Scale);
            for (var label = 0; label < labels; label++)
            {
                var row = t * labels + label;
                if (scores[label] == 0) continue;
                Rows.AddTo(headGradient.Row(t, width), scored.Bilinear.Row(row, width), scores[label]);
                TensorPrimitives.Multiply(scored.Heads.Row(t, width), scores[label], bilinearGradient.Row(row, width));
            }
        }
        Backward(scored, bilinearGradient, dependentGradient, headGradient, length);
        for (var t = 0; t < length; t++)
        {
            var head = gold.Heads[t];
            Rows.AddTo(dependents.OutputGradient.Row(pass.Batch.RowOf(sentence, t), width), dependentGradient.Row(t, width));
            var to = head == 0 ? pass.Gradient(pass.Parameters.LabelRoot) : heads.OutputGradient.Row(pass.Batch.RowOf(sentence, head - 1), width);
            Rows.AddTo(to, headGradient.Row(t, width));
        }
    }

    private void Backward(Scored scored, float[] bilinearGradient, float[] dependentGradient, float[] headGradient, int length)
    {
        var (parameters, labels, width) = (pass.Parameters, pass.Sizes.Labels, pass.Sizes.Label);
        MatrixProduct.AddTransposedLeft(scored.Dependents, bilinearGradient, pass.Gradient(parameters.LabelBilinear), width, length, labels * width);
        MatrixProduct.AddTransposedRight(bilinearGradient, pass.Weights(parameters.LabelBilinear), dependentGradient, length, labels * width, width);
        MatrixProduct.AddTransposedLeft(scored.Dependents, scored.Scores, pass.Gradient(parameters.LabelOfDependent), width, length, labels);
        MatrixProduct.AddTransposedRight(scored.Scores, pass.Weights(parameters.LabelOfDependent), dependentGradient, length, labels, width);
        MatrixProduct.AddTransposedLeft(scored.Heads, scored.Scores, pass.Gradient(parameters.LabelOfHead), width, length, labels);
        MatrixProduct.AddTransposedRight(scored.Scores, pass.Weights(parameters.LabelOfHead), headGradient, length, labels, width);
        Rows.AddSum(scored.Scores, pass.Gradient(parameters.LabelBias));
    }

    private Scored Score(int sentence, int[] headOf)
    {
        var (parameters, length, labels, width) = (pass.Parameters, pass.Batch.Lengths[sentence], pass.Sizes.Labels, pass.Sizes.Label);
        var dependentRows = new float[length * width];
        var headRows = new float[length * width];
        for (var t = 0; t < length; t++)
        {
            dependents.Output.Row(pass.Batch.RowOf(sentence, t), width).CopyTo(dependentRows.Row(t, width));
            var head = headOf[t] == 0 ? pass.Weights(parameters.LabelRoot) : heads.Output.Row(pass.Batch.RowOf(sentence, headOf[t] - 1), width);
            head.CopyTo(headRows.Row(t, width));
        }
        var bilinear = new float[length * labels * width];
        MatrixProduct.Add(dependentRows, pass.Weights(parameters.LabelBilinear), bilinear, length, width, labels * width);
        var scores = new float[length * labels];
        MatrixProduct.Add(dependentRows, pass.Weights(parameters.LabelOfDependent), scores, length, width, labels);
        MatrixProduct.Add(headRows, pass.Weights(parameters.LabelOfHead), scores, length, width, labels);
        Rows.AddBias(scores, pass.Weights(parameters.LabelBias));
        for (var t = 0; t < length; t++)
            for (var label = 0; label < labels; label++)
                scores[t * labels + label] += TensorPrimitives.Dot<float>(bilinear.Row(t * labels + label, width), headRows.Row(t, width));
        return new(dependentRows, headRows, bilinear, scores);
    }
}
