using Entente.Lexicon;

namespace Entente.Actors;

/// <summary>An actor while its article is being read: names and mentions are still coming in.</summary>
internal sealed class ActorDraft
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required ActorKind Kind { get; set; }

    public string? Country { get; set; }

    public List<string> Sectors { get; } = [];

    public string? Role { get; set; }

    public List<string> Names { get; } = [];

    public SortedSet<TextSpan> Mentions { get; } = [];

    /// <summary>The lexicon's entity, if it is known there.</summary>
    public Entity? Known { get; init; }

    /// <summary>Whether the user marked it as an actor, whatever its words are.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether it is several (protesters, the rebels).</summary>
    public bool Plural { get; set; }

    public void AddSectors(IEnumerable<string> sectors)
    {
        foreach (var sector in sectors)
            if (!Sectors.Contains(sector)) Sectors.Add(sector);
    }

    public void AddName(string name)
    {
        if (!Names.Contains(name)) Names.Add(name);
    }

    public Actor ToActor() => new()
    {
        Id = Id,
        Name = Name,
        Kind = Kind,
        Country = Country,
        Sectors = Sectors,
        Role = Role,
        Names = Names,
        Mentions = [.. Mentions],
    };
}
