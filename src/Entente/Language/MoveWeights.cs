using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>Weights of the moves for each feature, as they lie in the model file: four bytes a place, a check and two weights.</summary>
internal readonly unsafe struct MoveWeights
{
    private readonly uint* _places;
    private readonly uint _pairs;

    public MoveWeights((nint Address, int Length) section)
    {
        _places = (uint*)section.Address;
        _pairs = (uint)section.Length / 8;
    }

    /// <summary>The pair of places, of so many, where the feature may stand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(uint feature, uint pairs) => (uint)((ulong)feature * pairs >> 32);

    /// <summary>What tells features apart that have the same pair of places; never 0, which is an empty place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Check(uint feature) => Math.Max(feature & CheckBits, 1);

    public const uint CheckBits = 0xFFF;

    /// <summary>The largest weight that fits.</summary>
    public const int Largest = 511;

    /// <summary>A place: its check and the weights of moving left and right against shifting.</summary>
    public static uint Place(uint feature, int left, int right) => Check(feature) | (uint)(left & 0x3FF) << 12 | (uint)right << 22;

    // All bits where the checks are equal, else none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Same(uint place, uint check) => (uint)((int)(((place ^ check) & CheckBits) - 1) >> 31);

    /// <summary>What speaks for the moves to the left and to the right, where 0 speaks for shifting.</summary>
    public (int Left, int Right) Score(ReadOnlySpan<uint> features)
    {
        int left = 0, right = 0;
        foreach (var feature in features) Ahead.Prefetch(_places + (Pair(feature, _pairs) << 1));
        // Without branches: whether a feature is there cannot be foreseen, and a wrong guess costs more than the sums.
        foreach (var feature in features)
        {
            var pair = *(ulong*)(_places + (Pair(feature, _pairs) << 1));
            var check = Check(feature);
            var (first, second) = ((uint)pair, (uint)(pair >> 32));
            var place = first & Same(first, check) | second & Same(second, check);
            left += (int)(place << 10) >> 22;
            right += (int)place >> 22;
        }
        return (left, right);
    }
}
