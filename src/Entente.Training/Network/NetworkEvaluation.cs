using Entente.Language;

namespace Entente.Training.Network;

/// <summary>Measures the network on sentences whose words are given.</summary>
internal static class NetworkEvaluation
{
    private const int BatchSize = 24;

    public static ParserScores Measure(NetworkParameters parameters, SentenceEncoder encoder, IReadOnlyList<Sentence> gold)
    {
        var predictions = Predict(parameters, [.. gold.Select(encoder.Encode)]);
        var names = encoder.Names;
        int words = 0, upos = 0, xpos = 0, attached = 0, labelled = 0;
        for (var s = 0; s < gold.Count; s++)
            for (var t = 0; t < gold[s].Tokens.Length; t++)
            {
                var (token, prediction) = (gold[s].Tokens[t], predictions[s]);
                var tag = names[1][prediction.Tags[t]].Split('\t');
                words++;
                if (tag[0] == token.Upos) upos++;
                if (tag[1] == token.Xpos) xpos++;
                if (prediction.Heads[t] != token.Head + 1) continue;
                attached++;
                var relation = names[2][prediction.Labels[t]];
                if (SentenceEncoder.Universal(relation) == SentenceEncoder.Universal(token.Relation)) labelled++;
            }
        double Share(int right) => (double)right / Math.Max(1, words);
        return new()
        {
            Sentences = gold.Count,
            Words = words,
            Upos = Share(upos),
            Xpos = Share(xpos),
            Uas = Share(attached),
            Las = Share(labelled),
        };
    }

    private static Prediction[] Predict(NetworkParameters parameters, EncodedSentence[] sentences)
    {
        var result = new Prediction[sentences.Length];
        var batches = Enumerable.Range(0, sentences.Length).OrderBy(i => sentences[i].Count).Chunk(BatchSize).ToArray();
        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = NetworkTraining.Workers }, places =>
        {
            var found = NeuralParser.Predict(parameters, new(Array.ConvertAll(places, i => sentences[i])));
            for (var k = 0; k < places.Length; k++) result[places[k]] = found[k];
        });
        return result;
    }
}
