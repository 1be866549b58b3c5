namespace Entente.Language;

/// <summary>Lemmas and features of words that have tags and a tree. Made from the treebanks alone, apart from tagger and parser.</summary>
internal sealed class WordForms
{
    private readonly Lemmatizer _lemmatizer;
    private readonly Morphology _morphology;

    /// <param name="file">The model.</param>
    /// <param name="known">Words that exist, by their hash in lower case; the rules for endings prefer them.</param>
    public WordForms(ModelFile file, HashTable known)
    {
        var names = file.Lists(ModelSection.WordFormNames);
        _lemmatizer = new(new(file.Section(ModelSection.Lemmas)), file.Section(ModelSection.LemmaText).Address, new(file.Section(ModelSection.LemmaRules)), names[0], known);
        _morphology = new(new(file.Section(ModelSection.Feats)), new(file.Section(ModelSection.FeatureWeights)), names[1]);
    }

    /// <summary>Sets lemmas and features of a sentence with tags and a tree.</summary>
    public void Annotate(Token[] tokens, Scratch scratch)
    {
        scratch.Fit(tokens.Length);
        var words = scratch.Words.AsSpan(0, tokens.Length);
        var places = scratch.Tree.AsSpan(0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = Word.Of(tokens[i].Form);
            places[i] = TreePlace.Of(tokens[i]);
            tokens[i].Lemma = IsHave(tokens, i) ? "have" : scratch.Lemma(_lemmatizer, tokens[i], words[i].Form, places[i].Tag, IsOpening(tokens, i));
        }
        _morphology.Annotate(tokens, words, places);
    }

    /// <summary>Whether a word opens a sentence or what is quoted in it, so that its capital says nothing.</summary>
    public static bool IsOpening(Token[] tokens, int i)
    {
        while (i > 0 && tokens[i - 1].Upos == "PUNCT" && tokens[i - 1].Xpos is not ("," or "HYPH")) i--;
        return i == 0;
    }

    // "It's been", "he's not gone": the clipped auxiliary of a perfect, where the same letters may stand for "is".
    private static bool IsHave(Token[] tokens, int i)
    {
        if (tokens[i].Relation != "aux" || tokens[i].Upos != "AUX" || tokens[i].Form is not ("'s" or "’s")) return false;
        var next = i + 1;
        while (next < tokens.Length && tokens[next].Xpos == "RB") next++;
        return next < tokens.Length && tokens[next].Xpos == "VBN";
    }
}
