using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Entente.Evaluation;

/// <summary>
/// Makes spellings comparable: no accents, no case, plain quotation marks, single blanks. Latin, Greek, Cyrillic, Hebrew
/// and Arabic script are covered as Unicode's compatibility decomposition (NFKD) and case folding have them.
/// </summary>
internal static class ReportsFolding
{
    // Without culture data string.Normalize gives its input back, so the decompositions are here: what they come to,
    // then the characters. Where a capital's small letter is listed the capital is not.
    private static readonly string[] OneForMany =
    [
        "aªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặₐ", "bḃḅḇℬ", "cçćĉċčḉℂℭⅽ", "dďḋḍḏḑḓⅅⅆⅾ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệₑℯℰⅇ", "fḟℱ",
        "gĝğġģǧǵḡℊ", "hĥȟʰḣḥḧḩḫẖₕℋℌℍℎ", "iìíîïĩīĭįİǐȉȋḭḯỉịⁱℐℑℹⅈⅰ", "jĵǰʲⅉ", "kķǩḱḳḵₖ", "lĺļľˡḷḹḻḽₗℒℓⅼ", "mḿṁṃₘℳⅿ",
        "nñńņňǹṅṇṉṋⁿₙℕ", "oºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợₒℴ", "pṕṗₚℙ", "qℚ", "rŕŗřȑȓʳṙṛṝṟℛℜℝ", "sśŝşšſșˢṡṣṥṧṩẛₛ",
        "tţťțṫṭṯṱẗₜ", "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿⅴ", "wŵʷẁẃẅẇẉẘ", "xˣẋẍₓⅹ", "yýÿŷȳʸẏẙỳỵỷỹ", "zźżžẑẓẕℤℨ",
        "æǣǽ", "øǿ", "ħℏ", "əₔ", "ɛℇ", "ɣˠ", "ɦʱ", "ɹʴ", "ɻʵ", "ʁʶ", "ʒǯ", "ʕˤ", "ʹ\u0374",
        "αάἀἁἂἃἄἅἆἇὰ\u1F71ᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ", "βϐ", "γℽℾ", "εέϵἐἑἒἓἔἕὲ\u1F73", "ηήἠἡἢἣἤἥἦἧὴ\u1F75ᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ", "θϑ",
        "ιΐίϊἰἱἲἳἴἵἶἷὶ\u1F77ῐῑῒ\u1FD3ῖῗ\u1FBE", "κϰ", "μµ", "οόὀὁὂὃὄὅὸ\u1F79", "πϖℼℿ", "ρϱῤῥ", "σςϲ",
        "υΰϋύϒϓϔὐὑὒὓὔὕὖὗὺ\u1F7Bῠῡῢ\u1FE3ῦῧ", "φϕ", "ωώὠὡὢὣὤὥὦὧὼ\u1F7Dᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "аӑӓ", "гѓ", "еѐёӗ", "жӂӝ", "зӟ", "ийѝӣӥ", "кќ", "оӧ", "уўӯӱӳ", "чӵ", "ыӹ", "эӭ", "ії", "ѵѷ", "әӛ", "өӫ",
        "א\u2135", "ב\u2136", "ג\u2137", "ד\u2138", "ا\u0622\u0623\u0625", "و\u0624", "ي\u0626", "ہ\u06C2", "ے\u06D3", "ە\u06C0",
        "0⁰₀", "1¹₁", "2²₂", "3³₃", "4⁴₄", "5⁵₅", "6⁶₆", "7⁷₇", "8⁸₈", "9⁹₉", "(⁽₍", ")⁾₎", "+⁺₊", "=⁼₌", "−⁻₋", ".․",
        ";\u037E", "·\u0387", "‐\u2011", "∑⅀", "'‘’‚`\u1FEF", "\"“”„«»",
        " ¨¯´¸˘˙˚˛˜˝\u037A\u0384\u0385\u1FBD\u1FBF\u1FC0\u1FC1\u1FCD\u1FCE\u1FCF\u1FDD\u1FDE\u1FDF\u1FED\u1FEE\u1FFD\u1FFE‗‾",
    ];

    private static readonly string[] ManyForOne =
    [
        "!!‼", "!?⁉", "..‥", "...…", "?!⁈", "??⁇", "1⁄⅟", "aʾẚ", "dzǆ", "dzǳ", "ffﬀ", "fiﬁ", "flﬂ", "ffiﬃ", "fflﬄ", "iiⅱ", "iiiⅲ",
        "ijĳ", "ivⅳ", "ixⅸ", "ljǉ", "l·ŀ", "njǌ", "no№", "rs₨", "sm℠", "ssß", "stﬅ", "stﬆ", "tm™", "viⅵ", "viiⅶ", "viiiⅷ",
        "xiⅺ", "xiiⅻ", "°c℃", "°f℉", "ʼnŉ", "اٴ\u0675", "وٴ\u0676", "يٴ\u0678", "ۇٴ\u0677", "′′″", "′′′‴", "′′′′⁗", "‵‵‶",
        "‵‵‵‷", "0⁄3↉", "1⁄2½", "1⁄3⅓", "1⁄4¼", "1⁄5⅕", "1⁄6⅙", "1⁄7⅐", "1⁄8⅛", "1⁄9⅑", "1⁄10⅒", "2⁄3⅔", "2⁄5⅖", "3⁄4¾",
        "3⁄5⅗", "3⁄8⅜", "4⁄5⅘", "5⁄6⅚", "5⁄8⅝", "7⁄8⅞", "a/c℀", "a/s℁", "c/o℅", "c/u℆", "fax℻", "tel℡",
    ];

    private static readonly FrozenDictionary<char, string> Folded = OneForMany
        .SelectMany(line => line.Skip(1).Select(c => (c, line[..1])))
        .Concat(ManyForOne.Select(line => (line[^1], line[..^1])))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The text without accents and case, its quotation marks plain, its white space single blanks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsAccent(c)) Append(folded, c);
        return SingleBlanks(folded.ToString());
    }

    /// <summary>The words of the text, folded, with a blank between two.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (IsWord(rune)) words.Append(rune);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }
        return words.ToString().TrimEnd(' ');
    }

    /// <summary>The words of a name, folded, without an article before it.</summary>
    public static string Name(string text)
    {
        var words = Words(text);
        return words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;
    }

    /// <summary>The text without white space at its ends, and with one blank for each stretch of it within.</summary>
    public static string SingleBlanks(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBlank(c)) single.Append(c);
            else if (single.Length > 0 && single[^1] != ' ') single.Append(' ');
        }
        return single.ToString().TrimEnd(' ');
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0);
        var small = char.ToLowerInvariant(c);
        if (Folded.TryGetValue(c, out var plain) || Folded.TryGetValue(small, out plain)) folded.Append(plain);
        else folded.Append(small);
    }

    // Marks of Indic scripts are vowels, and stay.
    private static bool IsAccent(char c) =>
        c is (>= '\u0300' and < '\u0900') or (>= '\u1AB0' and < '\u1B00') or (>= '\u1DC0' and < '\u1E00')
            or (>= '\u20D0' and < '\u2100') or (>= '\uFE20' and < '\uFE30')
        && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
