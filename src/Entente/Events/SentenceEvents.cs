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
    private readonly ArticleActors.Part _part;
    private readonly PoliticalLexicon _lexicon;
    private readonly PhraseActors _phrases;
    private readonly ClauseReader _clauses;
    private readonly FrameMatcher _frames;
    private readonly Composition _composition;
    private readonly Dictionary<int, List<(Operator Operator, int Inner)>> _within = [];
    private readonly HashSet<int> _governed = [];

    private SentenceEvents(int partIndex, ArticleActors.Part part, PoliticalLexicon lexicon, PhraseActors phrases)
    {
        (_partIndex, _part, _lexicon, _phrases) = (partIndex, part, lexicon, phrases);
        _clauses = new ClauseReader(part, lexicon);
        _frames = new FrameMatcher(partIndex, part, lexicon, phrases, _clauses);
        _composition = new Composition(partIndex, phrases, _frames);
    }

    private Token[] Tokens => _part.Tokens;

    /// <summary>Reads part <paramref name="partIndex"/> of the article; gives the events and the reader of its clauses.</summary>
    public static (List<EventDraft> Events, ClauseReader Clauses) Read(int partIndex, ArticleActors.Part part, PoliticalLexicon lexicon, PhraseActors phrases)
    {
        var reader = new SentenceEvents(partIndex, part, lexicon, phrases);
        var events = reader.ReadAll().Where(e => !e.Draft.Unreal).Select(e => reader.Attribute(e.Draft, e.Predicate)).ToList();
        return (reader.DropMentions(events), reader._clauses);
    }

    /// <summary>All acts that the part speaks of, supposed and mentioned ones too.</summary>
    public static List<EventDraft> ReadActs(int partIndex, ArticleActors.Part part, PoliticalLexicon lexicon, PhraseActors phrases) =>
        [.. new SentenceEvents(partIndex, part, lexicon, phrases).ReadAll().Select(e => e.Draft)];

    private List<(EventDraft Draft, int Predicate)> ReadAll()
    {
        var predicates = new List<int>();
        for (var t = 0; t < Tokens.Length; t++)
            if (IsPredicate(t)) predicates.Add(t);
        foreach (var predicate in predicates) FindGovernor(predicate);

        var events = new List<(EventDraft, int)>();
        foreach (var predicate in predicates)
            if (!_governed.Contains(predicate)) events.AddRange(Eval(predicate, 0).Select(draft => (draft, predicate)));
        return events;
    }

    private bool IsPredicate(int t)
    {
        var token = Tokens[t];
        if (token.Upos is not ("VERB" or "NOUN" or "ADJ" or "AUX") && !(token.Upos == "PROPN" && char.IsUpper(token.Form[0]))) return false;
        if (_part.Map[t] is { IsName: true }) return false;
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
        foreach (var word in OperatorsOf(governor, predicate))
        {
            if (!word.Slots.Any(s => Stands(s, at, governor, word))) continue;
            if (word.Kind == OperatorKind.Light && Tokens[predicate].Upos is not ("NOUN" or "PROPN")) continue;
            if (!_within.TryGetValue(head, out var list)) _within[head] = list = [];
            list.Add((word, predicate));
            _governed.Add(predicate);
            return;
        }
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
        var own = _frames.Match(clause);
        var results = new List<EventDraft>();
        if (depth < 12 && _within.TryGetValue(token, out var within))
        {
            foreach (var (word, inner) in within)
            {
                // A verb's own frame says more than the noun that it carries: "impose sanctions", "strike a deal".
                if (own is not null && word.Kind is OperatorKind.Light or OperatorKind.Begin && Tokens[inner].Upos is "NOUN" or "PROPN") continue;
                var drafts = Eval(inner, depth + 1);
                results.AddRange(_composition.Apply(word, clause, drafts));
            }
        }

        var typed = _lexicon.Operators.Of(clause.Lemma, clause.Pos).FirstOrDefault(o => Composition.MakesType(o.Kind));
        if (results.Count == 0 && own is null && typed is not null && typed.Slots.Contains("clause") && clause.Clauses.Count > 0 && clause.Pos != 'N')
            results.AddRange(_composition.Apply(typed, clause, []));
        else if (own is not null && !results.Exists(r => Composition.MakesType(r)))
            results.Add(own);
        return [.. results.Select(r => Composition.InMood(r, clause))];
    }

    /// <summary>Adds who says so; what a party says against another is an accusation.</summary>
    private EventDraft Attribute(EventDraft draft, int predicate)
    {
        var speakers = new List<ActorDraft>();
        var words = new List<string>();
        for (int at = predicate, hops = 0; at >= 0 && hops < 25; at = Tokens[at].Head, hops++)
        {
            foreach (var child in _clauses.Tree.Children(at))
            {
                if (Tokens[child].Relation is "parataxis" && IsSay(child) && child != predicate) AddSpeaker(_clauses.Of(child), speakers, words);
                if (Tokens[child].Relation is "obl" or "nmod" && IsAccordingTo(child)) AddSpeaker(child, speakers, words);
            }

            var head = Tokens[at].Head;
            if (head >= 0 && Tokens[at].Relation is "ccomp" or "parataxis" or "xcomp" && IsSay(head) && head != draft.Trigger) AddSpeaker(_clauses.Of(head), speakers, words);
        }

        speakers.Reverse();
        words.Reverse();
        var attributed = draft with { AccordingTo = [.. words] };
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
            var phrase = ArticleActors.Words(_part, first, Math.Min(last, first + 8));
            if (!words.Contains(phrase)) words.Add(phrase);
        }
    }

    /// <summary>A noun that only mentions an act, with nobody to do it, or beside the verb that tells it, is no event.</summary>
    private List<EventDraft> DropMentions(List<EventDraft> events)
    {
        return [.. events.Where(e => !e.Nominal || (e.Source.Count > 0 && !events.Exists(o => o != e && !o.Nominal && Tells(o, e))))];

        bool Tells(EventDraft told, EventDraft noun) =>
            told.Type == noun.Type && told.Source.SequenceEqual(noun.Source) && told.Target.SequenceEqual(noun.Target) && Tokens[noun.Trigger].Head == told.Trigger;
    }
}
