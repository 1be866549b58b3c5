namespace Entente.Language.Network;

/// <summary>
/// Finds the best sequence of mentions' parts: class 0 is outside; of the kind k, counted from 0, class 1 + 2k begins a mention and
/// 2 + 2k goes on with it, which only follows a word of the same mention (Viterbi 1967). Ties go to the lower class.
/// </summary>
/// <param name="totals">Memory for a number for each class.</param>
/// <param name="before">Memory for a byte for each class of each word.</param>
internal ref struct MentionPath(Span<float> totals, Span<byte> before)
{
    private const float Impossible = -1e9f;

    private readonly Span<float> _totals = totals;
    private readonly Span<byte> _before = before;
    private int _count;

    /// <summary>Whether there can be so many classes: one, and two for each kind, each of which a byte holds.</summary>
    public static bool CanFind(int classes) => classes % 2 == 1 && classes is > 0 and <= byte.MaxValue;

    /// <summary>Adds a word with a score for each class.</summary>
    public void Add(scoped ReadOnlySpan<float> scores)
    {
        var back = _before.Slice(_count * scores.Length, scores.Length);
        var best = _count == 0 ? 0 : Best();
        var bestTotal = _count == 0 ? 0 : _totals[best];
        for (var kind = 1; kind + 1 < scores.Length; kind += 2)
        {
            var goesOn = _totals[kind + 1] > _totals[kind] ? kind + 1 : kind;
            back[kind] = (byte)best;
            back[kind + 1] = (byte)goesOn;
            var inside = _count == 0 ? Impossible : _totals[goesOn];
            _totals[kind] = bestTotal + scores[kind];
            _totals[kind + 1] = inside + scores[kind + 1];
        }
        back[0] = (byte)best;
        _totals[0] = bestTotal + scores[0];
        _count++;
    }

    /// <summary>Writes the class of each word that was added.</summary>
    public readonly void Finish(Span<int> classes)
    {
        if (_count == 0) return;
        var at = Best();
        for (var t = _count - 1; t >= 0; t--)
        {
            classes[t] = at;
            at = _before[t * _totals.Length + at];
        }
    }

    private readonly int Best()
    {
        var best = 0;
        for (var i = 1; i < _totals.Length; i++)
            if (_totals[i] > _totals[best]) best = i;
        return best;
    }
}
