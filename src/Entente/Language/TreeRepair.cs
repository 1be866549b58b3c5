namespace Entente.Language;

/// <summary>Mends mistakes that parsers trained on the web make in the language of news agencies.</summary>
internal static class TreeRepair
{
    /// <summary>
    /// "Iran, which attacked Iraq in 1980, rejected the plan": a clause with a relative pronoun after a comma belongs to the noun before
    /// it, also where the parser took it for the main clause.
    /// </summary>
    /// <param name="tokens">The sentence; changed in place.</param>
    public static void AttachRelatives(Token[] tokens)
    {
        for (var t = 2; t < tokens.Length; t++)
        {
            if (tokens[t].Xpos is not ("WDT" or "WP") || tokens[t].Lemma is not ("which" or "who") || tokens[t - 1].Form != "," || tokens[t - 2].Upos is not ("PROPN" or "NOUN")) continue;
            var verb = tokens[t].Head;
            if (verb < t || !tokens[t].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[verb].Relation == "acl:relcl") continue;
            var noun = t - 2;
            while (tokens[noun].Relation is "flat" or "compound" or "appos" or "conj" && tokens[noun].Head is var above && above >= 0 && above < t) noun = above;
            if (noun == verb) continue;
            if (tokens[noun].Head == verb && !PromoteMainVerb(tokens, noun, verb)) continue;
            if (IsBelow(tokens, noun, verb)) continue;
            (tokens[verb].Head, tokens[verb].Relation) = (noun, "acl:relcl");
            if (tokens[verb].Xpos is "VBD" || !HasChild(tokens, verb, "aux:pass")) tokens[t].Relation = "nsubj";
        }
    }

    // The verb after the relative clause takes its place in the sentence, with the noun as subject.
    private static bool PromoteMainVerb(Token[] tokens, int noun, int verb)
    {
        for (var main = verb + 1; main < tokens.Length; main++)
        {
            if (tokens[main].Head != verb || tokens[main].Upos != "VERB" || tokens[main].Relation is not ("conj" or "parataxis")) continue;
            (tokens[main].Head, tokens[main].Relation) = (tokens[verb].Head, tokens[verb].Relation);
            (tokens[noun].Head, tokens[noun].Relation) = (main, HasChild(tokens, main, "aux:pass") ? "nsubj:pass" : "nsubj");
            if (tokens[^1].Head == verb && tokens[^1].Upos == "PUNCT") tokens[^1].Head = main;
            return true;
        }
        return false;
    }

    /// <summary>
    /// "Kim is threatening the Republic of Korea, and the United States is expressing concern": a noun after a comma and a conjunction,
    /// right before the auxiliary of a verb that has no subject, is that subject and no further object.
    /// </summary>
    /// <param name="tokens">The sentence; changed in place.</param>
    public static void RaiseSubjects(Token[] tokens)
    {
        for (var verb = 4; verb < tokens.Length; verb++)
        {
            if (tokens[verb].Upos != "VERB" || tokens[verb].Relation is not ("conj" or "parataxis") || tokens[verb].Head > verb) continue;
            var auxiliary = Array.FindIndex(tokens, 0, verb, t => t.Head == verb && t.Relation is "aux" or "aux:pass");
            if (auxiliary < 4 || HasChild(tokens, verb, "nsubj") || HasChild(tokens, verb, "nsubj:pass")) continue;
            var noun = auxiliary - 1;
            while (tokens[noun].Relation is "flat" or "compound" && tokens[noun].Head >= 0 && tokens[noun].Head < auxiliary) noun = tokens[noun].Head;
            if (tokens[noun].Upos is not ("NOUN" or "PROPN") || tokens[noun].Relation != "conj" || tokens[noun].Head > noun) continue;
            var conjunction = Array.FindIndex(tokens, 0, noun, t => t.Head == noun && t.Relation == "cc");
            if (conjunction < 1 || tokens[conjunction - 1].Form != "," || IsBelow(tokens, verb, noun)) continue;
            (tokens[noun].Head, tokens[noun].Relation) = (verb, HasChild(tokens, verb, "aux:pass") ? "nsubj:pass" : "nsubj");
            tokens[conjunction].Head = verb;
            if (tokens[conjunction - 1].Head == noun) tokens[conjunction - 1].Head = verb;
            tokens[verb].Relation = "conj";
        }
    }

    private static bool IsBelow(Token[] tokens, int t, int above)
    {
        for (var steps = 0; t >= 0 && steps <= tokens.Length; steps++, t = tokens[t].Head)
            if (t == above) return true;
        return false;
    }

    private static bool HasChild(Token[] tokens, int head, string relation)
    {
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head == head && tokens[i].Relation == relation) return true;
        return false;
    }

    /// <summary>
    /// "Media reported yesterday that Putin expressed …": the clause after a day belongs to the verb of saying; it is no relative
    /// clause of the day.
    /// </summary>
    /// <param name="tokens">The sentence; changed in place.</param>
    /// <param name="isSay">Whether a verb's lemma reports.</param>
    public static void Mend(Token[] tokens, Func<string, bool> isSay)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Relation != "acl:relcl" || tokens[t].Head is var day && (day < 0 || !IsDay(tokens[day]))) continue;
            var verb = tokens[day].Head;
            if (verb < 0 || tokens[verb].Upos != "VERB" || !isSay(tokens[verb].Lemma)) continue;
            tokens[t].Head = verb;
            tokens[t].Relation = "ccomp";
            for (var c = day + 1; c < tokens.Length; c++)
            {
                if (tokens[c].Head != t || tokens[c].Lemma != "that" || tokens[c].Relation == "mark") continue;
                tokens[c].Relation = "mark";
                tokens[c].Upos = "SCONJ";
                tokens[c].Xpos = "IN";
            }
        }
    }

    private static bool IsDay(Token token) => token.Lemma is "yesterday" or "today" or "tomorrow" or "week" or "month" or "year" or "morning" or "evening" or "night" or "afternoon"
        or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "January" or "February" or "March" or "April" or "May" or "June"
        or "July" or "August" or "September" or "October" or "November" or "December" || token.Upos == "NUM";
}
