using System.Text.Json;
using Entente.Evaluation;
using Xunit;

namespace Entente.Tests.Evaluation;

public class ReportsMatchingTests
{
    [Theory]
    [InlineData("2024-05-03", true)]
    [InlineData("2024-05", false)]
    [InlineData("""{"from": "2024-05-01", "to": "2024-05-07"}""", true)]
    [InlineData("""{"from": "2024-05-01", "to": "2024-05-08"}""", false)]
    [InlineData("""{"from": "2024-05-02", "precision": "open"}""", true)]
    [InlineData("""{"precision": "open"}""", false)]
    public void An_interval_must_lie_within_the_bounds_with_both_ends(string interval, bool isWithin)
    {
        var json = Parse(interval.StartsWith('{') ? interval : $"\"{interval}\"");
        Assert.Equal(isWithin, ReportsDates.Within(new GoldBounds("2024-05-01", "2024-05-07"), json));
    }

    [Theory]
    [InlineData("CONSULT", """["FRA"], "target": ["DEU"]""", "null", nameof(EventLevel.Full))]
    [InlineData("CONSULT", """["FRA", "DEU"], "target": []""", "true", nameof(EventLevel.Full))]
    [InlineData("CONSULT", """["FRA"], "target": ["DEU"]""", "true", nameof(EventLevel.Pair))]
    [InlineData("CONSULT", """["DEU"], "target": ["FRA"]""", "false", nameof(EventLevel.Loose))]
    [InlineData("CONSULT", """["FRA"], "target": []""", "false", nameof(EventLevel.None))]
    [InlineData("FIGHT", """["FRA"], "target": ["DEU"]""", "false", nameof(EventLevel.None))]
    public void An_event_fits_as_far_as_its_shape_does(string type, string sides, string reciprocal, string level)
    {
        var gold = Gold($$"""{"type": ["CONSULT"], "source": ["FRA"], "target": ["DEU"], "reciprocal": {{reciprocal}}}""");
        Assert.Equal(level, ReportsMatching.Level(Read("events", $$"""{"type": "{{type}}", "source": {{sides}} }"""), gold).ToString());
    }

    [Theory]
    [InlineData("XKX", "RKS", true)]
    [InlineData("YEM|name:houthi|ansar", "Ansar Allah", true)]
    [InlineData("?name:élysée", "Elysee Palace", true)]
    [InlineData("name:houthi", "YEM", false)]
    public void An_actor_is_told_by_country_or_by_name(string wanted, string read, bool isActor) =>
        Assert.Equal(isActor, GoldSideActor.Read(wanted).Is(Read("events", $$"""{"source": ["{{read}}"]}""").Side("source")[0]));

    [Theory]
    [InlineData("JPN", "CHN", "export", true)]
    [InlineData("CHN", "JPN", "import", true)]
    [InlineData("CHN", "JPN", "export", false)]
    public void Exports_of_one_side_are_imports_of_the_other(string reporter, string partner, string flow, bool isFact)
    {
        var gold = Gold("""{"reporter": ["JPN"], "partner": ["CHN"], "flow": "export", "amount": [9, 11], "period": {"from": "2023-01-01", "to": "2023-12-31"}}""");
        var read = Read("trade", $$"""{"reporter": "{{reporter}}", "partner": "{{partner}}", "flow": "{{flow}}", "amount": 10, "period": "2023"}""");
        Assert.Equal(isFact, ReportsMatching.Is("trade", read, gold));
    }

    [Theory]
    [InlineData("""{"name": "Treaty of Élysée", "status": "signed"}""", true)]
    [InlineData("""{"parties": ["FRA", "DEU"], "status": "revived"}""", true)]
    [InlineData("""{"parties": ["FRA"], "status": "signed"}""", false)]
    [InlineData("""{"name": "Elysee", "parties": ["ITA"], "status": "signed"}""", false)]
    [InlineData("""{"name": "Elysee", "status": "proposed"}""", false)]
    public void A_treaty_is_told_by_its_name_or_all_its_parties(string read, bool isTreaty)
    {
        var gold = Gold("""{"name_any": ["elysee"], "parties": ["FRA", "DEU"], "status": ["signed", "in-force"]}""");
        Assert.Equal(isTreaty, ReportsMatching.Is("treaties", Read("treaties", read), gold));
    }

    [Theory]
    [InlineData("[0.6, 0.9]", true)]
    [InlineData("0.95", false)]
    [InlineData("null", false)]
    public void The_middle_of_a_probability_must_be_accepted(string probability, bool isPrediction)
    {
        var gold = Gold("""{"quote_has": "will fall", "probability": [0.6, 0.9], "event": null, "window": null}""");
        var read = Read("predictions", $$"""{"quote": "Prices will fall.", "probability": {{probability}} }""");
        Assert.Equal(isPrediction, ReportsMatching.Is("predictions", read, gold));
    }

    [Fact]
    public void A_visit_without_host_is_told_by_its_place()
    {
        var gold = Gold("""{"visitor": ["FRA"], "host": ["JPN"], "status": ["held"], "place_any": ["tokyo"]}""");
        Assert.True(ReportsMatching.Is("visits", Read("visits", """{"visitor": ["FRA"], "place": "Tōkyō", "status": "held"}"""), gold));
        Assert.False(ReportsMatching.Is("visits", Read("visits", """{"visitor": ["FRA"], "host": ["KOR"], "place": "Tokyo", "status": "held"}"""), gold));
    }

    [Fact]
    public void The_words_of_a_fact_are_the_sentence_around_its_span_in_code_points()
    {
        var fact = Parse("""{"span": [10, 13]}""");
        Assert.Equal("It ended. ", new ReadText("😀 Begun! It ended. Later.").WordsOf(fact));
    }

    [Theory]
    [InlineData("Łódź", "łodz")]
    [InlineData("“L’Été”\u00A0 É", "\"l'ete\" e")]
    [InlineData("e\u0301", "e")]
    [InlineData("Straße ﬁn ½", "strasse fin 1⁄2")]
    [InlineData("Ёлка ΆΣ İ", "елка ασ i")]
    public void Accents_case_and_typography_are_folded(string text, string folded) =>
        Assert.Equal(folded, ReportsFolding.Fold(text));

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.50", "5.5")]
    [InlineData("2e9", "2000000000.0")]
    [InlineData("3.2e15", "3200000000000000.0")]
    [InlineData("1e22", "1e+22")]
    [InlineData("""{"a": [null, true, "it's"]}""", """{'a': [None, True, "it's"]}""")]
    public void Values_are_written_as_the_lists_have_them(string json, string text) =>
        Assert.Equal(text, Parse(json).Text());

    private static GoldFact Gold(string json) => new(Parse(json));

    private static ReadFact Read(string kind, string json) => ReadFact.Of(kind, Parse(json), new ReadText(""), []).Single();

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
