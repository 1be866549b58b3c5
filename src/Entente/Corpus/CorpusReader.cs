using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Entente.Corpus;

/// <summary>Reads the files of a corpus: batches of sentences and reports, one a file (the form is in docs/coding.md).</summary>
public static partial class CorpusReader
{
    /// <summary>The items of a file, and its faults in the order of the lines.</summary>
    /// <param name="path">A file; a report if its text has a header.</param>
    public static (IReadOnlyList<CorpusItem> Items, IReadOnlyList<CorpusFault> Faults) Read(string path) =>
        ReadText(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path));

    /// <summary>The items of a file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name of the batch or report.</param>
    public static (IReadOnlyList<CorpusItem> Items, IReadOnlyList<CorpusFault> Faults) ReadText(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new List<CorpusFault>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var items = lines.Contains("---") ? Report(lines, name, faults) : Sentences(lines, name, faults);
        return (items, [.. faults.OrderBy(f => f.Line)]);
    }

    private static List<CorpusItem> Sentences(string[] lines, string batch, List<CorpusFault> faults)
    {
        var items = new List<CorpusItem>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i][0] == '%') continue;
            if (SentenceHead().Match(lines[i]) is not { Success: true } head || LocalDatePattern.Iso.Parse(head.Groups[2].Value) is not { Success: true } day)
            {
                faults.Add(new(i + 1, $"expected \"@ id YYYY-MM-DD\", found \"{lines[i]}\""));
                continue;
            }

            var first = i + 1;
            var sentence = i + 1 < lines.Length ? lines[++i] : "";
            var annotations = new List<(int, string)>();
            while (i + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[i + 1]) && lines[i + 1][0] != '@')
                if (lines[++i][0] != '%') annotations.Add((i + 1, lines[i].TrimEnd()));
            var id = head.Groups[1].Value;
            if (items.Exists(other => other.Id == id)) faults.Add(new(first, $"the sentence {id} is there twice"));
            if (Item(id, batch, false, first, day.Value, sentence, annotations, faults) is not { } item) continue;
            items.Add(item with { Pair = head.Groups[3].Success ? head.Groups[3].Value : null });
            if (item.None is not null == item.Events.Count > 0) faults.Add(new(first, $"{id}: either events or one line \"none REASON\""));
        }

        return items;
    }

    private static List<CorpusItem> Report(string[] lines, string name, List<CorpusFault> faults)
    {
        var strokes = Enumerable.Range(0, lines.Length).Where(i => lines[i].TrimEnd() == "---").ToList();
        if (strokes.Count != 2)
        {
            faults.Add(new(1, "a report has a header, a body and annotations, with a line --- between them"));
            return [];
        }

        var header = new Dictionary<string, string>();
        for (var i = 0; i < strokes[0]; i++)
            if (lines[i].Split(':', 2, StringSplitOptions.TrimEntries) is [var key, var value]) header[key] = value;
        CheckHeader(header, faults);
        var day = LocalDatePattern.Iso.Parse(header.GetValueOrDefault("published", ""));
        if (!day.Success)
        {
            faults.Add(new(1, "the header needs \"published: YYYY-MM-DD\""));
            return [];
        }

        var body = string.Join('\n', lines[(strokes[0] + 1)..strokes[1]]).Trim();
        var annotations = Enumerable.Range(strokes[1] + 1, lines.Length - strokes[1] - 1)
            .Where(i => !string.IsNullOrWhiteSpace(lines[i]) && lines[i][0] != '%').Select(i => (i + 1, lines[i].TrimEnd())).ToList();
        if (Item(name, name, true, strokes[0] + 2, day.Value, body, annotations, faults) is not { } item) return [];
        item = item with { Header = header, None = header.GetValueOrDefault("none") };
        if (item.Events.Count + item.Facts.Count == 0 && item.None is null) faults.Add(new(1, "a report without event says why: \"none: REASON\""));
        return [item];
    }

    private static void CheckHeader(Dictionary<string, string> header, List<CorpusFault> faults)
    {
        void Need(string field, Func<string, bool> isKnown)
        {
            if (!header.TryGetValue(field, out var value) || !isKnown(value)) faults.Add(new(1, $"the header has no right \"{field}\""));
        }

        Need("title", value => value.Length > 0);
        Need("kind", CorpusCodes.Kinds.Contains);
        Need("shape", CorpusCodes.Shapes.Contains);
        Need("region", CorpusCodes.Regions.Contains);
        if (header.TryGetValue("none", out var reason) && !CorpusCodes.Reasons.Contains(reason)) faults.Add(new(1, $"there is no reason \"{reason}\""));
    }

    private static CorpusItem? Item(string id, string batch, bool isReport, int line, LocalDate published, string marked, List<(int, string)> annotations, List<CorpusFault> faults)
    {
        try
        {
            var text = MarkedText.Read(marked);
            var item = new CorpusItem { Id = id, Batch = batch, IsReport = isReport, Line = line, Published = published, Marked = text };
            return new CorpusLines(text, isReport, (at, message) => faults.Add(new(at, $"{id}: {message}"))).Read(item, annotations);
        }
        catch (InvalidDataException e)
        {
            faults.Add(new(line, $"{id}: {e.Message}"));
            return null;
        }
    }

    [GeneratedRegex(@"^@ ([a-z0-9-]+) (\d{4}-\d\d-\d\d)(?: pair=(\w+))?\s*$")]
    private static partial Regex SentenceHead();
}
