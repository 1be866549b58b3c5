namespace Entente.Language;

/// <summary>What the words below a word tell of its form.</summary>
[Flags]
internal enum Below : ushort
{
    None = 0, Have = 1, Be = 2, Do = 4, Modal = 8, Passive = 16, To = 32, Mark = 64, Copula = 128, Fixed = 256, Case = 512, Object = 1024, Determiner = 2048, Subject = 4096, Coordinated = 8192,
}

/// <summary>A word's place in the tree, as far as its form depends on it.</summary>
internal struct TreePlace
{
    public Below Below;

    /// <summary>The key of the word's tags, see <see cref="Morphology.TagKey"/>.</summary>
    public uint Tag;

    /// <summary>The first subject below the word, -1 where there is none.</summary>
    public int Subject;

    /// <summary>Notes the tags of a word of which nothing else is known yet.</summary>
    public static TreePlace Of(in Token token) => new() { Subject = -1, Tag = Morphology.TagKey(token) };

    /// <summary>Looks once through a sentence that has lemmas and notes at each word what depends on it.</summary>
    public static void Note(Token[] tokens, Span<TreePlace> places)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head < 0) continue;
            ref var head = ref places[tokens[i].Head];
            var relation = tokens[i].Relation;
            head.Below |= relation switch
            {
                "aux" => Auxiliary(tokens[i]),
                "aux:pass" => Below.Passive,
                "mark" => tokens[i].Xpos == "TO" ? Below.To : Below.Mark,
                "cop" => Below.Copula,
                "fixed" or "goeswith" => Below.Fixed,
                "case" => Below.Case,
                "obj" or "ccomp" or "xcomp" => Below.Object,
                "det" or "nmod:poss" => Below.Determiner,
                "conj" => Below.Coordinated,
                _ => Below.None,
            };
            if (!relation.StartsWith("nsubj", StringComparison.Ordinal)) continue;
            head.Below |= Below.Subject;
            if (head.Subject < 0) head.Subject = i;
        }
    }

    private static Below Auxiliary(in Token token) => token.Xpos == "MD" ? Below.Modal : token.Lemma switch
    {
        "have" => Below.Have,
        "do" => Below.Do,
        _ => Below.Be,
    };
}
