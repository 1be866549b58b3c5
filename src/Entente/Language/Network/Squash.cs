using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Network;

/// <summary>
/// The hyperbolic tangent and the logistic function by a fraction of polynomials (the seventh convergent of Lambert's continued
/// fraction, within 0.0005). They add, multiply and divide only, each rounded by itself, so every machine gives the same bits; the
/// library's functions do not promise that.
/// </summary>
internal static class Squash
{
    /// <summary>Tangent of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var square = x * x;
        var above = x * (((square + Vector256.Create(378f)) * square + Vector256.Create(17325f)) * square + Vector256.Create(135135f));
        var below = ((square * Vector256.Create(28f) + Vector256.Create(3150f)) * square + Vector256.Create(62370f)) * square + Vector256.Create(135135f);
        return Vector256.Min(Vector256.Max(above / below, Vector256.Create(-1f)), Vector256.Create(1f));
    }

    /// <summary>Logistic function of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Tanh(x * Vector256.Create(0.5f)) * Vector256.Create(0.5f) + Vector256.Create(0.5f);
}
