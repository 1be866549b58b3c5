namespace Entente.Language;

/// <summary>Features of words: by form and tag, and where these do not tell, by a classifier that sees the word's place in the tree.</summary>
/// <remarks>Tags and relations are known by the hash of their names, so that the tables fit every tagger and parser that uses these names.</remarks>
internal sealed class Morphology
{
    /// <summary>Most sets of features that one tag can have.</summary>
    public const int MostSets = 32;

    /// <summary>Number of features of <see cref="Describe"/>.</summary>
    public const int Templates = 28;

    private const string None = "_";

    private readonly HashTable _forms;
    private readonly SparseModel _weights;
    private readonly string[] _sets;

    /// <param name="forms">From tag, tag and form, tag and shape to an entry.</param>
    /// <param name="weights">The classifier of tags and forms that are not sure.</param>
    /// <param name="sets">The sets of features, those of each tag together.</param>
    public Morphology(HashTable forms, SparseModel weights, string[] sets) => (_forms, _weights, _sets) = (forms, weights, sets);

    public static uint TagKey(in Token token) => Hash.Mix(1, Hash.Of(token.Upos), Hash.Of(token.Xpos));

    public static uint FormKey(uint tag, in Word word) => Hash.Mix(2, tag, word.Lower);

    /// <summary>The entry of a tag: where its sets begin, how many there are, and whether the tree may decide among them.</summary>
    public static uint TagEntry(int first, int count, bool open) => (uint)first << 8 | (uint)count << 1 | (open ? 1u : 0);

    /// <summary>The entry of a form with a tag: the set (its number among those of the tag), and whether it is sure.</summary>
    public static uint FormEntry(int set, bool sure) => (uint)set + 1 << 1 | (sure ? 1u : 0);

    /// <summary>Sets the features of all words of a sentence that has tags, lemmas and a tree.</summary>
    public void Annotate(Token[] tokens, ReadOnlySpan<Word> words, Span<TreePlace> places)
    {
        TreePlace.Note(tokens, places);
        Span<uint> features = stackalloc uint[Templates];
        Span<int> scores = stackalloc int[MostSets];
        for (var i = 0; i < tokens.Length; i++)
        {
            var key = places[i].Tag;
            var tag = _forms.Find(key);
            if (tag == 0)
            {
                tokens[i].Feats = None;
                continue;
            }
            var first = (int)(tag >> 8);
            var form = _forms.Find(FormKey(key, words[i]));
            if ((tag & 1) == 0 || (form & 1) != 0)
            {
                tokens[i].Feats = _sets[first + (form == 0 ? 0 : (int)(form >> 1) - 1)];
                continue;
            }
            Describe(tokens, words, places, i, key, features);
            var own = scores[..(int)(tag >> 1 & 127)];
            own.Clear();
            _weights.Score(features, own);
            tokens[i].Feats = _sets[first + SparseModel.Best(own)];
        }
    }

    /// <summary>What the classifier sees of a word.</summary>
    public static void Describe(Token[] tokens, ReadOnlySpan<Word> words, ReadOnlySpan<TreePlace> places, int i, uint tag, Span<uint> features)
    {
        ref readonly var token = ref tokens[i];
        var form = words[i].Lower;
        var relation = Hash.Of(token.Relation);
        var below = (uint)places[i].Below;
        var head = token.Head;
        var headTag = head < 0 ? 0 : Hash.Of(tokens[head].Xpos);
        var headRelation = head < 0 ? 1 : Hash.Of(tokens[head].Relation);
        var headBelow = head < 0 ? 0 : (uint)places[head].Below;
        var headForm = head < 0 ? 0 : words[head].Lower;
        var before = i == 0 ? 0 : words[i - 1].Lower;
        var after = i + 1 == tokens.Length ? 0 : words[i + 1].Lower;
        var beforeTag = i == 0 ? 0 : Hash.Of(tokens[i - 1].Xpos);
        var afterTag = i + 1 == tokens.Length ? 0 : Hash.Of(tokens[i + 1].Xpos);
        var (person, subject) = Subject(tokens, places, i);
        var subjectForm = subject < 0 ? 0 : words[subject].Lower;
        var side = head < 0 ? 2u : head < i ? 1u : 0;
        var question = tokens[^1].Form is "?" ? 1u : 0;

        features[0] = Hash.Mix(20, tag);
        features[1] = Hash.Mix(21, tag, form);
        features[2] = Hash.Mix(22, tag, words[i].Suffix3);
        features[3] = Hash.Mix(23, tag, relation, side);
        features[4] = Hash.Mix(24, tag, form, relation, side);
        features[5] = Hash.Mix(25, tag, person);
        features[6] = Hash.Mix(26, tag, person, form);
        features[7] = Hash.Mix(27, tag, relation, below);
        features[8] = Hash.Mix(28, tag, below);
        features[9] = Hash.Mix(29, tag, relation, headTag);
        features[10] = Hash.Mix(30, tag, relation, headTag, below);
        features[11] = Hash.Mix(31, tag, after);
        features[12] = Hash.Mix(32, tag, before);
        features[13] = Hash.Mix(33, tag, form, after);
        features[14] = Hash.Mix(34, tag, form, before);
        features[15] = Hash.Mix(35, tag, beforeTag);
        features[16] = Hash.Mix(36, tag, afterTag);
        features[17] = Hash.Mix(37, tag, subjectForm);
        features[18] = Hash.Mix(38, tag, form, below & (uint)Below.Fixed, afterTag);
        features[19] = Hash.Mix(39, tag, relation, question, i == 0 ? 1u : 0);
        features[20] = Hash.Mix(40, tag, relation, headForm);
        features[21] = Hash.Mix(41, tag, relation, headRelation);
        features[22] = Hash.Mix(42, tag, form, headRelation, side);
        features[23] = Hash.Mix(43, tag, relation, headBelow);
        features[24] = Hash.Mix(44, tag, words[i].Shape);
        features[25] = Hash.Mix(45, tag, words[i].Suffix2, relation);
        features[26] = Hash.Mix(46, tag, person, relation, below & (uint)Below.Subject);
        features[27] = Hash.Mix(47, tag, words[i].Form);
    }

    // Person and number of the subject of a verb (0 where there is none), and the subject; it is looked for also above auxiliaries and conjuncts.
    private static (uint Person, int Subject) Subject(Token[] tokens, ReadOnlySpan<TreePlace> places, int verb)
    {
        var at = verb;
        for (var step = 0; places[at].Subject < 0 && step < 6 && tokens[at].Head >= 0 && tokens[at].Relation is "aux" or "aux:pass" or "cop" or "conj"; step++) at = tokens[at].Head;
        var subject = places[at].Subject;
        // A relative pronoun, or none at all, stands for the noun that the clause belongs to.
        if (tokens[at].Head >= 0 && tokens[at].Relation == "acl:relcl" && (subject < 0 || tokens[subject].Xpos is "WDT" or "WP" || tokens[subject].Form is "that"))
            subject = subject < 0 ? -1 : tokens[at].Head;
        if (subject < 0) return (tokens[at].Relation == "root" ? 0u : 1u, -1);
        if ((places[subject].Below & Below.Coordinated) != 0) return (7, subject);
        return (tokens[subject].Lemma switch
        {
            "I" => 2u,
            "we" => 3u,
            "you" => 4u,
            "they" or "these" or "those" => 5u,
            "he" or "she" or "it" or "this" => 6u,
            _ => tokens[subject].Xpos switch
            {
                "NNS" or "NNPS" => 8u,
                "NN" or "NNP" => 9u,
                "DT" or "CD" => 10u,
                _ => 11u,
            },
        }, subject);
    }
}
