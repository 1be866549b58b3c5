using Entente.Language;

namespace Entente.Training.Language;

internal static class ParserTraining
{
    private const int Rounds = 12;

    public static byte[] Train(List<Sample> samples, byte[] kinds, Action<string> say)
    {
        var trainer = new MoveTrainer();
        var random = new Random(2000);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var input = new ParserInput();
        var state = new ParserState();
        Span<uint> features = stackalloc uint[Parser.MostFeatures];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            long wrong = 0, all = 0;
            foreach (var s in order)
            {
                var sample = samples[s];
                input.Set(sample.Words, sample.Tags, kinds);
                state.Reset(sample.Count);
                while (!state.Finished)
                {
                    if (state.Depth == 0)
                    {
                        state.Apply(Move.Shift);
                        continue;
                    }
                    var count = Parser.Features(input, state, features);
                    var scores = trainer.Score(features[..count]);
                    trainer.Tick();
                    all++;
                    Span<int> cost = [Cost(state, sample.ProjectiveHeads, Move.Shift), Cost(state, sample.ProjectiveHeads, Move.Left), Cost(state, sample.ProjectiveHeads, Move.Right)];
                    var least = Math.Min(cost[0], Math.Min(cost[1], cost[2]));
                    var guess = Best(state, scores, default, int.MaxValue);
                    var gold = Best(state, scores, cost, least);
                    if (cost[(int)guess] > least)
                    {
                        wrong++;
                        trainer.Add(features[..count], gold, 1);
                        trainer.Add(features[..count], guess, -1);
                    }
                    state.Apply(round > 0 && random.Next(10) > 0 ? guess : gold);
                }
            }
            say($"parser round {round + 1}: {(double)wrong / all:P2} of moves wrong, {trainer.Features} features");
        }
        var section = trainer.Build(20, 60, out var kept, out var lost);
        say($"{kept} features kept, {lost} lost");
        return section;
    }

    private static Move Best(ParserState state, (int Shift, int Left, int Right) scores, ReadOnlySpan<int> cost, int least)
    {
        var best = Move.Shift;
        var score = int.MinValue;
        var found = false;
        void Try(Move move, int value, bool allowed)
        {
            if (!allowed || found && value <= score) return;
            (best, score, found) = (move, value, true);
        }
        Try(Move.Shift, scores.Shift, state.CanShift && (cost.IsEmpty || cost[0] == least));
        Try(Move.Left, scores.Left, state.CanLeft && (cost.IsEmpty || cost[1] == least));
        Try(Move.Right, scores.Right, state.CanRight && (cost.IsEmpty || cost[2] == least));
        return best;
    }

    /// <summary>How many gold arcs can no longer be reached after the move (Goldberg and Nivre 2013).</summary>
    private static int Cost(ParserState state, short[] heads, Move move)
    {
        if (!state.Can(move)) return int.MaxValue;
        var cost = 0;
        if (move == Move.Shift)
        {
            var b = state.Next;
            for (var i = 0; i < state.Depth; i++)
            {
                int k = state.Stack[i];
                if (heads[k] == b) cost++;
                if (i < state.Depth - 1 && heads[b] == k) cost++;
            }
            return cost;
        }
        int s0 = state.Stack[state.Depth - 1];
        int head = heads[s0];
        var gets = move == Move.Left ? state.Next : state.Stack[state.Depth - 2];
        // Its head is lost if it still could have been reached.
        if (head != gets && (head >= state.Next || state.Depth > 1 && head == state.Stack[state.Depth - 2])) cost++;
        for (var k = state.Next; k < heads.Length; k++)
            if (heads[k] == s0) cost++;
        return cost;
    }
}
