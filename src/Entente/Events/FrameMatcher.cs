using Entente.Actors;
using Entente.Language;
using Entente.Lexicon;

namespace Entente.Events;

/// <summary>Finds the frame of the lexicon that a clause fits, and who its source and target are.</summary>
internal sealed class FrameMatcher(int partIndex, Part part, PoliticalLexicon lexicon, PhraseActors phrases, ClauseReader clauses)
{
    private Token[] Tokens => part.Tokens;

    /// <summary>The event of the most particular frame that fits; null if none does.</summary>
    public EventDraft? Match(Clause clause)
    {
        foreach (var frames in Candidates(clause))
            foreach (var frame in frames)
                if (HoldAll(frame.When, clause) && Build(frame, clause) is { } draft) return draft;
        return null;
    }

    /// <summary>The event of the frame that fits best, where none fits wholly.</summary>
    public EventDraft? MatchLoosely(Clause clause)
    {
        EventDraft? best = null;
        var bestScore = int.MinValue;
        foreach (var frames in Candidates(clause))
        {
            foreach (var frame in frames)
            {
                var score = frame.When.Sum(c => Holds(c, clause) ? 1 : -2);
                if (score > bestScore && Build(frame, clause) is { } draft) (best, bestScore) = (draft, score);
            }
        }

        return best;
    }

    /// <summary>Whether the lexicon knows the word as a predicate at all.</summary>
    public bool IsKnown(Clause clause)
    {
        if (lexicon.Frames.Has(clause.Lemma, clause.Pos)) return true;
        foreach (var phrase in lexicon.Frames.Phrases(Tokens[clause.Token].Lemma.ToLowerInvariant(), clause.Pos))
            if (IsPhrase(phrase, clause) && lexicon.Frames.Has(phrase[0], clause.Pos)) return true;
        return false;
    }

    /// <summary>The clause of a token that can be a predicate; null for others.</summary>
    public Clause? ClauseAt(int token) => Tokens[token].Upos is "VERB" or "NOUN" or "ADJ" or "AUX" ? clauses.Of(token) : null;

    private IEnumerable<IReadOnlyList<Frame>> Candidates(Clause clause)
    {
        var word = Tokens[clause.Token].Lemma.ToLowerInvariant();
        foreach (var phrase in lexicon.Frames.Phrases(word, clause.Pos))
            if (IsPhrase(phrase, clause)) yield return lexicon.Frames.Of(phrase[0], clause.Pos);
        yield return lexicon.Frames.Of(clause.Lemma, clause.Pos);
    }

    /// <summary>Whether the other words of a phrase of the lexicon (its line, then its words) stand with the clause's word.</summary>
    private bool IsPhrase(string[] phrase, Clause clause)
    {
        if (clause.Pos != 'V')
        {
            for (int i = phrase.Length - 2, t = clause.Token - 1; i >= 1; i--, t--)
                if (t < 0 || (Tokens[t].Lemma != phrase[i] && !Tokens[t].Form.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))) return false;
            return true;
        }

        if (clause.Lemma == phrase[0]) return false;
        if (phrase.Length == 3 && clause.Phrases.TryGetValue(phrase[2], out var objects))
        {
            if (clause.Object.Count == 0) clause.Object.AddRange(objects);
            return true;
        }

        return FollowsWithin(phrase, clause.Token);
    }

    private bool FollowsWithin(string[] phrase, int verb)
    {
        var t = verb + 1;
        for (var i = 2; i < phrase.Length; i++, t++)
        {
            var reach = i == 2 ? 6 : 1;
            while (reach-- > 0 && t < Tokens.Length && Tokens[t].Lemma != phrase[i]) t++;
            if (t >= Tokens.Length || Tokens[t].Lemma != phrase[i]) return false;
        }

        return true;
    }

    private bool HoldAll(IReadOnlyList<Condition> conditions, Clause clause)
    {
        for (var i = 0; i < conditions.Count; i++)
            if (!Holds(conditions[i], clause)) return false;
        return true;
    }

    private bool Holds(Condition condition, Clause clause)
    {
        var fillers = clause.Slot(condition.Slot);
        if (condition.Words.Count == 0) return fillers.Count > 0 != condition.Absent;
        foreach (var filler in fillers)
            foreach (var word in condition.Words)
                if (Is(word, filler)) return !condition.Absent;
        return condition.Absent;
    }

    private bool Is(string word, int token, int depth = 0)
    {
        if (word[0] == '@' ? InSet(word.AsSpan(1), token) : Matches(word, token)) return true;
        // "Hundreds of troops", "food and medicine".
        foreach (var child in clauses.Tree.Children(token))
        {
            if (depth > 3) break;
            if (Tokens[child].Relation == "conj" && Is(word, child, depth + 1)) return true;
            if (Tokens[child].Relation == "nmod" && clauses.Tree.CaseOf(child) == "of" && lexicon.Sets.Contains("quantity", Tokens, token) && Is(word, child, depth + 1)) return true;
        }

        return false;
    }

    private bool InSet(ReadOnlySpan<char> set, int token) =>
        lexicon.Sets.Contains(set, Tokens, token) || (IsMoney(token) && lexicon.Sets.ContainsWord(set, "money"));

    /// <summary>"$49 million", "23 billion euros".</summary>
    private bool IsMoney(int token)
    {
        if (Tokens[token].Upos == "SYM" || Tokens[token].Lemma is "dollar" or "euro" or "pound" or "yen" or "yuan" or "ruble" or "rouble" or "rupee" or "won" or "franc" or "peso") return true;
        foreach (var child in clauses.Tree.Children(token))
            if (Tokens[child].Upos == "SYM" && Tokens[child].Form is "$" or "€" or "£" or "¥" or "US$") return true;
        return false;
    }

    private bool Matches(string word, int token) => word switch
    {
        "ACTOR" => phrases.Direct(partIndex, token).Count > 0,
        "STATE" => phrases.Direct(partIndex, token).Any(a => a.IsMarked || a.Kind == ActorKind.State),
        "PERSON" => phrases.Direct(partIndex, token).Any(a => a.IsMarked || a.Kind is ActorKind.Person or ActorKind.Office or ActorKind.Population),
        _ => Tokens[token].Lemma == word || Tokens[token].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase),
    };

    private EventDraft? Build(Frame frame, Clause clause)
    {
        // "Was met with applause" is no meeting; a fire that kills does not attack.
        if (frame.Reciprocal && clause.Passive) return null;
        if (frame.Type is "ASSAULT" or "COERCE" && clause.Subject.Exists(s => lexicon.Sets.Contains("accident", Tokens, s))) return null;
        var (source, sourceToken) = Fill(frame.Source, clause, []);
        // "Held talks in Geneva": where words are exchanged, a place is no side.
        var words = frame.Type is "AGREE" or "CONSULT" or "SUPPORT" or "COOPERATE" && frame.Mode != "visit";
        var (target, targetToken) = Fill(words ? [.. frame.Target.Where(s => s is not ("in" or "at" or "near"))] : frame.Target, clause, source, places: !words);
        if (frame.Mode == "resign") (target, targetToken) = ([], -1);
        if (frame.Type is "REQUEST" or "ACCUSE" or "REJECT" && target.Count > 0 && target.All(t => t.Kind == ActorKind.Place)) (target, targetToken) = ([], -1);
        if (IsHeadlinePassive(frame, clause, target)) (source, sourceToken, target, targetToken) = ([], -1, source, sourceToken);
        if (target.Count == 0 && frame.Type is "THREATEN" or "ACCUSE" or "REJECT" or "REQUEST") (target, targetToken) = Deep(clause, source);
        if (frame.Type is "SANCTION" or "AID" or "COOPERATE" && source.Count == 0 && target.Count == 0) return null;
        var reciprocal = frame.Reciprocal && (target.Count > 0 || source.Count > 1);
        if (reciprocal) source = [.. source, .. target.Where(t => !source.Contains(t))];
        // An exercise of several states serves them all.
        var joint = frame.Type == "MOBILIZE" && source.Select(s => s.Country).Distinct().Count() > 1 && target.Count == 0;
        reciprocal |= joint;
        return new EventDraft
        {
            Type = joint ? "COOPERATE" : frame.Type,
            Mode = joint ? null : frame.Mode,
            Cameo = joint ? "062" : frame.Cameo,
            Context = frame.Context,
            Source = source,
            Target = reciprocal ? [] : target,
            Partners = reciprocal ? target : [],
            SourceToken = sourceToken,
            TargetToken = targetToken,
            Reciprocal = reciprocal,
            Trigger = clause.Token,
            Nominal = clause.Pos == 'N',
            Why = frame.Line,
        };
    }

    /// <summary>"Minister stabbed": what a headline leaves out is "was".</summary>
    private bool IsHeadlinePassive(Frame frame, Clause clause, IReadOnlyList<ActorDraft> target) =>
        part.In == "title" && clause is { Pos: 'V', Passive: false } && Tokens[clause.Token].Xpos is "VBN" or "VBD" && target.Count == 0 && clause.Object.Count == 0
        && frame.Type is "ASSAULT" or "COERCE" or "SANCTION" && frame.Target.Contains("obj") && clause.Phrases.Keys.All(p => p is "in" or "on" or "at" or "over" or "for" or "after" or "to");

    /// <summary>The first actor anywhere below the object: "threatens a cataclysm to pacify the South".</summary>
    private (IReadOnlyList<ActorDraft> Actors, int Token) Deep(Clause clause, IReadOnlyList<ActorDraft> source)
    {
        foreach (var filler in clause.Object)
        {
            var (first, last) = clauses.Tree.Extent(filler);
            for (var t = first; t <= last; t++)
            {
                if (part.Map[t]?.Actor is not { Kind: not ActorKind.Place } actor || source.Contains(actor)) continue;
                return ([actor], t);
            }
        }

        return ([], -1);
    }

    /// <summary>The actors of the first slot that names any; those of the other side are left out.</summary>
    public (IReadOnlyList<ActorDraft> Actors, int Token) Fill(IReadOnlyList<string> slots, Clause clause, IReadOnlyList<ActorDraft> other, bool places = true)
    {
        var firstToken = -1;
        foreach (var slot in slots)
        {
            foreach (var token in clause.Slot(slot))
            {
                if (firstToken < 0) firstToken = token;
                var actors = phrases.Within(partIndex, token, places).Where(a => !other.Contains(a)).ToList();
                if (actors.Count == 0) continue;
                foreach (var more in clause.Slot(slot))
                    if (more != token && slot is not ("subj" or "obj")) actors.AddRange(phrases.Direct(partIndex, more).Where(a => !actors.Contains(a) && !other.Contains(a)));
                return (actors, token);
            }
        }

        return ([], firstToken);
    }
}
