namespace Entente.Language;

/// <summary>The writing systems that are told apart.</summary>
internal enum LetterScript : byte
{
    /// <summary>No letter, or one of a script that no listed language is written in.</summary>
    None,
    Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Thaana, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam,
    Sinhala, Thai, Lao, Tibetan, Burmese, Georgian, Hangul, Ethiopic, Khmer, Mongolian, Kana, Han,
}

/// <summary>What script a letter is of, by its place in Unicode, and what a script tells of the language.</summary>
internal static class LetterScripts
{
    /// <summary>How many scripts there are.</summary>
    public const int Count = (int)LetterScript.Han + 1;

    // Sorted by the first character; a range ends where the next begins.
    private static readonly (char From, LetterScript Script)[] Ranges =
    [
        ('\0', LetterScript.None), ('A', LetterScript.Latin), ('[', LetterScript.None), ('a', LetterScript.Latin), ('{', LetterScript.None),
        ('\u00C0', LetterScript.Latin), ('\u02B0', LetterScript.None), ('\u0370', LetterScript.Greek), ('\u0400', LetterScript.Cyrillic),
        ('\u0530', LetterScript.Armenian), ('\u0590', LetterScript.Hebrew), ('\u0600', LetterScript.Arabic), ('\u0700', LetterScript.None),
        ('\u0750', LetterScript.Arabic), ('\u0780', LetterScript.Thaana), ('\u07C0', LetterScript.None), ('\u08A0', LetterScript.Arabic),
        ('\u0900', LetterScript.Devanagari), ('\u0980', LetterScript.Bengali), ('\u0A00', LetterScript.Gurmukhi), ('\u0A80', LetterScript.Gujarati),
        ('\u0B00', LetterScript.Oriya), ('\u0B80', LetterScript.Tamil), ('\u0C00', LetterScript.Telugu), ('\u0C80', LetterScript.Kannada),
        ('\u0D00', LetterScript.Malayalam), ('\u0D80', LetterScript.Sinhala), ('\u0E00', LetterScript.Thai), ('\u0E80', LetterScript.Lao),
        ('\u0F00', LetterScript.Tibetan), ('\u1000', LetterScript.Burmese), ('\u10A0', LetterScript.Georgian), ('\u1100', LetterScript.Hangul),
        ('\u1200', LetterScript.Ethiopic), ('\u13A0', LetterScript.None), ('\u1780', LetterScript.Khmer), ('\u1800', LetterScript.Mongolian),
        ('\u18B0', LetterScript.None), ('\u1C90', LetterScript.Georgian), ('\u1CC0', LetterScript.None), ('\u1E00', LetterScript.Latin),
        ('\u1F00', LetterScript.Greek), ('\u2000', LetterScript.None), ('\u3041', LetterScript.Kana), ('\u3100', LetterScript.None),
        ('\u3130', LetterScript.Hangul), ('\u3190', LetterScript.None), ('\u3400', LetterScript.Han), ('\u4DC0', LetterScript.None),
        ('\u4E00', LetterScript.Han), ('\uA000', LetterScript.None), ('\uAC00', LetterScript.Hangul), ('\uD7B0', LetterScript.None),
        ('\uF900', LetterScript.Han), ('\uFB00', LetterScript.Latin), ('\uFB07', LetterScript.None), ('\uFB1D', LetterScript.Hebrew),
        ('\uFB50', LetterScript.Arabic), ('\uFE00', LetterScript.None), ('\uFE70', LetterScript.Arabic), ('\uFF00', LetterScript.None),
        ('\uFF66', LetterScript.Kana), ('\uFFA0', LetterScript.None),
    ];

    private static readonly LetterScript[] Table = MakeTable();

    /// <summary>The script of a letter; <see cref="LetterScript.None"/> for all else.</summary>
    public static LetterScript Of(char c) => c < 128 ? Table[c] : char.IsLetter(c) ? Table[c] : LetterScript.None;

    /// <summary>The one language that news in this script is written in; null where letters must decide.</summary>
    public static string? LanguageOf(LetterScript script) => script switch
    {
        LetterScript.Greek => "el",
        LetterScript.Armenian => "hy",
        LetterScript.Thaana => "dv",
        LetterScript.Bengali => "bn",
        LetterScript.Gurmukhi => "pa",
        LetterScript.Gujarati => "gu",
        LetterScript.Oriya => "or",
        LetterScript.Tamil => "ta",
        LetterScript.Telugu => "te",
        LetterScript.Kannada => "kn",
        LetterScript.Malayalam => "ml",
        LetterScript.Sinhala => "si",
        LetterScript.Thai => "th",
        LetterScript.Lao => "lo",
        LetterScript.Tibetan => "bo",
        LetterScript.Burmese => "my",
        LetterScript.Georgian => "ka",
        LetterScript.Hangul => "ko",
        LetterScript.Khmer => "km",
        LetterScript.Mongolian => "mn",
        LetterScript.Kana => "ja",
        LetterScript.Han => "zh",
        _ => null,
    };

    /// <summary>Letters of an alphabet that a character of the script is worth, so that mixed texts are weighed fairly.</summary>
    public static int Worth(LetterScript script) => script is LetterScript.Han ? 4 : script is LetterScript.Hangul or LetterScript.Kana or LetterScript.Ethiopic ? 2 : 1;

    private static LetterScript[] MakeTable()
    {
        var table = new LetterScript[char.MaxValue + 1];
        for (var r = 0; r < Ranges.Length; r++)
            Array.Fill(table, Ranges[r].Script, Ranges[r].From, (r + 1 < Ranges.Length ? Ranges[r + 1].From : char.MaxValue + 1) - Ranges[r].From);
        return table;
    }
}
