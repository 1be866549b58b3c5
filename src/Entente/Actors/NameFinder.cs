using Entente.Language;
using Entente.Lexicon;

namespace Entente.Actors;

/// <summary>Finds names and nouns for agents in a sentence, before it is known whom they mean.</summary>
internal sealed class NameFinder(PoliticalLexicon lexicon)
{
    private readonly List<KnownName> _found = [];

    /// <summary>The groups of <paramref name="sentence"/> in order, and for each token the group it belongs to.</summary>
    public List<NameGroup> Find(Sentence sentence, string folded, NameGroup?[] map)
    {
        var tokens = sentence.Tokens;
        var groups = new List<NameGroup>();
        FindKnown(tokens, folded, groups, map);
        FindAgents(tokens, groups, map);
        FindUnknown(tokens, groups, map);
        groups.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        return groups;
    }

    private void FindKnown(Token[] tokens, string folded, List<NameGroup> groups, NameGroup?[] map)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = lexicon.Gazetteer.Match(folded, tokens[i].Span.Start, _found);
            if (length == 0) continue;
            var end = tokens[i].Span.Start + length;
            var last = i;
            while (last + 1 < tokens.Length && tokens[last + 1].Span.End <= end) last++;
            if (tokens[last].Span.End != end || IsPartOfPersonName(tokens, i, last, folded)) continue;
            var group = new NameGroup { First = i, Last = last, NameFirst = i, Known = [.. _found], IsName = true };
            groups.Add(group);
            for (var t = i; t <= last; t++) map[t] = group;
            i = last;
        }
    }

    /// <summary>"Jordan Peterson", "Georgia Meloni", "Paris Hilton", "Jack London": a given name or a surname, not the place.</summary>
    private bool IsPartOfPersonName(Token[] tokens, int first, int last, string folded)
    {
        if (first != last || _found.Any(f => f.Entity.Kind == ActorKind.Person)) return false;
        if (lexicon.GivenNames.Contains(tokens[first].Form) && last + 1 < tokens.Length && tokens[last + 1].Upos == "PROPN"
            && char.IsUpper(folded[tokens[last + 1].Span.Start]) && lexicon.Agents.EndingAt(tokens, last + 1, out _) is null
            && lexicon.Gazetteer.Match(folded, tokens[last + 1].Span.Start, []) == 0)
            return true;
        return first > 0 && _found[0].Use != NameUse.Adjective && tokens[first - 1].Upos == "PROPN" && lexicon.GivenNames.Contains(tokens[first - 1].Form)
            && ((tokens[first].Relation is "flat" && tokens[first].Head == first - 1) || (tokens[first - 1].Relation is "compound" && tokens[first - 1].Head == first));
    }

    private void FindAgents(Token[] tokens, List<NameGroup> groups, NameGroup?[] map)
    {
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (map[i] is not null || tokens[i].Upos is not ("NOUN" or "PROPN" or "ADJ")) continue;
            if (tokens[i].Upos == "ADJ" && tokens[i].Xpos is not ("NNP" or "NNPS" or "NN" or "NNS") && !char.IsUpper(tokens[i].Form[0]) && tokens[i].Relation is "amod" or "advmod") continue;
            if (lexicon.Agents.EndingAt(tokens, i, out var first) is not { } agent) continue;
            while (first < i && map[first] is not null) first++;
            var group = new NameGroup { First = first, Last = i, NameFirst = i + 1, Agent = agent, AgentFirst = first };
            var before = first - 1;
            // "The former Russian president": the nationality stands between.
            while (before > 0 && map[before] is { Known: [{ Use: NameUse.Adjective }, ..] }) before--;
            if (before >= 0 && tokens[before].Lemma.ToLowerInvariant() is "former" or "ex" or "late" or "then" or "ousted" or "deposed") group.Former = true;
            else if (before > 0 && tokens[before].Form == "-" && tokens[before - 1].Form.Equals("ex", StringComparison.OrdinalIgnoreCase)) group.Former = true;
            groups.Add(group);
            for (var t = first; t <= i; t++) map[t] = group;
            i = first;
        }
    }

    private void FindUnknown(Token[] tokens, List<NameGroup> groups, NameGroup?[] map)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (map[i] is not null || !IsNameToken(tokens, i)) continue;
            var last = i;
            while (last + 1 < tokens.Length && map[last + 1] is null && Continues(tokens, map, last + 1)) last++;
            while (last > i && !char.IsLetterOrDigit(tokens[last].Form[0])) last--;
            if (lexicon.Sets.ContainsWord("name-of-thing", tokens[last].Form.ToLowerInvariant()) || (last > i && lexicon.Sets.ContainsWord("name-of-thing", tokens[i].Form.ToLowerInvariant())))
            {
                i = last;
                continue;
            }

            AddUnknown(tokens, i, last, groups, map);
            i = last;
        }
    }

    private static void AddUnknown(Token[] tokens, int first, int last, List<NameGroup> groups, NameGroup?[] map)
    {
        // "Sudan Observatory Committee": an agent word that ends a name in capitals is part of the name.
        if (last + 1 < tokens.Length && map[last + 1] is { IsName: false, Agent.Kind: ActorKind.Organisation } tail
            && char.IsUpper(tokens[tail.First].Form[0]) && tail.First == last + 1)
        {
            groups.Remove(tail);
            last = tail.Last;
            var whole = new NameGroup { First = first, Last = last, NameFirst = first, Agent = tail.Agent, AgentFirst = tail.AgentFirst, IsName = true };
            groups.Add(whole);
            for (var t = first; t <= last; t++) map[t] = whole;
            return;
        }

        var group = new NameGroup { First = first, Last = last, NameFirst = first, IsName = true };
        groups.Add(group);
        for (var t = first; t <= last; t++) map[t] = group;
    }

    private static bool IsNameToken(Token[] tokens, int i) =>
        tokens[i].Upos == "PROPN" && tokens[i].Form.Length > 1 && char.IsUpper(tokens[i].Form[0]) && !IsCalendar(tokens[i].Lemma);

    private static bool Continues(Token[] tokens, NameGroup?[] map, int i)
    {
        if (tokens[i].Upos == "PROPN" && !IsCalendar(tokens[i].Lemma)) return true;
        if (tokens[i].Form == "," && i + 1 < tokens.Length && tokens[i + 1].Form is "Jr." or "Jr" or "Sr." or "Sr") return true;
        var next = i + 1 < tokens.Length && map[i + 1] is null && tokens[i + 1].Upos == "PROPN";
        if (tokens[i].Form is "-" or "–") return i + 1 < tokens.Length && map[i + 1] is null && tokens[i - 1].NoSpaceAfter && tokens[i].NoSpaceAfter;
        // Son-hui: the part after a hyphen keeps its small letter.
        if (tokens[i - 1].Form == "-" && tokens[i - 1].NoSpaceAfter) return char.IsLetter(tokens[i].Form[0]);
        return next && tokens[i].Form.ToLowerInvariant() is "de" or "del" or "der" or "van" or "von" or "bin" or "ibn" or "al" or "el" or "la" or "da" or "dos" or "di" or "ul" or "e" or "y" or "." or "ben" or "abu";
    }

    internal static bool IsCalendar(string lemma) => lemma is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        or "January" or "February" or "March" or "April" or "May" or "June" or "July" or "August" or "September" or "October" or "November" or "December"
        or "Jan." or "Feb." or "Mar." or "Apr." or "Aug." or "Sept." or "Sep." or "Oct." or "Nov." or "Dec.";
}
