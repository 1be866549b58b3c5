using System.Text;

namespace Entente.Language;

/// <summary>Base forms, by a list of exceptions and by rules for endings and for capitals.</summary>
internal sealed unsafe class Lemmatizer
{
    public const int LongestEnding = 6;

    /// <summary>Longest ending by which capitals are judged.</summary>
    public const int LongestCasing = 4;

    /// <summary>Most rules that a tag has for words whose ending finds no word that is known.</summary>
    public const int MostGeneral = 4;

    private readonly HashTable _exceptions;
    private readonly byte* _text;
    private readonly HashTable _rules;
    private readonly (int Cut, string Add)[] _names;
    private readonly HashTable _known;

    /// <param name="exceptions">From form and tag to a place in the text.</param>
    /// <param name="text">Address of the lemmas of the exceptions: a length and that many bytes.</param>
    /// <param name="rules">From ending and tag to a rule, from ending, tag and capitals to a casing, and the verbs that were seen.</param>
    /// <param name="names">The rules: letters to cut, letters to add.</param>
    /// <param name="known">Words that exist, by their hash in lower case.</param>
    public Lemmatizer(HashTable exceptions, nint text, HashTable rules, string[] names, HashTable known)
    {
        _exceptions = exceptions;
        _text = (byte*)text;
        _rules = rules;
        _known = known;
        _names = Array.ConvertAll(names, n => n.Split(' ') is [var cut, var add] ? (int.Parse(cut), add) : default);
    }

    public static uint ExceptionKey(ReadOnlySpan<char> form, uint tag) => Hash.Mix(1, Word.Of(form).Form, tag);

    public static uint RuleKey(int length, uint ending, uint tag) => Hash.Mix(10 + (uint)length, ending, tag);

    public static uint GeneralKey(int rank, uint tag) => Hash.Mix(30 + (uint)rank, tag);

    public static uint CasingKey(int length, uint ending, uint tag, uint kind) => Hash.Mix(40 + (uint)length, ending, tag, kind);

    public static uint VerbKey(ReadOnlySpan<char> lemma) => Hash.Mix(50, Word.Of(lemma).Lower);

    public static uint Ending(ReadOnlySpan<char> form, int length)
    {
        var hash = Hash.Empty;
        for (var k = 1; k <= length; k++) hash = Hash.Add(hash, char.ToLowerInvariant(form[^k]));
        return hash;
    }

    /// <summary>The base form of a word with a tag.</summary>
    /// <param name="token">The word with its tags.</param>
    /// <param name="tag">The key of its tags.</param>
    /// <param name="opening">Whether it opens a sentence or a quotation, where a capital says nothing.</param>
    public string Lemma(in Token token, uint tag, bool opening)
    {
        var form = token.Form.Replace('’', '\'');
        if (token.Xpos == "CD" && WithoutGrouping(form) is { } number) return number;
        var verb = token.Upos is "VERB" or "AUX";
        if (verb && token.Xpos is "VBD" or "VBN" or "VBG" && IrregularVerbs.Base(form.ToLowerInvariant()) is { } past) return past;
        var place = _exceptions.Find(ExceptionKey(form, tag));
        if (place != 0) return Encoding.UTF8.GetString(_text + place + 1, _text[place]);
        var casing = FindCasing(form, tag, opening);
        // HAS is has.
        if (casing == Casing.Lower && form.ToLowerInvariant() is var lower && lower != form && _exceptions.Find(ExceptionKey(lower, tag)) is var other and not 0)
            return Encoding.UTF8.GetString(_text + other + 1, _text[other]);
        var inflected = token.Xpos is "VBD" or "VBN" or "VBG" or "VBZ" or "NNS" or "NNPS" or "JJR" or "JJS" or "RBR" or "RBS";
        return ByRule(form, tag, casing, verb && inflected, inflected);
    }

    private string ByRule(string form, uint tag, Casing casing, bool verb, bool inflected)
    {
        // The longest ending decides, unless it makes a word that is not known and a shorter one, or any rule of the tag, makes one that is.
        string? first = null, known = null;
        for (var step = Math.Min(LongestEnding, form.Length); step >= (inflected ? -MostGeneral : 0); step--)
        {
            var rule = _rules.Find(step >= 0 ? RuleKey(step, Ending(form, step), tag) : GeneralKey(-step, tag));
            if (rule == 0) continue;
            if (step < 0 && known is not null && !verb) break;
            var (cut, add) = _names[rule - 1];
            if (cut >= form.Length) continue;
            if (verb && add.Length == 0 && LacksE(form, cut)) add = "e";
            var lemma = Capitals.Apply(casing, form, cut, add);
            first ??= lemma;
            if (verb && _rules.Find(VerbKey(lemma)) != 0) return lemma;
            if (known is null && _known.Find(Word.Of(lemma).Lower) != 0) known = lemma;
        }
        return known ?? first ?? form;
    }

    // Fad would double its d: faded is of fade.
    private static bool LacksE(string form, int cut)
    {
        var stem = form.AsSpan(0, form.Length - cut);
        if (stem.Length < 3 || !(form.AsSpan(stem.Length) is "ed" or "ing") || IsVowel(stem[^1]) || stem[^1] is 'w' or 'x' or 'y' || !IsVowel(stem[^2])) return false;
        if (stem.Length == 3 && stem[0] == 'q') return false;
        foreach (var c in stem[..^2])
            if (IsVowel(c) || c == 'y') return false;
        return true;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private Casing FindCasing(string form, uint tag, bool opening)
    {
        var kind = Capitals.Kind(form, opening);
        for (var length = Math.Min(LongestCasing, form.Length); length >= 0; length--)
            if (_rules.Find(CasingKey(length, Ending(form, length), tag, kind)) is var casing and not 0) return (Casing)casing;
        return Casing.Lower;
    }

    // 30,000 is 30000.
    private static string? WithoutGrouping(string form)
    {
        if (form.IndexOf(',') is < 1 or > 3) return null;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '.' && i > 3) break;
            if (form[i] == ',' ? i + 3 >= form.Length || !char.IsAsciiDigit(form[i + 3]) || i + 4 < form.Length && char.IsAsciiDigit(form[i + 4]) : !char.IsAsciiDigit(form[i])) return null;
        }
        return form.Replace(",", "", StringComparison.Ordinal);
    }
}
