using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>A move of the parser.</summary>
internal enum Move
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The word on top of the stack depends on the next word.</summary>
    Left,

    /// <summary>The word on top of the stack depends on the one below it.</summary>
    Right,
}

/// <summary>What the parser's features see of a sentence; behind the last word come the root and the word that is not there.</summary>
internal sealed class ParserInput
{
    public int Count;
    public uint[] Lower = [];
    public uint[] Tag = [];
    public uint[] Fine = [];
    public uint[] Coarse = [];
    public int[] Commas = [];
    public int[] Verbs = [];

    public int Root => Count;

    public int None => Count + 1;

    public void Set(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> kinds)
    {
        Count = words.Length;
        if (Lower.Length < Count + 2)
        {
            var size = Math.Max(64, (Count + 2) * 3 / 2);
            Lower = new uint[size];
            Tag = new uint[size];
            Fine = new uint[size];
            Coarse = new uint[size];
            Commas = new int[size + 1];
            Verbs = new int[size + 1];
        }
        for (var i = 0; i < Count; i++)
        {
            Lower[i] = words[i].Lower;
            Tag[i] = tags[i];
            Fine[i] = words[i].Fine != 0 ? words[i].Fine : 2000u + words[i].Flags;
            Coarse[i] = words[i].Coarse != 0 ? words[i].Coarse : 100u + words[i].Flags;
            Commas[i + 1] = Commas[i] + (kinds[tags[i]] == 1 ? 1 : 0);
            Verbs[i + 1] = Verbs[i] + (kinds[tags[i]] == 2 ? 1 : 0);
        }
        Lower[Root] = Tag[Root] = Fine[Root] = Coarse[Root] = 1001;
        Lower[None] = Tag[None] = Fine[None] = Coarse[None] = 1002;
        Commas[Count + 1] = Commas[Count];
        Verbs[Count + 1] = Verbs[Count];
    }

    public uint CommasBetween(int left, int right) => left >= Count || right > Count ? 9u : (uint)Math.Min(3, Commas[right] - Commas[left + 1]);

    public uint VerbsBetween(int left, int right) => left >= Count || right > Count ? 9u : (uint)Math.Min(3, Verbs[right] - Verbs[left + 1]);
}

/// <summary>How far a parse has come (arc-hybrid). The root stands behind the last word and takes the last word that is left.</summary>
internal sealed class ParserState
{
    public int Next;
    public int Depth;
    public int Score;
    public int Count;
    public short[] Stack = [];
    public short[] Heads = [];

    // First and second child to the left and to the right, nearest to the outside first, and their numbers.
    public short[] Left1 = [], Left2 = [], Right1 = [], Right2 = [];
    public byte[] Lefts = [], Rights = [];

    public void Reset(int count)
    {
        Count = count;
        if (Stack.Length < count + 2)
        {
            var size = Math.Max(64, (count + 2) * 3 / 2);
            Stack = new short[size];
            Heads = new short[size];
            Left1 = new short[size];
            Left2 = new short[size];
            Right1 = new short[size];
            Right2 = new short[size];
            Lefts = new byte[size];
            Rights = new byte[size];
        }
        Next = Depth = Score = 0;
        Heads.AsSpan(0, count + 2).Fill(-1);
        var none = (short)(count + 1);
        Left1.AsSpan(0, count + 2).Fill(none);
        Left2.AsSpan(0, count + 2).Fill(none);
        Right1.AsSpan(0, count + 2).Fill(none);
        Right2.AsSpan(0, count + 2).Fill(none);
        Lefts.AsSpan(0, count + 2).Clear();
        Rights.AsSpan(0, count + 2).Clear();
    }

    public void CopyFrom(ParserState other)
    {
        var n = other.Count + 2;
        if (Stack.Length < n) Reset(other.Count);
        (Next, Depth, Score, Count) = (other.Next, other.Depth, other.Score, other.Count);
        other.Stack.AsSpan(0, Depth).CopyTo(Stack);
        other.Heads.AsSpan(0, n).CopyTo(Heads);
        other.Left1.AsSpan(0, n).CopyTo(Left1);
        other.Left2.AsSpan(0, n).CopyTo(Left2);
        other.Right1.AsSpan(0, n).CopyTo(Right1);
        other.Right2.AsSpan(0, n).CopyTo(Right2);
        other.Lefts.AsSpan(0, n).CopyTo(Lefts);
        other.Rights.AsSpan(0, n).CopyTo(Rights);
    }

    public bool Finished => Depth == 0 && Next == Count;

    public bool CanShift => Next < Count;

    /// <summary>The root takes one word only, so it must be the last.</summary>
    public bool CanLeft => Depth > 0 && (Next < Count || Depth == 1);

    public bool CanRight => Depth > 1;

    public bool Can(Move move) => move switch { Move.Shift => CanShift, Move.Left => CanLeft, _ => CanRight };

    public void Apply(Move move)
    {
        if (move == Move.Shift)
        {
            Stack[Depth++] = (short)Next++;
            return;
        }
        var child = Stack[--Depth];
        if (move == Move.Left)
        {
            var head = Next;
            Heads[child] = (short)head;
            // Left children come nearest first, so the newest is the outermost.
            Left2[head] = Left1[head];
            Left1[head] = child;
            if (Lefts[head] < 7) Lefts[head]++;
        }
        else
        {
            var head = Stack[Depth - 1];
            Heads[child] = head;
            Right2[head] = Right1[head];
            Right1[head] = child;
            if (Rights[head] < 7) Rights[head]++;
        }
    }
}

/// <summary>Weights of the three moves for each feature, as they lie in the model file: four bytes a place, a check and three weights.</summary>
internal readonly unsafe struct MoveWeights
{
    private readonly uint* _places;
    private readonly int _shift;

    public MoveWeights((nint Address, int Length) section)
    {
        _places = (uint*)section.Address;
        _shift = section.Length == 0 ? 0 : 32 - System.Numerics.BitOperations.Log2((uint)section.Length / 8);
    }

    /// <summary>The pair of places where the feature may stand.</summary>
    public static uint Pair(uint feature, int shift) => feature >> shift;

    public static byte Check(uint feature) => (byte)((feature & 0xFF) == 0 ? 1 : feature);

    public (int Shift, int Left, int Right) Score(ReadOnlySpan<uint> features)
    {
        int a = 0, b = 0, c = 0;
        foreach (var feature in features)
        {
            var pair = _places + ((feature >> _shift) << 1);
            uint check = Check(feature);
            var place = pair[0];
            if ((place & 255) != check)
            {
                place = pair[1];
                if ((place & 255) != check) continue;
            }
            a += (sbyte)(place >> 8);
            b += (sbyte)(place >> 16);
            c += (sbyte)(place >> 24);
        }
        return (a, b, c);
    }
}

/// <summary>Finds the heads of the words: a transition parser without labels.</summary>
internal static class Parser
{
    public const int MostFeatures = 128;

    /// <summary>Parses greedily; <c>state.Heads</c> has the tree, the root's place as head of the root word.</summary>
    public static void Parse(MoveWeights weights, ParserInput input, ParserState state)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        state.Reset(input.Count);
        while (!state.Finished)
        {
            if (state.Depth == 0)
            {
                state.Apply(Move.Shift);
                continue;
            }
            if (!state.CanShift && !state.CanRight)
            {
                state.Apply(Move.Left);
                continue;
            }
            if (!state.CanShift && !state.CanLeft)
            {
                state.Apply(Move.Right);
                continue;
            }
            var count = Features(input, state, features);
            var (shift, left, right) = weights.Score(features[..count]);
            var best = Move.Shift;
            var score = state.CanShift ? shift : int.MinValue;
            if (state.CanLeft && left > score) (best, score) = (Move.Left, left);
            if (state.CanRight && right > score) best = Move.Right;
            state.Apply(best);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Distance(int left, int right)
    {
        var d = right - left;
        return d switch { <= 5 => (uint)d, <= 7 => 6u, <= 10 => 7u, <= 20 => 8u, _ => 9u };
    }

    /// <summary>The features of a state.</summary>
    public static int Features(ParserInput input, ParserState state, Span<uint> into)
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
        var n = 0;
        into[n++] = Hash.Mix(1, s0w);
        into[n++] = Hash.Mix(2, s0t);
        into[n++] = Hash.Mix(3, s0w, s0t);
        into[n++] = Hash.Mix(4, s0f, s0t);
        into[n++] = Hash.Mix(5, s1w);
        into[n++] = Hash.Mix(6, s1t);
        into[n++] = Hash.Mix(7, s1w, s1t);
        into[n++] = Hash.Mix(8, s1f, s1t);
        into[n++] = Hash.Mix(9, b0w);
        into[n++] = Hash.Mix(10, b0t);
        into[n++] = Hash.Mix(11, b0w, b0t);
        into[n++] = Hash.Mix(12, b0f, b0t);
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
        into[n++] = Hash.Mix(40, s1t, b0t);
        into[n++] = Hash.Mix(41, s1f, b0f);
        into[n++] = Hash.Mix(42, b0w, b1w);
        into[n++] = Hash.Mix(43, b0w, b1t);
        into[n++] = Hash.Mix(44, b0t, b1w);
        into[n++] = Hash.Mix(45, b0t, b1t);
        into[n++] = Hash.Mix(46, s0w, b1t);
        into[n++] = Hash.Mix(47, s0t, b1w);
        into[n++] = Hash.Mix(48, s2t, b0t, s0t);
        // triples
        into[n++] = Hash.Mix(50, s0t, b0t, b1t);
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
        into[n++] = Hash.Mix(62, s0t, t[s0l], b0t);
        into[n++] = Hash.Mix(63, s0t, t[s0r], b0t);
        into[n++] = Hash.Mix(64, s0t, t[s0l], t[s0l2]);
        into[n++] = Hash.Mix(65, s0t, t[s0r], t[s0r2], b0t);
        into[n++] = Hash.Mix(66, s1t, t[s1l], s0t);
        into[n++] = Hash.Mix(67, s1t, t[s1r], s0t);
        into[n++] = Hash.Mix(68, s1t, t[s1r], t[s1r2], s0t);
        into[n++] = Hash.Mix(69, s1t, s0t, t[s0l]);
        into[n++] = Hash.Mix(70, s1t, s0t, t[s0r]);
        into[n++] = Hash.Mix(71, s0t, b0t, t[b0l]);
        into[n++] = Hash.Mix(72, b0t, t[b0l], t[b0l2]);
        into[n++] = Hash.Mix(73, s1t, s0t, b0t, t[b0l]);
        into[n++] = Hash.Mix(74, w[s0l], s0t);
        into[n++] = Hash.Mix(75, w[s0r], s0t);
        into[n++] = Hash.Mix(76, w[s1l], s1t);
        into[n++] = Hash.Mix(77, w[s1r], s1t);
        into[n++] = Hash.Mix(78, w[b0l], b0t);
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
        into[n++] = Hash.Mix(100, s0t, b0t, d0);
        into[n++] = Hash.Mix(101, s0w, d0);
        into[n++] = Hash.Mix(102, b0w, d0);
        into[n++] = Hash.Mix(103, s1t, s0t, d1);
        into[n++] = Hash.Mix(104, s1w, d1);
        into[n++] = Hash.Mix(105, s1t, s0t, d1, d0);
        into[n++] = Hash.Mix(106, s0t, v0l, v0r);
        into[n++] = Hash.Mix(107, s0w, v0l, v0r);
        into[n++] = Hash.Mix(108, s1w, v1r);
        into[n++] = Hash.Mix(109, s1t, v1r, s0t);
        into[n++] = Hash.Mix(110, b0t, vb, s0t);
        into[n++] = Hash.Mix(111, b0w, vb);
        into[n++] = Hash.Mix(112, s0t, b0t, v0l, v0r);
        into[n++] = Hash.Mix(113, s0t, b0t, input.CommasBetween(s0, b0), input.VerbsBetween(s0, b0));
        into[n++] = Hash.Mix(114, s1t, s0t, input.CommasBetween(s1, s0), input.VerbsBetween(s1, s0));
        into[n++] = Hash.Mix(115, s1t, b0t, input.CommasBetween(s1, b0), input.VerbsBetween(s1, b0));
        into[n++] = Hash.Mix(116, (uint)state.Depth < 4 ? (uint)state.Depth : 4, s0t, b0t);
        into[n++] = 0xB1A5;
        return n;
    }
}
