using System.Collections.Frozen;
using Entente.Output;

namespace Entente.Corpus;

/// <summary>The codes that annotations may use.</summary>
public static class CorpusCodes
{
    /// <summary>The modes of each type, those included that have no score of their own.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Modes { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["CONSULT"] = Words("visit third-party multilateral phone"),
        ["RETREAT"] = Words("withdraw release disarm ceasefire access resign"),
        ["REQUEST"] = Words("assist change yield meet"),
        ["ACCUSE"] = Words("disapprove investigate allege"),
        ["REJECT"] = Words("assist change yield meet"),
        ["THREATEN"] = Words("restrict arrest relations expel territory violence"),
        ["PROTEST"] = Words("demo riot strike hunger boycott obstruct vandalize"),
        ["SANCTION"] = Words("convict expel withdraw discontinue"),
        ["MOBILIZE"] = Words("troops weapons police militia"),
        ["COERCE"] = Words("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
        ["ASSAULT"] = Words("abduct torture sexual destroy beat targeted primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional"),
    };

    /// <summary>How an act stands in its sentence; the first that applies.</summary>
    public static IReadOnlyList<string> Constructions { get; } = Words("demanded threatened negated planned reported passive nominal embedded active");

    /// <summary>Statuses of events.</summary>
    public static IReadOnlyList<string> Statuses { get; } = Words("asserted planned denied negated hypothetical predicted");

    /// <summary>Why a text holds no event.</summary>
    public static IReadOnlyList<string> Reasons { get; } = Words("saying state result possibility accident nature sport culture business science private crime metaphor other-sense routine");

    /// <summary>Shapes of reports.</summary>
    public static IReadOnlyList<string> Shapes { get; } = Words("wire editorial analysis agency briefing interview statistics translation protest conflict court sanctions aid elections none");

    /// <summary>Regions of reports.</summary>
    public static IReadOnlyList<string> Regions { get; } = Words("africa americas asia europe mideast oceania world");

    internal static FrozenSet<string> Kinds { get; } = Words("report editorial analysis statement interview brief other").ToFrozenSet();

    internal static FrozenSet<string> ActorKinds { get; } = Words("person state organisation group office population place").ToFrozenSet();

    internal static FrozenSet<string> Sectors { get; } = Words("GOV MIL LEG JUD COP SPY PTY OPP REB PRM UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF REL SOC").ToFrozenSet();

    internal static FrozenSet<string> Contexts { get; } = Words(
        "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
        + "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking").ToFrozenSet();

    internal static FrozenSet<string> VisitStatuses { get; } = Words("held historical under-way planned invited predicted cancelled refused").ToFrozenSet();

    internal static FrozenSet<string> TreatyStatuses { get; } = Words("in-force signed proposed replaced expired suspended dormant revived withdrawn").ToFrozenSet();

    internal static FrozenSet<string> Flows { get; } = Words("total export import balance").ToFrozenSet();

    internal static bool IsType(string type) => Plover.Types.Contains(type);

    /// <summary>Types that are told to somebody or of somebody, and so have a target.</summary>
    internal static bool NeedsTarget(string type) => type is "COOPERATE" or "AID" or "SANCTION";

    /// <summary>Types that nobody does to nobody: they have a source.</summary>
    internal static bool NeedsSource(string type) => type is "AGREE" or "CONSULT" or "SUPPORT" or "COOPERATE" or "REQUEST" or "REJECT" or "THREATEN";

    private static string[] Words(string words) => words.Split(' ');
}
