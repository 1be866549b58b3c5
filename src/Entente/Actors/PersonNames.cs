using Entente.Lexicon;

namespace Entente.Actors;

/// <summary>The persons of an article by the surnames under which it may name them again.</summary>
internal sealed class PersonNames
{
    private readonly Dictionary<string, List<(int Part, ActorDraft Person)>> _persons = new(StringComparer.Ordinal);
    private readonly Dictionary<Part, int> _order = [];

    /// <param name="parts">All parts of the article, in their order.</param>
    public PersonNames(IReadOnlyList<Part> parts)
    {
        for (var p = 0; p < parts.Count; p++) _order[parts[p]] = p;
    }

    /// <summary>A part of the article names this person by a name with this surname, folded.</summary>
    public void Add(string surname, Part part, ActorDraft person)
    {
        if (!_persons.TryGetValue(surname, out var named)) _persons[surname] = named = [];
        named.Add((_order[part], person));
    }

    /// <summary>Whom a surname means: of those who bear it in the article the one named last before, else first after; a fuller name must fit.</summary>
    public ActorDraft? Find(string surname, Part part, NameGroup? fuller)
    {
        if (!_persons.TryGetValue(surname, out var named)) return null;
        var here = _order[part];
        (int Part, ActorDraft Person)? best = null;
        foreach (var candidate in named)
        {
            if (fuller is not null && !HasFirstName(candidate.Person, part, fuller)) continue;
            var before = candidate.Part <= here;
            if (best is not { } b || (before && (b.Part > here || candidate.Part >= b.Part)) || (!before && b.Part > here && candidate.Part < b.Part)) best = candidate;
        }

        return best?.Person;
    }

    /// <summary>The surname of a name, folded.</summary>
    public static string Surname(Part part, NameGroup group)
    {
        // Son-hui: the family name of a Korean or Chinese name with a hyphen stands first.
        for (var t = group.NameFirst + 1; t <= group.Last; t++)
            if (part.Tokens[t].Form == "-" && group.NameFirst + 1 < t) return Spelling.Fold(part.Tokens[group.NameFirst].Form);
        return Spelling.Fold(part.Tokens[group.Last].Form);
    }

    private static bool HasFirstName(ActorDraft person, Part part, NameGroup group)
    {
        var first = Spelling.Fold(part.Tokens[group.NameFirst].Form);
        return person.Names.Exists(n => Spelling.Fold(n).StartsWith(first, StringComparison.Ordinal)) || Spelling.Fold(person.Name).StartsWith(first, StringComparison.Ordinal);
    }
}
