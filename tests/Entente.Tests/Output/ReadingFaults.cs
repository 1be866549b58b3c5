using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Output;

namespace Entente.Tests.OutputFormats;

/// <summary>What must hold of every reading, whatever the report; checked on the printed line, which is what users get.</summary>
internal static class ReadingFaults
{
    private static readonly string[] Statuses = ["asserted", "planned", "denied", "negated", "hypothetical"];

    /// <summary>A message for each thing that does not hold.</summary>
    public static List<string> Of(Reader reader, Reading reading)
    {
        var faults = new List<string>();
        using var line = JsonDocument.Parse(ReadingJson.Line("x", reading, "", ""));
        var texts = Texts(reading.Article);
        var sentences = Sentences(reader, reading.Article);
        var actors = new HashSet<string>();
        foreach (var actor in line.RootElement.GetProperty("actors").EnumerateArray()) CheckActor(actor, texts[""], actors, faults);
        var ids = new HashSet<string>();
        foreach (var e in line.RootElement.GetProperty("events").EnumerateArray()) CheckEvent(e, texts, sentences, actors, ids, faults);
        return faults;
    }

    private static Dictionary<string, Rune[]> Texts(Article article)
    {
        var texts = new Dictionary<string, Rune[]> { [""] = [.. article.Text.EnumerateRunes()], ["title"] = [.. (article.Title ?? "").EnumerateRunes()] };
        for (var i = 0; i < article.Images.Count; i++) texts[$"caption:{i}"] = [.. article.Images[i].Caption.EnumerateRunes()];
        return texts;
    }

    /// <summary>The sentences in the order in which events count them: of the text, the title, the captions.</summary>
    private static List<string> Sentences(Reader reader, Article article)
    {
        var all = reader.Parse(article.Text, article.Paragraphs).Select(s => s.Span.In(article.Text)).ToList();
        foreach (var other in article.Images.Select(i => i.Caption).Prepend(article.Title).OfType<string>())
            if (other.Length > 0 || other != article.Title) all.AddRange(reader.Parse(other, [new TextSpan(0, other.Length)]).Select(s => s.Span.In(other)));
        return all;
    }

    private static void CheckActor(JsonElement actor, Rune[] text, HashSet<string> ids, List<string> faults)
    {
        var id = actor.GetProperty("id").GetString()!;
        if (id.Length == 0 || actor.GetProperty("name").GetString()!.Length == 0) faults.Add($"an actor without id or name: {actor}");
        if (!ids.Add(id)) faults.Add($"two actors {id}");
        if (actor.GetProperty("names").EnumerateArray().Any(n => n.GetString()!.Length == 0)) faults.Add($"actor {id} has an empty name");
        foreach (var mention in actor.GetProperty("mentions").EnumerateArray())
            if (Words(mention, text) is null) faults.Add($"actor {id}: the mention {mention} is not in the text");
    }

    private static void CheckEvent(JsonElement e, Dictionary<string, Rune[]> texts, List<string> sentences, HashSet<string> actors, HashSet<string> ids, List<string> faults)
    {
        var name = $"event {e.GetProperty("type")} \"{e.GetProperty("quote")}\"";
        var text = texts[e.TryGetProperty("in", out var place) ? place.GetString()! : ""];
        if (!ids.Add(e.GetProperty("id").GetString()!)) faults.Add($"{name}: another event has its id");

        var quote = e.GetProperty("quote").GetString()!;
        var sentence = e.GetProperty("sentence").GetInt32();
        if (sentence >= sentences.Count || Valid(sentences[sentence]) != quote) faults.Add($"{name}: the quote is not sentence {sentence}");
        if (Words(e.GetProperty("span"), text) is not { } told || !quote.Contains(told, StringComparison.Ordinal)) faults.Add($"{name}: the quote does not hold the span's words");
        if (Words(e.GetProperty("trigger"), text) is null || !Holds(e.GetProperty("span"), e.GetProperty("trigger"))) faults.Add($"{name}: the trigger is not within the span");
        foreach (var mention in e.GetProperty("mentions").EnumerateArray())
            if (Words(mention, text) is null) faults.Add($"{name}: the mention {mention} is not in the text");

        CheckActors(e, name, actors, faults);
        if (e.TryGetProperty("about", out var about)) CheckActors(about, name + " about", actors, faults);
        CheckCodes(e, name, faults);
        if (e.TryGetProperty("date", out var date)) CheckDate(date, name, text, faults);
    }

    private static void CheckActors(JsonElement e, string name, HashSet<string> actors, List<string> faults)
    {
        foreach (var side in new[] { "source", "target" })
        {
            var named = e.GetProperty(side).EnumerateArray().Select(a => a.GetString()!).ToList();
            faults.AddRange(named.Where(a => !actors.Contains(a)).Select(a => $"{name}: {side} {a} is not among the actors"));
            if (named.Distinct().Count() < named.Count) faults.Add($"{name}: {side} names one twice");
        }
    }

    private static void CheckCodes(JsonElement e, string name, List<string> faults)
    {
        var type = e.GetProperty("type").GetString()!;
        if (!Plover.Types.Contains(type)) faults.Add($"{name}: no such type");
        else if (e.GetProperty("quad").GetInt32() != Quad(type)) faults.Add($"{name}: quad {e.GetProperty("quad")}");
        if (e.GetProperty("scale").GetDouble() is var scale && (Quad(type) is 1 or 2) != scale > 0 && type != "REQUEST") faults.Add($"{name}: scale {scale}");
        if (scale is < -10 or > 10) faults.Add($"{name}: scale {scale}");
        if (e.GetProperty("certainty").GetDouble() is not (>= 0 and <= 1)) faults.Add($"{name}: certainty {e.GetProperty("certainty")}");
        if (!Statuses.Contains(e.GetProperty("status").GetString())) faults.Add($"{name}: status {e.GetProperty("status")}");
        if (e.GetProperty("cameo").GetString() is not { Length: 3 or 4 }) faults.Add($"{name}: CAMEO {e.GetProperty("cameo")}");
        if (type is "COOPERATE" or "AID" or "SANCTION" && e.GetProperty("target").GetArrayLength() == 0 && e.GetProperty("source").GetArrayLength() < 2)
            faults.Add($"{name}: {type} needs a target");
    }

    // Types in the order of the manual, four classes.
    private static int Quad(string type) => Plover.Types.ToList().IndexOf(type) switch { < 4 => 1, < 7 => 2, < 11 => 3, _ => 4 };

    private static void CheckDate(JsonElement date, string name, Rune[] text, List<string> faults)
    {
        var (from, to) = (Day(date, "from"), Day(date, "to"));
        if (from > to) faults.Add($"{name}: from {from} to {to}");
        if (date.TryGetProperty("span", out var span) && Words(span, text) != date.GetProperty("text").GetString()) faults.Add($"{name}: the date's span does not hold its words");
        if (date.TryGetProperty("inferred", out _) && from != to) faults.Add($"{name}: a day of publication of several days");
    }

    private static DateOnly? Day(JsonElement date, string end) =>
        date.TryGetProperty(end, out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The words of a span in code points; null where it is none of the text.</summary>
    private static string? Words(JsonElement span, Rune[] text)
    {
        var (start, end) = (span[0].GetInt32(), span[1].GetInt32());
        if (start < 0 || start >= end || end > text.Length) return null;
        return string.Concat(text[start..end].Select(r => r.ToString()));
    }

    private static bool Holds(JsonElement outer, JsonElement inner) =>
        outer[0].GetInt32() <= inner[0].GetInt32() && inner[1].GetInt32() <= outer[1].GetInt32();

    /// <summary>As JSON can carry it: half a surrogate pair is written as U+FFFD.</summary>
    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
