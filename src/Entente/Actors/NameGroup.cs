using Entente.Lexicon;

namespace Entente.Actors;

/// <summary>Neighbouring tokens that together name somebody or something: a name with its titles, or a common noun for an agent.</summary>
internal sealed class NameGroup
{
    /// <summary>First token, titles included.</summary>
    public required int First { get; set; }

    /// <summary>Last token.</summary>
    public required int Last { get; init; }

    /// <summary>First token of the name itself.</summary>
    public required int NameFirst { get; set; }

    /// <summary>Entities of the lexicon that bear the name, the likeliest first; empty for an unknown name or a common noun.</summary>
    public IReadOnlyList<KnownName> Known { get; init; } = [];

    /// <summary>The noun for an agent that stands before the name as its title, or is the whole group.</summary>
    public AgentWord? Agent { get; set; }

    /// <summary>First token of the agent's phrase.</summary>
    public int AgentFirst { get; set; } = -1;

    /// <summary>Whether there is a proper name, not only a common noun.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it is no longer held: "former president".</summary>
    public bool Former { get; set; }

    /// <summary>Others whom it names too: "the presidents of Kyrgyzstan and Tajikistan" are two.</summary>
    public List<ActorDraft> Others { get; } = [];

    /// <summary>Who it is, once resolved.</summary>
    public ActorDraft? Actor { get; set; }
}
