using System.Diagnostics;
using System.Text;
using CsCheck;
using Entente.Tests.Approved;
using NodaTime;
using Xunit;

namespace Entente.Tests.OutputFormats;

/// <summary>What holds of the reading of any text.</summary>
public class ReadingPropertyTests
{
    // The slowest takes about a second alone; with a cubic step over tokens it would take hours.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static readonly string[] Vocabulary =
    [
        "Russia", "Moscow", "the Kremlin", "Vladimir Putin", "Putin", "Iran", "Iranian", "Tehran", "Israel", "the United States", "U.S.", "NATO", "the United Nations",
        "Hamas", "the Taliban", "rebels", "troops", "police", "protesters", "the president", "the two countries", "both leaders", "he", "they", "it", "who", "which", "we",
        "attacked", "killed", "visited", "met", "met with", "signed", "agreed to", "refused to", "threatened to", "denied that", "said", "accused", "urged", "will", "would",
        "may", "not", "did not", "has been", "was", "were", "arrested", "expelled", "condemned", "talks", "attack", "sanctions", "visit", "ceasefire", "aid", "an agreement",
        "withdraw", "send", "impose", "hold", "in", "on", "of", "with", "by", "for", "against", "between", "from", "to", "after", "since", "until", "that", "and", "or", "but",
        "Monday", "last week", "May 16", "16 May 2019", "two days ago", "2014", "the 1990s", "next year", "five", "1,200", "40%", "$3 million", "12", "3rd",
        "reportedly", "likely", "according to", "however", "the", "a", "his", "their", "new", "former", "deputy", "former president", "\"", "“", "”", "(", ")", ",", ";", ":", "—", "-", "...",
        ".", ".", ".", "?", "!", "\n\n", "\n", "'s", "’s", "@x", "#tag", "https://a.example/b?c=d", "😀", "👩‍👩‍👧", "e\u0301", "中国", "Россия", "ﷺ", "\u200F", "\u00A0", "\0", "\uFEFF", "\uD800",
    ];

    private static readonly Gen<string> Salad = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 80].Select(words => string.Join(' ', words));

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 200],
        Gen.Char.AlphaNumeric.Array[0, 200].Select(c => new string(c)),
        Gen.Int[0, 0x10FFFF].Where(c => c is < 0xD800 or > 0xDFFF).Array[0, 80].Select(c => string.Concat(c.Select(char.ConvertFromUtf32))),
        Gen.Select(Salad, Gen.String[0, 20], Salad, (a, noise, b) => a + noise + b),
        Salad, Salad, Salad);

    private static readonly Gen<Article> AnyArticle = Gen.Select(AnyText.Array[1, 4], AnyText, AnyText, Gen.Int[-60_000, 40_000], (paragraphs, title, caption, day) =>
        Made(paragraphs, title, caption, day % 7 == 0 ? null : new LocalDate(2000, 1, 1).PlusDays(day)));

    public static TheoryData<string> Inputs() => [.. Checkout.Reports.Select(r => r.Input)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Readings_of_the_corpus_and_the_samples_keep_what_they_promise(string input)
    {
        var article = Checkout.Reports.Single(r => r.Input == input).Article;
        Assert.Empty(ReadingFaults.Of(Checkout.Reader, Checkout.Reader.Read(article)));
    }

    [Fact]
    public void Readings_of_any_text_keep_what_they_promise() =>
        AnyArticle.Sample(
            article =>
            {
                var faults = ReadingFaults.Of(Checkout.Reader, Checkout.Reader.Read(article));
                if (faults.Count > 0) throw new InvalidDataException(string.Join('\n', faults));
            },
            iter: 300,
            threads: 2);

    [Fact]
    public void Surrogate_pairs_before_an_event_move_no_span()
    {
        var article = Made(["😀😀 Vladimir Putin met with Angela Merkel in Moscow on Monday. 👩‍👩‍👧 Germany condemned Iran."], "😀 Russia attacked Georgia", "👍 France expelled two British diplomats", new LocalDate(2019, 6, 15));
        var reading = Checkout.Reader.Read(article);
        Assert.True(reading.Events.Count >= 3, "the events are read");
        Assert.Empty(ReadingFaults.Of(Checkout.Reader, reading));
    }

    public static TheoryData<string, string> Extremes() => new()
    {
        { "a sentence of 5,000 words", string.Join(' ', Enumerable.Range(0, 5_000).Select(i => Vocabulary[i * 7919 % 92])) + "." },
        { "a sentence of 1,000 clauses", string.Join(" and ", Enumerable.Repeat("Russia said that Iran threatened to attack Israel", 1_000)) + "." },
        { "one name 5,000 times", string.Join(", ", Enumerable.Repeat("Vladimir Putin", 5_000)) },
        { "2,000 short lines", string.Join("\n\n", Enumerable.Range(0, 2_000).Select(i => $"Russia met Iran {i}")) },
        { "only capitals", string.Join(' ', Enumerable.Repeat("RUSSIA ATTACKED IRAN AND THE PRESIDENT OF FRANCE MET HIM.", 500)) },
        { "only numbers", string.Join(' ', Enumerable.Range(0, 5_000).Select(i => (i * 37 % 4_000).ToString())) },
        { "one word of 200,000 letters", new string('x', 200_000) },
        { "only quotation marks", new string('"', 20_000) },
        { "only brackets", new string('(', 10_000) + new string(')', 10_000) },
        { "only line breaks", new string('\n', 20_000) },
        { "only capital letters with points", string.Concat(Enumerable.Repeat("U.S. ", 5_000)) },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Extreme_texts_are_read_in_bounded_time(string name, string text)
    {
        var watch = Stopwatch.StartNew();
        var reading = Checkout.Reader.Read(Made(text.Split("\n\n"), "A title", "A caption", new LocalDate(2019, 6, 15)));
        watch.Stop();
        TestContext.Current.SendDiagnosticMessage($"{name}: {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < Bound, $"{name} took {watch.Elapsed}");
        Assert.Empty(ReadingFaults.Of(Checkout.Reader, reading));
    }

    private static Article Made(IReadOnlyList<string> paragraphs, string title, string caption, LocalDate? day)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0) text.Append("\n\n");
            spans.Add(new TextSpan(text.Length, text.Length + paragraph.Length));
            text.Append(paragraph);
        }

        return new Article
        {
            Id = "a",
            Text = text.ToString(),
            Paragraphs = spans,
            Title = title,
            Images = [new ArticleImage(caption)],
            Published = day is { } d ? new Publication(d, null, null, PublicationSource.Metadata) : null,
        };
    }
}
