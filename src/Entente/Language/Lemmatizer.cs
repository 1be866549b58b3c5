using System.Text;

namespace Entente.Language;

/// <summary>Base forms, by a list of exceptions and by rules for endings.</summary>
internal sealed unsafe class Lemmatizer
{
    public const int LongestEnding = 6;

    private readonly HashTable _exceptions;
    private readonly byte* _text;
    private readonly HashTable _rules;
    private readonly (int Cut, string Add, bool KeepCase)[] _names;
    private readonly HashTable _known;

    /// <param name="exceptions">From form and tag to a place in the text.</param>
    /// <param name="text">Address of the lemmas of the exceptions: a length and that many bytes.</param>
    /// <param name="rules">From ending and tag to a rule.</param>
    /// <param name="names">The rules: letters to cut, letters to add, whether capitals are kept.</param>
    /// <param name="known">Words that exist, by their hash in lower case.</param>
    public Lemmatizer(HashTable exceptions, nint text, HashTable rules, string[] names, HashTable known)
    {
        _exceptions = exceptions;
        _text = (byte*)text;
        _rules = rules;
        _known = known;
        _names = Array.ConvertAll(names, n => n.Split(' ') is [var cut, var add, var keep] ? (int.Parse(cut), add, keep == "k") : default);
    }

    public static uint ExceptionKey(ReadOnlySpan<char> form, byte tag) => Hash.Mix(1, Word.Of(form, default, default).Form, tag);

    public static uint RuleKey(int length, uint ending, byte tag) => Hash.Mix(10 + (uint)length, ending, tag);

    public static uint Ending(ReadOnlySpan<char> form, int length)
    {
        var hash = Hash.Empty;
        for (var k = 1; k <= length; k++) hash = Hash.Add(hash, char.ToLowerInvariant(form[^k]));
        return hash;
    }

    /// <summary>The base form of a word with a tag.</summary>
    public string Lemma(string form, byte tag)
    {
        var place = _exceptions.Find(ExceptionKey(form, tag));
        if (place != 0) return Encoding.UTF8.GetString(_text + place + 1, _text[place]);
        // The longest ending decides, unless it would make a word that is not known and a shorter one makes one that is.
        string? first = null;
        for (var length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
        {
            var rule = _rules.Find(RuleKey(length, Ending(form, length), tag));
            if (rule == 0) continue;
            var (cut, add, keep) = _names[rule - 1];
            if (cut >= form.Length) continue;
            var start = keep ? form : form.ToLowerInvariant();
            var lemma = cut == 0 && add.Length == 0 ? start : string.Concat(start.AsSpan(0, start.Length - cut), add);
            if (keep || length == 0 && first is null || _known.Find(Word.Of(lemma, default, default).Lower) != 0) return lemma;
            first ??= lemma;
        }
        return first ?? form;
    }
}
