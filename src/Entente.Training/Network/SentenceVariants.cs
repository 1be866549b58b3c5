using System.Globalization;
using System.Numerics.Tensors;
using Entente.Language;
using Entente.Training.Language;

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

    /// <summary>The variant of a sentence that was taught: it has the tree and the teaching of the sentence.</summary>
    public static EncodedSentence Of(MarkedSentence marked, int index, EncodedSentence taught, SentenceEncoder encoder)
    {
        var variant = encoder.Encode(Of(marked.Sentence, index), marked.HasMentions);
        var count = variant.Count;
        if (count == taught.Count) return variant with { Tags = taught.Tags, Heads = taught.Heads, Labels = taught.Labels, Teaching = taught.Teaching };
        // The teachers' tree may hang on the stop.
        return Array.Exists(taught.Heads, head => head > count) || taught.Heads[count] == 0
            ? taught
            : variant with { Tags = taught.Tags[..count], Heads = taught.Heads[..count], Labels = taught.Labels[..count], Teaching = WithoutLast(taught.Teaching!, count) };
    }

    private static Teaching WithoutLast(Teaching teaching, int count)
    {
        var heads = new float[count * (count + 1)];
        for (var t = 0; t < count; t++)
        {
            var row = heads.Row(t, count + 1);
            teaching.Heads.Row(t, count + 2)[..^1].CopyTo(row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
        }
        return new(teaching.Tags[..(teaching.Tags.Length / (count + 1) * count)], heads, teaching.Labels[..(teaching.Labels.Length / (count + 1) * count)]);
    }

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
