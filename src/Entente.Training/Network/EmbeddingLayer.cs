using System.Numerics.Tensors;
using Entente.Language.Network;

namespace Entente.Training.Network;

/// <summary>What the first layer reads of each word: its vector, and embeddings of the word and its parts side by side.</summary>
internal sealed class EmbeddingLayer
{
    // So that the network also learns to do without a word's own embedding, or without its vector.
    private const float HideWord = 0.15f;
    private const float HidePretrained = 0.05f;

    private readonly Pass _pass;
    private readonly int[] _words;

    public EmbeddingLayer(Pass pass)
    {
        _pass = pass;
        _words = new int[pass.Batch.RowCount];
    }

    public float[] Forward()
    {
        var (batch, sizes, parameters) = (_pass.Batch, _pass.Sizes, _pass.Parameters);
        var result = new float[batch.RowCount * sizes.Input];
        var words = _pass.Weights(parameters.WordEmbeddings);
        var affixes = _pass.Weights(parameters.AffixEmbeddings);
        var shapes = _pass.Weights(parameters.ShapeEmbeddings);
        var ngrams = _pass.Weights(parameters.NgramEmbeddings);
        for (var b = 0; b < batch.Count; b++)
        {
            var sentence = batch.Sentences[b];
            for (var t = 0; t < sentence.Count; t++)
            {
                var index = batch.RowOf(b, t);
                var row = result.Row(index, sizes.Input);
                _words[index] = Hide(HideWord) ? 0 : sentence.Words[t];
                if (!Hide(HidePretrained)) sentence.Pretrained[t].CopyTo(row);
                row = row[sizes.Pretrained..];
                words.Row(_words[index], sizes.Word).CopyTo(row);
                row = row[sizes.Word..];
                for (var k = 0; k < WordFeatures.Affixes; k++)
                {
                    affixes.Row(AffixRow(sentence, t, k), sizes.Affix).CopyTo(row);
                    row = row[sizes.Affix..];
                }
                shapes.Row(sentence.Shapes[t], sizes.Shape).CopyTo(row);
                row = row[sizes.Shape..];
                foreach (var id in sentence.Ngrams[t])
                    TensorPrimitives.Add(row, ngrams.Row(id, sizes.Ngram), row);
                if (sentence.Ngrams[t].Length > 0) TensorPrimitives.Multiply(row, 1f / sentence.Ngrams[t].Length, row);
            }
        }
        return result;
    }

    public void Backward(float[] gradient)
    {
        var (batch, sizes, parameters) = (_pass.Batch, _pass.Sizes, _pass.Parameters);
        var words = _pass.Gradient(parameters.WordEmbeddings);
        var affixes = _pass.Gradient(parameters.AffixEmbeddings);
        var shapes = _pass.Gradient(parameters.ShapeEmbeddings);
        var ngrams = _pass.Gradient(parameters.NgramEmbeddings);
        for (var b = 0; b < batch.Count; b++)
        {
            var sentence = batch.Sentences[b];
            for (var t = 0; t < sentence.Count; t++)
            {
                var index = batch.RowOf(b, t);
                var row = gradient.Row(index, sizes.Input)[sizes.Pretrained..];
                Rows.AddTo(words.Row(_words[index], sizes.Word), row[..sizes.Word]);
                row = row[sizes.Word..];
                for (var k = 0; k < WordFeatures.Affixes; k++)
                {
                    Rows.AddTo(affixes.Row(AffixRow(sentence, t, k), sizes.Affix), row[..sizes.Affix]);
                    row = row[sizes.Affix..];
                }
                Rows.AddTo(shapes.Row(sentence.Shapes[t], sizes.Shape), row[..sizes.Shape]);
                row = row[sizes.Shape..];
                foreach (var id in sentence.Ngrams[t])
                    Rows.AddTo(ngrams.Row(id, sizes.Ngram), row, 1f / sentence.Ngrams[t].Length);
            }
        }
    }

    private bool Hide(float rate) => _pass.IsTraining && _pass.Random.NextSingle() < rate;

    private int AffixRow(EncodedSentence sentence, int word, int affix)
        => affix * _pass.Sizes.AffixRows + sentence.Affixes[word * WordFeatures.Affixes + affix];
}
