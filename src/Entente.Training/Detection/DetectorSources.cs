using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Language;

namespace Entente.Training.Detection;

/// <summary>Where the words of a language come from: Lingua's counts of letters, a translation of the Universal Declaration of Human Rights, or both.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Lingua">Folders of Lingua's models.</param>
/// <param name="Declarations">Files of the declaration, without <c>.html</c>.</param>
/// <param name="InLatin">Whether Lingua's Serbian Cyrillic is to be written in Latin letters.</param>
internal sealed record DetectorSource(string Code, string[] Lingua, string[] Declarations, bool InLatin = false);

/// <summary>The languages that are told apart by letters, and their words.</summary>
internal static partial class DetectorSources
{
    // Lingua has news of most; the declaration stands in for those that it lacks.
    private const string Latin =
        "af az bs ca cs cy da de en eo es et eu fi fr ga gl:-:glg ha:-:hau_NG+hau_NE hr ht:-:hat_kreyol+hat_popular hu id ig:-:ibo is it ku:-:kmr lb:-:ltz lt lv mg:-:plt "
        + "mi ms mt:-:mlt nl no:nb+nn om pl pt ro rw:-:kin sk sl sn so sq sr:sr:- st sv sw tk:-:tuk_latn tl tn tr ts uz:-:uzn_latn vi xh yo zu";

    private const string Cyrillic = "be bg kk ky:-:kir mk mn ru sr tg:-:tgk uk uz:-:uzn_cyrl";
    private const string Arabic = "ar fa ku:- ps:-:pbu ug:-:uig_arab ur";

    /// <summary>The scripts that several languages are written in, with the digits of their models and their languages.</summary>
    public static IReadOnlyList<(LetterScript Script, int Bits, DetectorSource[] Languages)> All { get; } =
    [
        (LetterScript.Latin, 12, Parse(Latin)),
        (LetterScript.Cyrillic, 11, Parse(Cyrillic)),
        (LetterScript.Arabic, 11, Parse(Arabic)),
        (LetterScript.Devanagari, 11, Parse("hi:-:hin mr:-:mar ne:-:nep")),
        (LetterScript.Hebrew, 9, Parse("he yi:-:ydd")),
        (LetterScript.Ethiopic, 10, Parse("am ti")),
    ];

    /// <summary>The words of a language in the order of its texts, or drawn anew for Lingua's.</summary>
    public static List<string[]> Words(DetectorSource source, LetterScript script, string lingua, string declarations, IReadOnlyDictionary<string, List<string>> own, int count, Random random)
    {
        var pools = new List<string[]>();
        foreach (var folder in source.Lingua)
        {
            var words = new LinguaWords(Path.Combine(lingua, folder));
            pools.Add([.. Enumerable.Range(0, count / source.Lingua.Length).Select(_ => words.Next(random)).Select(w => source.InLatin ? SerbianInLatin(w) : w)]);
        }

        foreach (var name in source.Declarations)
        {
            var html = File.ReadAllText(Path.Combine(declarations, name + ".html"));
            pools.Add(Split(WebUtility.HtmlDecode(Tag().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], " ")), script));
        }

        if (own.TryGetValue(source.Code, out var texts)) pools.Add(Split(string.Join(' ', texts), script));
        pools.RemoveAll(p => p.Length == 0);
        return pools;
    }

    private static string[] Split(string text, LetterScript script)
    {
        var words = new List<string>();
        Span<char> word = stackalloc char[LetterGrams.LongestWord + 2];
        for (var at = 0; LetterGrams.NextWord(text, ref at, script, word) is > 0 and var length;) words.Add(new string(word[1..(length - 1)]));
        return [.. words];
    }

    // CODE, or CODE:LINGUA:DECLARATIONS with "-" for none; a Lingua folder with ":-" is Serbian in the other script.
    private static DetectorSource[] Parse(string languages) => [.. languages.Split(' ').Select(l => l.Split(':')).Select(p => p switch
    {
        [var code] => new DetectorSource(code, [code], []),
        [var code, "-"] => new DetectorSource(code, [], []),
        [var code, var lingua] => new DetectorSource(code, lingua.Split('+'), []),
        [var code, "-", var declarations] => new DetectorSource(code, [], declarations.Split('+')),
        [var code, var lingua, _] => new DetectorSource(code, [lingua], [], InLatin: true),
        _ => throw new FormatException(string.Join(':', p)),
    })];

    private static string SerbianInLatin(string word)
    {
        const string Cyrillic = "абвгдђежзијклљмнњопрстћуфхцчџш";
        string[] latin = ["a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š"];
        var text = new StringBuilder();
        foreach (var c in word) _ = Cyrillic.IndexOf(c) is >= 0 and var i ? text.Append(latin[i]) : text.Append(c);
        return text.ToString();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
