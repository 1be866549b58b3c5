using System.Buffers;
using System.Text.Json;

namespace Entente.Output;

/// <summary>Writes readings as JSON Lines: the shape of <c>read --format json</c>. Offsets are code points.</summary>
public static class ReadingJson
{
    /// <summary>One reading, without the line's end.</summary>
    public static byte[] Line(string input, Reading reading, string lexicon, string models)
    {
        var buffer = new ArrayBufferWriter<byte>(reading.Article.Text.Length * 3 + 4096);
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            var article = reading.Article;
            var points = new CodePoints(article.Text);
            json.WriteStartObject();
            json.WriteString("input", input);
            json.WriteStartObject("engine");
            json.WriteString("version", Plover.EngineVersion);
            json.WriteString("lexicon", lexicon);
            json.WriteString("models", models);
            json.WriteEndObject();
            ArticleJson.Write(json, article, points);
            json.WriteStartArray("actors");
            foreach (var actor in reading.Actors) Write(json, actor, points);
            json.WriteEndArray();
            json.WriteStartArray("events");
            foreach (var e in reading.Events) Write(json, e, PointsOf(article, e.In, points));
            json.WriteEndArray();
            foreach (var later in (ReadOnlySpan<string>)["visits", "treaties", "trade", "predictions"])
            {
                json.WriteStartArray(later);
                json.WriteEndArray();
            }

            JsonText.Strings(json, "warnings", reading.Warnings);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static CodePoints PointsOf(Article article, string? place, CodePoints text) => place switch
    {
        null => text,
        "title" => new CodePoints(article.Title ?? ""),
        _ => new CodePoints(article.Images[int.Parse(place.AsSpan("caption:".Length))].Caption),
    };

    private static void Write(Utf8JsonWriter json, Actor actor, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", actor.Kind.ToString().ToLowerInvariant());
        JsonText.String(json, "country", actor.Country);
        JsonText.Strings(json, "sectors", actor.Sectors);
        JsonText.String(json, "role", actor.Role);
        JsonText.Strings(json, "names", actor.Names);
        JsonText.Spans(json, "mentions", actor.Mentions, points);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Event e, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        JsonText.Strings(json, "mode", e.Mode is null ? [] : [e.Mode]);
        JsonText.Strings(json, "context", e.Context);
        json.WriteNumber("quad", Plover.Quad(e.Type));
        json.WriteNumber("scale", Plover.Scale(e.Type, e.Mode));
        json.WriteString("cameo", e.Cameo);
        JsonText.Strings(json, "source", e.Source.Select(a => a.Id));
        JsonText.Strings(json, "target", e.Target.Select(a => a.Id));
        if (e.Reciprocal) json.WriteBoolean("reciprocal", true);
        JsonText.String(json, "sourceText", e.SourceText);
        JsonText.String(json, "targetText", e.TargetText);
        if (e.Date is { } date) Write(json, "date", date, points);
        if (e.Place is { } place) Write(json, place);
        json.WriteString("status", e.Status.ToString().ToLowerInvariant());
        json.WriteBoolean("historical", e.Historical);
        json.WriteNumber("certainty", e.Certainty);
        JsonText.Strings(json, "accordingTo", e.AccordingTo);
        if (e.About is { } about)
        {
            json.WriteStartObject("about");
            json.WriteString("type", about.Type);
            JsonText.Strings(json, "source", about.Source.Select(a => a.Id));
            JsonText.Strings(json, "target", about.Target.Select(a => a.Id));
            json.WriteEndObject();
        }

        if (e.Casualties is { } casualties)
        {
            json.WriteStartObject("casualties");
            if (casualties.Killed is { } killed) json.WriteNumber("killed", killed);
            if (casualties.Wounded is { } wounded) json.WriteNumber("wounded", wounded);
            json.WriteEndObject();
        }

        JsonText.String(json, "in", e.In);
        json.WriteNumber("sentence", e.Sentence);
        JsonText.Span(json, "span", e.Span, points);
        JsonText.Spans(json, "mentions", e.Mentions, points);
        JsonText.Span(json, "trigger", e.Trigger, points);
        json.WriteString("quote", e.Quote);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Interval interval, CodePoints points)
    {
        json.WriteStartObject(name);
        if (interval.From is { } from) json.WriteString("from", ArticleJson.Day(from));
        if (interval.To is { } to) json.WriteString("to", ArticleJson.Day(to));
        json.WriteString("precision", interval.Precision.ToString().ToLowerInvariant());
        JsonText.String(json, "text", interval.Text);
        if (interval.Span is { } span) JsonText.Span(json, "span", span, points);
        if (interval.Inferred) json.WriteBoolean("inferred", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventPlace place)
    {
        json.WriteStartObject("place");
        json.WriteString("name", place.Name);
        JsonText.String(json, "country", place.Country);
        if (place.Latitude is { } latitude) json.WriteNumber("lat", latitude);
        if (place.Longitude is { } longitude) json.WriteNumber("lon", longitude);
        json.WriteEndObject();
    }
}
