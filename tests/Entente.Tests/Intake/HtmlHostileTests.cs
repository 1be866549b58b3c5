using System.Diagnostics;
using CsCheck;
using Entente.Intake;
using Xunit;

namespace Entente.Tests.Intake;

public class HtmlHostileTests
{
    private const string Paragraph = "<p>Ministers of the two countries met in the capital on Monday, and agreed to continue talks next month.</p>";

    private static readonly string[] Soup =
    [
        "<p>", "</p>", "<div class=\"body\">", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<table><tr><td>", "</td>", "</table>", "<br>", "<li>",
        "<!-- c -->", "<script>var s = '<p>';</script>", "<h1>", "</h1>", "<article>", "</article>", "<figcaption>", "<time datetime=2020-01-02>",
        "<svg/>", "<p", "</", "<!", "<?x ?>", "&amp;", "&lt;", "\0", "Read more", "word ", "2020 ", "\n\n", "“Да”, сказал он. ", "会談した。", "<", ">",
        "The minister met the president, and both agreed to talk again. ", "The minister met the president, and both agreed to talk again. ",
    ];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Fact]
    public void A_page_nested_a_hundred_thousand_deep_is_flattened_and_says_so()
    {
        var article = HtmlReportTests.Read(Repeat("<div>", 100_000) + Paragraph + Repeat("</div>", 100_000));
        Assert.StartsWith("Ministers of the two countries", article.Text);
        Assert.Contains(article.Warnings, warning => warning.Contains("nested deeper", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<font size=1>", 5_000, 2_000)]
    [InlineData("<table><tr><td>", 20_000, 10)]
    [InlineData("<title>", 300_000, 1)]
    [InlineData("<svg>", 300_000, 1)]
    [InlineData("<a b=\"", 300_000, 1)]
    [InlineData("<p>x ", 300_000, 10)]
    [InlineData("<!--", 300_000, 1)]
    [InlineData("<", 1_000_000, 1)]
    public void Markup_that_is_never_closed_takes_bounded_time(string open, int times, int paragraphs)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            HtmlReportTests.Read(Repeat(open, times) + Repeat(Paragraph, paragraphs));
        }
        catch (IntakeException)
        {
            // No report is an answer, too.
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{open} took {watch.Elapsed}");
    }

    [Fact]
    public void Fifty_megabytes_in_one_line_are_cut_with_a_warning()
    {
        var article = HtmlReportTests.Read(Paragraph + new string('a', 50_000_000));
        Assert.Contains(article.Warnings, warning => warning.Contains("too large", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_page_is_refused_in_words()
    {
        Assert.Throws<IntakeException>(() => HtmlReport.Read(ReadOnlyMemory<byte>.Empty, Hints.None));
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);
        Assert.Throws<IntakeException>(() => HtmlReport.Read(bytes, Hints.None));
        Assert.Throws<IntakeException>(() => HtmlReportTests.Read("<html><body><script>app()</script></body></html>"));
    }

    [Fact]
    public void Any_tag_soup_gives_an_article_whose_paragraphs_lie_in_its_text_and_hold_no_markup()
    {
        Gen.Int[0, Soup.Length - 1].Array[0, 60].Select(parts => string.Concat(parts.Select(part => Soup[part]))).Sample(soup =>
        {
            var article = HtmlReportTests.Read("<title>T</title>" + soup);
            var end = 0;
            foreach (var span in article.Paragraphs)
            {
                Assert.True(span.Start >= end && span.End <= article.Text.Length && span.Length > 0);
                end = span.End;
            }
            Assert.Equal(article.Text, string.Join("\n\n", article.Paragraphs.Select(span => span.In(article.Text))));
            foreach (var tag in new[] { "<div", "<p>", "</p>", "<article", "<script" }) Assert.DoesNotContain(tag, article.Text, StringComparison.Ordinal);
        }, iter: 500);
    }
}
