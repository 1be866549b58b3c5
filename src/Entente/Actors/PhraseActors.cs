using Entente.Language;
using Entente.Lexicon;

namespace Entente.Actors;

/// <summary>Says which actors a phrase names: through pronouns, relative clauses, "the two countries", amounts and modifiers.</summary>
internal sealed class PhraseActors(ArticleActors actors, PoliticalLexicon lexicon)
{
    private const int LookBackSentences = 3;
    private readonly Dictionary<(int Part, int Token), IReadOnlyList<ActorDraft>> _direct = [];

    /// <summary>The actors that the phrase headed by <paramref name="token"/> names itself; empty if it names none.</summary>
    public IReadOnlyList<ActorDraft> Direct(int part, int token)
    {
        if (_direct.TryGetValue((part, token), out var known)) return known;
        // A loop of pronouns that point at each other ends here.
        _direct[(part, token)] = [];
        var found = new List<ActorDraft>();
        AddDirect(part, token, found);
        _direct[(part, token)] = found;
        return found;
    }

    /// <summary>The actors that the phrase names, or else those within it: "Israel's demand" gives Israel.</summary>
    /// <param name="part">The part.</param>
    /// <param name="token">The phrase's head.</param>
    /// <param name="places">Whether where something is ("talks in Geneva") counts.</param>
    public IReadOnlyList<ActorDraft> Within(int part, int token, bool places = true)
    {
        var direct = Direct(part, token);
        return direct.Count > 0 ? direct : Inner(part, token, 0, places);
    }

    private List<ActorDraft> Inner(int part, int token, int depth, bool places)
    {
        var tokens = actors.Parts[part].Tokens;
        foreach (var relation in (ReadOnlySpan<string>)["nmod:poss", "compound", "amod", "nmod", "appos"])
        {
            for (var t = 0; t < tokens.Length; t++)
            {
                if (tokens[t].Head != token || tokens[t].Relation != relation) continue;
                if (relation == "nmod" && CaseOf(tokens, t) is not ("of" or "by" or "from" or "against" or "with" or "to" or "in" or "for" or "on" or "between")) continue;
                if (relation == "nmod" && !places && CaseOf(tokens, t) is "in" or "on") continue;
                var found = new List<ActorDraft>(Direct(part, t));
                if (found.Count == 0 && depth < 2) found = Inner(part, t, depth + 1, places);
                if (found.Count > 0) return found;
            }
        }

        return [];
    }

    private void AddDirect(int part, int token, List<ActorDraft> found)
    {
        var here = actors.Parts[part];
        var tokens = here.Tokens;
        if (Antecedent(tokens, token) is var antecedent and >= 0)
        {
            Add(found, Direct(part, antecedent));
            return;
        }

        var group = here.Map[token];
        if (PairNoun(here, token) && LastTwo(part, token) is { Count: 2 } two) Add(found, two);
        else if (Described(here, group) is { } actor) Add(found, actor == group!.Actor ? [actor, .. group.Others] : [actor]);
        else if (tokens[token].Upos == "PRON" || tokens[token].Xpos is "PRP$") Add(found, Pronoun(part, token));
        else if (IsTheCountry(tokens, token) && LastState(part, token) is { } state) Add(found, [state]);
        else if (lexicon.Sets.Contains("quantity", tokens, token) || tokens[token].Upos == "NUM") AddOf(part, token, found);

        for (var t = token + 1; t < tokens.Length; t++)
            if (tokens[t].Head == token && tokens[t].Relation == "conj" && tokens[t].Upos is not ("VERB" or "AUX")) Add(found, Direct(part, t));
    }

    /// <summary>"Russian President Vladimir Putin" is Putin, whichever word heads the phrase.</summary>
    private static ActorDraft? Described(Part here, NameGroup? group)
    {
        if (group?.Actor is null || group.Known.Count == 0 || group.Known[0].Use != NameUse.Adjective || group.Last + 1 >= here.Tokens.Length) return group?.Actor;
        var next = here.Map[group.Last + 1];
        return next?.Actor is { Kind: not ActorKind.Place } described && here.Tokens[group.First].Xpos is not ("NNS" or "NNPS") ? described : group.Actor;
    }

    private void AddOf(int part, int token, List<ActorDraft> found)
    {
        var tokens = actors.Parts[part].Tokens;
        for (var t = token + 1; t < tokens.Length; t++)
            if (tokens[t].Head == token && tokens[t].Relation.StartsWith("nmod", StringComparison.Ordinal)) Add(found, Direct(part, t));
    }

    /// <summary>The noun that a relative pronoun stands for; -1 if the token is none.</summary>
    private static int Antecedent(Token[] tokens, int token)
    {
        if (tokens[token].Xpos is not ("WP" or "WDT" or "WP$") && !(tokens[token].Lemma == "that" && tokens[token].Upos == "PRON")) return -1;
        for (int at = tokens[token].Head, hops = 0; at >= 0 && hops < 8; at = tokens[at].Head, hops++)
            if (tokens[at].Relation is "acl:relcl") return tokens[tokens[at].Head].Upos == "VERB" ? NounBefore(tokens, token) : tokens[at].Head;
        return -1;
    }

    /// <summary>A relative clause that the parser hung on the verb is the last noun's before it.</summary>
    private static int NounBefore(Token[] tokens, int token)
    {
        for (var t = token - 1; t >= 0; t--)
            if (tokens[t].Upos is "NOUN" or "PROPN") return t;
        return -1;
    }

    private IReadOnlyList<ActorDraft> Pronoun(int part, int token)
    {
        var lemma = actors.Parts[part].Tokens[token].Form.ToLowerInvariant();
        return lemma switch
        {
            "he" or "him" or "his" or "she" or "her" or "himself" or "herself" =>
                Last(part, token, static a => a.Kind is ActorKind.Person || (a.Kind is ActorKind.Office && !a.Plural)) is { } person ? [person] : [],
            "it" or "its" or "itself" =>
                Last(part, token, static a => a.Kind is ActorKind.State or ActorKind.Organisation || (a.Kind == ActorKind.Group && !a.Plural)) is { } body ? [body] : [],
            "they" or "them" or "their" or "themselves" => Several(part, token),
            "we" or "us" or "our" or "i" or "my" or "me" => Speaker(part, token),
            _ => [],
        };
    }

    private IReadOnlyList<ActorDraft> Several(int part, int token)
    {
        if (Last(part, token, static a => a.Plural || a.Kind is ActorKind.Population or ActorKind.Group) is { } plural) return [plural];
        return Last(part, token, static a => a.Kind is ActorKind.Organisation or ActorKind.State) is { } body ? [body] : [];
    }

    /// <summary>Who speaks where "we" and "I" stand: the subject of the verb of saying above, or an editorial's country.</summary>
    private IReadOnlyList<ActorDraft> Speaker(int part, int token)
    {
        var tokens = actors.Parts[part].Tokens;
        for (int at = token, hops = 0; at >= 0 && hops < 20; at = tokens[at].Head, hops++)
        {
            for (var t = 0; t < tokens.Length; t++)
            {
                // "We will strike back", he said: the verb of saying hangs below or above.
                var below = tokens[t].Head == at && tokens[t].Relation == "parataxis" && IsSay(tokens, t);
                var above = t == tokens[at].Head && tokens[at].Relation is "ccomp" or "parataxis" && t == tokens[at].Head && IsSay(tokens, t);
                if (!below && !above) continue;
                // "Reported the visit and said": the second verb shares the subject of the first.
                var first = tokens[t].Relation == "conj" ? tokens[t].Head : t;
                for (var s = 0; s < tokens.Length; s++)
                    if ((tokens[s].Head == t || tokens[s].Head == first) && tokens[s].Relation == "nsubj" && Direct(part, s) is { Count: > 0 } speakers) return speakers;
            }
        }

        return actors.Ourselves is { } ours ? [ours] : [];
    }

    private bool IsSay(Token[] tokens, int t) => tokens[t].Upos == "VERB" && lexicon.Operators.Of(tokens[t].Lemma, 'V').Any(o => o.Kind == OperatorKind.Say);

    /// <summary>The actor named last before a token that fits: subjects of this and the last sentences first, then any.</summary>
    private ActorDraft? Last(int part, int token, Func<ActorDraft, bool> fits)
    {
        var place = actors.Parts[part].In;
        for (var p = part; p >= 0 && p > part - LookBackSentences; p--)
        {
            var here = actors.Parts[p];
            if (here.In != place) break;
            ActorDraft? any = null;
            for (var g = here.Groups.Count - 1; g >= 0; g--)
            {
                var group = here.Groups[g];
                if (group.Actor is not { } actor || (p == part && group.Last >= token) || !fits(actor)) continue;
                var relation = here.Tokens[here.HeadOf(group)].Relation;
                if (relation is "nsubj" or "nsubj:pass") return actor;
                any ??= actor;
            }

            if (any is not null && p < part) return any;
            if (any is not null && !HasSubjectBefore(p - 1, place, fits)) return any;
        }

        return null;
    }

    private bool HasSubjectBefore(int part, string? place, Func<ActorDraft, bool> fits)
    {
        if (part < 0 || actors.Parts[part].In != place) return false;
        var here = actors.Parts[part];
        return here.Groups.Exists(g => g.Actor is { } a && fits(a) && here.Tokens[here.HeadOf(g)].Relation is "nsubj" or "nsubj:pass");
    }

    private bool PairNoun(Part here, int token)
    {
        if (!lexicon.Sets.Contains("pair-noun", here.Tokens, token)) return false;
        for (var t = token - 1; t >= 0 && t >= token - 4; t--)
        {
            if (here.Tokens[t].Lemma.ToLowerInvariant() is "both") return true;
            if (here.Tokens[t].Lemma == "two") return t > 0 && here.Tokens[t - 1].Lemma.ToLowerInvariant() is "the" or "these" or "those" or "'s" or "its" or "their";
        }

        return false;
    }

    private static bool IsTheCountry(Token[] tokens, int token) =>
        tokens[token].Lemma is "country" or "nation" or "kingdom" or "republic" && tokens[token].Xpos == "NN" && token > 0 && tokens[token - 1].Lemma is "the" or "this" or "that";

    private ActorDraft? LastState(int part, int token) => Last(part, token, static a => a.Kind == ActorKind.State);

    private List<ActorDraft> LastTwo(int part, int token)
    {
        var lemma = actors.Parts[part].Tokens[token].Lemma;
        var persons = lemma is "leader" or "president" or "man" or "minister" or "diplomat" or "counterpart";
        var two = new List<ActorDraft>();
        var place = actors.Parts[part].In;
        for (var p = part; p >= 0 && actors.Parts[p].In == place && two.Count < 2; p--)
        {
            var here = actors.Parts[p];
            for (var g = here.Groups.Count - 1; g >= 0 && two.Count < 2; g--)
            {
                if (here.Groups[g].Actor is not { } actor || (p == part && here.Groups[g].Last >= token)) continue;
                var wanted = persons ? actor.Kind == ActorKind.Person ? actor : null : actors.StateActor(actor.Country);
                if (wanted is not null && !two.Contains(wanted)) two.Add(wanted);
            }
        }

        two.Reverse();
        return two.Count == 2 ? two : [];
    }

    /// <summary>The lemma of the preposition of a phrase, or null.</summary>
    public static string? CaseOf(Token[] tokens, int token)
    {
        for (var t = token - 1; t >= 0; t--)
            if (tokens[t].Head == token && tokens[t].Relation == "case") return tokens[t].Lemma;
        return null;
    }

    private static void Add(List<ActorDraft> found, IReadOnlyList<ActorDraft> more)
    {
        foreach (var actor in more)
            if (!found.Contains(actor)) found.Add(actor);
    }
}
