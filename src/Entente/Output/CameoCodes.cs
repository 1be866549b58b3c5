using System.Collections.Frozen;
using System.Text;

namespace Entente.Output;

/// <summary>
/// Actor codes as CAMEO writes them: the country (or IGO, NGO, MNC, IMG, UIS), then the parts of society: <c>RUSGOV</c>,
/// <c>PRK</c>, <c>IGOUNO</c>. Countries are ISO 3166-1 alpha-3, also where old CAMEO files have a code of their own.
/// </summary>
public static class CameoCodes
{
    /// <summary>What stands for a side that is not told or can't be coded.</summary>
    public const string Missing = "---";

    // PLOVER's sectors that CAMEO calls otherwise; those not named here are the same. UNK says nothing, so it is left out.
    private static readonly FrozenDictionary<string, string> Sectors = new Dictionary<string, string>
    {
        ["JRN"] = "MED",
        ["MED"] = "HLH",
        ["PRM"] = "UAF",
        ["PRE"] = "ELI",
        ["SOC"] = "CVL",
        ["UNK"] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // CAMEO's codes of organisations, by our ids; for these the sector adds nothing.
    private static readonly FrozenDictionary<string, string> Organisations = new Dictionary<string, string>
    {
        ["amnesty-international"] = "AMN",
        ["arab-league"] = "ARL",
        ["asean"] = "ASN",
        ["asian-development-bank"] = "ADB",
        ["commonwealth-of-independent-states"] = "CIS",
        ["commonwealth-of-nations"] = "CWN",
        ["council-of-europe"] = "COE",
        ["european-union"] = "EEC",
        ["group-of-eight"] = "GOE",
        ["group-of-seven"] = "GOS",
        ["gulf-cooperation-council"] = "GCC",
        ["human-rights-watch"] = "HRW",
        ["interpol"] = "ITP",
        ["nato"] = "NAT",
        ["opec"] = "OPC",
        ["organization-of-american-states"] = "OAS",
        ["united-nations"] = "UNO",
        ["world-bank"] = "WBK",
        ["world-trade-organization"] = "WTO",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfStates = new[] { "GOV", "MIL", "LEG", "JUD", "COP", "SPY" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The code of <paramref name="actor"/>; <see cref="Missing"/> where there is none or nothing is known of it.</summary>
    public static string Of(Actor? actor)
    {
        if (actor is null) return Missing;
        var code = new StringBuilder(actor.Country is "XXX" or null ? "" : actor.Country);
        if (Organisation(actor) is { } organisation) return code.Append(organisation).ToString();

        // An official of an unknown state is one; other people without a country are only what they do.
        if (code.Length == 0 && actor.Sectors.Any(OfStates.Contains)) code.Append("UIS");
        var written = new List<string>(actor.Sectors.Count);
        foreach (var sector in actor.Sectors)
        {
            var cameo = Sectors.GetValueOrDefault(sector, sector);
            if (cameo.Length > 0 && !written.Contains(cameo)) written.Add(cameo);
        }

        code.AppendJoin("", written);
        return code.Length == 0 ? Missing : code.ToString();
    }

    private static string? Organisation(Actor actor)
    {
        if (actor.Country is not ("IGO" or "NGO")) return null;
        if (Organisations.TryGetValue(actor.Id, out var code)) return code;
        return actor.Country == "IGO" && (actor.Id.StartsWith("united-nations-", StringComparison.Ordinal) || actor.Id.StartsWith("un-", StringComparison.Ordinal)) ? "UNO" : null;
    }
}
