namespace Entente.Language.Network;

/// <summary>
/// The best tree with one root among all trees, crossing arcs or not (Chu and Liu 1965, "On the Shortest Arborescence of a Directed
/// Graph"; Edmonds 1967, "Optimum Branchings").
/// </summary>
internal static class SpanningTree
{
    private const double RootPrice = 1e12;

    /// <summary>Finds the head of each word, counted from 1; 0 is the root.</summary>
    /// <param name="scores">A row for each word, in it the root first and then each word as its head.</param>
    /// <param name="heads">As many as there are words.</param>
    public static void Find(ReadOnlySpan<float> scores, Span<int> heads)
    {
        var count = heads.Length;
        for (var word = 0; word < count; word++)
        {
            var row = scores.Slice(word * (count + 1), count + 1);
            var best = 0;
            for (var head = 1; head < row.Length; head++)
                if (head != word + 1 && row[head] > row[best]) best = head;
            heads[word] = best;
        }
        // The best head of each word makes a tree more often than not.
        if (!IsTree(heads)) FindAmongAll(scores, count).CopyTo(heads);
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        if (heads.Count(0) != 1) return false;
        foreach (var head in heads)
        {
            var (at, steps) = (head, 0);
            while (at != 0 && steps++ <= heads.Length) at = heads[at - 1];
            if (at != 0) return false;
        }
        return true;
    }

    private static int[] FindAmongAll(ReadOnlySpan<float> scores, int count)
    {
        var matrix = new double[count + 1, count + 1];
        for (var dependent = 1; dependent <= count; dependent++)
            for (var head = 0; head <= count; head++)
                matrix[dependent, head] = head == dependent ? double.NegativeInfinity : scores[(dependent - 1) * (count + 1) + head];
        var best = Arborescence(matrix, count + 1);
        if (best.AsSpan(1).Count(0) > 1)
        {
            // Where each root costs more than all else is worth, the best tree has one.
            for (var dependent = 1; dependent <= count; dependent++) matrix[dependent, 0] -= RootPrice;
            best = Arborescence(matrix, count + 1);
        }
        return best[1..];
    }

    private static int[] Arborescence(double[,] scores, int count)
    {
        var heads = new int[count];
        for (var dependent = 1; dependent < count; dependent++)
            for (var head = 1; head < count; head++)
                if (head != dependent && scores[dependent, head] > scores[dependent, heads[dependent]]) heads[dependent] = head;
        var cycle = Cycle(heads);
        return cycle.Count == 0 ? heads : Expand(scores, heads, cycle);
    }

    private static List<int> Cycle(int[] heads)
    {
        var seenFrom = new int[heads.Length];
        var cycle = new List<int>();
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            while (at != 0 && seenFrom[at] == 0)
            {
                seenFrom[at] = start;
                at = heads[at];
            }
            if (at == 0 || seenFrom[at] != start) continue;
            var first = at;
            do
            {
                cycle.Add(at);
                at = heads[at];
            }
            while (at != first);
            break;
        }
        return cycle;
    }

    // Makes one vertex of the cycle, solves what is left, and opens the cycle where the solution enters it.
    private static int[] Expand(double[,] scores, int[] heads, List<int> cycle)
    {
        var outside = Enumerable.Range(0, heads.Length).Where(v => !cycle.Contains(v)).ToArray();
        var merged = outside.Length;
        var contracted = new double[merged + 1, merged + 1];
        var entered = new int[merged];
        var left = new int[merged];
        for (var i = 0; i < merged; i++)
        {
            for (var j = 0; j < merged; j++) contracted[i, j] = scores[outside[i], outside[j]];
            var (bestIn, bestOut) = (double.NegativeInfinity, double.NegativeInfinity);
            foreach (var vertex in cycle)
            {
                var gain = scores[vertex, outside[i]] - scores[vertex, heads[vertex]];
                if (gain > bestIn) (bestIn, entered[i]) = (gain, vertex);
                if (scores[outside[i], vertex] > bestOut) (bestOut, left[i]) = (scores[outside[i], vertex], vertex);
            }
            contracted[merged, i] = bestIn;
            contracted[i, merged] = bestOut;
        }
        var solved = Arborescence(contracted, merged + 1);
        var result = (int[])heads.Clone();
        for (var i = 1; i < merged; i++) result[outside[i]] = solved[i] == merged ? left[i] : outside[solved[i]];
        result[entered[solved[merged]]] = outside[solved[merged]];
        return result;
    }
}
