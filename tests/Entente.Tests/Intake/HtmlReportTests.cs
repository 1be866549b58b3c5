using System.Text;
using Entente.Intake;
using NodaTime;
using Xunit;

namespace Entente.Tests.Intake;

public class HtmlReportTests
{
    private const string Paragraphs = """
        <p>The foreign minister arrived in the capital on Tuesday, and was received by the president at noon.</p>
        <p>Both sides said that they would sign an agreement on fishing rights, trade and visas before the summer.</p>
        <p>It was the first visit of its kind since 2011, when talks broke off over a border post in the north.</p>
        """;

    internal static Article Read(string html, Hints? hints = null) => HtmlReport.Read(Encoding.UTF8.GetBytes(html), hints ?? Hints.None);

    private static Article Page(string head = "", string before = "", string within = "", string after = "") => Read($"""
        <!DOCTYPE html><html lang="en-GB"><head><title>Minister visits capital | The Daily Courier</title>
        <meta property="og:site_name" content="The Daily Courier">{head}</head><body>
        <header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
        {before}<article><h1>Minister visits capital</h1><div class="article-body">{Paragraphs}{within}</div></article>{after}
        <footer>Copyright The Daily Courier. All rights reserved, in every country of the world, for ever.</footer></body></html>
        """);

    [Fact]
    public void The_body_is_the_paragraphs_joined_by_a_blank_line()
    {
        var article = Page();
        Assert.Equal(3, article.Paragraphs.Count);
        Assert.StartsWith("The foreign minister arrived", article.Text);
        Assert.Contains("at noon.\n\nBoth sides", article.Text);
        Assert.Equal("Both sides said", article.Paragraphs[1].In(article.Text)[..15]);
    }

    [Fact]
    public void The_headline_is_told_once_and_without_the_site()
    {
        var article = Page();
        Assert.Equal("Minister visits capital", article.Title);
        Assert.DoesNotContain("Minister visits", article.Text);
        Assert.Equal("The Daily Courier", article.Site);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void What_stands_between_and_around_the_paragraphs_is_left_out()
    {
        var article = Page(
            before: "<div class='cookie-banner'><p>This website uses cookies to give you the best experience, as you may know.</p></div>",
            within: """
                <div class="newsletter-signup"><p>Sign up for our newsletter, and get the news, every morning, in your inbox.</p></div>
                <aside class="related"><h2>Related</h2><ul><li><a href="/x">Another report about something else altogether</a></li></ul></aside>
                <p>Read more: <a href="/y">How the border post was lost in the year of the flood</a></p>
                <p>Advertisement</p>
                """,
            after: "<div id='comments'><p>I do not believe a word of this report, and neither should anyone else, says reader Bob.</p></div>");
        Assert.Equal(3, article.Paragraphs.Count);
    }

    [Fact]
    public void A_subhead_is_a_paragraph_and_a_heading_of_nothing_is_not()
    {
        var article = Page(within: "<h2>What comes next</h2><p>The agreement goes to both parliaments, which may take until autumn to vote on it.</p><h2>More from us</h2>");
        Assert.Equal(5, article.Paragraphs.Count);
        Assert.Contains("\n\nWhat comes next\n\n", article.Text);
    }

    [Fact]
    public void The_lead_between_headline_and_body_is_a_part_of_the_text()
    {
        var article = Read($"""
            <html><head><title>Minister visits capital - Courier</title><meta property="og:description" content="A first visit in years ends a long silence between the neighbours."></head>
            <body><header><h1>Minister visits capital</h1><p class="standfirst">A first visit in years ends a long silence between the neighbours.</p></header>
            <div class="story-body">{Paragraphs}</div></body></html>
            """);
        Assert.StartsWith("A first visit in years", article.Text);
        Assert.Equal(4, article.Paragraphs.Count);
    }

    [Fact]
    public void Captions_are_kept_apart_with_their_credit()
    {
        var article = Page(within: """
            <figure><img src="a.jpg"><figcaption>The minister, left, shakes hands with the president at the palace.
            <span class="credit">Photo: Jane Doe</span></figcaption></figure>
            """);
        var image = Assert.Single(article.Images);
        Assert.StartsWith("The minister, left, shakes hands", image.Caption);
        Assert.Equal("Jane Doe", image.Credit);
        Assert.DoesNotContain("shakes hands", article.Text);
    }

    [Fact]
    public void Authors_are_names_without_by_and_none_twice()
    {
        var article = Page(
            head: """<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"By Ann Lee"},{"@type":"Person","name":"Omar Haddad"},{"name":"Ann Lee"}]}</script>""");
        Assert.Equal(["Ann Lee", "Omar Haddad"], article.Byline);
        Assert.Equal(["Ann Lee", "Omar Haddad"], Page(before: "<div class='byline'>By Ann Lee and Omar Haddad</div>").Byline);
    }

    [Fact]
    public void Breadcrumbs_give_the_sections_from_wide_to_narrow()
    {
        var article = Page(before: "<nav class='breadcrumb'><a href='/'>Home</a> » <a href='/t'>today</a> » <a href='/t/w'>World</a> » Minister visits capital</nav>");
        Assert.Equal(["today", "World"], article.Section);
    }

    [Fact]
    public void Sections_and_tags_are_read_from_the_fields()
    {
        var article = Page(head: """
            <meta property="article:section" content="Europe"><meta property="article:tag" content="Diplomacy"><meta property="article:tag" content="#Fishing">
            """);
        Assert.Equal(["Europe"], article.Section);
        Assert.Equal(["Diplomacy", "Fishing"], article.Tags);
    }

    [Theory]
    [InlineData("https://courier.example/opinion/2024/a-visit", "", ArticleKind.Editorial)]
    [InlineData("https://courier.example/news/a-visit", """<script type="application/ld+json">{"@type":"AnalysisNewsArticle"}</script>""", ArticleKind.Analysis)]
    [InlineData("https://ministry.example/press-releases/17", "", ArticleKind.Statement)]
    [InlineData("https://courier.example/world/interviews/17", "", ArticleKind.Interview)]
    public void The_kind_is_told_by_section_type_and_address(string url, string head, ArticleKind kind)
    {
        var article = Read($"<html><head><title>A visit</title>{head}</head><body><h1>A visit to the capital</h1>{Paragraphs}{Paragraphs.Replace("the", "that")}</body></html>", new Hints { Url = url });
        Assert.Equal(kind, article.Kind);
    }

    [Fact]
    public void Of_a_list_of_reports_the_one_of_the_page_is_read()
    {
        var other = string.Concat(Enumerable.Repeat("<p>Quite another matter, which fills the rest of this page, with many words, and commas, and more.</p>", 20));
        var article = Read($"""
            <html><head><title>Minister visits capital</title></head><body><main>
            <article><header><h1>Minister visits capital</h1></header><div class="text">{Paragraphs}{Paragraphs.Replace("the", "that")}{Paragraphs.Replace("and", "or")}</div></article>
            <article><header><h1>Another matter altogether for today</h1></header><div class="text">{other}</div></article></main></body></html>
            """);
        Assert.DoesNotContain("Quite another matter", article.Text);
        Assert.Contains("foreign minister arrived", article.Text);
    }

    [Fact]
    public void A_body_behind_a_script_is_taken_from_the_linked_data()
    {
        var body = "The foreign minister arrived on Tuesday. " + string.Concat(Enumerable.Repeat("He stayed for talks with the president. ", 8));
        var article = Read($$"""
            <html><head><title>Visit</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Visit","articleBody":"{{body}}\nHe left on Friday."}]}</script>
            </head><body><div id="app"></div><script>render({})</script></body></html>
            """);
        Assert.StartsWith("The foreign minister arrived on Tuesday.", article.Text);
        Assert.EndsWith("He left on Friday.", article.Text);
        Assert.Equal(2, article.Paragraphs.Count);
    }

    [Fact]
    public void Where_no_body_is_found_the_description_stands_for_it_with_a_warning()
    {
        var article = Read("<html><head><title>Visit</title><meta name='description' content='The minister visits the capital.'></head><body><script>render()</script></body></html>");
        Assert.Equal("The minister visits the capital.", article.Text);
        Assert.Contains(article.Warnings, warning => warning.Contains("description", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-05-01T10:00:00Z'>", "2024-05-01")]
    [InlineData("", "2024-04-30")]
    public void A_date_for_reports_without_one_does_not_replace_the_page_s_own(string head, string day)
    {
        var article = Read($"<html><head><title>Visit</title>{head}</head><body>{Paragraphs}</body></html>", new Hints { DateOtherwise = new LocalDate(2024, 4, 30) });
        Assert.Equal(day, article.Published!.Day.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void Hints_win_over_the_page()
    {
        var article = Read($"<html><head><title>Visit</title><meta property='article:published_time' content='2024-05-01T10:00:00Z'></head><body>{Paragraphs}</body></html>",
            new Hints { Id = "r1", Title = "The true headline", Date = new LocalDate(2024, 4, 30), Url = "https://courier.example/x", Publisher = "Courier", Country = "GBR" });
        Assert.Equal(("r1", "The true headline", "https://courier.example/x", "Courier", "GBR"), (article.Id, article.Title, article.Url, article.Publisher, article.Country));
        Assert.Equal(new LocalDate(2024, 4, 30), article.Published!.Day);
    }
}
