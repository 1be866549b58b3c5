using Entente.Language;

namespace Entente.Training.Language;

internal static class ParserTraining
{
    private const int Rounds = 10;
    private const int GuideFolds = 4;

    // Places of weights for the parse from the end and the one from the beginning; with more of them fewer features are lost to others.
    private const int GuidePairs = 330_000;
    private const int Pairs = 400_000;

    /// <summary>The weights of the parser that reads from the end of a sentence, and sets the guide of each sample by one that has not seen it.</summary>
    public static byte[] TrainGuide(List<Sample> samples, byte[] kinds, Action<string> say)
    {
        var input = new ParserInput();
        var reversed = new ParserInput();
        var state = new ParserState();
        for (var fold = 0; fold < GuideFolds; fold++)
        {
            var (inside, outside) = (new List<Sample>(), new List<Sample>());
            for (var i = 0; i < samples.Count; i++) (i / 50 % GuideFolds == fold ? outside : inside).Add(samples[i]);
            var weights = LanguageTraining.Moves(Train(inside, kinds, true, 6, GuidePairs, _ => { }));
            long right = 0, all = 0;
            foreach (var sample in outside)
            {
                input.Set(sample.Words, sample.Tags, kinds);
                reversed.SetReversed(input);
                Parser.Parse(weights, reversed, state);
                sample.Guide = state.Heads[..input.Count];
                var gold = Reversed(sample.CoreHeads);
                for (var i = 0; i < gold.Length; i++, all++)
                    if (gold[i] == sample.Guide[i]) right++;
            }
            say($"guide fold {fold}: {(double)right / all:P2} of words attached right");
        }
        return Train(samples, kinds, true, Rounds, GuidePairs, say);
    }

    /// <summary>The weights of the parser that reads from the beginning.</summary>
    public static byte[] Train(List<Sample> samples, byte[] kinds, Action<string> say) => Train(samples, kinds, false, Rounds, Pairs, say);

    private static short[] Reversed(short[] heads)
    {
        var n = heads.Length;
        var result = new short[n];
        for (var i = 0; i < n; i++) result[n - 1 - i] = heads[i] == n ? (short)n : (short)(n - 1 - heads[i]);
        return result;
    }

    private static byte[] Train(List<Sample> samples, byte[] kinds, bool reversed, int rounds, int pairs, Action<string> say)
    {
        var trainer = new MoveTrainer();
        var random = new Random(2000);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var forward = new ParserInput();
        var backward = new ParserInput();
        var state = new ParserState();
        Span<uint> features = stackalloc uint[Parser.MostFeatures];
        Span<int> cost = stackalloc int[3];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            long wrong = 0, all = 0;
            foreach (var s in order)
            {
                var sample = samples[s];
                var (input, heads) = (forward, sample.CoreHeads);
                forward.Set(sample.Words, sample.Tags, kinds);
                if (reversed)
                {
                    backward.SetReversed(forward);
                    (input, heads) = (backward, Reversed(heads));
                }
                else forward.SetGuide(sample.Guide);
                state.Reset(input.Count);
                while (!state.Finished)
                {
                    var only = Parser.Only(state);
                    if (only >= 0)
                    {
                        state.Apply((Move)only);
                        continue;
                    }
                    var count = Parser.Features(input, state, features);
                    var scores = trainer.Score(features[..count]);
                    trainer.Tick();
                    all++;
                    for (var move = 0; move < 3; move++) cost[move] = Cost(state, heads, (Move)move);
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
            say($"parser{(reversed ? " from the end" : "")} round {round + 1}: {(double)wrong / all:P2} of moves wrong, {trainer.Features} features");
        }
        var section = trainer.Build(pairs, 100, out var kept, out var lost);
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
    internal static int Cost(ParserState state, short[] heads, Move move)
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
