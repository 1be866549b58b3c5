using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Entente.Output;

/// <summary>Writes articles as JSON.</summary>
public static class ArticleJson
{
    /// <summary>One line of <c>read --format article</c>, without its end.</summary>
    public static byte[] Line(string input, Article article)
    {
        var buffer = new ArrayBufferWriter<byte>(article.Text.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            json.WriteStartObject();
            json.WriteString("input", input);
            json.WriteString("id", article.Id);
            JsonText.String(json, "url", article.Url);
            JsonText.String(json, "title", article.Title);
            JsonText.Strings(json, "byline", article.Byline);
            JsonText.String(json, "published", Published(article.Published));
            json.WriteString("text", article.Text);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The <c>article</c> object of a reading.</summary>
    internal static void Write(Utf8JsonWriter json, Article article, CodePoints points)
    {
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        JsonText.String(json, "url", article.Url);
        JsonText.String(json, "site", article.Site);
        JsonText.String(json, "publisher", article.Publisher);
        JsonText.String(json, "country", article.Country);
        JsonText.String(json, "language", article.Language);
        json.WriteBoolean("translated", article.Translated);
        json.WriteString("kind", KindName(article.Kind));
        JsonText.String(json, "title", article.Title);
        JsonText.Strings(json, "byline", article.Byline);
        if (article.Published is { } published)
        {
            json.WriteString("published", Published(published));
            json.WriteString("publishedFrom", published.From.ToString().ToLowerInvariant());
        }

        JsonText.Strings(json, "section", article.Section);
        JsonText.Strings(json, "tags", article.Tags);
        json.WriteStartArray("images");
        foreach (var image in article.Images)
        {
            json.WriteStartObject();
            JsonText.String(json, "caption", image.Caption);
            JsonText.String(json, "credit", image.Credit);
            JsonText.String(json, "place", image.Place);
            if (image.Date is { } day) json.WriteString("date", Day(day));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.String(json, "dateline", article.Dateline);
        json.WriteString("text", article.Text);
        JsonText.Spans(json, "paragraphs", article.Paragraphs, points);
        json.WriteEndObject();
    }

    /// <summary>The kind's name as printed.</summary>
    public static string KindName(ArticleKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>ISO 8601: the day, with time and offset where they are known.</summary>
    public static string? Published(Publication? published)
    {
        if (published is null) return null;
        var day = Day(published.Day);
        if (published.Time is not { } time) return day;
        var clock = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return published.Offset is { } offset ? $"{day}T{clock}{(offset == NodaTime.Offset.Zero ? "Z" : offset.ToString("+HH:mm", CultureInfo.InvariantCulture))}" : $"{day}T{clock}";
    }

    internal static string Day(NodaTime.LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
