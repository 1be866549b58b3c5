using Entente.Language;

namespace Entente.Intake;

/// <summary>Says what language an article is in: by its words; what its page declares only tips the scale.</summary>
internal static class ArticleLanguage
{
    // A shorter body is judged together with its headline.
    private const int ShortBody = 300;

    // What another language must lead English by: few English headlines of names and foreign words reach it.
    internal const int Doubt = 150;

    // So few characters may be a name alone ("Lula da Silva"), which says nothing of the text's language.
    private const int NameLength = 25;

    /// <summary>
    /// The language's ISO 639-1 code; null where there are no letters of a known script and nothing was declared. What is in doubt is
    /// English, unless the page declares what its words seem to be.
    /// </summary>
    public static string? Of(string? title, string text, string? declared)
    {
        var words = text.Length >= ShortBody ? text : $"{title}\n{text}".Trim();
        var found = LanguageDetector.Shipped.Detect(words);
        if (found is not { } language) return declared;
        if (language.Code == declared) return declared;
        return language.LeadOfEnglish < (declared == "en" || words.Length < NameLength ? 2 * Doubt : Doubt) ? "en" : language.Code;
    }
}
