using System.Buffers;
using System.Text.RegularExpressions;

namespace Entente.Intake;

/// <summary>Tells from signs in it that an English text was another language's.</summary>
internal static partial class TranslationSigns
{
    // More is no note but a paragraph about translation.
    private const int LongestNote = 160;

    // One day without its month may follow another that has it; three do not.
    private const int BareDays = 3;

    private static readonly SearchValues<char> EastAsianMarks = SearchValues.Create("「」『』《》、。");

    /// <summary>Whether the paragraphs of an English text hold a note, punctuation that English has not, or days told as East Asia tells them.</summary>
    public static bool AreIn(IReadOnlyList<string> paragraphs)
    {
        var days = 0;
        foreach (var paragraph in paragraphs)
        {
            if (IsNote(paragraph) || paragraph.AsSpan().ContainsAny(EastAsianMarks)) return true;
            foreach (var day in BareDay().EnumerateMatches(paragraph))
            {
                days++;
                if (paragraph.AsSpan(day.Index + day.Length).TrimStart().StartsWith("(local time", StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return days >= BareDays;
    }

    /// <summary>Whether a line says of its text that it was translated.</summary>
    public static bool IsNote(string line) => line.Length <= LongestNote && Note().IsMatch(line);

    // (Translated by …) | This article was automatically translated from … | Originally published in Korean | Machine translation
    [GeneratedRegex(@"^[\W_]*(?:(?:editor['’]s |translator['’]s )?note\W+)?(?:(?:machine|automatic(?:ally)?|auto)[- ]translat(?:ed|ion)\b|google translate\W*$|translated (?:and (?:edited|adapted) )?(?:by|from|with|using|into english)\b|(?:in)?english translation(?: by\b|\W*$)|translat(?:ion|or)\s*:|(?:originally|first) (?:published|written|appeared) in (?!the\b)\p{Lu}\p{L}+(?:ese|an|ic|ish|i|ench|ch|ean)\b|(?:this|the) (?:\w+ )?(?:article|text|story|page|report|piece|content|interview|statement|editorial|version)(?: below| above)? (?:was|is|has been|were) (?:originally (?:published|written) in (?!the\b)\p{Lu}|(?:a )?(?:machine|automatically|automatic|auto)?[- ]?translat))", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    // "on the 16th", "by the 3rd", but not "on the 16th of May", "the 75th anniversary", "on the 4th day".
    [GeneratedRegex(@"\b(?:on|until|from|since|by) the (?:[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;)]|\s+(?:\(|local\b|that\b|and\b|in\b|at\b|as\b|to\b|with\b|after\b|[A-Z\u201C""]))(?! (?:of\b|January|February|March|April|May|June|July|August|September|October|November|December|Street|Avenue|Floor))", RegexOptions.None)]
    private static partial Regex BareDay();
}
