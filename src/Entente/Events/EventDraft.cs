using Entente.Actors;

namespace Entente.Events;

/// <summary>An event while its sentence is being read.</summary>
internal sealed record EventDraft
{
    public required string Type { get; init; }

    public string? Mode { get; init; }

    public required string Cameo { get; init; }

    public IReadOnlyList<string> Context { get; init; } = [];

    public IReadOnlyList<ActorDraft> Source { get; init; } = [];

    public IReadOnlyList<ActorDraft> Target { get; init; } = [];

    /// <summary>Head token of the source's phrase; -1 if there is none.</summary>
    public int SourceToken { get; init; } = -1;

    /// <summary>Head token of the target's phrase; -1 if there is none.</summary>
    public int TargetToken { get; init; } = -1;

    public bool Reciprocal { get; init; }

    /// <summary>Of a reciprocal act those who are not its grammatical subject.</summary>
    public IReadOnlyList<ActorDraft> Partners { get; init; } = [];

    public EventStatus Status { get; init; }

    /// <summary>Whether it is only supposed or wished, and so is no event by itself.</summary>
    public bool Unreal { get; init; }

    /// <summary>Whether it is said that it should be done.</summary>
    public bool Obliged { get; init; }

    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    public EventDraft? About { get; init; }

    public double Certainty { get; init; } = 1;

    /// <summary>Token of the word that names the act.</summary>
    public required int Trigger { get; init; }

    /// <summary>Whether the word is a noun, which may only mention an act.</summary>
    public bool Nominal { get; init; }

    /// <summary>The lexicon's line and what was done to it.</summary>
    public required string Why { get; init; }

    public bool IsCooperative => Type is "AGREE" or "CONSULT" or "SUPPORT" or "COOPERATE" or "AID";

    public bool IsYielding => Type is "CONCEDE" or "RETREAT";

    public bool IsMaterialConflict => Type is "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT";
}
