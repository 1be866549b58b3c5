using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>Finds the heads of the words: a greedy transition parser without labels.</summary>
internal static class Parser
{
    public const int MostFeatures = 160;

    // A lead after the first features that the others turn around in fewer than 2 (of the guide: 4) moves of 1,000, measured on the
    // dev parts of the treebanks; two moves of three need no more (Strubell, Vilnis, Silverstein and McCallum 2015).
    private const int SureLead = 500;
    private const int SureLeadOfGuide = 430;

    /// <summary>The only move that is possible, else -1.</summary>
    public static int Only(ParserState state)
    {
        if (state.Depth == 0) return (int)Move.Shift;
        if (state.CanShift) return -1;
        return state.CanRight ? (int)Move.Right : (int)Move.Left;
    }

    /// <summary>Parses a sentence; <c>state.Heads</c> has the tree, the root's place as head of the root word.</summary>
    public static void Parse(MoveWeights weights, ParserInput input, ParserState state)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        state.Reset(input.Count);
        while (!state.Finished)
        {
            var only = Only(state);
            if (only >= 0)
            {
                state.Apply((Move)only);
                continue;
            }
            var scores = weights.Score(features[..Features(input, state, first: true, features)]);
            var (best, lead) = Best(scores, state.CanRight);
            if (lead < (input.Guided ? SureLead : SureLeadOfGuide))
            {
                var (left, right) = weights.Score(features[..Features(input, state, first: false, features)]);
                (best, _) = Best((scores.Left + left, scores.Right + right), state.CanRight);
            }
            state.Apply(best);
        }
    }

    // The move that scores highest, the first of equal ones, and its lead over the next.
    private static (Move Best, int Lead) Best((int Left, int Right) scores, bool canRight)
    {
        var (left, right) = (scores.Left, canRight ? scores.Right : int.MinValue / 2);
        if (left > 0 && left >= right) return (Move.Left, left - Math.Max(right, 0));
        if (right > 0) return (Move.Right, right - Math.Max(left, 0));
        return (Move.Shift, -Math.Max(left, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Distance(int left, int right)
    {
        var d = right - left;
        return d switch { <= 5 => (uint)d, <= 7 => 6u, <= 10 => 7u, <= 20 => 8u, _ => 9u };
    }

    // Where the guide's head of a word stands, seen from the words that it could get now.
    private static uint Relative(int head, int word, int below, int beside, int none)
    {
        if (head == beside) return 1;
        if (head == below && below != none) return 2;
        return head == none - 1 ? 5u : head > word ? 3u : 4u;
    }

    /// <summary>The features of a state: those that <see cref="Parse"/> looks at first, then the others.</summary>
    public static int Features(ParserInput input, ParserState state, Span<uint> into)
    {
        var first = Features(input, state, first: true, into);
        return first + Features(input, state, first: false, into[first..]);
    }

    private static int Features(ParserInput input, ParserState state, bool first, Span<uint> into)
    {
        var none = input.None;
        var w = input.Lower;
        var t = input.Tag;
        var f = input.Fine;
        var c = input.Coarse;
        var s0 = state.Depth > 0 ? state.Stack[state.Depth - 1] : none;
        var s1 = state.Depth > 1 ? state.Stack[state.Depth - 2] : none;
        var s2 = state.Depth > 2 ? state.Stack[state.Depth - 3] : none;
        var b0 = state.Next;
        var b1 = b0 < input.Count ? b0 + 1 : none;
        var b2 = b0 + 1 < input.Count ? b0 + 2 : none;
        int s0l = state.Left1[s0], s0l2 = state.Left2[s0], s0r = state.Right1[s0], s0r2 = state.Right2[s0];
        int s1l = state.Left1[s1], s1r = state.Right1[s1], s1r2 = state.Right2[s1];
        int b0l = state.Left1[b0], b0l2 = state.Left2[b0];
        var d0 = s0 == none ? 15u : Distance(s0, b0);
        var d1 = s1 == none ? 15u : Distance(s1, s0);
        uint v0l = state.Lefts[s0], v0r = state.Rights[s0], v1r = state.Rights[s1], vb = state.Lefts[b0];
        uint s0w = w[s0], s0t = t[s0], s1w = w[s1], s1t = t[s1], b0w = w[b0], b0t = t[b0], b1w = w[b1], b1t = t[b1], s2t = t[s2], b2t = t[b2];
        uint s0f = f[s0], s1f = f[s1], b0f = f[b0], s0c = c[s0], s1c = c[s1], b0c = c[b0];
        uint m0 = input.Marks[s0], m0r = input.Marks[s0 + 1], mb = input.Marks[b0], mbr = input.Marks[b0 + 1], m1 = input.Marks[s1], m1r = input.Marks[s1 + 1];
        var a = input.Sort;
        uint finite = input.FiniteFrom(b0), before = input.FiniteBefore(s0);
        var n = 0;
        if (first)
        {
            into[n++] = Hash.Mix(1, s0w);
            into[n++] = Hash.Mix(2, s0t);
            into[n++] = Hash.Mix(4, s0f, s0t);
            into[n++] = Hash.Mix(6, s1t);
            into[n++] = Hash.Mix(10, b0t);
            into[n++] = Hash.Mix(12, b0f, b0t);
            into[n++] = Hash.Mix(40, s1t, b0t);
            into[n++] = Hash.Mix(45, b0t, b1t);
            into[n++] = Hash.Mix(47, s0t, b1w);
            into[n++] = Hash.Mix(50, s0t, b0t, b1t);
            into[n++] = Hash.Mix(62, s0t, t[s0l], b0t);
            into[n++] = Hash.Mix(63, s0t, t[s0r], b0t);
            into[n++] = Hash.Mix(64, s0t, t[s0l], t[s0l2]);
            into[n++] = Hash.Mix(65, s0t, t[s0r], t[s0r2], b0t);
            into[n++] = Hash.Mix(67, s1t, t[s1r], s0t);
            into[n++] = Hash.Mix(69, s1t, s0t, t[s0l]);
            into[n++] = Hash.Mix(70, s1t, s0t, t[s0r]);
            into[n++] = Hash.Mix(71, s0t, b0t, t[b0l]);
            into[n++] = Hash.Mix(72, b0t, t[b0l], t[b0l2]);
            into[n++] = Hash.Mix(75, w[s0r], s0t);
            into[n++] = Hash.Mix(77, w[s1r], s1t);
            into[n++] = Hash.Mix(78, w[b0l], b0t);
            into[n++] = Hash.Mix(100, s0t, b0t, d0);
            into[n++] = Hash.Mix(101, s0w, d0);
            into[n++] = Hash.Mix(102, b0w, d0);
            into[n++] = Hash.Mix(103, s1t, s0t, d1);
            into[n++] = Hash.Mix(105, s1t, s0t, d1, d0);
            into[n++] = Hash.Mix(106, s0t, v0l, v0r);
            into[n++] = Hash.Mix(107, s0w, v0l, v0r);
            into[n++] = Hash.Mix(111, b0w, vb);
            into[n++] = Hash.Mix(113, s0t, b0t, input.CommasBetween(s0, b0), input.VerbsBetween(s0, b0));
            into[n++] = Hash.Mix(115, s1t, b0t, input.CommasBetween(s1, b0), input.VerbsBetween(s1, b0));
            into[n++] = Hash.Mix(121, s0t, b0t, m0r);
            into[n++] = Hash.Mix(122, s0t, m0, m0r);
            into[n++] = Hash.Mix(123, s1t, s0t, m0);
            into[n++] = Hash.Mix(125, s0t, b0t, mb, mbr);
            into[n++] = Hash.Mix(127, b0w, mb);
            into[n++] = Hash.Mix(131, mb, m0, m1);
            into[n++] = Hash.Mix(132, s0t, w[b0l], b0t, mb);
            into[n++] = Hash.Mix(160, a[s0], a[b0]);
            if (input.Guided)
            {
                var g0 = s0 == none ? 9u : Relative(input.Guide[s0], s0, s1, b0, none);
                var gb = b0 == input.Count ? 9u : Relative(input.Guide[b0], b0, s1, s0, none);
                var g1 = s1 == none ? 9u : Relative(input.Guide[s1], s1, s2, b0, none);
                uint waits = s0 != none && input.GuideLast[s0] >= b0 ? 1u : 0, waits1 = s1 != none && input.GuideLast[s1] >= b0 ? 1u : 0;
                var gt = s0 == none ? 0 : t[input.Guide[s0]];
                into[n++] = Hash.Mix(140, g0, waits);
                into[n++] = Hash.Mix(141, g0, waits, gb, waits1);
                into[n++] = Hash.Mix(142, g0, waits, s0t, b0t);
                into[n++] = Hash.Mix(143, g0, waits, s0t, s1t);
                into[n++] = Hash.Mix(144, gb, b0t, s0t);
                into[n++] = Hash.Mix(145, g0, waits, s0w);
                into[n++] = Hash.Mix(146, gb, b0w);
                into[n++] = Hash.Mix(147, g0, gt, s0t, waits);
                into[n++] = Hash.Mix(148, g0, waits, d0 * 16 + d1);
                into[n++] = Hash.Mix(149, g0, waits, gb, s0t);
                into[n++] = Hash.Mix(150, g0, g1, gb, waits * 2 + waits1);
                into[n++] = Hash.Mix(151, g0, w[b0l], s0t, b0t);
            }
            return n;
        }
        into[n++] = Hash.Mix(3, s0w, s0t);
        into[n++] = Hash.Mix(5, s1w);
        into[n++] = Hash.Mix(7, s1w, s1t);
        into[n++] = Hash.Mix(8, s1f, s1t);
        into[n++] = Hash.Mix(9, b0w);
        into[n++] = Hash.Mix(11, b0w, b0t);
        into[n++] = Hash.Mix(13, b1w, b1t);
        into[n++] = Hash.Mix(14, b1t);
        into[n++] = Hash.Mix(15, w[b2], b2t);
        into[n++] = Hash.Mix(16, s2t, w[s2]);
        // pairs
        into[n++] = Hash.Mix(20, s0w, s0t, b0w, b0t);
        into[n++] = Hash.Mix(21, s0w, b0w);
        into[n++] = Hash.Mix(22, s0w, s0t, b0t);
        into[n++] = Hash.Mix(23, s0t, b0w, b0t);
        into[n++] = Hash.Mix(24, s0t, b0t);
        into[n++] = Hash.Mix(25, s0f, b0f);
        into[n++] = Hash.Mix(26, s0c, b0c, s0t, b0t);
        into[n++] = Hash.Mix(27, s0w, b0c);
        into[n++] = Hash.Mix(28, s0c, b0w);
        into[n++] = Hash.Mix(29, s1w, s0w);
        into[n++] = Hash.Mix(30, s1w, s1t, s0t);
        into[n++] = Hash.Mix(31, s1t, s0w, s0t);
        into[n++] = Hash.Mix(32, s1t, s0t);
        into[n++] = Hash.Mix(33, s1f, s0f);
        into[n++] = Hash.Mix(34, s1c, s0c, s1t, s0t);
        into[n++] = Hash.Mix(35, s1w, s0c);
        into[n++] = Hash.Mix(36, s1c, s0w);
        into[n++] = Hash.Mix(37, s1w, b0w);
        into[n++] = Hash.Mix(38, s1w, b0t);
        into[n++] = Hash.Mix(39, s1t, b0w);
        into[n++] = Hash.Mix(41, s1f, b0f);
        into[n++] = Hash.Mix(42, b0w, b1w);
        into[n++] = Hash.Mix(43, b0w, b1t);
        into[n++] = Hash.Mix(44, b0t, b1w);
        into[n++] = Hash.Mix(46, s0w, b1t);
        into[n++] = Hash.Mix(48, s2t, b0t, s0t);
        // triples
        into[n++] = Hash.Mix(51, s1t, s0t, b0t);
        into[n++] = Hash.Mix(52, s2t, s1t, s0t);
        into[n++] = Hash.Mix(53, b0t, b1t, b2t);
        into[n++] = Hash.Mix(54, s1t, s0t, b0t, b1t);
        into[n++] = Hash.Mix(55, s0w, b0t, b1t);
        into[n++] = Hash.Mix(56, s0t, b0w, b1t);
        into[n++] = Hash.Mix(57, s1w, s0t, b0t);
        into[n++] = Hash.Mix(58, s1t, s0w, b0t);
        into[n++] = Hash.Mix(59, s1t, s0t, b0w);
        into[n++] = Hash.Mix(60, s2t, s1t, s0t, b0t);
        into[n++] = Hash.Mix(61, s1c, s0c, b0c);
        // children
        into[n++] = Hash.Mix(66, s1t, t[s1l], s0t);
        into[n++] = Hash.Mix(68, s1t, t[s1r], t[s1r2], s0t);
        into[n++] = Hash.Mix(73, s1t, s0t, b0t, t[b0l]);
        into[n++] = Hash.Mix(74, w[s0l], s0t);
        into[n++] = Hash.Mix(76, w[s1l], s1t);
        // a preposition or conjunction is the outermost child of what it introduces
        into[n++] = Hash.Mix(80, s0w, w[b0l], b0t);
        into[n++] = Hash.Mix(81, s1w, w[b0l], b0t);
        into[n++] = Hash.Mix(82, s0f, w[b0l], b0f);
        into[n++] = Hash.Mix(83, s1f, w[b0l], b0f);
        into[n++] = Hash.Mix(84, s1w, w[s0l], s0t);
        into[n++] = Hash.Mix(85, s1f, w[s0l], s0f);
        into[n++] = Hash.Mix(86, s1t, s0t, w[b0l], b0t);
        into[n++] = Hash.Mix(87, s1w, s0w, w[b0l]);
        into[n++] = Hash.Mix(88, s0c, w[b0l], b0c);
        into[n++] = Hash.Mix(89, s1c, w[b0l], b0c);
        into[n++] = Hash.Mix(90, s1c, s0c, w[b0l], b0c);
        // distances and numbers of children
        into[n++] = Hash.Mix(104, s1w, d1);
        into[n++] = Hash.Mix(108, s1w, v1r);
        into[n++] = Hash.Mix(109, s1t, v1r, s0t);
        into[n++] = Hash.Mix(110, b0t, vb, s0t);
        into[n++] = Hash.Mix(112, s0t, b0t, v0l, v0r);
        into[n++] = Hash.Mix(114, s1t, s0t, input.CommasBetween(s1, s0), input.VerbsBetween(s1, s0));
        // punctuation
        into[n++] = Hash.Mix(120, s0t, b0t, mb);
        into[n++] = Hash.Mix(124, s1t, s0t, m1r);
        into[n++] = Hash.Mix(126, s0w, m0r);
        into[n++] = Hash.Mix(128, s1t, s0t, m0, m0r);
        into[n++] = Hash.Mix(129, s1t, s0t, b0t, mb);
        into[n++] = Hash.Mix(130, s1t, s0t, m1, m1r);
        // what else a word might be, and how many clauses are yet to come
        into[n++] = Hash.Mix(161, a[s0], s1t, b0t);
        into[n++] = Hash.Mix(162, a[b0], s0t, a[b1]);
        into[n++] = Hash.Mix(163, a[s1], a[s0]);
        into[n++] = Hash.Mix(164, s0t, b0t, finite);
        into[n++] = Hash.Mix(165, s1t, s0t, finite, before);
        into[n++] = Hash.Mix(166, s0t, b0t, finite, before);
        into[n++] = Hash.Mix(167, s0w, finite);
        into[n++] = Hash.Mix(116, (uint)state.Depth < 4 ? (uint)state.Depth : 4, s0t, b0t);
        into[n++] = 0xB1A5;
        return n;
    }
}
