using Entente.Lexicon;

namespace Entente.Cli;

/// <summary>Says what is wrong with the folder of <c>--lexicon</c>, for both commands that take it.</summary>
internal static class OwnLexicon
{
    /// <summary>The complaint, or null where the folder is there and its lines are good (or none was named).</summary>
    public static string? Complaint(string? folder)
    {
        if (folder is null) return null;
        if (!Directory.Exists(folder)) return $"--lexicon {folder}: there is no such folder";
        var problems = LexiconOverlay.Problems(folder);
        return problems.Count == 0 ? null : string.Join("\nentente: ", problems);
    }
}
