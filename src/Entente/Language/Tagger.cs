namespace Entente.Language;

/// <summary>Gives each word a pair of tags (UPOS and XPOS together), from left to right.</summary>
internal static class Tagger
{
    public const int MostFeatures = 64;

    // A lead after the first features that the others turn around for fewer than 2 words of 1,000.
    private const int SureLead = 60;

    /// <summary>Tag of what stands before the sentence.</summary>
    public const byte Outside = 255;

    /// <summary>Tags the words of a sentence; <paramref name="scores"/> has a place for each tag.</summary>
    public static void Tag(SparseModel model, ReadOnlySpan<Word> words, Span<byte> tags, ReadOnlySpan<byte> kinds, Span<int> scores)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        for (var i = 0; i < words.Length; i++)
        {
            // Half of the words of a text have one tag only.
            if (words[i].Sure > 0)
            {
                tags[i] = (byte)(words[i].Sure - 1);
                continue;
            }
            scores.Clear();
            model.Score(features[..Features(words, i, tags, kinds, first: true, features)], scores);
            var (best, lead) = SparseModel.Leader(scores);
            if (lead < SureLead)
            {
                model.Score(features[..Features(words, i, tags, kinds, first: false, features)], scores);
                best = SparseModel.Best(scores);
            }
            tags[i] = (byte)best;
        }
    }

    /// <summary>The features of word <paramref name="i"/>, given the tags of the words before it: those that <see cref="Tag"/> looks at first, then the others.</summary>
    public static int Features(ReadOnlySpan<Word> words, int i, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> kinds, Span<uint> into)
    {
        var first = Features(words, i, tags, kinds, first: true, into);
        return first + Features(words, i, tags, kinds, first: false, into[first..]);
    }

    private static int Features(ReadOnlySpan<Word> words, int i, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> kinds, bool first, Span<uint> into)
    {
        ref readonly var w = ref words[i];
        var none = default(Word);
        ref readonly var p1 = ref i > 0 ? ref words[i - 1] : ref none;
        ref readonly var p2 = ref i > 1 ? ref words[i - 2] : ref none;
        ref readonly var n1 = ref i + 1 < words.Length ? ref words[i + 1] : ref none;
        ref readonly var n2 = ref i + 2 < words.Length ? ref words[i + 2] : ref none;
        uint t1 = i > 0 ? tags[i - 1] : Outside;
        uint t2 = i > 1 ? tags[i - 2] : Outside;
        var begins = i == 0 ? 1u : 0u;
        // The verb before decides between past tense and participle.
        uint verb = Outside, verbWord = 0, distance = 0;
        for (var k = i - 1; k >= 0 && k >= i - 15; k--)
        {
            if ((kinds[tags[k]] & (TagKind.Verb | TagKind.Auxiliary)) == 0) continue;
            (verb, verbWord, distance) = (tags[k], words[k].Lower, (uint)Math.Min(i - k, 4));
            break;
        }
        var n = 0;
        if (first)
        {
            into[n++] = Hash.Mix(1, w.Form);
            into[n++] = Hash.Mix(2, w.Lower);
            into[n++] = Hash.Mix(3, w.Suffix1);
            into[n++] = Hash.Mix(4, w.Suffix2);
            into[n++] = Hash.Mix(5, w.Suffix3);
            into[n++] = Hash.Mix(6, w.Suffix4);
            into[n++] = Hash.Mix(7, w.Prefix1, w.Flags);
            into[n++] = Hash.Mix(9, w.Prefix3);
            into[n++] = Hash.Mix(10, w.Shape, begins);
            into[n++] = Hash.Mix(11, w.Flags, begins);
            into[n++] = Hash.Mix(12, w.Fine);
            into[n++] = Hash.Mix(13, w.Coarse, w.Flags);
            into[n++] = Hash.Mix(14, w.Ambiguity);
            into[n++] = Hash.Mix(15, p1.Lower);
            into[n++] = Hash.Mix(22, t1);
            into[n++] = Hash.Mix(23, t1, t2);
            into[n++] = Hash.Mix(27, t1, w.Ambiguity);
            into[n++] = Hash.Mix(30, w.Ambiguity, n1.Ambiguity);
            into[n++] = Hash.Mix(33, n1.Ambiguity);
            into[n++] = Hash.Mix(34, n1.Suffix3, w.Ambiguity);
            into[n++] = Hash.Mix(35, n1.Suffix2, n1.Flags);
            into[n++] = Hash.Mix(38, p1.Fine);
            into[n++] = Hash.Mix(48, words[^1].Form, w.Ambiguity, begins);
            into[n++] = Hash.Mix(60, verb, w.Ambiguity);
            return n;
        }
        into[n++] = Hash.Mix(8, w.Prefix2);
        into[n++] = Hash.Mix(16, p2.Lower);
        into[n++] = Hash.Mix(17, n1.Lower);
        into[n++] = Hash.Mix(18, n2.Lower);
        into[n++] = Hash.Mix(19, p1.Lower, w.Lower);
        into[n++] = Hash.Mix(20, w.Lower, n1.Lower);
        into[n++] = Hash.Mix(21, p1.Lower, n1.Lower);
        into[n++] = Hash.Mix(24, t1, w.Lower);
        into[n++] = Hash.Mix(25, t1, n1.Lower);
        into[n++] = Hash.Mix(26, t1, w.Suffix3);
        into[n++] = Hash.Mix(28, t1, w.Ambiguity, n1.Ambiguity);
        into[n++] = Hash.Mix(29, t1, t2, w.Ambiguity);
        into[n++] = Hash.Mix(31, w.Ambiguity, n1.Ambiguity, n2.Ambiguity);
        into[n++] = Hash.Mix(32, n1.Ambiguity, n2.Ambiguity);
        into[n++] = Hash.Mix(36, p1.Suffix3, w.Suffix3);
        into[n++] = Hash.Mix(37, w.Suffix3, n1.Suffix3);
        into[n++] = Hash.Mix(39, n1.Fine);
        into[n++] = Hash.Mix(40, p1.Coarse, w.Fine);
        into[n++] = Hash.Mix(41, w.Fine, n1.Coarse);
        into[n++] = Hash.Mix(42, p1.Coarse, w.Coarse, n1.Coarse);
        into[n++] = Hash.Mix(43, t1, w.Coarse, n1.Coarse);
        into[n++] = Hash.Mix(44, t1, t2, w.Lower);
        into[n++] = Hash.Mix(45, p1.Shape, w.Shape, n1.Shape);
        into[n++] = Hash.Mix(46, t1, w.Flags, w.Suffix2);
        into[n++] = Hash.Mix(47, w.Flags, n1.Flags, p1.Flags, begins);
        into[n++] = Hash.Mix(49, t1, w.Fine);
        into[n++] = Hash.Mix(50, p2.Lower, p1.Lower, w.Ambiguity);
        into[n++] = Hash.Mix(51, n1.Lower, n2.Lower, w.Ambiguity);
        into[n++] = Hash.Mix(52, t1, w.Shape, n1.Shape);
        into[n++] = Hash.Mix(61, verb, distance, w.Suffix2);
        into[n++] = Hash.Mix(62, verbWord, w.Suffix2, distance);
        into[n++] = Hash.Mix(63, verb, t1, w.Suffix3);
        into[n++] = 0xB1A5;
        return n;
    }
}
