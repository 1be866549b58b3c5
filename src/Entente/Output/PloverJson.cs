using System.Buffers;
using System.Text.Json;

namespace Entente.Output;

/// <summary>
/// Writes events as PLOVER's JSON Lines, one event a line. What is unknown is absent; lists may be empty. PLOVER's
/// <c>coded_date</c> is left out, for the same report must give the same bytes on every day. Spans are code points of the
/// article's text, or of its title or caption where <c>entente.in</c> says so; <c>text_span</c> is where <c>text</c> stands.
/// </summary>
public static class PloverJson
{
    /// <summary>All lines of a reading, each with its end.</summary>
    public static byte[] Lines(Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 * (reading.Events.Count + 1));
        foreach (var e in reading.Events)
        {
            using (var json = new Utf8JsonWriter(buffer, JsonText.Options)) Write(json, reading, e);
            buffer.Write("\n"u8);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Reading reading, Event e)
    {
        var words = EventWords.Of(reading.Article, e);
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        if ((e.Date?.From ?? e.Date?.To) is { } day) json.WriteString("date", ArticleJson.Day(day));
        if (e.Date is { From: { } from, To: { } to } && to > from) json.WriteString("enddate", ArticleJson.Day(to));
        Write(json, "actor", e.Source, e.SourceText, words.Source, reading, words.Text, e.In);
        Write(json, "recipient", e.Target, e.TargetText, words.Target, reading, words.Text, e.In);
        JsonText.Strings(json, "event", [e.Type]);
        JsonText.Strings(json, "mode", e.Mode is null ? [] : [e.Mode]);
        JsonText.Strings(json, "context", e.Context);
        json.WriteNumber("quad_code", Plover.Quad(e.Type));
        json.WriteNumber("event_scale", Plover.Scale(e.Type, e.Mode));
        if (e.Place is { } place) Write(json, place);
        JsonText.Strings(json, "event_text", [e.Trigger.In(words.Text)]);
        json.WriteString("text", e.Quote);
        WriteTextInfo(json, reading.Article);
        WriteCiteInfo(json, reading.Article);
        json.WriteString("coder", $"Entente {Plover.EngineVersion}");
        JsonText.String(json, "link", reading.Article.Url);
        WriteOurs(json, reading.Article, e, words);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Actor> actors, string? words, TextSpan? span, Reading reading, string text, string? place)
    {
        json.WriteStartArray(name);
        foreach (var actor in actors)
        {
            json.WriteStartObject();
            JsonText.String(json, "text", actors.Count == 1 && words is not null ? words : OwnWords(actor, span, reading, text, place));
            json.WriteString("id", actor.Id);
            JsonText.String(json, "country", actor.Country);
            JsonText.Strings(json, "sector", actor.Sectors);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The words of one among several: its mention within their phrase, else its name.</summary>
    private static string OwnWords(Actor actor, TextSpan? phrase, Reading reading, string text, string? place)
    {
        if (phrase is not { } span) return actor.Name;
        var known = reading.Actors.FirstOrDefault(a => a.Id == actor.Id) ?? actor;
        if (place is null)
            foreach (var mention in known.Mentions) if (span.Contains(mention)) return mention.In(text);
        var words = span.In(text);
        return known.Names.Where(n => words.Contains(n, StringComparison.Ordinal)).MaxBy(n => n.Length) ?? actor.Name;
    }

    private static void Write(Utf8JsonWriter json, EventPlace place)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("name", place.Name);
        JsonText.String(json, "country", place.Country);
        if (place.Latitude is { } latitude) json.WriteNumber("lat", latitude);
        if (place.Longitude is { } longitude) json.WriteNumber("lon", longitude);
        json.WriteEndObject();
    }

    private static void WriteTextInfo(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("text_info");
        JsonText.String(json, "language", article.Language);
        json.WriteBoolean("translated", article.Translated);
        json.WriteString("kind", ArticleJson.KindName(article.Kind));
        json.WriteEndObject();
    }

    private static void WriteCiteInfo(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("cite_info");
        JsonText.String(json, "publisher", article.Publisher ?? article.Site);
        JsonText.String(json, "title", article.Title);
        JsonText.Strings(json, "byline", article.Byline);
        JsonText.String(json, "published", ArticleJson.Published(article.Published));
        json.WriteEndObject();
    }

    private static void WriteOurs(Utf8JsonWriter json, Article article, Event e, EventWords words)
    {
        var points = new CodePoints(words.Text);
        json.WriteStartObject("entente");
        json.WriteString("cameo", e.Cameo);
        json.WriteString("status", e.Status.ToString().ToLowerInvariant());
        json.WriteBoolean("historical", e.Historical);
        json.WriteNumber("certainty", e.Certainty);
        JsonText.Strings(json, "according_to", e.AccordingTo);
        json.WriteString("report_id", article.Id);
        json.WriteNumber("sentence", e.Sentence);
        JsonText.String(json, "in", e.In);
        JsonText.Span(json, "text_span", words.Sentence, points);
        if (words.Source is { } source && e.Source.Count > 0) JsonText.Span(json, "actor_span", source, points);
        if (words.Target is { } target && e.Target.Count > 0) JsonText.Span(json, "recipient_span", target, points);
        JsonText.Span(json, "event_span", e.Trigger, points);
        if (e.Date?.Span is { } date) JsonText.Span(json, "date_span", date, points);
        if (e.Date is { Inferred: true }) json.WriteBoolean("date_inferred", true);
        json.WriteEndObject();
    }
}
