using Entente.Language;
using Entente.Lexicon;
using NodaTime;

namespace Entente.Actors;

/// <summary>Says who holds an office on a day, and what kind of thing an unknown name is.</summary>
internal sealed class ActorNaming(PoliticalLexicon lexicon, LocalDate? day)
{
    // A minister is still called so by the press for a while after he leaves, and names of the elected come before their term.
    private const int DaysBeside = 200;

    /// <summary>Who holds <paramref name="office"/> of the state <paramref name="country"/> on the day of the report.</summary>
    public Entity? Holder(string country, string office)
    {
        if (day is not { } now) return null;
        foreach (var name in SameOffices(office))
        {
            Entity? best = null;
            var latest = LocalDate.MinIsoValue;
            foreach (var person in lexicon.Gazetteer.Holders(country, name))
                foreach (var term in person.Terms)
                    if (term.Office == name && term.Body is null && term.Covers(now) && (term.From ?? LocalDate.MinIsoValue) >= latest)
                        (best, latest) = (person, term.From ?? LocalDate.MinIsoValue);
            if (best is not null) return best;
        }

        return null;
    }

    private static IEnumerable<string> SameOffices(string office) => office switch
    {
        "premier" => ["prime minister", "premier", "chancellor"],
        "head of state" => ["president", "king", "emir", "supreme leader"],
        "leader" => ["supreme leader", "leader"],
        "foreign secretary" or "external affairs minister" or "foreign minister" => ["foreign minister", "foreign secretary", "external affairs minister", "secretary of state"],
        "defense minister" or "defence minister" or "defense secretary" or "defence secretary" => ["defence minister", "defense minister", "defence secretary", "defense secretary", "secretary of defense"],
        "chairman" => ["chairman"],
        _ => [office],
    };

    /// <summary>The person of the lexicon whom a surname means: in office around the day, and fitting title and country, or a head of state or government.</summary>
    public Entity? OfficeHolder(string name, NameGroup group, string? country)
    {
        var candidates = lexicon.Gazetteer.BySurname(name);
        if (candidates.Count == 0 || day is not { } now) return null;
        Entity? best = null;
        var bestScore = 0;
        var tied = false;
        foreach (var person in candidates)
        {
            var score = Score(person, now, group, country);
            if (score > bestScore) (best, bestScore, tied) = (person, score, false);
            else if (score == bestScore && score > 0) tied = true;
        }

        return tied ? null : best;
    }

    private static int Score(Entity person, LocalDate now, NameGroup group, string? country)
    {
        if (country is not null && person.Country != country) return 0;
        var score = 0;
        foreach (var term in person.Terms)
        {
            var distance = term.Distance(now);
            if (distance > (group.Former ? 365 * 20 : DaysBeside)) continue;
            var head = term.Body is null && term.Office is "president" or "prime minister" or "chancellor" or "supreme leader" or "king" or "crown prince" or "premier";
            var titled = group.Agent is { } agent && (agent.Phrase == term.Office || term.Office.EndsWith(agent.Phrase, StringComparison.Ordinal) || agent.Phrase.EndsWith(term.Office, StringComparison.Ordinal));
            // A bare surname is enough for heads of state and government only.
            var points = (titled ? 40 : 0) + (head ? 20 : 0) + (country is not null ? 15 : 0) + (distance == 0 ? 5 : 0);
            if (titled || head || (country is not null && group.Agent is not null)) score = Math.Max(score, points);
        }

        return group.Agent is null && score < 25 ? 0 : score;
    }

    /// <summary>What kind of thing an unknown name is, by its own words, its title and its place in the sentence.</summary>
    public ActorKind KindOf(Part part, NameGroup group)
    {
        var tokens = part.Tokens;
        if (group.Agent is { } agent)
            return group.AgentFirst >= group.NameFirst ? agent.Kind == ActorKind.Office ? ActorKind.Office : ActorKind.Organisation : ActorKind.Person;
        var (first, last) = (tokens[group.NameFirst].Form, tokens[group.Last].Form);
        if (IsOrganisationWord(last) || IsOrganisationWord(first)) return ActorKind.Organisation;
        if (lexicon.GivenNames.Contains(first) || (group.Last - group.NameFirst > 1 && lexicon.GivenNames.Contains(tokens[group.NameFirst + 1].Form))) return ActorKind.Person;
        switch (MentionKind(tokens, group))
        {
            case "person": return ActorKind.Person;
            case "organisation": return ActorKind.Organisation;
            case "place" or "state": return ActorKind.Place;
            case "group": return ActorKind.Group;
        }

        var single = group.NameFirst == group.Last;
        if (single && first.Length is > 1 and < 7 && first.All(char.IsUpper)) return ActorKind.Organisation;
        var head = tokens[part.HeadOf(group)];
        if (group.First > 0 && tokens[group.First - 1].Lemma is "in" or "at" or "near" or "from" or "to" or "outside" or "across" && head.Relation is "obl" or "nmod") return ActorKind.Place;
        if (head.Relation is "compound" or "amod") return ActorKind.Organisation;
        if (head.Relation is "nsubj" or "appos" or "flat" or "nmod:poss" or "nsubj:pass") return ActorKind.Person;
        return single ? ActorKind.Organisation : ActorKind.Person;
    }

    /// <summary>The kind of the mention of which the name is a part, or the whole; null where the model saw none.</summary>
    private static string? MentionKind(Token[] tokens, NameGroup group)
        => tokens[group.Last].Mention is { } part ? part[2..] : null;

    private static bool IsOrganisationWord(string word) => word is "Committee" or "Party" or "Front" or "Movement" or "Group" or "Council" or "University" or "Institute"
        or "Agency" or "Association" or "Foundation" or "Corporation" or "Corp" or "Corp." or "Inc" or "Inc." or "Ltd" or "Ltd." or "Company" or "Co." or "Times" or "News"
        or "TV" or "Television" or "Radio" or "Post" or "Journal" or "Herald" or "Airlines" or "Airways" or "Brigade" or "Brigades" or "Army" or "Union" or "League"
        or "Federation" or "Alliance" or "Coalition" or "Commission" or "Court" or "Tribunal" or "Bank" or "Ministry" or "Department" or "Office" or "Bureau" or "Authority"
        or "Board" or "Center" or "Centre" or "Society" or "Network" or "Forum" or "Congress" or "Parliament" or "Senate" or "Assembly" or "House" or "Police" or "Force"
        or "Forces" or "Guard" or "Corps" or "College" or "School" or "Hospital" or "Church" or "Club" or "Trust" or "Fund" or "Organization" or "Organisation" or "Initiative"
        or "Project" or "Campaign" or "Observatory" or "Administration" or "Service" or "Services" or "Division" or "Command" or "Secretariat" or "Media" or "Press" or "Magazine"
        or "Technologies" or "Systems" or "Industries" or "Holdings" or "Motors" or "Energy" or "Pharmaceuticals" or "Democrats" or "Republicans" or "Conservatives" or "Greens";
}
