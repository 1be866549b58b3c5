namespace Entente.Language;

/// <summary>Names the relations of a finished tree, from the root down and from left to right.</summary>
internal static class Labeller
{
    public const int MostFeatures = 96;

    // A lead after the first features that the others turn around for fewer than 2 words of 1,000.
    private const int SureLead = 45;

    /// <summary>The children of each word in order, for a tree given by heads (the root's place is the number of words).</summary>
    public static void Children(ReadOnlySpan<short> heads, int count, Span<short> firstChild, Span<short> nextSibling)
    {
        firstChild[..(count + 1)].Fill(-1);
        for (var i = count - 1; i >= 0; i--)
        {
            nextSibling[i] = firstChild[heads[i]];
            firstChild[heads[i]] = (short)i;
        }
    }

    /// <summary>Sets the relation of each word; <paramref name="scores"/> has a place for each relation.</summary>
    public static void Label(SparseModel model, ParserInput input, ReadOnlySpan<short> heads, Span<short> firstChild, Span<short> nextSibling, Span<short> queue, Span<byte> labels, Span<int> scores, int root)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        Children(heads, input.Count, firstChild, nextSibling);
        queue[0] = (short)input.Root;
        for (int head = 0, tail = 1; head < tail; head++)
        {
            var previous = -1;
            var before = -1;
            for (var child = firstChild[queue[head]]; child >= 0; child = nextSibling[child])
            {
                scores.Clear();
                if (root >= 0 && heads[child] != input.Root) scores[root] = int.MinValue / 2;
                model.Score(features[..Features(input, heads, firstChild, nextSibling, labels, child, previous, before, first: true, features)], scores);
                var (best, lead) = SparseModel.Leader(scores);
                if (lead < SureLead)
                {
                    model.Score(features[..Features(input, heads, firstChild, nextSibling, labels, child, previous, before, first: false, features)], scores);
                    best = SparseModel.Best(scores);
                }
                labels[child] = (byte)best;
                before = previous;
                previous = child;
                queue[tail++] = child;
            }
        }
    }

    /// <summary>The features of the arc to <paramref name="d"/>; <paramref name="previous"/> and <paramref name="before"/> are the siblings to its left that have relations already. First those that <see cref="Label"/> looks at first, then the others.</summary>
    public static int Features(ParserInput input, ReadOnlySpan<short> heads, ReadOnlySpan<short> firstChild, ReadOnlySpan<short> nextSibling, ReadOnlySpan<byte> labels, int d, int previous, int before, Span<uint> into)
    {
        var first = Features(input, heads, firstChild, nextSibling, labels, d, previous, before, first: true, into);
        return first + Features(input, heads, firstChild, nextSibling, labels, d, previous, before, first: false, into[first..]);
    }

    private static int Features(ParserInput input, ReadOnlySpan<short> heads, ReadOnlySpan<short> firstChild, ReadOnlySpan<short> nextSibling, ReadOnlySpan<byte> labels, int d, int previous, int before, bool first, Span<uint> into)
    {
        var none = input.None;
        var w = input.Lower;
        var t = input.Tag;
        var f = input.Fine;
        var c = input.Coarse;
        int h = heads[d];
        var g = h == input.Root ? none : heads[h];
        var hl = h == input.Root ? 200u : labels[h];
        int firstD = firstChild[d] >= 0 ? firstChild[d] : none;
        var lastD = none;
        var secondD = none;
        uint kinds = 0;
        for (int k = firstChild[d], i = 0; k >= 0; k = nextSibling[k], i++)
        {
            if (i == 1) secondD = k;
            lastD = k;
        }
        int next = nextSibling[d] >= 0 ? nextSibling[d] : none;
        int next2 = next != none && nextSibling[next] >= 0 ? nextSibling[next] : none;
        uint pl = previous >= 0 ? labels[previous] : 201u;
        uint bl = before >= 0 ? labels[before] : 201u;
        var pt = previous >= 0 ? t[previous] : 1002u;
        uint seen = 0;
        for (int k = firstChild[h]; k >= 0 && k != d; k = nextSibling[k]) seen = seen * 31 + labels[k] + 1;
        for (int k = firstChild[d]; k >= 0; k = nextSibling[k]) kinds = kinds * 131 + t[k] + 1;
        var side = d < h ? 0u : 1u;
        var gap = (uint)Math.Min(Math.Abs(d - h), 6);
        uint dw = w[d], dt = t[d], df = f[d], dc = c[d], hw = w[h], ht = t[h], hf = f[h], hc = c[h];
        int before1 = d > 0 ? d - 1 : none, after1 = d + 1 < input.Count ? d + 1 : none;
        var n = 0;
        if (first)
        {
            into[n++] = Hash.Mix(1, dw, side);
            into[n++] = Hash.Mix(2, dt, side);
            into[n++] = Hash.Mix(3, hw, side);
            into[n++] = Hash.Mix(4, ht, side);
            into[n++] = Hash.Mix(7, dt, ht, side);
            into[n++] = Hash.Mix(9, dt, ht, side, gap);
            into[n++] = Hash.Mix(11, hf, ht, side);
            into[n++] = Hash.Mix(19, dt, ht, t[firstD], side);
            into[n++] = Hash.Mix(20, dt, ht, w[firstD], side);
            into[n++] = Hash.Mix(22, w[firstD], dw, side);
            into[n++] = Hash.Mix(24, w[lastD], dt, side);
            into[n++] = Hash.Mix(25, t[firstD], t[secondD], dt, side);
            into[n++] = Hash.Mix(26, w[firstD], w[secondD], dt, side);
            into[n++] = Hash.Mix(31, pl, pt, dt, side);
            into[n++] = Hash.Mix(36, t[before1], dt, t[after1], side);
            into[n++] = Hash.Mix(40, t[after1], dw, side);
            into[n++] = Hash.Mix(43, df, w[firstD], side);
            into[n++] = Hash.Mix(46, dt, ht, input.CommasBetween(Math.Min(d, h), Math.Max(d, h)), side);
            into[n++] = Hash.Mix(48, w[next], dt, ht, side);
            into[n++] = Hash.Mix(51, w[lastD], w[firstD], dt, side);
            into[n++] = Hash.Mix(53, hl, t[firstD], dt, side);
            into[n++] = Hash.Mix(55, dt, ht, input.Marks[d + 1], side);
            into[n++] = Hash.Mix(56, dt, input.Marks[d], input.Marks[d + 1], side);
            into[n++] = Hash.Mix(57, firstD == none ? 1002 : w[firstD], dt, firstD == none ? 0 : input.Marks[firstD], side);
            return n;
        }
        into[n++] = Hash.Mix(5, dw, dt, ht, side);
        into[n++] = Hash.Mix(6, hw, ht, dt, side);
        into[n++] = Hash.Mix(8, dw, hw, side);
        into[n++] = Hash.Mix(10, df, dt, side);
        into[n++] = Hash.Mix(12, df, ht, dt, side);
        into[n++] = Hash.Mix(13, hf, ht, dt, side);
        into[n++] = Hash.Mix(14, dc, hc, dt, ht * 2 + side);
        into[n++] = Hash.Mix(15, df, hf, side);
        into[n++] = Hash.Mix(16, dt, ht, hl, side);
        into[n++] = Hash.Mix(17, dt, ht, t[g], side);
        into[n++] = Hash.Mix(18, hl, dw, side);
        into[n++] = Hash.Mix(21, w[firstD], hw, dt, side);
        into[n++] = Hash.Mix(23, dt, ht, t[lastD], side);
        into[n++] = Hash.Mix(27, kinds, dt, ht, side);
        into[n++] = Hash.Mix(28, pl, dt, ht, side);
        into[n++] = Hash.Mix(29, pl, bl, dt, ht * 2 + side);
        into[n++] = Hash.Mix(30, pl, dw, side);
        into[n++] = Hash.Mix(32, seen, dt, ht, side);
        into[n++] = Hash.Mix(33, t[next], dt, ht, side);
        into[n++] = Hash.Mix(34, t[next], t[next2], dt, ht * 2 + side);
        into[n++] = Hash.Mix(35, pt, dt, ht, t[next] * 2 + side);
        into[n++] = Hash.Mix(37, w[before1], dt, side);
        into[n++] = Hash.Mix(38, w[after1], dt, side);
        into[n++] = Hash.Mix(39, t[before1], dw, side);
        into[n++] = Hash.Mix(41, hw, pl, dt, side);
        into[n++] = Hash.Mix(42, hw, t[next], dt, side);
        into[n++] = Hash.Mix(44, hf, w[firstD], dt, side);
        into[n++] = Hash.Mix(45, df, hf, w[firstD], side);
        into[n++] = Hash.Mix(47, dt, ht, input.VerbsBetween(Math.Min(d, h), Math.Max(d, h)), side);
        into[n++] = Hash.Mix(49, hw, dt, d == input.Count - 1 ? 1u : d == 0 ? 2u : 0u, side);
        into[n++] = Hash.Mix(50, h + 1 < input.Count ? w[h + 1] : 1002u, ht, dt, side);
        into[n++] = Hash.Mix(52, t[g], hl, pl, dt);
        into[n++] = Hash.Mix(54, dt, ht, input.Marks[d], side);
        into[n++] = 0xB1A5 + side;
        return n;
    }
}
