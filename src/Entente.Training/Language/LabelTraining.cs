using Entente.Language;

namespace Entente.Training.Language;

internal static class LabelTraining
{
    public static byte[] Train(List<Sample> samples, byte[] kinds, int relations, int rounds, Action<string> say)
    {
        var trainer = new SparseTrainer();
        var random = new Random(3000);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var input = new ParserInput();
        Span<uint> features = stackalloc uint[Labeller.MostFeatures];
        var scores = new int[relations];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            long wrong = 0, all = 0;
            foreach (var s in order)
            {
                var sample = samples[s];
                input.Set(sample.Words, sample.Tags, kinds);
                var heads = sample.CoreHeads;
                var first = new short[input.Count + 1];
                var next = new short[input.Count];
                var queue = new short[input.Count + 1];
                var labels = new byte[input.Count];
                Labeller.Children(heads, input.Count, first, next);
                queue[0] = (short)input.Root;
                for (int h = 0, tail = 1; h < tail; h++)
                {
                    int previous = -1, before = -1;
                    for (var child = first[queue[h]]; child >= 0; child = next[child])
                    {
                        var count = Labeller.Features(input, heads, first, next, labels, child, previous, before, features);
                        trainer.Score(features[..count], scores);
                        var guess = SparseModel.Best(scores);
                        trainer.Tick();
                        all++;
                        if (guess != sample.CoreLabels[child])
                        {
                            wrong++;
                            trainer.Update(features[..count], sample.CoreLabels[child], guess);
                        }
                        labels[child] = (byte)guess;
                        (before, previous) = (previous, child);
                        queue[tail++] = child;
                    }
                }
            }
            say($"labels round {round + 1}: {(double)wrong / all:P2} wrong");
        }
        return trainer.Build(80, 0.8, 3);
    }
}
