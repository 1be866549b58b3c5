using System.Collections.Frozen;

namespace Entente.Evaluation;

/// <summary>Brings codes that mean the same to one code.</summary>
internal static class ReportsCodes
{
    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>
    {
        ["JAP"] = "JPN",
        ["ITL"] = "ITA",
        ["VTN"] = "VNM",
        ["ROM"] = "ROU",
        // Kosovo has no code of ISO's own, and users assigned several.
        ["XKS"] = "XKX",
        ["XKO"] = "XKX",
        ["XKK"] = "XKX",
        ["RKS"] = "XKX",
        ["KOS"] = "XKX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["FIGHT"] = "ASSAULT",
        ["DEMAND"] = "REQUEST",
        ["DISAPPROVE"] = "ACCUSE",
        ["INVESTIGATE"] = "ACCUSE",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The country (or IGO, NGO, MNC) that a code of an actor begins with; null where it begins with none.</summary>
    public static string? Country(string? code)
    {
        var start = (code ?? "").Trim().ToUpperInvariant();
        if (start.Length < 3 || !start.AsSpan(0, 3).ContainsOnlyLetters()) return null;
        return Countries.GetValueOrDefault(start[..3], start[..3]);
    }

    /// <summary>The PLOVER type, old names resolved.</summary>
    public static string Type(string? type)
    {
        var name = (type ?? "").Trim().ToUpperInvariant();
        return Types.GetValueOrDefault(name, name);
    }

    /// <summary>The status that golds have for one that only readings tell apart; null for all others.</summary>
    public static string? CoarserStatus(string? status) => status switch
    {
        "negated" => "denied",
        "refused" => "cancelled",
        "dormant" => "suspended",
        "revived" => "in-force",
        _ => null,
    };

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('A', 'Z') < 0;
}
