using Entente.Language;
using Entente.Lexicon;
using NodaTime;

namespace Entente.Actors;

/// <summary>
/// Who is named in an article: finds the names of all sentences, then says whom each means on the day of the report. Asked
/// for a token, it gives the actors that the token's phrase names.
/// </summary>
internal sealed class ArticleActors
{
    private readonly PoliticalLexicon _lexicon;
    private readonly Article _article;
    private readonly LocalDate? _day;
    private readonly Dictionary<string, ActorDraft> _byId = new(StringComparer.Ordinal);
    private readonly List<ActorDraft> _inOrder = [];
    private readonly PersonNames _persons;
    private readonly Dictionary<string, int> _countryCounts = new(StringComparer.Ordinal);
    private readonly ActorNaming _naming;

    private ArticleActors(PoliticalLexicon lexicon, Article article, IReadOnlyList<Part> parts)
    {
        (_lexicon, _article, _day) = (lexicon, article, article.Published?.Day);
        Parts = parts;
        _persons = new PersonNames(parts);
        _naming = new ActorNaming(lexicon, _day);
    }

    /// <summary>Sentences of the text, then of the title and captions, with their groups.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The country that the article speaks of most; null if it names none.</summary>
    public string? MainCountry { get; private set; }

    /// <summary>All actors in the order of their first mention.</summary>
    public IReadOnlyList<ActorDraft> All => _inOrder;

    /// <summary>Finds and resolves the names of <paramref name="sentences"/>, each with the text that its spans are offsets into.</summary>
    public static ArticleActors Find(PoliticalLexicon lexicon, Article article, IReadOnlyList<(Sentence Sentence, string Text, string? In)> sentences)
    {
        var finder = new NameFinder(lexicon);
        var folded = new Dictionary<string, string>();
        var parts = new List<Part>(sentences.Count);
        foreach (var (sentence, text, place) in sentences)
        {
            if (!folded.TryGetValue(text, out var plain)) folded[text] = plain = Spelling.Fold(text);
            var map = new NameGroup?[sentence.Tokens.Length];
            parts.Add(new Part(sentence, place, finder.Find(sentence, plain, map), map));
        }

        var actors = new ArticleActors(lexicon, article, parts);
        actors.ResolveAll();
        return actors;
    }

    private void ResolveAll()
    {
        // Full names first, so that a title's bare surname is known from the text below it.
        foreach (var part in Parts) foreach (var group in part.Groups) CountCountry(part, group);
        MainCountry = _countryCounts.Count == 0 ? _article.Country
            : _countryCounts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
        foreach (var part in Parts) foreach (var group in part.Groups.ToArray()) ResolveKnown(part, group);
        foreach (var part in Parts) foreach (var group in part.Groups.ToArray()) ResolveFullName(part, group);
        foreach (var part in Parts) foreach (var group in part.Groups.ToArray()) ResolveShortName(part, group);
        foreach (var part in Parts) foreach (var group in part.Groups) ResolveAgent(part, group);
        foreach (var part in Parts) JoinAppositions(part);
    }

    private void CountCountry(Part part, NameGroup group)
    {
        var country = group.Known.Count == 0 ? null : group.Known[0].Entity.Country;
        // Georgia does not tell whether the report is about America.
        if (group.Known.Any(k => k.Entity.Country != country)) return;
        if (country is not { Length: 3 } || _lexicon.Gazetteer.State(country) is null) return;
        _countryCounts[country] = _countryCounts.GetValueOrDefault(country) + (part.In == "title" ? 3 : group.Known[0].Use == NameUse.Capital ? 1 : 2);
    }

    private void ResolveKnown(Part part, NameGroup group)
    {
        if (group.Known.Count == 0) return;
        var known = Choose(group.Known);
        group.Actor = IsPeople(part, group, known) ? People(known.Entity) : Register(known.Entity, known.Use);
        Mention(part, group, group.NameFirst);
        if (known.Entity.Kind != ActorKind.Person) return;
        TakeTitle(part, group);
        _persons.Add(PersonNames.Surname(part, group), part, group.Actor);
        var last = known.Entity.Name.LastIndexOf(' ');
        if (last > 0) _persons.Add(Spelling.Fold(known.Entity.Name[(last + 1)..]), part, group.Actor);
        // Family names that stand first (Xi, Kim) are how the press shortens them.
        foreach (var person in _lexicon.Gazetteer.BySurname(Spelling.Fold(part.Tokens[group.NameFirst].Form)))
            if (person == known.Entity) _persons.Add(Spelling.Fold(part.Tokens[group.NameFirst].Form), part, group.Actor);
    }

    /// <summary>"Hongkongers", "the Germans": the people, not the state.</summary>
    private static bool IsPeople(Part part, NameGroup group, KnownName known) =>
        known.Use == NameUse.Adjective && part.Tokens[group.Last].Xpos is "NNS" or "NNPS" && known.Text.EndsWith('s') && part.Tokens[group.Last].Relation is not ("amod" or "compound");

    private ActorDraft People(Entity state)
    {
        var draft = Draft($"{state.Id.ToLowerInvariant()}-people", $"people of {state.Name}", ActorKind.Population);
        draft.Country ??= state.Country;
        draft.Plural = true;
        draft.AddSectors(["CVL"]);
        return draft;
    }

    /// <summary>Of several bearers of a name: who fits the day, then the state that the article speaks of, then the likeliest kind.</summary>
    private KnownName Choose(IReadOnlyList<KnownName> known)
    {
        if (known.Count == 1) return known[0];
        var best = known[0];
        var bestScore = int.MinValue;
        for (var i = 0; i < known.Count; i++)
        {
            var entity = known[i].Entity;
            var score = -i * 4;
            if (_day is { } day)
            {
                if (entity.To < day || entity.From > day) score -= 40;
                if (entity.Terms.Count > 0) score -= Math.Min(30, entity.Terms.Min(t => t.Distance(day)) / 365 * 3);
            }

            if (entity.Country is { } country) score += Math.Min(6, _countryCounts.GetValueOrDefault(country));
            if (score > bestScore) (best, bestScore) = (known[i], score);
        }

        return best;
    }

    private void ResolveFullName(Part part, NameGroup group)
    {
        if (group.Actor is not null || !group.IsName || group.Known.Count > 0) return;
        if (group.NameFirst == group.Last) return;
        ResolveUnknown(part, group);
    }

    private void ResolveShortName(Part part, NameGroup group)
    {
        if (group.Actor is not null || !group.IsName) return;
        ResolveUnknown(part, group);
    }

    private void ResolveUnknown(Part part, NameGroup group)
    {
        var name = part.Words(group.NameFirst, group.Last);
        var folded = Spelling.Fold(name);
        var single = group.NameFirst == group.Last;
        TakeTitle(part, group);
        if (_byId.TryGetValue(Spelling.Slug(name), out var same) && same.Kind != ActorKind.Person) group.Actor = same;
        else if (_persons.Find(single ? folded : PersonNames.Surname(part, group), part, single ? null : group) is { } person) group.Actor = person;
        else if (_naming.OfficeHolder(folded, group, PhraseCountries.CountryBefore(part, group)) is { } holder) group.Actor = Register(holder, NameUse.Name);
        // A capital makes no name of a treaty, a law or a ship.
        else if (group.Agent is null && Enumerable.Range(group.NameFirst, group.Last - group.NameFirst + 1).All(t => part.Tokens[t].Mention is null)) return;
        else if (part.In != "title" || group.NameFirst < group.Last) group.Actor = RegisterUnknown(part, group, name);
        // In a headline every word has a capital, so a single one that the text does not name is no name.
        else return;
        if (group.Actor.Kind == ActorKind.Person) _persons.Add(PersonNames.Surname(part, group), part, group.Actor);
        Mention(part, group, group.NameFirst);
    }

    private ActorDraft RegisterUnknown(Part part, NameGroup group, string name)
    {
        var kind = _naming.KindOf(part, group);
        var draft = Draft(Spelling.Slug(name), name, kind);
        draft.Country ??= PhraseCountries.CountryBefore(part, group);
        if (group.Agent is { } agent)
        {
            draft.AddSectors(agent.Sectors);
            draft.Role ??= kind == ActorKind.Person ? agent.Phrase : null;
            draft.Country ??= kind is ActorKind.Organisation ? MainCountry : agent.Sectors.Any(s => s is "GOV" or "LEG" or "JUD" or "COP" or "MIL") ? NearestCountry(part, group.First) : null;
        }

        return draft;
    }

    /// <summary>A noun for an agent directly before a name is its title and joins its group.</summary>
    private static void TakeTitle(Part part, NameGroup group)
    {
        var before = group.First - 1;
        if (before < 0 || part.Map[before] is not { IsName: false, Agent: { } agent } title || title.Last != before) return;
        if (agent.Kind is not (ActorKind.Office or ActorKind.Population or ActorKind.Group) || AgentWords.Singular(part.Tokens[before]) != agent.Phrase[(agent.Phrase.LastIndexOf(' ') + 1)..]) return;
        group.Agent = agent;
        group.AgentFirst = title.AgentFirst;
        group.Former = title.Former;
        group.First = title.First;
        for (var t = title.First; t <= title.Last; t++) part.Map[t] = group;
        part.Groups.Remove(title);
    }

    private void ResolveAgent(Part part, NameGroup group)
    {
        if (group.Actor is not null || group.IsName || group.Agent is not { } agent) return;
        var token = part.Tokens[group.Last];
        var plural = token.Xpos is "NNS" or "NNPS";
        // "Taliban fighters" are the Taliban.
        if (agent.Kind is ActorKind.Group or ActorKind.Population or ActorKind.Organisation && group.First > 0
            && part.Map[group.First - 1] is { Known.Count: > 0, Actor: { Kind: ActorKind.Group } armed } before && before.Last == group.First - 1)
        {
            group.Actor = armed;
            Mention(part, group, group.First);
            return;
        }

        if (plural && PhraseCountries.Countries(part, group) is { Count: > 1 } countries)
        {
            foreach (var each in countries) AddAgentOf(part, group, agent, each);
            return;
        }

        var country = PhraseCountries.CountryBefore(part, group) ?? PhraseCountries.CountryOf(part, group);
        if (agent.Kind == ActorKind.Office && !plural && !group.Former && country is not null && PhraseCountries.IsDefinite(part, group)
            && _naming.Holder(country, agent.Phrase) is { } holder)
        {
            group.Actor = Register(holder, NameUse.Name);
            Mention(part, group, group.First);
            return;
        }

        country ??= !agent.Sectors.Contains("CRM") && (agent.Kind is ActorKind.Office or ActorKind.Organisation || agent.Sectors.Count > 0) ? NearestCountry(part, group.First) : null;
        if (agent.Kind == ActorKind.Office && !plural && !group.Former && country is not null && PhraseCountries.IsDefinite(part, group)
            && _naming.Holder(country, agent.Phrase) is { } likely)
        {
            group.Actor = Register(likely, NameUse.Name);
            Mention(part, group, group.First);
            return;
        }

        var phrase = part.Words(group.First, group.Last);
        var draft = Draft($"{(country is null ? "" : country.ToLowerInvariant() + "-")}{Spelling.Slug(agent.Phrase)}{(group.Former ? "-former" : "")}", phrase, agent.Kind);
        draft.Country ??= country;
        draft.Plural |= plural;
        draft.AddSectors(agent.Sectors);
        group.Actor = draft;
        Mention(part, group, group.First);
    }

    /// <summary>"Indian and Chinese troops", "the presidents of A and B": one for each country; of leaders the one in office.</summary>
    private void AddAgentOf(Part part, NameGroup group, AgentWord agent, string country)
    {
        var draft = agent.Kind == ActorKind.Office && !group.Former && _naming.Holder(country, agent.Phrase) is { } holder
            ? Register(holder, NameUse.Name)
            : Draft($"{country.ToLowerInvariant()}-{Spelling.Slug(agent.Phrase)}", part.Words(group.First, group.Last), agent.Kind);
        draft.Country ??= country;
        if (draft.Known is null)
        {
            draft.Plural = true;
            draft.AddSectors(agent.Sectors);
        }

        draft.AddName(part.Words(group.First, group.Last));
        if (part.In is null) draft.Mentions.Add(part.SpanOf(group.First, group.Last));
        if (group.Actor is null) group.Actor = draft;
        else if (group.Actor != draft) group.Others.Add(draft);
    }

    /// <summary>"Yahya Sarea, the Houthi spokesman": both are one person, who gets the description as his role.</summary>
    private void JoinAppositions(Part part)
    {
        foreach (var group in part.Groups)
        {
            if (group.Actor is not { Kind: ActorKind.Person } person) continue;
            foreach (var other in part.Groups)
            {
                if (other == group || other.IsName || other.Agent is not { Kind: not ActorKind.Organisation } agent || !AreApposed(part, group, other)) continue;
                if (person.Known is null)
                {
                    person.AddSectors(agent.Sectors);
                    person.Country ??= other.Actor?.Country;
                }

                person.Role ??= agent.Phrase;
                if (other.Actor is { } old && old != person && old.Kind != ActorKind.Person) DropMention(part, other, old);
                other.Actor = person;
            }
        }
    }

    private static bool AreApposed(Part part, NameGroup a, NameGroup b)
    {
        var (x, y) = (part.HeadOf(a), part.HeadOf(b));
        var (tx, ty) = (part.Tokens[x], part.Tokens[y]);
        return (tx.Head == y && tx.Relation is "appos" or "flat") && tx.Head == y || (ty.Head == x && ty.Relation is "appos");
    }

    private void DropMention(Part part, NameGroup group, ActorDraft old)
    {
        if (part.In is null) old.Mentions.Remove(part.SpanOf(group.First, group.Last));
        if (old.Mentions.Count > 0 || Parts.Any(p => p.Groups.Any(g => g != group && g.Actor == old))) return;
        _byId.Remove(old.Id);
        _inOrder.Remove(old);
    }

    private ActorDraft Register(Entity entity, NameUse use)
    {
        var kind = entity.Kind;
        var draft = Draft(entity.Id, entity.Name, kind, entity);
        draft.Country ??= entity.Country;
        if (draft.Role is null && entity.Kind == ActorKind.Person && _day is { } day && entity.TermOn(day) is { } term)
        {
            draft.Role = term.Office;
            if (_lexicon.Agents.Find(term.Office) is { } office) draft.AddSectors(office.Sectors);
        }

        draft.AddSectors(entity.Sectors);
        if (draft.Sectors.Count == 0 && entity.Terms.Count > 0 && _lexicon.Agents.Find(entity.Terms[^1].Office) is { } last) draft.AddSectors(last.Sectors);
        if (use == NameUse.Metonym) draft.AddSectors(["GOV"]);
        return draft;
    }

    private ActorDraft Draft(string id, string name, ActorKind kind, Entity? known = null)
    {
        if (_byId.TryGetValue(id, out var draft)) return draft;
        draft = new ActorDraft { Id = id, Name = name, Kind = kind, Known = known };
        _byId[id] = draft;
        _inOrder.Add(draft);
        return draft;
    }

    private static void Mention(Part part, NameGroup group, int from)
    {
        group.Actor!.AddName(part.Words(from, group.Last));
        if (part.In is null) group.Actor.Mentions.Add(part.SpanOf(group.First, group.Last));
    }

    /// <summary>The country named last before a token in its sentence, else the article's main one.</summary>
    private string? NearestCountry(Part part, int before)
    {
        for (var t = before - 1; t >= 0; t--)
            if (part.Map[t] is { Known.Count: > 0 } group && PhraseCountries.CountryOfKnown(group) is { Length: 3 } country && _lexicon.Gazetteer.State(country) is not null) return country;
        return MainCountry;
    }

    /// <summary>The state with this code as an actor of this article.</summary>
    public ActorDraft? StateActor(string? code) => _lexicon.Gazetteer.State(code) is { } state ? Register(state, NameUse.Name) : null;

    /// <summary>Makes the words of <paramref name="span"/> one actor of their own, whatever they name; null where no word lies in it.</summary>
    public ActorDraft? Mark(TextSpan span, string id)
    {
        foreach (var part in Parts)
        {
            var first = Array.FindIndex(part.Tokens, t => t.Span.Start < span.End && t.Span.End > span.Start);
            if (first < 0) continue;
            var last = Array.FindLastIndex(part.Tokens, t => t.Span.Start < span.End && t.Span.End > span.Start);
            var inside = Enumerable.Range(first, last - first + 1).Select(t => part.Map[t]?.Actor).Where(a => a is not null).Distinct().ToList();
            var named = inside.Find(a => a!.Kind is ActorKind.Person or ActorKind.Office or ActorKind.Population) ?? inside.FirstOrDefault();
            var group = new NameGroup
            {
                First = first,
                Last = last,
                NameFirst = first,
                Actor = new ActorDraft
                {
                    Id = id,
                    Name = id,
                    Country = named?.Country,
                    Kind = named?.Kind is null or ActorKind.Place ? ActorKind.Organisation : named.Kind,
                    IsMarked = named?.Kind is null or ActorKind.Place || (named.Kind == ActorKind.State && last > first + 1),
                },
            };
            for (var t = first; t <= last; t++) part.Map[t] = group;
            return group.Actor;
        }

        return null;
    }

    /// <summary>The publication's country, whom "we" means in an editorial.</summary>
    public ActorDraft? Ourselves => _article.Kind == ArticleKind.Editorial ? StateActor(_article.Country) : null;
}
