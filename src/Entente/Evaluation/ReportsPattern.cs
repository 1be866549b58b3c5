using System.Text.RegularExpressions;

namespace Entente.Evaluation;

/// <summary>A regular expression of a gold, which is searched for in folded text.</summary>
internal sealed class ReportsPattern
{
    // First, for the next field's value needs it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Is in no text: of a gold that names no words.</summary>
    public static readonly ReportsPattern None = new("$^");

    private readonly Regex _regex;

    /// <summary>Folds and reads the pattern.</summary>
    /// <exception cref="InvalidDataException">It is not a regular expression.</exception>
    public ReportsPattern(string pattern)
    {
        try
        {
            _regex = new Regex(
                ReportsFolding.Fold(pattern), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);
        }
        catch (RegexParseException error)
        {
            throw new InvalidDataException($"\"{pattern}\" is not a regular expression: {error.Message}", error);
        }
    }

    /// <summary>Whether it occurs in the text, accents and case aside. Nothing occurs in an empty text.</summary>
    public bool IsIn(string text) => text.Length > 0 && IsInFolded(ReportsFolding.Fold(text));

    /// <summary>Whether it occurs in a text that is folded already.</summary>
    /// <exception cref="InvalidDataException">The search takes too long.</exception>
    public bool IsInFolded(string folded)
    {
        try
        {
            return folded.Length > 0 && _regex.IsMatch(folded);
        }
        catch (RegexMatchTimeoutException error)
        {
            throw new InvalidDataException($"the search for \"{_regex}\" takes too long: make it simpler", error);
        }
    }
}
