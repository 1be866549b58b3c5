using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Gives the words of GUM the features that EWT would give them, where the two treebanks mean the same and write it in two ways.</summary>
/// <remarks>
/// Learned from both as they are, a word would have the features of now one, now the other. EWT has no degree at adverbs that have no
/// comparative (really, back), no number at "you" and no person at imperatives; GUM has. Small words (there, now, all) differ one by one.
/// </remarks>
internal static class FeatureHarmony
{
    private const int Enough = 5;

    /// <summary>Changes features in place.</summary>
    /// <param name="model">Sentences of EWT.</param>
    /// <param name="sentences">Sentences of GUM.</param>
    public static void Adapt(List<ConlluSentence> model, List<ConlluSentence> sentences)
    {
        var seen = model.SelectMany(s => s.Sentence.Tokens).GroupBy(Key).ToDictionary(g => g.Key, g => g.Select(t => t.Feats).ToList());
        foreach (var tokens in sentences.Select(s => s.Sentence.Tokens))
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                ref var token = ref tokens[i];
                token.Feats = token.Xpos switch
                {
                    "RB" => Without(token.Feats, "Degree=Pos"),
                    "PRP" or "PRP$" when token.Feats.Contains("Person=2", StringComparison.Ordinal) => Without(token.Feats, "Number=Sing"),
                    "VB" when token.Feats.Contains("Mood=Imp", StringComparison.Ordinal) => Without(token.Feats, "Person=2"),
                    _ => token.Feats,
                };
                if (token.Xpos is not ("RB" or "DT" or "EX" or "JJ" or "PDT" or "IN" or "NNP") || !seen.TryGetValue(Key(token), out var feats) || feats.Count < Enough || feats.Contains(token.Feats)) continue;
                token.Feats = feats.GroupBy(f => f).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            }
        }
    }

    private static string Key(Token token) => $"{token.Form.ToLowerInvariant()}\t{token.Upos}\t{token.Xpos}";

    private static string Without(string feats, string feature) => string.Join('|', feats.Split('|').Where(f => f != feature)) is { Length: > 0 } left ? left : "_";
}
