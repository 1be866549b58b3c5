using Entente.Intake;
using NodaTime;
using Xunit;

namespace Entente.Tests.Intake;

public class HtmlDateTests
{
    private const string Body = "<div class='body'><p>The foreign minister arrived in the capital, and was received by the president at noon.</p><p>Both sides said that they would sign an agreement on trade, visas and fish.</p></div>";

    private static Publication? Published(string head = "", string before = "", string? url = null, string lang = "en-GB") =>
        HtmlReportTests.Read($"<html lang='{lang}'><head><title>A visit</title>{head}</head><body><h1>A visit</h1>{before}{Body}</body></html>", new Hints { Url = url }).Published;

    [Fact]
    public void The_publishers_own_time_and_offset_are_kept_unshifted()
    {
        var published = Published("<meta property='article:published_time' content='2019-03-21T23:30:00-05:00'>");
        Assert.Equal(new Publication(new LocalDate(2019, 3, 21), new LocalTime(23, 30), Offset.FromHours(-5), PublicationSource.Metadata), published);
    }

    [Fact]
    public void The_reports_own_date_is_taken_not_that_of_another_thing()
    {
        var published = Published("""
            <script type="application/ld+json">[{"@type":"VideoObject","datePublished":"2010-01-01","uploadDate":"2010-01-01"},
            {"@type":"NewsArticle","datePublished":"2019-03-21","dateModified":"2019-04-02","hasPart":{"@type":"NewsArticle","datePublished":"2001-01-01"}}]</script>
            """);
        Assert.Equal(new LocalDate(2019, 3, 21), published!.Day);
    }

    [Fact]
    public void Publication_is_preferred_over_modification() =>
        Assert.Equal(new LocalDate(2019, 3, 21), Published("<meta property='og:updated_time' content='2020-01-01'><meta name='sailthru.date' content='2019-03-21 10:00:00'>")!.Day);

    [Theory]
    [InlineData("https://courier.example/2019/03/21/a-visit.html")]
    [InlineData("https://courier.example/world/20190321-a-visit")]
    [InlineData("https://courier.example/2019/mar/21/a-visit")]
    public void Digits_in_the_address_tell_the_day(string url)
    {
        var published = Published(url: url);
        Assert.Equal((new LocalDate(2019, 3, 21), PublicationSource.Url), (published!.Day, published.From));
    }

    [Fact]
    public void A_time_in_utc_does_not_shift_the_day_of_the_address() =>
        Assert.Equal(new LocalDate(2019, 3, 21), Published("<meta property='article:published_time' content='2019-03-22T02:00:00Z'>", url: "https://courier.example/2019/03/21/a.html")!.Day);

    [Theory]
    [InlineData("21 March 2019")]
    [InlineData("March 21st, 2019, 10:15 am")]
    [InlineData("Publicado el 21 de marzo de 2019")]
    [InlineData("21 de março de 2019 às 10:15")]
    [InlineData("Publié le 21 mars 2019 à 10h15")]
    [InlineData("Donnerstag, 21. März 2019")]
    [InlineData("giovedì 21 marzo 2019")]
    [InlineData("21 марта 2019 г., 10:15")]
    [InlineData("21 березня 2019, 10:15")]
    [InlineData("21 Mart 2019 Perşembe")]
    [InlineData("٢١ مارس ٢٠١٩")]
    [InlineData("2019年3月21日 10:15")]
    [InlineData("2019년 3월 21일")]
    [InlineData("입력 2019.03.21. 오전 10:15")]
    [InlineData("21.03.2019")]
    [InlineData("21/3/2019 10:15")]
    [InlineData("2019. március 21.")]
    [InlineData("21 tháng 3, 2019")]
    [InlineData("२१ मार्च २०१९")]
    public void A_dateline_in_words_of_many_languages_is_read(string words)
    {
        var published = Published(before: $"<div class='article-date'>{words}</div>", lang: "xx");
        Assert.Equal((new LocalDate(2019, 3, 21), PublicationSource.Text), (published!.Day, published.From));
    }

    [Theory]
    [InlineData("en-US", 3, 4)]
    [InlineData("en-GB", 4, 3)]
    public void The_order_of_day_and_month_is_that_of_the_pages_country(string lang, int month, int day) =>
        Assert.Equal(new LocalDate(2019, month, day), Published(before: "<span class='date'>3/4/2019</span>", lang: lang)!.Day);

    [Fact]
    public void A_field_of_a_script_is_the_last_resort()
    {
        var published = Published("""<script>window.page = {"publishedAt": "2019-03-21T10:15:00+0100"}</script>""");
        Assert.Equal((new LocalDate(2019, 3, 21), PublicationSource.Inferred), (published!.Day, published.From));
    }

    [Fact]
    public void A_page_without_a_date_has_none() => Assert.Null(Published());
}
