using System.Runtime.CompilerServices;

namespace Entente.Language;

/// <summary>The hashes by which features and words are known: the same on every machine and in every version of a model.</summary>
internal static class Hash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong x)
    {
        x *= 0xD6E8FEB86659FD93;
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return (uint)(x >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a) => Finish(a ^ template * 0x9E3779B97F4A7C15UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b) => Finish((a | (ulong)b << 32) ^ template * 0x9E3779B97F4A7C15UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b, uint c) => Finish((a | (ulong)b << 32) * 0xFF51AFD7ED558CCDUL + c ^ template * 0x9E3779B97F4A7C15UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b, uint c, uint d) => Finish((a | (ulong)b << 32) * 0xFF51AFD7ED558CCDUL + (c | (ulong)d << 32) * 0xC4CEB9FE1A85EC53UL ^ template * 0x9E3779B97F4A7C15UL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619u;

    public const uint Empty = 2166136261;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Empty;
        foreach (var c in text) hash = Add(hash, c);
        return hash * 0x9E3779B1u ^ hash >> 15;
    }
}
