using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Reads treebanks for training.</summary>
internal static class Treebanks
{
    /// <summary>Genres of GUM whose texts may not be used commercially, and so are left out.</summary>
    private static readonly string[] LeftOut = ["fiction", "whow", "essay", "letter", "podcast"];

    /// <summary>What the released model is trained on: EWT, and of GUM what is free.</summary>
    public static List<ConlluSentence> Training(string directory)
        => [.. Read(Path.Combine(directory, "en_ewt-train.conllu.gz")), .. Free(Read(Path.Combine(directory, "en_gum-train.conllu.gz")))];

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
