using System.Globalization;
using System.Text;
using Entente.Language;

namespace Entente.Output;

/// <summary>Writes parsed sentences as CoNLL-U.</summary>
public static class ConlluText
{
    /// <summary>The sentences of an article's text, under its id: <c>ID-p1</c>, <c>ID-s1</c>.</summary>
    public static string Of(Article article, IReadOnlyList<Sentence> sentences)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var id = string.Join('_', article.Id.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var paragraph = -1;
        for (var s = 0; s < sentences.Count; s++)
        {
            var comments = new List<string>();
            if (s == 0) comments.Add($"# newdoc id = {id}");
            var start = sentences[s].Span.Start;
            var before = paragraph;
            while (paragraph + 1 < article.Paragraphs.Count && article.Paragraphs[paragraph + 1].Start <= start) paragraph++;
            if (paragraph != before) comments.Add($"# newpar id = {id}-p{paragraph + 1}");
            comments.Add($"# sent_id = {id}-s{s + 1}");
            ConlluWriter.Write(writer, sentences[s], article.Text, comments);
        }

        return writer.ToString();
    }

    /// <summary>
    /// The sentences of a CoNLL-U file with the words it gives, and tags, lemmas and trees by <paramref name="annotate"/>. A
    /// sentence that is malformed is left out and named in <paramref name="errors"/>.
    /// </summary>
    public static string Annotated(ReadOnlyMemory<byte> file, Func<Sentence, Sentence> annotate, List<ConlluError> errors)
    {
        using var reader = new StreamReader(new MemoryStream(file.ToArray()), Encoding.UTF8);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var given in ConlluReader.Read(reader, errors))
            ConlluWriter.Write(writer, annotate(given.Sentence), given.Text, given.Comments);
        return writer.ToString();
    }
}
