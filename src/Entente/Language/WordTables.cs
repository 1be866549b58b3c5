using System.Collections.Frozen;

namespace Entente.Language;

/// <summary>The words that tokeniser and sentence splitter know by heart.</summary>
internal static class WordTables
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Set(
        "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cpt Cmdr Adm Brig Sgt Sen Sens Rep Reps Gov Govs Pres Rev Hon Msgr St Ste Ft Mt Mlle Mme Messrs Fr Amb Insp Supt Det Atty Sec Secy Del Dep Vice-Adm Maj-Gen");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = Set(
        "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cpt Cmdr Adm Brig Sgt Sen Sens Rep Reps Gov Govs Rev Hon Msgr St Ste Ft Mt Mlle Mme Messrs Amb Insp Supt Atty Secy "
        + "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
        + "Inc Corp Co Cos Ltd Bros Jr Sr Esq Assn Dept Univ Inst Intl Int'l Nat'l Gov't Govt No Nos Vol vol pp Fig fig figs Art art ed eds cf al etc vs approx est dept "
        + "Ave Blvd Rd Hwy Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que "
        + "eg ie ca lb lbs oz yr yrs hr hrs min mins sec incl ext tel Tel esp Esp viz approx misc Ph Attn Arrv arrv Eng Ger Fr Drs Sts Assoc Cal Pvt voc");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Set(
        "non e re mid co anti pre pro cross post semi over sub counter ex multi mini inter socio psycho super micro intra proto arch un de bi tri trans ultra pseudo hyper infra extra geo bio mega", ignoreCase: true);

    // Syllables of Korean given names and the commonest of Chinese ones: Kim Jong-un, Ban Ki-moon, Choe Son-hui, Lam Cheuk-ting.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Syllables = Set(
        "jong un il sung ki moon jae in kyung hye keun geun son hui hee choe ryong hae yo jong-un yong nam chol jin su soo min woo wook ho joon jun hyun hyon hyok hyuk sik shik won myung bak dae jung young chul hoon hwa kwan kwon pyo tae seok sok suk sook ok ju joo ha yeon yun eun kyong kyu gyu gil kil nak yon yeong song sang seung deok duk dok bong bok chan cheol chang dong do doo gun gon guk kuk hak han hong hwan hyang ik im jeong ji jik jo joong kang ku kun kwang kyun man mi mok mun myong nyon pil pyong ryol ryang sam se sin shin si sol sop ui uk um up wan wi ye yol yop yu yul "
        + "wai ching chi fung chun yiu chung keung ka kin kit kwok lai lam leung lok mei ming pik ping pui shing shiu siu sze tak tat ting tsang wah wan wing yan yee yin ying yuen yuet yuk kong kai shek tung hsien te ing wen cheng tien ling lung");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Clipped = Set("em s til cause cuz tis twas bout n round nuff", ignoreCase: true);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NamesInIng = Set(
        "Beijing Peking Nanjing Nanking Chongqing Wyoming Boeing Xining Jining Nanning Liaoning Kunming Daqing Taiping Kuching Darjeeling Ealing Goering Turing Ying Ming Jing Qing Xing Ping Bing Ding Ling Ning Ting King Xiaoping Jinping");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set(
        "am pm a.m. p.m. a.m p.m km kg k m bn mm cm ft lb lbs mg ml g h hr hrs min mins mins. mph kph kmh hp hz khz mhz ghz mb gb tb kb kw mw gw kwh mwh gwh nm b tn trn million billion mln kt sqm sq yrs p c f", ignoreCase: true);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = Set(
        "com org net gov edu mil int info biz uk ru de fr cn jp kr kp in us au ca eu tv io me co il ir ua pl br html htm php asp aspx pdf doc docx xls xlsx jpg gif png zip txt csv exe js css", ignoreCase: true);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FileKinds = Set("htm html php asp aspx pdf doc docx xls xlsx ppt jpg gif png zip txt csv exe", ignoreCase: true);

    // Words that no noun phrase begins with after "its" and "your".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterIts = Set("not a an the really simply definitely also nothing been just like from for in between getting going gonna because called as so");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterYour = Set("not a an the in on going gonna welcome");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Plain = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["gotta"] = 3,
        ["wanna"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["dont"] = 2,
        ["wont"] = 2,
        ["cant"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["werent"] = 4,
        ["arent"] = 3,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["hadnt"] = 3,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["aint"] = 2,
        ["ive"] = 1,
        ["youre"] = 3,
        ["theyre"] = 4,
        ["youve"] = 3,
        ["weve"] = 2,
        ["thats"] = 4,
        ["whats"] = 4,
        ["theres"] = 5,
        ["youll"] = 3,
        ["theyll"] = 4,
        ["im"] = 1,
        ["hes"] = 2,
        ["itll"] = 2,
        ["heres"] = 4,
        ["elses"] = 4,
        ["arnt"] = 2,
        ["outta"] = 3,
        ["lotta"] = 3,
        ["alot"] = 1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(
        "The A An This That These Those It He She They We You I His Her Their Its Our My But And Or So Yet In On At As If When While After Before Since Because Although Though However Meanwhile Moreover "
        + "There Here What Who How Why Where Which Some Many Most Both Each All Another Other No Not Now Then Also Even Still Just Under With Without For From By To Of According Earlier Later Last Despite During Once Until One Two Three");

    /// <summary>Whether the word before a stop is a title that a name follows (<c>Gen</c>), so that no sentence ends there.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    /// <summary>Whether a stop after the word belongs to it.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 8 && (Abbreviations.Contains(word) || IsUpperTitle(word));

    // GEN. and SEN. of headlines; only titles, for NO. and CO. end sentences in capitals.
    private static bool IsUpperTitle(ReadOnlySpan<char> word) => word is "MR" or "MRS" or "MS" or "DR" or "GEN" or "SEN" or "GOV" or "REP" or "LT" or "COL" or "ST" or "INC" or "CORP" or "LTD" or "PVT" or "JAN" or "FEB" or "AUG" or "SEPT" or "OCT" or "NOV" or "DEC";

    /// <summary>Whether UD English writes the prefix and its word as one token (<c>pro-Beijing</c>).</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => Prefixes.Contains(word);

    /// <summary>Whether the word is a syllable of East Asian given names.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 7) return false;
        Span<char> lower = stackalloc char[8];
        return char.IsUpper(word[0]) | char.IsLower(word[^1]) && Syllables.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>Whether the letters after an apostrophe are a clipped word (<c>'em</c>).</summary>
    public static bool IsClipped(ReadOnlySpan<char> word) => word.Length is > 0 and <= 5 && Clipped.Contains(word);

    /// <summary>Whether the word is a name that ends as participles do.</summary>
    public static bool IsNameInIng(ReadOnlySpan<char> word) => word.EndsWith("ing") && NamesInIng.Contains(word);

    /// <summary>Whether the letters after a number are a unit, and so a token of their own.</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => word.Length <= 7 && Units.Contains(word);

    /// <summary>Whether the letters after a stop are a kind of file.</summary>
    public static bool IsFileKind(ReadOnlySpan<char> word) => word.Length is > 2 and <= 4 && FileKinds.Contains(word);

    /// <summary>Whether the abbreviation is one only before a number (<c>No. 5</c>), for it is a word too.</summary>
    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => word is "No" or "Nos" or "Art" or "art" or "Fig" or "fig" or "figs" or "Vol" or "vol" or "pp";

    /// <summary>Whether the ending belongs to the word before its hyphen (<c>Kafka-esque</c>, <c>Naqsh-e Jahan</c>).</summary>
    public static bool IsSuffix(ReadOnlySpan<char> word) => word is "esque" or "ness" or "e";

    /// <summary>Whether a word that was written without its apostrophe is a contraction before the word <paramref name="next"/>: <c>its a</c>, <c>your going</c>, <c>Lets see</c>.</summary>
    public static bool IsContractedBefore(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (next.IsEmpty || char.IsUpper(next[0])) return false;
        if (word is "its" or "Its") return AfterIts.Contains(next);
        if (word is "your" or "Your") return AfterYour.Contains(next);
        return word is "Lets";
    }

    /// <summary>Whether the letters after a stop are a top-level domain or a kind of file.</summary>
    public static bool IsDomain(ReadOnlySpan<char> word) => word.Length is > 1 and <= 4 && Domains.Contains(word);

    /// <summary>Whether single letters around a slash are one word (<c>w/o</c>, <c>I/O</c>).</summary>
    public static bool IsSlashed(ReadOnlySpan<char> word) => word.Length == 3 && char.IsLetter(word[0]) && word[1] == '/' && char.IsLetterOrDigit(word[2]);

    /// <summary>Where a contraction without apostrophe is cut (<c>cannot</c>: 3), else 0.</summary>
    public static int PlainContraction(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 8 && Plain.TryGetValue(word, out var cut) && (word.Length > 2 || word[0] is 'i' or 'I' && word[1] == 'm') ? cut : 0;

    /// <summary>Whether the capitalised word is a likely beginning of a sentence.</summary>
    public static bool StartsSentence(ReadOnlySpan<char> word) => Starters.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words, bool ignoreCase = false)
    {
        var comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
