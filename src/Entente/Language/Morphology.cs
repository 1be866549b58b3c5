namespace Entente.Language;

/// <summary>Features that a form does not show by itself but its place in the tree does: person, number, mood, voice, case.</summary>
internal static class Morphology
{
    /// <summary>Corrects the features of verbs and of <c>it</c> and <c>you</c>.</summary>
    public static void Refine(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            var feats = token.Xpos switch
            {
                "VBD" => Finite(tokens, i, true),
                "VBP" => Finite(tokens, i, false),
                "VB" when token.Upos == "VERB" => IsImperative(tokens, i, 0) ? "Mood=Imp|VerbForm=Fin" : "VerbForm=Inf",
                "VBG" when token.Upos is "VERB" or "AUX" => IsParticiple(tokens, i, 0) ? "Tense=Pres|VerbForm=Part" : "VerbForm=Ger",
                "VBN" when token.Upos == "VERB" => IsPassive(tokens, i) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part",
                "PRP" when IsSubject(token.Relation) => token.Feats switch
                {
                    "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs" => "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
                    "Case=Acc|Person=2|PronType=Prs" => "Case=Nom|Person=2|PronType=Prs",
                    _ => null,
                },
                "PRP" => token.Feats switch
                {
                    "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs" => "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
                    "Case=Nom|Person=2|PronType=Prs" => "Case=Acc|Person=2|PronType=Prs",
                    _ => null,
                },
                _ => null,
            };
            if (feats is not null && token.Upos is "VERB" or "AUX" or "PRON") token.Feats = feats ?? token.Feats;
        }
    }

    private static bool IsSubject(string relation) => relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "expl" or "root" or "conj" or "csubj";

    private static int Child(Token[] tokens, int head, string relation)
    {
        // Auxiliaries, marks and subjects stand near their verb; a sentence is short enough to look through.
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head == head && (tokens[i].Relation == relation || tokens[i].Relation.Length > relation.Length && tokens[i].Relation[relation.Length] == ':' && relation == "nsubj" && tokens[i].Relation.StartsWith(relation, StringComparison.Ordinal))) return i;
        return -1;
    }

    private static bool HasAux(Token[] tokens, int head, string lemma)
    {
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head == head && tokens[i].Relation == "aux" && tokens[i].Lemma == lemma) return true;
        return false;
    }

    private static bool IsPassive(Token[] tokens, int i) => !HasAux(tokens, i, "have") || Child(tokens, i, "aux:pass") >= 0;

    private static bool IsImperative(Token[] tokens, int i, int steps)
    {
        if (Child(tokens, i, "aux") >= 0 || Child(tokens, i, "mark") >= 0 || Child(tokens, i, "nsubj") >= 0) return false;
        if (tokens[i].Relation is "root" or "parataxis" or "ccomp") return true;
        if (tokens[i].Relation != "conj" || steps > 8) return false;
        var head = tokens[i].Head;
        return tokens[head].Xpos == "VB" && tokens[head].Upos == "VERB" && IsImperative(tokens, head, steps + 1);
    }

    private static bool IsParticiple(Token[] tokens, int i, int steps)
    {
        if (HasAux(tokens, i, "be")) return true;
        return tokens[i].Relation switch
        {
            "aux" or "aux:pass" or "cop" or "case" or "root" or "parataxis" => true,
            "advcl" => Child(tokens, i, "mark") < 0,
            "conj" when steps < 8 && tokens[tokens[i].Head].Xpos == "VBG" => IsParticiple(tokens, tokens[i].Head, steps + 1),
            _ => false,
        };
    }

    private static string Finite(Token[] tokens, int verb, bool past)
    {
        var (plural, person) = Subject(tokens, verb, past);
        return (past, plural, person) switch
        {
            (true, false, 1) => "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin",
            (true, false, 2) => "Mood=Ind|Number=Sing|Person=2|Tense=Past|VerbForm=Fin",
            (true, false, _) => "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
            (true, true, 1) => "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin",
            (true, true, _) => "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
            (false, false, 1) => "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
            (false, false, _) => "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin",
            (false, true, 1) => "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin",
            _ => "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
        };
    }

    // Number and person of the subject of a finite verb, looked for also at the verb's head where it is an auxiliary or a conjunct.
    private static (bool Plural, int Person) Subject(Token[] tokens, int verb, bool past)
    {
        var at = verb;
        var subject = Child(tokens, at, "nsubj");
        for (var step = 0; subject < 0 && step < 6 && tokens[at].Relation is "aux" or "aux:pass" or "cop" or "conj"; step++)
        {
            at = tokens[at].Head;
            subject = Child(tokens, at, "nsubj");
        }
        if (subject < 0) return (tokens[verb].Form is "were" || !past, 3);
        if (tokens[subject].Xpos is "WDT" or "WP" && tokens[at].Relation == "acl:relcl") subject = tokens[at].Head;
        switch (tokens[subject].Lemma)
        {
            case "I": return (false, 1);
            case "we": return (true, 1);
            case "you": return (false, 2);
            case "they" or "these" or "those": return (true, 3);
        }
        if (tokens[subject].Xpos is "NNS" or "NNPS" || Child(tokens, subject, "conj") >= 0) return (true, 3);
        return (!past || tokens[verb].Form == "were", 3);
    }
}
