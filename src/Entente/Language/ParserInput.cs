namespace Entente.Language;

/// <summary>What the parser's features see of a sentence: its words without the punctuation, of which each word only knows what stands before it
/// (Ma, Zhang and Zhu 2014). Behind the last word come the root and the word that is not there.</summary>
internal sealed class ParserInput
{
    public int Count;
    public uint[] Lower = [];
    public uint[] Tag = [];
    public uint[] Fine = [];
    public uint[] Coarse = [];

    /// <summary>Hash of the marks before each word, 0 where there is none; at the root's place those at the end.</summary>
    public uint[] Marks = [];

    /// <summary>For each word its place in the sentence.</summary>
    public int[] Place = [];
    private int[] _commas = [];
    private int[] _verbs = [];
    private int[] _finite = [];

    /// <summary>For each word the set of tags that it may have, or its ending where it is rare.</summary>
    public uint[] Sort = [];

    public int Root => Count;

    public int None => Count + 1;

    public void Set(ReadOnlySpan<Word> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> kinds)
    {
        Fit(words.Length);
        Guided = false;
        var count = 0;
        int commas = 0, verbs = 0, finite = 0;
        uint marks = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var kind = kinds[tags[i]];
            // A sentence of marks alone has its first mark for a word.
            if ((kind & TagKind.Mark) != 0 && (count > 0 || i + 1 < words.Length))
            {
                if (kind == TagKind.Comma) commas++;
                marks = marks * 31 + words[i].Lower;
                continue;
            }
            Lower[count] = words[i].Lower;
            Tag[count] = tags[i];
            Fine[count] = words[i].Fine != 0 ? words[i].Fine : 2000u + words[i].Flags;
            Coarse[count] = words[i].Coarse != 0 ? words[i].Coarse : 100u + words[i].Flags;
            Marks[count] = marks;
            Place[count] = i;
            _commas[count] = commas;
            _verbs[count] = verbs;
            _finite[count] = finite;
            Sort[count] = words[i].Ambiguity != 0 ? words[i].Ambiguity : 5000u + words[i].Suffix2 % 4096;
            if ((kind & TagKind.Verb) != 0) verbs++;
            if ((kind & TagKind.Finite) != 0) finite++;
            marks = 0;
            count++;
        }
        Count = count;
        Place[Root] = words.Length;
        Marks[Root] = marks;
        _commas[Root] = commas;
        _verbs[Root] = verbs;
        _finite[Root] = finite;
        End();
    }

    private void End()
    {
        Marks[None] = Marks[None + 1] = 1002;
        Lower[Root] = Tag[Root] = Fine[Root] = Coarse[Root] = Sort[Root] = 1001;
        Lower[None] = Tag[None] = Fine[None] = Coarse[None] = Sort[None] = 1002;
    }

    private void Fit(int count)
    {
        if (Lower.Length >= count + 3) return;
        var size = Math.Max(64, (count + 3) * 3 / 2);
        Lower = new uint[size];
        Tag = new uint[size];
        Fine = new uint[size];
        Coarse = new uint[size];
        Marks = new uint[size];
        Place = new int[size];
        Guide = new short[size];
        GuideLast = new short[size];
        _commas = new int[size];
        _verbs = new int[size];
        _finite = new int[size];
        Sort = new uint[size];
    }

    /// <summary>Whether the sentence was parsed before, from its end, so that the guide is set.</summary>
    public bool Guided;

    /// <summary>The heads that the parse from the end of the sentence gave.</summary>
    public short[] Guide = [];

    /// <summary>For each word its last child in that parse, -1 where it has none.</summary>
    public short[] GuideLast = [];

    /// <summary>Sets this to the sentence of <paramref name="other"/> read from its end.</summary>
    public void SetReversed(ParserInput other)
    {
        Fit(other.Count);
        var n = Count = other.Count;
        Guided = false;
        for (var i = 0; i < n; i++)
        {
            var k = n - 1 - i;
            Lower[i] = other.Lower[k];
            Tag[i] = other.Tag[k];
            Fine[i] = other.Fine[k];
            Coarse[i] = other.Coarse[k];
            Marks[i] = other.Marks[k + 1];
            _commas[i] = other._commas[n] - other._commas[k];
            _verbs[i] = other._verbs[n] - other._verbs[n - i];
            _finite[i] = other._finite[n] - other._finite[n - i];
            Sort[i] = other.Sort[k];
        }
        _commas[n] = other._commas[n];
        _verbs[n] = other._verbs[n];
        _finite[n] = other._finite[n];
        Marks[n] = other.Marks[0];
        End();
    }

    /// <summary>Takes the heads of the parse of the reversed sentence for a guide.</summary>
    public void SetGuide(ReadOnlySpan<short> reversedHeads)
    {
        Guided = true;
        GuideLast.AsSpan(0, Count + 2).Fill(-1);
        for (var i = 0; i < Count; i++)
        {
            int head = reversedHeads[Count - 1 - i];
            head = head == Count ? Count : Count - 1 - head;
            Guide[i] = (short)head;
            GuideLast[head] = (short)i;
        }
        Guide[Root] = Guide[None] = -1;
    }

    /// <summary>How many commas and the like stand between two words, at most 3.</summary>
    public uint CommasBetween(int left, int right) => left >= Count || right > Count ? 9u : (uint)Math.Min(3, _commas[right] - _commas[left]);

    /// <summary>How many finite verbs are yet to come from a word on, at most 3.</summary>
    public uint FiniteFrom(int word) => word > Count ? 9u : (uint)Math.Min(3, _finite[Count] - _finite[word]);

    /// <summary>How many finite verbs stand before a word, at most 3.</summary>
    public uint FiniteBefore(int word) => word > Count ? 9u : (uint)Math.Min(3, _finite[word]);

    /// <summary>How many verbs stand between two words, at most 3.</summary>
    public uint VerbsBetween(int left, int right) => left >= Count || right > Count ? 9u : (uint)Math.Min(3, _verbs[right] - _verbs[left + 1]);
}
