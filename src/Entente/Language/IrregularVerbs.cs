using System.Collections.Frozen;

namespace Entente.Language;

/// <summary>Past forms of English that no rule for endings finds.</summary>
internal static class IrregularVerbs
{
    // Base form, past tense, participle where it differs; a hyphen separates variants.
    private const string Verbs =
        "arise arose arisen;awake awoke awoken;bear bore born-borne;beat beat beaten;become became become;begin began begun;bend bent;bet bet;bid bid bade-bidden;bind bound;bite bit bitten;bleed bled;"
        + "blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;burst burst;buy bought;cast cast;catch caught;choose chose chosen;cling clung;come came come;cost cost;creep crept;"
        + "cut cut;deal dealt;dig dug;draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;dwell dwelt;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fling flung;"
        + "fly flew flown;forbid forbade forbidden;forget forgot forgotten;forgive forgave forgiven;forsake forsook forsaken;freeze froze frozen;get got gotten;give gave given;go went gone;grind ground;grow grew grown;"
        + "hang hung;hear heard;hide hid hidden;hit hit;hold held;hurt hurt;keep kept;kneel knelt;know knew known;lay laid;lead led;lean leant;leap leapt;learn learnt;leave left;lend lent;let let;lie lay lain;lose lost;make made;"
        + "mean meant;meet met;mislead misled;pay paid;plead pled;put put;quit quit;read read;rend rent;rid rid;ride rode ridden;ring rang rung;rise rose risen;run ran run;say said;see saw seen;seek sought;sell sold;send sent;set set;"
        + "shake shook shaken;shed shed;shine shone;shoot shot;show shown;shrink shrank shrunk;shut shut;sing sang sung;sink sank sunk;sit sat;slay slew slain;sleep slept;slide slid;sling slung;slit slit;smite smote smitten;sow sown;"
        + "speak spoke spoken;speed sped;spell spelt;spend spent;spill spilt;spin spun;spit spat;split split;spoil spoilt;spread spread;spring sprang sprung;stand stood;steal stole stolen;stick stuck;sting stung;stink stank stunk;"
        + "stride strode stridden;strike struck stricken;string strung;strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;"
        + "throw threw thrown;thrust thrust;tread trod trodden;understand understood;wake woke woken;wear wore worn;weave wove woven;weep wept;win won;wind wound;withdraw withdrew withdrawn;wring wrung;write wrote written;"
        + "die died dying;lie lied lying;tie tied tying;vie vied vying;belie belied belying;untie untied untying;panic panicked panicking;mimic mimicked mimicking;traffic trafficked trafficking;picnic picnicked picnicking;frolic frolicked frolicking";

    private static readonly string[] Prefixes = ["over", "under", "with", "mis", "out", "fore", "re", "un", "up"];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Bases = Read();

    /// <summary>The base form of a past tense or participle in small letters, null where it is no irregular one.</summary>
    public static string? Base(string form)
    {
        if (Bases.TryGetValue(form, out var verb)) return verb;
        foreach (var prefix in Prefixes)
            if (form.StartsWith(prefix, StringComparison.Ordinal) && Bases.TryGetValue(form.AsSpan(prefix.Length), out verb)) return prefix + verb;
        return null;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        var bases = new Dictionary<string, string>();
        foreach (var verb in Verbs.Split(';'))
            if (verb.Split(' ', '-') is [var start, .. var forms])
                foreach (var form in forms) bases.TryAdd(form, start);
        return bases.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
