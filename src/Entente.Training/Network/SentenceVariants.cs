using System.Globalization;
using Entente.Language;

namespace Entente.Training.Network;

/// <summary>
/// Sentences as headlines and scrapers write them: in capitals, with a capital for each word, or without the stop at the end. The
/// treebanks have few of them, and news has many.
/// </summary>
internal static class SentenceVariants
{
    /// <summary>A variant of the sentence: of each three sentences, one of each kind.</summary>
    public static Sentence Of(Sentence sentence, int index) => (index % 3) switch
    {
        0 => WithoutStop(WithForms(sentence, form => form.ToUpperInvariant())),
        1 => WithoutStop(WithForms(sentence, Capitalized)),
        _ => WithoutStop(sentence),
    };

    private static Sentence WithForms(Sentence sentence, Func<string, string> change) => new()
    {
        Span = sentence.Span,
        Tokens = Array.ConvertAll(sentence.Tokens, token => token with { Form = change(token.Form) }),
    };

    // Headlines leave short words small.
    private static string Capitalized(string form)
        => form.Length < 4 ? form : char.ToUpper(form[0], CultureInfo.InvariantCulture) + form[1..];

    private static Sentence WithoutStop(Sentence sentence)
    {
        var last = sentence.Tokens.Length - 1;
        if (last < 1 || sentence.Tokens[last].Form != "." || Array.Exists(sentence.Tokens, t => t.Head == last) || sentence.Tokens[last].Head < 0) return sentence;
        return new() { Span = sentence.Span, Tokens = sentence.Tokens[..last] };
    }
}
