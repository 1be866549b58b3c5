using Entente.Language.Network;
using Xunit;

namespace Entente.Tests.Language.Network;

public class SpanningTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_tree_is_the_best_of_all_that_have_one_root(int count)
    {
        var random = new Random(count);
        var trees = AllTrees(count).ToList();
        for (var round = 0; round < 100; round++)
        {
            // Half of the rounds lure with a root for every word.
            var scores = Scores(random, count, round % 2 * 2);
            var tree = Find(scores, count);
            Assert.True(IsTree(tree));
            Assert.Equal(trees.Max(t => Sum(scores, t)), Sum(scores, tree), 1e-4);
        }
    }

    [Fact]
    public void Long_sentences_get_a_tree_too()
    {
        var random = new Random(7);
        for (var count = 10; count < 60; count++)
            Assert.True(IsTree(Find(Scores(random, count, 0), count)));
    }

    [Fact]
    public void A_long_sentence_in_which_every_word_would_be_the_root_gets_a_tree_soon()
        => Assert.True(IsTree(Find(Scores(new Random(8), 400, 5), 400)));

    [Fact]
    public void Equal_scores_give_a_tree() => Assert.True(IsTree(Find(new float[20], 4)));

    private static int[] Find(float[] scores, int count)
    {
        var heads = new int[count];
        SpanningTree.Find(scores, heads);
        return heads;
    }

    private static float[] Scores(Random random, int count, float root)
    {
        var scores = new float[count * (count + 1)];
        for (var i = 0; i < scores.Length; i++) scores[i] = random.NextSingle() * 4 - 2 + (i % (count + 1) == 0 ? root : 0);
        return scores;
    }

    private static double Sum(float[] scores, int[] heads) => heads.Select((h, t) => (double)scores[t * (heads.Length + 1) + h]).Sum();

    private static IEnumerable<int[]> AllTrees(int count)
    {
        var all = (int)Math.Pow(count + 1, count);
        for (var number = 0; number < all; number++)
        {
            var heads = new int[count];
            for (var (t, rest) = (0, number); t < count; t++, rest /= count + 1) heads[t] = rest % (count + 1);
            if (IsTree(heads)) yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h == 0) != 1) return false;
        for (var t = 1; t <= heads.Length; t++)
        {
            var (at, steps) = (t, 0);
            while (at != 0 && steps++ <= heads.Length) at = heads[at - 1];
            if (at != 0) return false;
        }
        return true;
    }
}
