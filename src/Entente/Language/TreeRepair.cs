namespace Entente.Language;

/// <summary>Mends mistakes that parsers trained on the web make in the language of news agencies.</summary>
internal static class TreeRepair
{
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
