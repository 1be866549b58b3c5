using Entente.Language;

namespace Entente.Training.Language;

internal static class TaggerTraining
{
    public static byte[] Train(List<Sample> samples, int tags, byte[] kinds, int rounds, int seed)
    {
        var trainer = new SparseTrainer();
        var random = new Random(1000 + seed);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        Span<uint> features = stackalloc uint[Tagger.MostFeatures];
        var scores = new int[tags];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                var sample = samples[s];
                var guesses = new byte[sample.Count];
                for (var i = 0; i < sample.Count; i++)
                {
                    var count = Tagger.Features(sample.Words, i, guesses, kinds, features);
                    trainer.Score(features[..count], scores);
                    var guess = SparseModel.Best(scores);
                    trainer.Tick();
                    if (guess != sample.GoldTags[i]) trainer.Update(features[..count], sample.GoldTags[i], guess);
                    guesses[i] = (byte)guess;
                }
            }
        }
        return trainer.Build(80, 0.8, 3);
    }
}
