using Entente.Actors;
using Entente.Language;
using Entente.Lexicon;

namespace Entente.Events;

/// <summary>Reads clauses out of a sentence's tree: who fills which slot, through passives, control, relative clauses, conjunctions and light verbs.</summary>
internal sealed class ClauseReader(Part part, PoliticalLexicon lexicon)
{
    private readonly Dictionary<int, Clause> _clauses = [];

    public Tree Tree { get; } = new(part.Tokens);

    private Token[] Tokens => part.Tokens;

    // Headlines leave auxiliaries out: "Minister ousted"; in a sentence such a participle is a past tense mistaken.
    private bool IsHeadline => part.In is not null || Tokens[^1].Upos != "PUNCT";

    /// <summary>The clause of the predicate at <paramref name="token"/>.</summary>
    public Clause Of(int token)
    {
        if (_clauses.TryGetValue(token, out var clause)) return clause;
        var pos = Tokens[token].Upos switch { "VERB" or "AUX" => 'V', "ADJ" => 'A', _ => 'N' };
        clause = new Clause { Token = token, Pos = pos, Lemma = Tokens[token].Lemma.ToLowerInvariant() };
        // Known before it is filled, so that a loop of borrowed subjects ends.
        _clauses[token] = clause;
        if (pos == 'N') FillNoun(clause);
        else FillVerb(clause);
        return clause;
    }

    private void FillVerb(Clause clause)
    {
        var verb = clause.Token;
        clause.Passive = Tree.Has(verb, "aux:pass") || (Tree.Has(verb, "nsubj:pass") && !HasAuxiliary(verb) && (HasByAgent(verb) || IsHeadline)) || IsReducedPassive(verb);
        foreach (var child in Tree.Children(verb)) AddChild(clause, child);
        BorrowPhrases(clause);
        ReadMood(clause, verb);
        if (clause.Pos == 'V') FindStraySubject(clause);
        if (clause.Pos == 'V') BorrowSubject(clause);
        if (clause.Object.Count == 0 && !clause.Passive && clause.Pos == 'V') BorrowObject(clause);
    }

    /// <summary>"Imposed sanctions on Russia": whether the phrase hangs on verb or object, it is the verb's too.</summary>
    private void BorrowPhrases(Clause clause)
    {
        for (var i = 0; i < clause.Object.Count; i++)
        {
            foreach (var child in Tree.Children(clause.Object[i]))
                if (Tokens[child].Relation is "nmod" && Tree.CaseOf(child) is { } preposition && !clause.Phrases.ContainsKey(preposition)) clause.AddPhrase(preposition, child);
        }
    }

    private bool IsReducedPassive(int verb) =>
        Tokens[verb].Xpos == "VBN" && Tokens[verb].Upos == "VERB" && !HasAuxiliary(verb)
        && (Tokens[verb].Relation is "acl" || (Tokens[verb].Relation is "root" or "advcl" or "parataxis" or "conj" or "ccomp" && HasByAgent(verb)));

    private bool HasAuxiliary(int verb)
    {
        foreach (var child in Tree.Children(verb))
            if (Tokens[child].Relation == "aux") return true;
        return false;
    }

    private bool HasByAgent(int verb)
    {
        foreach (var child in Tree.Children(verb))
            if (Tokens[child].Relation is "obl:agent" or "obl" && Tree.CaseOf(child) == "by") return true;
        return false;
    }

    private void AddChild(Clause clause, int child)
    {
        var relation = Tokens[child].Relation;
        switch (relation)
        {
            case "nsubj" or "nsubj:outer":
                clause.Subject.Add(child);
                break;
            case "nsubj:pass":
                (clause.Passive ? clause.Object : clause.Subject).Add(child);
                break;
            case "obj":
                clause.Object.Add(child);
                break;
            case "iobj":
                clause.IndirectObject.Add(child);
                break;
            // "Called the deal a failure": what the object is said to be, no act of it.
            case "xcomp" when clause.Object.Count > 0 && Tokens[child].Upos is "NOUN" or "PROPN" or "ADJ" && !Tree.Has(child, "cop") && Tree.CaseOf(child) is null:
                break;
            case "xcomp" or "ccomp" or "csubj" or "csubj:pass":
                clause.Clauses.Add(child);
                break;
            case "obl:agent":
                clause.Subject.Add(child);
                clause.AddPhrase("by", child);
                break;
            case "compound:prt":
                clause.Lemma = $"{Tokens[clause.Token].Lemma.ToLowerInvariant()} {Tokens[child].Lemma.ToLowerInvariant()}";
                break;
            case "advcl" when Tree.CaseOf(child) is { } mark:
                clause.AddPhrase(mark, child);
                if (mark is "of" or "for" or "from" or "against" or "with" or "into" || (mark == "to" && TakesInfinitive(clause.Token))) clause.Clauses.Add(child);
                break;
            case "obl" or "nmod" or "obl:unmarked" or "obl:npmod" when Tree.CaseOf(child) is { } preposition:
                clause.AddPhrase(preposition, child);
                // "In response to Seoul's invitation": whom it answers.
                if (preposition == "in" && Tokens[child].Lemma is "response" or "reply" or "answer") clause.AddPhrase("answer", child);
                if (preposition == "by" && clause.Passive) clause.Subject.Add(child);
                if (preposition == "due" || preposition == "because") break;
                break;
        }
    }

    private void ReadMood(Clause clause, int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            var token = Tokens[child];
            var lemma = token.Lemma.ToLowerInvariant();
            if (token.Relation == "advmod" && lemma is "not" or "n't" or "never" or "no") clause.Negated = true;
            if (token.Relation == "cc:preconj" && lemma == "neither") clause.Negated = true;
            if (token.Relation is "aux")
            {
                if (lemma is "will" or "shall" or "'ll" or "wo" or "would" or "'d") clause.Mood = Mood.Planned;
                else if (lemma is "may" or "might" or "could" or "can" or "ca") clause.Mood = Mood.Hypothetical;
                else if (lemma is "should" or "must" or "ought") clause.Mood = Mood.Obliged;
            }

            if (token.Relation == "mark" && lemma is "if" or "unless" or "whether" or "lest") clause.Mood = Mood.Hypothetical;
        }

        // "No talks were held", "none of them agreed".
        foreach (var argument in clause.Subject.Concat(clause.Object))
            foreach (var child in Tree.Children(argument))
                if (Tokens[child].Relation == "det" && Tokens[child].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) clause.Negated = true;

        if (Tokens[verb].Relation == "conj" && clause.Mood == Mood.Asserted && !HasAuxiliary(verb) && Tree.FirstConjunct(verb) is var first && first != verb
            && Tokens[first].Upos is "VERB" && Tokens[verb].Xpos is "VB" && Tokens[first].Xpos is "VB")
            clause.Mood = Of(first).Mood;
        if (IsGoingTo(verb)) clause.Mood = Mood.Planned;
        // An infinitive of purpose tells what is meant, not what was done.
        if (clause.Mood == Mood.Asserted && Tokens[verb].Xpos == "VB" && Tokens[verb].Relation is "acl" or "advcl" && Tree.CaseOf(verb) == "to"
            && Tokens[verb].Head is var head && head >= 0 && !TakesInfinitive(head)) clause.Mood = Mood.Hypothetical;
    }

    /// <summary>Whether a word is one that embeds an act ("urge", "refusal"), so that an infinitive after it is what it speaks of.</summary>
    private bool TakesInfinitive(int token)
    {
        var pos = Tokens[token].Upos switch { "VERB" => 'V', "ADJ" => 'A', _ => 'N' };
        return lexicon.Operators.Of(Tokens[token].Lemma.ToLowerInvariant(), pos).Any(o => o.Kind is not (OperatorKind.Say or OperatorKind.Light or OperatorKind.Begin) && o.Slots.Contains("clause"));
    }

    /// <summary>"Is going to visit", "is to visit", "is set to visit".</summary>
    private bool IsGoingTo(int verb)
    {
        if (Tokens[verb].Xpos == "VB" && Tree.CaseOf(verb) == "to")
            foreach (var child in Tree.Children(verb))
                if (Tokens[child].Relation is "cop" or "aux" && Tokens[child].Lemma == "be") return true;
        if (Tokens[verb].Relation != "xcomp" || Tokens[verb].Head is var head && head < 0) return false;
        return Tokens[head].Form.Equals("going", StringComparison.OrdinalIgnoreCase) || Tokens[head].Lemma == "be";
    }

    /// <summary>A name directly before a finite verb that the parser took for an adverb is its subject.</summary>
    private void FindStraySubject(Clause clause)
    {
        if (clause.Subject.Count > 0 || clause.Passive) return;
        foreach (var child in Tree.Children(clause.Token))
            if (child < clause.Token && part.Map[child]?.Actor is not null && Tokens[child].Relation is "advmod" or "dep" or "obl:unmarked" or "compound" or "dislocated" or "vocative" && Tree.CaseOf(child) is null)
                clause.Subject.Add(child);
    }

    private void BorrowSubject(Clause clause)
    {
        var verb = clause.Token;
        var wants = clause.Passive ? clause.Object : clause.Subject;
        if (wants.Count > 0) return;
        var head = Tokens[verb].Head;
        switch (Tokens[verb].Relation)
        {
            case "acl" or "acl:relcl" when head >= 0:
                AddRelative(clause, head);
                break;
            case "xcomp" when head >= 0 && Tokens[head].Upos == "VERB" && Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP":
                // A finite clause has a subject of its own, even if the parser missed it.
                break;
            case "xcomp" or "advcl" when head >= 0 && Tokens[head].Upos is "VERB" or "AUX" or "ADJ":
                wants.AddRange(Controller(Of(head), Tokens[verb].Relation, verb, Tree.CaseOf(verb)));
                break;
            case "xcomp" or "advcl" when head >= 0 && Tokens[head].Upos is "NOUN":
                wants.AddRange(Of(head).Subject);
                break;
            case "conj":
                var first = Tree.FirstConjunct(verb);
                if (first == verb || Tokens[first].Upos is not ("VERB" or "AUX" or "ADJ" or "NOUN")) break;
                var other = Of(first);
                // "Was arrested and charged" shares the passive too.
                if (other.Passive && Tokens[verb].Xpos == "VBN" && !clause.Passive && clause.Object.Count == 0 && !Tree.Has(verb, "aux"))
                {
                    clause.Passive = true;
                    clause.Object.AddRange(other.Object);
                    if (clause.Subject.Count == 0) clause.Subject.AddRange(other.Subject);
                }
                else
                {
                    wants.AddRange(other.Passive ? other.Object : other.Subject);
                }

                break;
        }
    }

    /// <summary>A participle or relative clause hangs on a noun, which is its subject or object.</summary>
    private void AddRelative(Clause clause, int noun)
    {
        if (clause.Passive) clause.Object.Add(noun);
        else if (Tokens[clause.Token].Relation == "acl:relcl" && clause.Subject.Count > 0) clause.Object.Add(noun);
        else if (Tokens[clause.Token].Xpos == "VB") clause.Subject.AddRange(Of(noun).Subject);
        else clause.Subject.Add(noun);
    }

    /// <summary>Who does what the complement of a verb says: the one asked, or the one who promises.</summary>
    private static List<int> Controller(Clause governor, string relation, int verb, string? mark)
    {
        // "Accused Russia of attacking Odesa": Russia attacked.
        if (relation == "xcomp" || (mark is "of" or "for" or "from" or "into" && governor.Pos == 'V' && !governor.Passive))
        {
            if (governor.Object.Count > 0 && governor.Pos == 'V') return governor.Object.Where(o => o != verb).ToList();
            foreach (var preposition in (ReadOnlySpan<string>)["on", "upon", "for"])
                if (governor.Lemma is "call" or "prevail" or "press" or "wait" && governor.Slot(preposition) is { Count: > 0 } asked) return [.. asked];
        }

        return governor.Passive ? governor.Object : governor.Subject;
    }

    /// <summary>"Arrested and charged three men": the first of two joined verbs shares the object of the second.</summary>
    private void BorrowObject(Clause clause)
    {
        foreach (var child in Tree.Children(clause.Token))
        {
            if (Tokens[child].Relation != "conj" || Tokens[child].Upos != "VERB" || child - clause.Token > 3) continue;
            foreach (var grandchild in Tree.Children(child))
                if (Tokens[grandchild].Relation == "obj") clause.Object.Add(grandchild);
            return;
        }

        if (Tokens[clause.Token].Relation == "acl:relcl" && clause.Subject.Count > 0 && Tokens[clause.Token].Head >= 0
            && !clause.Subject.Contains(Tokens[clause.Token].Head) && clause.Clauses.Count == 0 && !SubjectIsRelative(clause))
            clause.Object.Add(Tokens[clause.Token].Head);
    }

    private bool SubjectIsRelative(Clause clause) => clause.Subject.Any(s => Tokens[s].Xpos is "WP" or "WDT" || Tokens[s].Lemma is "that");

    private void FillNoun(Clause clause)
    {
        var noun = clause.Token;
        var done = lexicon.Sets.Contains("patient-noun", Tokens, noun);
        foreach (var child in Tree.Children(noun))
        {
            var relation = Tokens[child].Relation;
            if (relation == "nmod:poss") (done ? clause.Object : clause.Subject).Add(child);
            else if (relation is "compound" or "amod") AddModifier(clause, child, done);
            else if (relation is "nmod" or "obl" && Tree.CaseOf(child) is { } preposition) AddNounPhrase(clause, child, preposition);
            else if (relation is "acl" && Tokens[child].Xpos is "VB" or "VBG") clause.Clauses.Add(child);
            else if (relation is "nsubj" or "nsubj:outer" && Tokens[child].Lemma.ToLowerInvariant() is not ("it" or "this" or "that" or "there")) clause.Subject.Add(child);
            else if (relation == "ccomp") clause.Clauses.Add(child);
            else if (relation == "det" && Tokens[child].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) clause.Negated = true;
        }

        if (Tree.Has(noun, "cop")) ReadMood(clause, noun);
        FindLightVerb(clause);
    }

    private void AddModifier(Clause clause, int child, bool done)
    {
        if (part.Map[child] is not { Actor: { } actor } group) return;
        // "The Kabul attack", "the Christchurch shooting": a place tells where, not who.
        if (actor.Kind == ActorKind.Place || (group.Known.Count > 0 && group.Known[0].Use == NameUse.Capital && Tokens[child].Relation == "compound")) clause.AddPhrase("in", child);
        else if (Tokens[child].Relation == "compound" && (done || group is { IsName: false, Agent.Kind: ActorKind.Population })) (done ? clause.Object : clause.Subject).Add(child);
        else clause.Subject.Add(child);
    }

    private static void AddNounPhrase(Clause clause, int child, string preposition)
    {
        clause.AddPhrase(preposition, child);
        if (preposition == "of") clause.Object.Add(child);
        if (preposition == "by") clause.Subject.Add(child);
    }

    private void FindLightVerb(Clause clause)
    {
        var noun = Tree.FirstConjunct(clause.Token);
        var verb = Tokens[noun].Head;
        if (verb < 0 || Tokens[verb].Upos != "VERB" || Tokens[noun].Relation is not ("obj" or "nsubj:pass" or "obl")) return;
        var carrier = Of(verb);
        var slot = Tokens[noun].Relation == "obl" ? Tree.CaseOf(noun) ?? "" : "obj";
        var light = lexicon.Operators.Of(carrier.Lemma, 'V').Any(o => o.Kind == OperatorKind.Light && o.Slots.Contains(slot));
        if (Tokens[noun].Relation == "obl" && !light)
            light = Tree.CaseOf(noun) is { } preposition && lexicon.Operators.Of($"{carrier.Lemma} {preposition}", 'V').Any(o => o.Kind == OperatorKind.Light);
        if (!light) return;
        clause.LightVerb = verb;
        if (clause.Subject.Count == 0) clause.Subject.AddRange(carrier.Subject);
        if (carrier.Negated) clause.Negated = true;
        clause.Mood = carrier.Mood;
        foreach (var (preposition, tokens) in carrier.Phrases)
            foreach (var token in tokens)
                if (token != noun) clause.AddPhrase(preposition, token);
        foreach (var recipient in carrier.IndirectObject) clause.IndirectObject.Add(recipient);
    }
}
