using Entente.Actors;
using Entente.Language;
using Entente.Lexicon;

namespace Entente.Events;

/// <summary>
/// Reads the events of one sentence: finds its predicates, sees which of them stands within which (a refusal to talk, a
/// report of a threat to attack), and composes them from the inside out.
/// </summary>
internal sealed class SentenceEvents
{
    private readonly int _partIndex;
    private readonly Part _part;
    private readonly PoliticalLexicon _lexicon;
    private readonly PhraseActors _phrases;
    private readonly ClauseReader _clauses;
    private readonly FrameMatcher _frames;
    private readonly Composition _composition;
    private readonly Dictionary<int, List<(Operator Operator, int Inner)>> _within = [];
    private readonly HashSet<int> _governed = [];
    private bool _loosely;

    private SentenceEvents(int partIndex, Part part, PoliticalLexicon lexicon, PhraseActors phrases)
    {
        (_partIndex, _part, _lexicon, _phrases) = (partIndex, part, lexicon, phrases);
        _clauses = new ClauseReader(part, lexicon);
        _frames = new FrameMatcher(partIndex, part, lexicon, phrases, _clauses);
        _composition = new Composition(partIndex, phrases, _frames);
    }

    private Token[] Tokens => _part.Tokens;

    /// <summary>Reads part <paramref name="partIndex"/> of the article; gives the events and the reader of its clauses.</summary>
    public static (List<EventDraft> Events, ClauseReader Clauses) Read(int partIndex, Part part, PoliticalLexicon lexicon, PhraseActors phrases)
    {
        var reader = new SentenceEvents(partIndex, part, lexicon, phrases);
        var events = reader.ReadAll().Where(e => !e.Unreal).Select(reader.Attribute).ToList();
        return (reader.DropMentions(events), reader._clauses);
    }

    /// <summary>All acts that the part speaks of, supposed and mentioned ones too.</summary>
    /// <param name="partIndex">Number of the part.</param>
    /// <param name="part">The part.</param>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="phrases">Whom phrases name.</param>
    /// <param name="loosely">Whether a word's best frame counts where none fits wholly.</param>
    public static List<EventDraft> ReadActs(int partIndex, Part part, PoliticalLexicon lexicon, PhraseActors phrases, bool loosely) =>
        new SentenceEvents(partIndex, part, lexicon, phrases) { _loosely = loosely }.ReadAll();

    private List<EventDraft> ReadAll()
    {
        var predicates = new List<int>();
        for (var t = 0; t < Tokens.Length; t++)
            if (IsPredicate(t)) predicates.Add(t);
        foreach (var predicate in predicates) FindGovernor(predicate);

        var events = new List<EventDraft>();
        foreach (var predicate in predicates)
            if (!_governed.Contains(predicate)) events.AddRange(Eval(predicate, 0));
        return events;
    }

    private bool IsPredicate(int t)
    {
        var token = Tokens[t];
        if (token.Upos is not ("VERB" or "NOUN" or "ADJ" or "AUX") && !(token.Upos == "PROPN" && char.IsUpper(token.Form[0]))) return false;
        if (_part.Map[t] is { IsName: true }) return false;
        // "Assisted living", "wanted men": a participle before its noun names a kind.
        if (token.Upos == "VERB" && token.Relation == "amod") return false;
        if (token.Upos == "AUX" && token.Relation is "aux" or "aux:pass" or "cop") return false;
        var clause = _clauses.Of(t);
        return _lexicon.Operators.Of(clause.Lemma, clause.Pos).Count > 0 || _frames.IsKnown(clause);
    }

    /// <summary>Finds the operator within whose slot a predicate stands.</summary>
    private void FindGovernor(int predicate)
    {
        var at = _clauses.Tree.FirstConjunct(predicate);
        var head = Tokens[at].Head;
        if (head < 0 || head == predicate) return;
        var governor = _clauses.Of(head);
        var words = OperatorsOf(governor, predicate).ToList();
        // "Told reporters that he lost control" reports; "told them to leave" asks.
        if (Tokens[at].Relation == "ccomp" && IsFinite(at) && words.Exists(w => w.Kind == OperatorKind.Say)) words.RemoveAll(w => w.Kind is not (OperatorKind.Say or OperatorKind.Deny or OperatorKind.Predict or OperatorKind.Threaten));
        foreach (var word in words)
        {
            if (!word.Slots.Any(s => Stands(s, at, governor, word))) continue;
            if (word.Kind == OperatorKind.Light && Tokens[predicate].Upos is not ("NOUN" or "PROPN")) continue;
            if (!_within.TryGetValue(head, out var list)) _within[head] = list = [];
            list.Add((word, predicate));
            _governed.Add(predicate);
            return;
        }
    }

    private bool IsFinite(int verb)
    {
        if (Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        foreach (var child in _clauses.Tree.Children(verb))
            if ((Tokens[child].Relation is "aux" or "aux:pass" or "cop") && Tokens[child].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    private IEnumerable<Operator> OperatorsOf(Clause governor, int predicate)
    {
        foreach (var word in _lexicon.Operators.Of(governor.Lemma, governor.Pos)) yield return word;
        var preposition = _clauses.Tree.CaseOf(predicate);
        if (preposition is null) yield break;
        // "Engage in talks", "go ahead with the exercise": the preposition belongs to the verb.
        foreach (var word in _lexicon.Operators.Of($"{governor.Lemma} {preposition}", governor.Pos))
            yield return word with { Slots = [preposition, .. word.Slots] };
    }

    private bool Stands(string slot, int at, Clause governor, Operator word)
    {
        var relation = Tokens[at].Relation;
        if (slot == "clause")
        {
            if (governor.Lemma == "call" && governor.Slot("on").Count + governor.Slot("upon").Count + governor.Slot("for").Count == 0) return false;
            if (relation is "acl" && governor.Pos == 'N') return Tokens[at].Xpos is "VB" or "VBG";
            return governor.Clauses.Contains(at) && relation is not "csubj";
        }

        if (slot == "obj")
        {
            if (governor.Object.Contains(at)) return true;
            // "The strike ended", "talks resumed".
            return relation == "nsubj" && governor.Object.Count == 0 && governor.Pos == 'V' && word.Kind is OperatorKind.Begin or OperatorKind.Stop;
        }

        return governor.Slot(slot).Contains(at);
    }

    private List<EventDraft> Eval(int token, int depth)
    {
        var clause = _clauses.Of(token);
        var own = _frames.Match(clause) ?? (_loosely ? _frames.MatchLoosely(clause) : null);
        var results = new List<EventDraft>();
        if (depth < 12 && _within.TryGetValue(token, out var within))
        {
            foreach (var (word, inner) in within)
            {
                // A verb's own frame says more than the noun that it carries: "impose sanctions", "strike a deal".
                if (own is not null && word.Kind is OperatorKind.Light or OperatorKind.Begin && Tokens[inner].Upos is "NOUN" or "PROPN" && Tokens[_clauses.Tree.FirstConjunct(inner)].Relation != "obl") continue;
                var drafts = Eval(inner, depth + 1);
                results.AddRange(_composition.Apply(word, clause, drafts));
            }
        }

        // "Said that the government must act": a demand, also where the lexicon does not know the act.
        if (results.Count == 0 && own is null && IsSay(token))
            foreach (var complement in clause.Clauses.Where(c => Tokens[c].Upos is "VERB" or "ADJ" && _clauses.Of(c).Mood == Mood.Obliged))
                if (_composition.Demand(clause, _clauses.Of(complement)) is { } demand) results.Add(demand);
        var typed = _lexicon.Operators.Of(clause.Lemma, clause.Pos).FirstOrDefault(o => Composition.MakesType(o.Kind));
        if (results.Count == 0 && own is null && typed is not null && typed.Slots.Contains("clause") && clause.Pos != 'N' && clause.Clauses.Exists(c => Tokens[c].Relation == "xcomp" || !IsFinite(c)))
            results.AddRange(_composition.Apply(typed, clause, []));
        else if (own is not null && !results.Exists(r => Composition.MakesType(r)))
            results.Add(own);
        var mood = MoodOf(clause);
        return [.. results.Select(r => Composition.InMood(r, clause, mood))];
    }

    /// <summary>A noun's mood is that of the clause in which it stands: "Putin's visit will take place".</summary>
    private Mood MoodOf(Clause clause)
    {
        // A noun as relative clause without a copula is a parser's slip over "that Putin's visit will …".
        if (clause.Pos == 'N' && Tokens[clause.Token].Relation == "acl:relcl" && !_clauses.Tree.Has(clause.Token, "cop")) return Mood.Hypothetical;
        if (clause.Pos != 'N' || clause.LightVerb >= 0 || clause.Mood != Mood.Asserted || Tokens[clause.Token].Relation is not ("nsubj" or "nsubj:pass" or "obj")) return clause.Mood;
        var head = Tokens[clause.Token].Head;
        return head < 0 ? clause.Mood : _clauses.Of(head).Mood;
    }

    /// <summary>Adds who says so; what a party says against another is an accusation.</summary>
    private EventDraft Attribute(EventDraft draft)
    {
        var speakers = new List<ActorDraft>();
        var words = new List<string>();
        for (int at = draft.Trigger, hops = 0; at >= 0 && hops < 25; at = Tokens[at].Head, hops++)
        {
            foreach (var child in _clauses.Tree.Children(at))
            {
                if (Tokens[child].Relation is "parataxis" && IsSay(child) && child != draft.Trigger) AddSpeaker(_clauses.Of(child), speakers, words);
                if (Tokens[child].Relation is "obl" or "nmod" && IsAccordingTo(child)) AddSpeaker(child, speakers, words);
            }

            var head = Tokens[at].Head;
            if (head >= 0 && Tokens[at].Relation is "ccomp" or "parataxis" or "xcomp" && IsSay(head) && head != draft.Trigger) AddSpeaker(_clauses.Of(head), speakers, words);
        }

        speakers.Reverse();
        words.Reverse();
        var attributed = draft with { AccordingTo = [.. words, .. draft.AccordingTo.Where(a => !words.Contains(a))] };
        return speakers.Count > 0 ? Composition.ByParty(attributed, speakers[^1]) : attributed;
    }

    private bool IsSay(int token) => Tokens[token].Upos == "VERB" && _lexicon.Operators.Of(_clauses.Of(token).Lemma, 'V').Any(o => o.Kind == OperatorKind.Say);

    private bool IsAccordingTo(int token)
    {
        foreach (var child in _clauses.Tree.Children(token))
            if (Tokens[child].Relation is "case" && Tokens[child].Lemma.Equals("accord", StringComparison.OrdinalIgnoreCase) || (Tokens[child].Relation == "case" && Tokens[child].Form.Equals("according", StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    private void AddSpeaker(Clause say, List<ActorDraft> speakers, List<string> words)
    {
        if (say.Subject.Count > 0) AddSpeaker(say.Subject[0], speakers, words);
    }

    private void AddSpeaker(int token, List<ActorDraft> speakers, List<string> words)
    {
        var actors = _phrases.Direct(_partIndex, token);
        if (actors.Count > 0)
        {
            foreach (var actor in actors)
            {
                speakers.Add(actor);
                if (!words.Contains(actor.Id)) words.Add(actor.Id);
            }
        }
        else if (Tokens[token].Upos is "NOUN" or "PROPN")
        {
            var (first, last) = _clauses.Tree.Extent(token);
            var phrase = _part.Words(first, Math.Min(last, first + 8));
            if (!words.Contains(phrase)) words.Add(phrase);
        }
    }

    /// <summary>A noun that only mentions an act, with nobody to do it, or beside the verb that tells it, is no event.</summary>
    private List<EventDraft> DropMentions(List<EventDraft> events)
    {
        return [.. events.Where(e => !e.Nominal || (e.Source.Count > 0 && HasBothSides(e) && !events.Exists(o => o != e && !o.Nominal && Tells(o, e))))];

        static bool HasBothSides(EventDraft e) => e.Type != "ASSAULT" || e.Target.Count > 0 || e.Reciprocal;

        bool Tells(EventDraft told, EventDraft noun) =>
            Tokens[noun.Trigger].Head == told.Trigger && ((noun.Target.Count == 0 && !noun.Reciprocal) || noun.Source.Count == 0 || (told.Type == noun.Type && !noun.Reciprocal));
    }
}
