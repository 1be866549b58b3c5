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

    /// <summary>The same, with crossing arcs lifted until none is left.</summary>
    public required short[] ProjectiveHeads;

    public required byte[] Labels;

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
