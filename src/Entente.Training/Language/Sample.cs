using Entente.Language;

namespace Entente.Training.Language;

/// <summary>A sentence of a treebank in the form that training needs.</summary>
internal sealed class Sample
{
    public required Token[] Gold;
    public required Word[] Words;
    public required byte[] GoldTags;

    /// <summary>Tags as the tagger would give them that has not seen the sentence.</summary>
    public required byte[] Tags;

    /// <summary>Heads, the root's place (the number of words) as head of the root word.</summary>
    public required short[] Heads;

    public required byte[] Labels;

    /// <summary>Heads among the words that the parser sees, with crossing arcs lifted until none is left. Set by <see cref="Prepare"/>.</summary>
    public short[] CoreHeads = [];

    /// <summary>Relations of the words that the parser sees.</summary>
    public byte[] CoreLabels = [];

    /// <summary>Heads of the reversed sentence as a parser from its end gives them that has not seen it.</summary>
    public short[] Guide = [];

    /// <summary>Finds the tree of the words without the punctuation, once the tags are set.</summary>
    public void Prepare(ParserInput input, byte[] kinds)
    {
        input.Set(Words, Tags, kinds);
        var core = new short[Count + 1];
        Array.Fill(core, (short)-1);
        for (var i = 0; i < input.Count; i++) core[input.Place[i]] = (short)i;
        CoreHeads = new short[input.Count];
        CoreLabels = new byte[input.Count];
        var root = -1;
        for (var i = 0; i < input.Count; i++)
        {
            int head = Heads[input.Place[i]];
            while (head < Count && core[head] < 0) head = Heads[head];
            CoreHeads[i] = head == Count ? (short)input.Count : core[head];
            CoreLabels[i] = Labels[input.Place[i]];
            if (head < Count) continue;
            if (root >= 0) CoreHeads[i] = (short)root;
            else root = i;
        }
        CoreHeads = Projective(CoreHeads);
    }

    public int Count => Words.Length;

    /// <summary>Lifts the shorter of crossing arcs to the head of its head until the tree is projective.</summary>
    public static short[] Projective(short[] heads)
    {
        var result = (short[])heads.Clone();
        while (true)
        {
            var worst = -1;
            var shortest = int.MaxValue;
            for (var d = 0; d < result.Length; d++)
            {
                int h = result[d];
                if (h == result.Length) continue;
                if (IsProjective(result, d, h)) continue;
                var length = Math.Abs(d - h);
                if (length < shortest) (worst, shortest) = (d, length);
            }
            if (worst < 0) return result;
            result[worst] = result[result[worst]];
        }
    }

    private static bool IsProjective(short[] heads, int d, int h)
    {
        for (var k = Math.Min(d, h) + 1; k < Math.Max(d, h); k++)
        {
            int a = k;
            while (a != h && a != heads.Length) a = heads[a];
            if (a != h) return false;
        }
        return true;
    }
}

/// <summary>Reads treebanks for training.</summary>
internal static class Treebanks
{
    /// <summary>Genres of GUM whose texts may not be used commercially, and so are left out.</summary>
    private static readonly string[] LeftOut = ["fiction", "whow", "essay", "letter", "podcast"];

    public static List<ConlluSentence> Read(string path)
    {
        using var reader = ConlluReader.Open(File.OpenRead(path));
        var errors = new List<ConlluError>();
        var sentences = ConlluReader.Read(reader, errors);
        foreach (var error in errors) Console.Error.WriteLine($"{path}:{error.Line}: {error.Message}");
        return sentences;
    }

    /// <summary>The sentences whose licence allows a model that is released.</summary>
    public static List<ConlluSentence> Free(List<ConlluSentence> sentences)
    {
        var kept = new List<ConlluSentence>();
        var free = true;
        foreach (var sentence in sentences)
        {
            foreach (var comment in sentence.Comments)
            {
                if (comment.StartsWith("# newdoc id", StringComparison.Ordinal)) free = !comment.EndsWith("GUM_conversation_family", StringComparison.Ordinal);
                if (comment.StartsWith("# meta::genre = ", StringComparison.Ordinal)) free &= !LeftOut.Contains(comment[16..].Trim());
            }
            if (free) kept.Add(sentence);
        }
        return kept;
    }
}
