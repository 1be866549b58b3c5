using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Evaluation;

/// <summary>All that was read out of one report, which may have given several articles.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Actors">Their actors.</param>
/// <param name="Facts">Their events, visits, treaties, trade and predictions.</param>
internal sealed record ReportsReading(
    IReadOnlyList<JsonElement> Articles, IReadOnlyList<ReadActor> Actors,
    IReadOnlyDictionary<string, IReadOnlyList<ReadFact>> Facts)
{
    /// <summary>Reads the lines of one report.</summary>
    public static ReportsReading Read(IReadOnlyList<JsonElement> lines)
    {
        var actors = new List<ReadActor>();
        var facts = ReportsKinds.OfFacts.ToDictionary(kind => kind, _ => new List<ReadFact>());
        foreach (var line in lines)
        {
            var text = new ReadText(line.Get("article").Get("text").TextOnly());
            var byId = new Dictionary<string, ReadActor>(StringComparer.Ordinal);
            foreach (var actor in line.Objects("actors").Select(ReadActor.Of))
            {
                actors.Add(actor);
                byId[actor.Json.TextOf("id") ?? ""] = actor;
            }
            foreach (var kind in ReportsKinds.OfFacts)
                facts[kind].AddRange(line.Objects(kind).SelectMany(fact => ReadFact.Of(kind, fact, text, byId)));
        }
        return new ReportsReading(
            [.. lines.Select(line => line.Get("article")).Where(a => a.ValueKind == JsonValueKind.Object)],
            actors,
            facts.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<ReadFact>)pair.Value));
    }
}

/// <summary>An actor that was read.</summary>
/// <param name="Json">As the reading has it; undefined where a fact only names it.</param>
/// <param name="Country">Its country; null if unknown.</param>
/// <param name="Names">All its names, the full one first.</param>
internal sealed record ReadActor(JsonElement Json, string? Country, IReadOnlyList<string> Names)
{
    public string? FirstName => Names.Count > 0 ? Names[0] : null;

    public IReadOnlyList<string> FoldedNames { get; } = [.. Names.Select(ReportsFolding.Fold)];

    public IReadOnlyList<string> NamesAsWords { get; } = [.. Names.Select(ReportsFolding.Name)];

    /// <summary>An actor of the reading's list.</summary>
    public static ReadActor Of(JsonElement actor) => new(
        actor,
        ReportsCodes.Country(actor.TextOf("country")),
        [.. actor.List("name").Concat(actor.List("names")).Select(NameIn).OfType<string>().Where(name => name.Length > 0)]);

    /// <summary>An actor that a fact refers to: by id, by code, or by its words.</summary>
    public static ReadActor Of(JsonElement reference, Dictionary<string, ReadActor> byId)
    {
        if (reference.ValueKind == JsonValueKind.Object)
            return new ReadActor(
                default, ReportsCodes.Country(reference.TextOf("country")), reference.TextOf("name") is { } name ? [name] : []);
        var id = reference.Text();
        if (byId.TryGetValue(id, out var known)) return new ReadActor(default, known.Country, [.. known.Names, id]);
        var isCode = id.Length is 3 or >= 6 && id.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;
        return new ReadActor(default, isCode ? ReportsCodes.Country(id) : null, [id]);
    }

    private static string? NameIn(JsonElement name) => name.ValueKind switch
    {
        JsonValueKind.String => name.GetString(),
        JsonValueKind.Object => name.TextOf("text") ?? name.TextOf("name"),
        _ => null,
    };
}

/// <summary>A fact that was read.</summary>
/// <param name="Json">As the reading has it.</param>
/// <param name="Words">Its quote, the sentence of the text it was read from, and its statement.</param>
/// <param name="Sides">The actors of each of its sides.</param>
/// <param name="AccordingTo">Folded names of those who say so.</param>
/// <param name="By">Folded names of those who predict it.</param>
internal sealed record ReadFact(
    JsonElement Json, string Words, IReadOnlyDictionary<string, IReadOnlyList<ReadActor>> Sides,
    IReadOnlyList<string> AccordingTo, IReadOnlyList<string> By)
{
    public string FoldedWords { get; } = ReportsFolding.Fold(Words);

    /// <summary>The type, of an event or of the event of a prediction.</summary>
    public string Type { get; private init; } = "";

    /// <summary>A fact; of a visit to several hosts one for each.</summary>
    public static IEnumerable<ReadFact> Of(string kind, JsonElement fact, ReadText text, Dictionary<string, ReadActor> byId)
    {
        IReadOnlyList<ReadActor> Actors(JsonElement from, string side) =>
            [.. from.List(side).Select(reference => ReadActor.Of(reference, byId))];
        var told = kind == ReportsKinds.Predictions ? fact.Get("event") : fact;
        var read = new ReadFact(
            fact,
            text.WordsOf(fact),
            GoldFact.Sided.ToDictionary(side => side, side => Actors(told, side)),
            [.. Actors(fact, "accordingTo").SelectMany(a => a.FoldedNames)],
            [.. Actors(fact, "by").SelectMany(a => a.FoldedNames)])
        {
            Type = ReportsCodes.Type(told.TextOf("type")),
        };
        return kind == ReportsKinds.Visits ? read.ByHost() : [read];
    }

    /// <summary>The actors of one side.</summary>
    public IReadOnlyList<ReadActor> Side(string name) => Sides[name];

    /// <summary>The actors of two sides together.</summary>
    public IReadOnlyList<ReadActor> Side(string name, string other) => [.. Sides[name], .. Sides[other]];

    private IEnumerable<ReadFact> ByHost()
    {
        var hosts = Side("host").GroupBy(h => h.Country ?? h.FirstName ?? "").ToList();
        if (hosts.Count < 2) return [this];
        return hosts.Select(host => this with
        {
            Sides = new Dictionary<string, IReadOnlyList<ReadActor>>(Sides) { ["host"] = [.. host] },
        });
    }
}

/// <summary>The text of an article, in which the sentence of a fact is looked up.</summary>
internal sealed partial class ReadText(string text)
{
    private readonly int[] _indices = Indices(text);

    /// <summary>The quote, the sentence that holds it or the span, and the statement; empty where none is given.</summary>
    public string WordsOf(JsonElement fact)
    {
        var quote = fact.Get("quote").TextOnly();
        var span = SpanIn(fact.Get("span"));
        if (span is null && quote.Length > 0 && text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at)
            span = (at, at + quote.Length);
        var sentence = span is var (start, end) ? SentenceAround(start, end) : "";
        return string.Join(' ', new[] { quote, sentence, fact.TextOf("statement") ?? "" }.Where(s => s.Length > 0));
    }

    private (int Start, int End)? SpanIn(JsonElement span)
    {
        if (span.ValueKind != JsonValueKind.Array || span.GetArrayLength() != 2) return null;
        return Index(span[0]) is { } start && Index(span[1]) is { } end ? (start, end) : null;
    }

    private int? Index(JsonElement codePoint) =>
        codePoint.ValueKind == JsonValueKind.Number && codePoint.TryGetInt32(out var n) && n >= 0 && n < _indices.Length
            ? _indices[n]
            : null;

    private string SentenceAround(int start, int end)
    {
        var from = 0;
        foreach (var stop in Break().EnumerateMatches(text.AsSpan(0, Math.Min(text.Length, start + 1))))
            if (stop.Index + stop.Length <= start) from = stop.Index + stop.Length;
        var next = Break().Match(text, Math.Max(end - 1, 0));
        var to = next.Success ? next.Index + next.Length : text.Length;
        return from < to ? text[from..to] : "";
    }

    /// <summary>The UTF-16 index of each code point, and of the end.</summary>
    private static int[] Indices(string text)
    {
        var indices = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsLowSurrogate(text[i]) || i == 0 || !char.IsHighSurrogate(text[i - 1])) indices.Add(i);
        return [.. indices, text.Length];
    }

    [GeneratedRegex("""[.!?]["'”’)]?[\s\x1c-\x1f]+|\n+""", RegexOptions.CultureInvariant)]
    private static partial Regex Break();
}
