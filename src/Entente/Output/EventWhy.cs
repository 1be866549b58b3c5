using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Language;

namespace Entente.Output;

/// <summary>Explains events: the lexicon's line, the slots that it filled, and how their words hang on the event's word.</summary>
public static class EventWhy
{
    /// <summary>
    /// What gave <paramref name="e"/>, a part a line; <paramref name="sentences"/> are those of the text that it stands in.
    /// </summary>
    public static IReadOnlyList<string> Of(Article article, Event e, IReadOnlyList<Sentence> sentences)
    {
        var words = EventWords.Of(article, e);
        var why = new List<string> { $"lexicon: {e.Why ?? "no line"} gives {e.Type}{(e.Mode is null ? "" : $" {e.Mode}")} ({e.Cameo})" };
        if (sentences.FirstOrDefault(s => s.Span.Contains(e.Trigger)) is not { } sentence) return why;
        if (words.Source is { } source) why.Add($"source: {Relation(sentence.Tokens, source, e.Trigger, words.Text)}");
        if (words.Target is { } target) why.Add($"{(e.Target.Count == 0 ? "not a target" : "target")}: {Relation(sentence.Tokens, target, e.Trigger, words.Text)}");
        if (e.Date?.Span is { } date) why.Add($"date: {Relation(sentence.Tokens, date, e.Trigger, words.Text)}");
        return why;
    }

    /// <summary>Adds <c>why</c> to each event of a line of <see cref="ReadingJson"/>.</summary>
    public static byte[] AddTo(byte[] line, IReadOnlyList<IReadOnlyList<string>> whys)
    {
        var reading = JsonNode.Parse(line)!;
        var events = reading["events"]!.AsArray();
        for (var i = 0; i < events.Count; i++) events[i]!["why"] = string.Join("; ", whys[i]);
        var buffer = new ArrayBufferWriter<byte>(line.Length * 2);
        using (var json = new Utf8JsonWriter(buffer, JsonText.Options)) reading.WriteTo(json);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary><c>“Japan” is nsubj of “signed”</c>, or the way up the tree where it is longer.</summary>
    private static string Relation(Token[] tokens, TextSpan words, TextSpan trigger, string text)
    {
        var quoted = $"“{words.In(text)}”";
        var (head, verb) = (HeadOf(tokens, words), HeadOf(tokens, trigger));
        if (head < 0 || verb < 0) return quoted;
        if (Way(tokens, head, verb) is { } up) return up.Length == 0 ? $"{quoted} is the word itself" : $"{quoted} is {up} of “{tokens[verb].Form}”";
        if (Way(tokens, verb, head) is { } down) return $"{quoted}, of which “{tokens[verb].Form}” is {down}";
        for (int at = verb, hops = 0; at >= 0 && hops < tokens.Length; at = tokens[at].Head, hops++)
        {
            if (Way(tokens, head, at) is { } shared) return $"{quoted} is {shared} of “{tokens[at].Form}”, of which “{tokens[verb].Form}” is {Way(tokens, verb, at)}";
        }

        return quoted;
    }

    /// <summary>The relations from <paramref name="from"/> up to <paramref name="to"/>; null where it does not hang on it.</summary>
    private static string? Way(Token[] tokens, int from, int to)
    {
        var relations = new List<string>();
        for (var at = from; at >= 0 && relations.Count <= tokens.Length; at = tokens[at].Head)
        {
            if (at == to) return string.Join(" of ", relations);
            relations.Add(tokens[at].Relation);
        }

        return null;
    }

    /// <summary>The token of <paramref name="words"/> that hangs on one outside; -1 if no token is among them.</summary>
    private static int HeadOf(Token[] tokens, TextSpan words)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!words.Contains(tokens[i].Span)) continue;
            if (tokens[i].Head < 0 || !words.Contains(tokens[tokens[i].Head].Span)) return i;
        }

        return -1;
    }
}
