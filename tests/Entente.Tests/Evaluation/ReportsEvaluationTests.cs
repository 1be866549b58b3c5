using System.Text.Json;
using Entente.Evaluation;
using Xunit;

namespace Entente.Tests.Evaluation;

public class ReportsEvaluationTests
{
    private const string Text =
        "President Lee visited Canberra on Tuesday. France condemned the raid. Nothing else happened here.";

    private const string Gold = """
        {"report": "a.txt",
         "article": {"title": "Lee in Canberra", "published": "2024-05-07", "kind": ["report"], "text_must": ["condemned the raid"]},
         "actors": [{"name_any": ["Lee"], "country": "KOR", "kind": ["person"], "sectors_any": ["GOV"]}],
         "events": [
           {"type": ["ACCUSE"], "source": ["FRA"], "target": ["?RUS"], "reciprocal": false, "status": ["asserted"],
            "historical": false, "date": null, "quote_has": "condemned the raid"},
           {"must": false, "type": ["SUPPORT"], "source": ["FRA"], "target": [], "quote_has": "Nothing else"}],
         "visits": [{"visitor": ["KOR"], "host": ["AUS"], "status": ["held"], "quote_has": "visited Canberra"}],
         "treaties": [], "trade": [], "predictions": []}
        """;

    private const string Accuse = """{"type": "ACCUSE", "source": ["FRA"], "target": [], "status": "asserted", "quote": "France condemned the raid."}""";
    private const string Visit = """{"visitor": ["lee"], "host": ["AUS"], "status": "held", "span": [0, 42]}""";

    [Fact]
    public void A_reading_that_says_what_the_gold_says_scores_one()
    {
        var score = Score(Reading(Accuse, Visit));
        Assert.Equal(new ReportsFigures(1, 1), score.Facts);
        Assert.Equal((4, 4), (Of(score, "article").Hits, Of(score, "article").Gold));
        Assert.Equal((1, 1, 1), (Of(score, "actors").Hits, Of(score, "actors").Gold, Of(score, "actors").Predicted));
        Assert.Contains(new ReportsDetail("sectors", 1, 1), Of(score, "actors").Details);
        Assert.Empty(score.Lines);
    }

    [Fact]
    public void A_report_without_a_reading_counts_all_as_missed_and_is_named()
    {
        var score = Score();
        Assert.Equal(["a.txt"], score.Missing);
        Assert.Equal(0, score.Facts.F1);
        Assert.Contains("a\tevents pair\tmissed\tACCUSE FRA -> ?RUS [asserted]: condemned the raid", score.Lines);
        Assert.Contains("a\tvisits\tmissed\tKOR to AUS [held] : visited Canberra", score.Lines);
        Assert.Contains("a\tactors\tmissed\tLee (KOR, ['person'])", score.Lines);
    }

    [Fact]
    public void A_reading_without_a_gold_is_named_and_left_out()
    {
        var score = Score(Reading(Accuse, Visit), """{"input": "x/b.txt", "events": [{"type": "AID", "source": ["USA"]}]}""");
        Assert.Equal(["b.txt"], score.WithoutGold);
        Assert.Equal(1, score.Facts.F1);
    }

    [Fact]
    public void A_false_event_costs_precision_and_is_listed_with_its_sentence()
    {
        var score = Score(Reading(Accuse + """, {"type": "AID", "source": ["USA"], "target": ["FRA"], "span": [71, 78]}""", Visit));
        Assert.Equal((1, 1, 2), Counts(score, "events pair"));
        Assert.Equal("a\tevents pair\tfalse\tAID USA -> FRA [asserted]: Nothing else happened here.", Assert.Single(score.Lines));
    }

    [Fact]
    public void What_a_may_allows_counts_neither_way_in_its_own_sentence_only()
    {
        string Support(string span) => $$"""{"type": "SUPPORT", "source": ["FRA"], "target": [], "span": {{span}}}""";
        var own = Score(Reading($"{Accuse}, {Support("[71, 78]")}", Visit));
        var other = Score(Reading($"{Accuse}, {Support("[43, 50]")}", Visit));
        Assert.Equal((1, 1, 1), Counts(own, "events pair"));
        Assert.Equal(1, Of(own, "events pair").Neutral);
        Assert.Equal((1, 1, 2), Counts(other, "events pair"));
    }

    [Fact]
    public void The_second_telling_of_an_event_counts_neither_way() =>
        Assert.Equal((1, 1, 1), Counts(Score(Reading($"{Accuse}, {Accuse}", Visit)), "events pair"));

    [Fact]
    public void An_event_that_says_a_visit_again_from_its_sentence_counts_neither_way()
    {
        var consult = """{"type": "CONSULT", "source": ["KOR"], "target": ["AUS"], "span": [0, 42]}""";
        Assert.Equal((1, 1, 1), Counts(Score(Reading($"{Accuse}, {consult}", Visit)), "events pair"));
    }

    [Fact]
    public void An_event_with_a_wrong_status_is_a_pair_but_false_at_full_level()
    {
        var score = Score(Reading(Accuse.Replace("asserted", "planned"), Visit));
        Assert.Equal((1, 1, 1), Counts(score, "events pair"));
        Assert.Equal((0, 1, 1), Counts(score, "events full"));
        Assert.StartsWith("a\tevents full\tmissed\tACCUSE", Assert.Single(score.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_with_a_foreign_actor_is_none()
    {
        var score = Score(Reading(Accuse.Replace("\"FRA\"", "\"FRA\", \"DEU\""), Visit));
        Assert.Equal((0, 1, 1), Counts(score, "events loose"));
    }

    [Fact]
    public void A_visit_to_two_countries_is_two_visits()
    {
        var score = Score(Reading(Accuse, Visit.Replace("[\"AUS\"]", "[\"AUS\", \"NZL\"]")));
        Assert.Equal((1, 1, 2), Counts(score, "visits"));
    }

    [Fact]
    public void A_report_in_which_nothing_was_to_be_found_and_nothing_was_scores_one()
    {
        var score = ReportsEvaluation.Score(
            [Parse("""{"input": "a.txt", "article": {"text": "x"}}""")], Golds("""{"report": "a.txt"}"""));
        Assert.Equal(1, Assert.Single(score.Reports).Facts.F1);
    }

    [Fact]
    public void The_table_has_a_row_for_each_kind_and_the_facts_below()
    {
        using var table = new StringWriter { NewLine = "\n" };
        Score(Reading(Accuse, Visit)).WriteTable(table);
        Assert.Equal(
            """
            reports 1 (no reading for 0)
                            hits  gold  pred       P       R      F1   details
            article            4     4                1.0000        
            actors             1     1     1  1.0000  1.0000  1.0000   sectors 1/1
            events loose       1     1     1  1.0000  1.0000  1.0000   quote 1/1
            events pair        1     1     1  1.0000  1.0000  1.0000   quote 1/1
            events full        1     1     1  1.0000  1.0000  1.0000   quote 1/1
            visits             1     1     1  1.0000  1.0000  1.0000   quote 1/1
            treaties           0     0     0  0.0000  0.0000  0.0000   
            trade              0     0     0  0.0000  0.0000  0.0000   
            predictions        0     0     0  0.0000  0.0000  0.0000   
            by report: a 1.00
            facts F1 1.0000 (P 1.0000, R 1.0000)

            """.ReplaceLineEndings("\n"),
            table.ToString());
    }

    [Fact]
    public void A_half_is_rounded_to_the_even_digit()
    {
        var kind = new ReportsKindScore("trade", 1, 32, 32, 0, []);
        using var table = new StringWriter();
        new ReportsScore([kind], new ReportsFigures(0.125, 0.375), [], [], [], []).WriteTable(table);
        Assert.Contains("0.0312", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_is_none_is_reported_with_the_name_of_its_gold()
    {
        var broken = Golds(Gold.Replace("visited Canberra", "visited (Canberra"));
        var error = Assert.Throws<InvalidDataException>(() => ReportsEvaluation.Score([], broken));
        Assert.Contains("gold a: \"visited (Canberra\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_reported_with_its_number()
    {
        using var lines = new StringReader("{}\n\n{");
        var error = Assert.Throws<InvalidDataException>(() => ReportsEvaluation.ReadLines(lines, "r.jsonl").ToList());
        Assert.StartsWith("r.jsonl:3: not JSON", error.Message, StringComparison.Ordinal);
    }

    private static string Reading(string events, string visits) => $$"""
        {"input": "pages/a.txt#0",
         "article": {"title": "LEE in Canberra!", "published": "2024-05-07T10:00:00+10:00", "kind": "report", "text": "{{Text}}"},
         "actors": [{"id": "lee", "name": "President Lee", "kind": "person", "country": "KOR", "sectors": ["GOV"]}],
         "events": [{{events}}], "visits": [{{visits}}]}
        """;

    private static ReportsScore Score(params string[] readings) => ReportsEvaluation.Score(readings.Select(Parse), Golds(Gold));

    private static Dictionary<string, JsonElement> Golds(string gold) => new() { ["a"] = Parse(gold) };

    private static ReportsKindScore Of(ReportsScore score, string kind) => score.Kinds.Single(k => k.Kind == kind);

    private static (int Hits, int Gold, int Predicted) Counts(ReportsScore score, string kind) =>
        Of(score, kind) is var k ? (k.Hits, k.Gold, k.Predicted) : default;

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
