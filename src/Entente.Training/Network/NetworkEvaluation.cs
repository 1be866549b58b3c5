using Entente.Training.Language;

namespace Entente.Training.Network;

/// <summary>Shares of words that are right, and the F1 of mentions.</summary>
internal readonly record struct NetworkScores(double Upos, double Xpos, double Uas, double Las, double Mentions)
{
    public override string ToString() => $"UPOS {Upos:P2} XPOS {Xpos:P2} UAS {Uas:P2} LAS {Las:P2} mentions {Mentions:P1}";
}

/// <summary>Measures the network on sentences whose words are given.</summary>
internal static class NetworkEvaluation
{
    private const int BatchSize = 24;

    public static NetworkScores Measure(NetworkParameters parameters, SentenceEncoder encoder, IReadOnlyList<MarkedSentence> marked)
    {
        var gold = marked.Select(m => m.Sentence).ToList();
        var predictions = Predict(parameters, [.. gold.Select(s => encoder.Encode(s))]);
        var mentions = new MentionScores();
        for (var s = 0; s < gold.Count; s++)
            if (marked[s].HasMentions) mentions.Add(Array.ConvertAll(gold[s].Tokens, t => t.Mention), Array.ConvertAll(predictions[s].Mentions, c => c == 0 ? null : MentionKinds.Parts[c - 1]));
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
        return new(Share(upos), Share(xpos), Share(attached), Share(labelled), mentions.F1("all"));
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
