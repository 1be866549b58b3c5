using System.Text;
using System.Text.Json;
using Entente.Output;
using Xunit;

namespace Entente.Tests.OutputFormats;

public class PloverJsonTests
{
    [Fact]
    public void An_event_is_a_line_with_the_fields_of_PLOVER_and_those_of_Entente_apart()
    {
        Assert.Equal(
            """
            {"id":"e1","date":"2024-06-17","actor":[{"text":"Russia","id":"RUS","country":"RUS","sector":[]},{"text":"Vietnam","id":"VNM","country":"VNM","sector":[]}],"recipient":[],"event":["SUPPORT"],"mode":[],"context":["diplomatic"],"quad_code":1,"event_scale":5,"event_loc":{"name":"Hanoi","country":"VNM","lat":21.03,"lon":105.85},"event_text":["signed"],"text":"\uD83D\uDE00 Hanoi: Russia and Vietnam signed a pact on Monday.","text_info":{"language":"en","translated":false,"kind":"report"},"cite_info":{"publisher":"Example Wire","title":"A pact","byline":[],"published":"2024-06-18"},"coder":"Entente VERSION","link":"https://example.org/pact","entente":{"cameo":"057","status":"asserted","historical":false,"certainty":1,"according_to":[],"report_id":"a1","sentence":0,"text_span":[0,52],"actor_span":[9,27],"event_span":[28,34],"date_span":[45,51]}}
            {"id":"e2","date":"2024-06-18","actor":[{"text":"Police","id":"vnm-police","country":"VNM","sector":["COP"]}],"recipient":[{"text":"two reporters","id":"vnm-reporter","country":"VNM","sector":["JRN"]}],"event":["COERCE"],"mode":["arrest"],"context":[],"quad_code":4,"event_scale":-7,"event_text":["arrested"],"text":"Police arrested two reporters, according to TASS.","text_info":{"language":"en","translated":false,"kind":"report"},"cite_info":{"publisher":"Example Wire","title":"A pact","byline":[],"published":"2024-06-18"},"coder":"Entente VERSION","link":"https://example.org/pact","entente":{"cameo":"173","status":"asserted","historical":false,"certainty":0.7,"according_to":["tass"],"report_id":"a1","sentence":1,"text_span":[54,103],"actor_span":[54,60],"recipient_span":[70,83],"event_span":[61,69],"date_inferred":true}}

            """.ReplaceLineEndings("\n").Replace("VERSION", Plover.EngineVersion, StringComparison.Ordinal),
            Encoding.UTF8.GetString(PloverJson.Lines(SampleReading.Reading)));
    }

    [Fact]
    public void Spans_are_code_points_of_the_text()
    {
        var runes = SampleReading.Text.EnumerateRunes().ToArray();
        foreach (var line in Lines(SampleReading.Reading))
        {
            var span = line.GetProperty("entente").GetProperty("event_span");
            var words = string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()].Select(r => r.ToString()));
            Assert.Equal(line.GetProperty("event_text")[0].GetString(), words);
        }
    }

    [Fact]
    public void What_is_unknown_is_absent()
    {
        var bare = SampleReading.Reading with
        {
            Article = SampleReading.Reading.Article with { Url = null },
            Events = [SampleReading.Arrest with { Date = null, Source = [], SourceText = null }],
        };
        var line = Assert.Single(Lines(bare));
        foreach (var name in (string[])["date", "enddate", "event_loc", "link", "coded_date"]) Assert.False(line.TryGetProperty(name, out _), name);
        Assert.Equal(0, line.GetProperty("actor").GetArrayLength());
        Assert.False(line.GetProperty("entente").TryGetProperty("actor_span", out _));
    }

    [Fact]
    public void An_event_of_several_days_has_an_enddate()
    {
        var date = SampleReading.Pact.Date! with { To = new NodaTime.LocalDate(2024, 6, 20) };
        var line = Assert.Single(Lines(SampleReading.Reading with { Events = [SampleReading.Pact with { Date = date }] }));
        Assert.Equal(("2024-06-17", "2024-06-20"), (line.GetProperty("date").GetString(), line.GetProperty("enddate").GetString()));
    }

    [Fact]
    public void A_reading_without_events_has_no_lines() => Assert.Empty(PloverJson.Lines(SampleReading.Reading with { Events = [] }));

    private static List<JsonElement> Lines(Reading reading) =>
        [.. Encoding.UTF8.GetString(PloverJson.Lines(reading)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
