using System.Collections.Frozen;

namespace Entente.Output;

/// <summary>
/// Quad classes and conflict/cooperation scores of PLOVER's types and modes (PLOVER manual, version of 2021-09; ACCUSE is
/// printed there without its sign).
/// </summary>
public static class Plover
{
    /// <summary>The engine's version, named in every reading.</summary>
    public static string EngineVersion { get; } = typeof(Plover).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The sixteen types.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int Quad(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
        "COOPERATE" or "AID" or "RETREAT" => 2,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
        _ => 4,
    };

    /// <summary>Quad class of a root of the PLV benchmark, where YIELD (CONCEDE and RETREAT joined) counts as 2.</summary>
    public static int PlvQuad(string root) => root == "YIELD" ? 2 : Quad(root);

    /// <summary>From -10 (conflict) to 10 (cooperation): the mode's own score, else its type's.</summary>
    public static double Scale(string type, string? mode) =>
        mode is not null && Scores.TryGetValue($"{type} {mode}", out var score) ? score : Scores[type];

    // A table, not a switch: the compiler takes most of a minute over a switch on eighty pairs of strings.
    private static readonly FrozenDictionary<string, double> Scores = new Dictionary<string, double>
    {
        ["CONSULT visit"] = 4,
        ["CONSULT third-party"] = 1,
        ["CONSULT multilateral"] = 4,
        ["CONSULT phone"] = 1.5,
        ["RETREAT withdraw"] = 8,
        ["RETREAT release"] = 6.5,
        ["RETREAT disarm"] = 10,
        ["RETREAT ceasefire"] = 7.5,
        ["RETREAT access"] = 6.5,
        ["RETREAT resign"] = 4.5,
        ["REQUEST assist"] = 0.5,
        ["REQUEST change"] = -1,
        ["REQUEST yield"] = -1,
        ["REQUEST meet"] = 0,
        ["ACCUSE disapprove"] = -2,
        ["ACCUSE investigate"] = -3.5,
        ["ACCUSE allege"] = -3.5,
        ["REJECT assist"] = -1.5,
        ["REJECT change"] = -2,
        ["REJECT yield"] = -2,
        ["REJECT meet"] = -2,
        ["THREATEN restrict"] = -3,
        ["THREATEN arrest"] = -3.5,
        ["THREATEN relations"] = -3.5,
        ["THREATEN expel"] = -3.5,
        ["THREATEN territory"] = -4,
        ["THREATEN violence"] = -3.5,
        ["PROTEST demo"] = -5,
        ["PROTEST riot"] = -7,
        ["PROTEST strike"] = -5,
        ["PROTEST hunger"] = -4.5,
        ["PROTEST boycott"] = -4.5,
        ["PROTEST obstruct"] = -4.5,
        ["SANCTION convict"] = -6,
        ["SANCTION expel"] = -5.5,
        ["SANCTION withdraw"] = -6,
        ["SANCTION discontinue"] = -6,
        ["MOBILIZE troops"] = -6.5,
        ["MOBILIZE weapons"] = -6.5,
        ["MOBILIZE police"] = -5.5,
        ["MOBILIZE militia"] = -6,
        ["COERCE seize"] = -7,
        ["COERCE restrict"] = -7,
        ["COERCE censor"] = -6.5,
        ["COERCE curfew"] = -6.5,
        ["COERCE martial-law"] = -7.5,
        ["COERCE arrest"] = -7,
        ["COERCE deport"] = -7,
        ["COERCE withhold"] = -7,
        ["COERCE misinformation"] = -6.5,
        ["COERCE cyber"] = -7,
        ["ASSAULT abduct"] = -8.5,
        ["ASSAULT beat"] = -7.5,
        ["ASSAULT torture"] = -8.5,
        ["ASSAULT sexual"] = -8.5,
        ["ASSAULT targeted"] = -9.5,
        ["ASSAULT destroy"] = -8.5,
        ["ASSAULT primitive"] = -8,
        ["ASSAULT firearms"] = -9,
        ["ASSAULT explosives"] = -9,
        ["ASSAULT suicide-attack"] = -9.5,
        ["ASSAULT aerial"] = -9.5,
        ["ASSAULT drone"] = -9.5,
        ["ASSAULT heavy-weapons"] = -9.5,
        ["ASSAULT crowd-control"] = -7.5,
        ["ASSAULT unconventional"] = -10,
        ["AGREE"] = 2.5,
        ["CONSULT"] = 2.5,
        ["SUPPORT"] = 5,
        ["CONCEDE"] = 4.5,
        ["COOPERATE"] = 9.5,
        ["AID"] = 10,
        ["RETREAT"] = 6.5,
        ["REQUEST"] = 0,
        ["ACCUSE"] = -3,
        ["REJECT"] = -2,
        ["THREATEN"] = -3.5,
        ["PROTEST"] = -5,
        ["SANCTION"] = -6,
        ["MOBILIZE"] = -5.5,
        ["COERCE"] = -7,
        ["ASSAULT"] = -9,
    }.ToFrozenDictionary();
}
