using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Output;

/// <summary>How Entente writes JSON: one line, Unicode as it is, nothing empty.</summary>
internal static class JsonText
{
    public static JsonWriterOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void Span(Utf8JsonWriter json, string name, TextSpan span, CodePoints points)
    {
        json.WritePropertyName(name);
        Span(json, span, points);
    }

    public static void Spans(Utf8JsonWriter json, string name, IEnumerable<TextSpan> spans, CodePoints points)
    {
        json.WriteStartArray(name);
        foreach (var span in spans) Span(json, span, points);
        json.WriteEndArray();
    }

    private static void Span(Utf8JsonWriter json, TextSpan span, CodePoints points)
    {
        json.WriteStartArray();
        json.WriteNumberValue(points.Of(span.Start));
        json.WriteNumberValue(points.Of(span.End));
        json.WriteEndArray();
    }
}
