using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace Entente.Corpus;

/// <summary>Makes of an annotated item a gold as <see cref="Evaluation.ReportsEvaluation"/> scores it.</summary>
public static partial class CorpusGold
{
    /// <summary>
    /// The gold. A side is met by an actor of the same country or one whose name has a word of the actor's; where both sides are of one
    /// country, by the words alone.
    /// </summary>
    public static JsonElement Of(CorpusItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var gold = new JsonObject
        {
            ["report"] = item.Id,
            ["actors"] = Array(item.Actors.Select(a => (JsonNode?)Actor(item, a))),
            ["events"] = Array(item.Events.Select(e => (JsonNode?)Event(item, e))),
            ["visits"] = Facts(item, 'v', Visit),
            ["treaties"] = Facts(item, 't', Treaty),
            ["trade"] = Facts(item, 'r', Trade),
            ["predictions"] = Facts(item, 'p', Prediction),
        };
        // By way of text, for the serialiser of nodes would need reflection.
        using var document = JsonDocument.Parse(gold.ToJsonString());
        return document.RootElement.Clone();
    }

    private static JsonObject Actor(CorpusItem item, CorpusActor actor)
    {
        var names = item.WordsOf(actor.Letter).Where(w => !Pronoun().IsMatch(w)).ToList();
        if (actor.FullName is not null) names.Add(actor.FullName);
        var gold = new JsonObject
        {
            // Places and what only a pronoun names are not asked for.
            ["must"] = actor.Kind != "place" && names.Count > 0,
            ["name_any"] = Array(names.SelectMany(n => HeadOf(n) is { } head && head != n ? new[] { n, head } : [n]).Distinct().Select(n => (JsonNode?)n)),
            ["kind"] = Array(KindsLike(actor.Kind).Select(k => (JsonNode?)k)),
        };
        if (actor.Country != "XXX") gold["country"] = actor.Country;
        if (actor.Sectors.Count > 0) gold["sectors_any"] = Array(actor.Sectors.Select(s => (JsonNode?)s));
        return gold;
    }

    // "Choe Son Hui", an office in one sentence, is a person in the next; troops are a group to one, an organisation to the other.
    private static string[] KindsLike(string kind) => kind switch
    {
        "person" or "office" => ["person", "office"],
        "organisation" or "group" => ["organisation", "group"],
        "population" => ["population", "group", "office"],
        "state" => ["state", "place"],
        _ => [kind],
    };

    private static JsonObject Event(CorpusItem item, CorpusEvent e)
    {
        var gold = new JsonObject
        {
            ["must"] = !e.Maybe,
            ["type"] = Array(new[] { e.Type, e.OtherType }.OfType<string>().Select(t => (JsonNode?)t)),
            ["reciprocal"] = e.Sides.Reciprocal,
            ["status"] = Array([e.Status]),
            ["historical"] = e.Historical,
            ["quote_has"] = QuoteOf(item, e.Number),
        };
        AddSides(gold, item, e.Sides, "source", "target");
        if (e.Modes.Count > 0) gold["mode"] = Array(e.Modes.Select(m => (JsonNode?)m));
        if (e.AccordingTo.Count > 0) gold["according_any"] = Array(e.AccordingTo.Select(a => (JsonNode?)WordsPattern(item, a)));
        if (e.Dates is { } dates && e.Status != "planned") gold["date"] = Bounds(dates, 1);
        return gold;
    }

    private static JsonObject Visit(CorpusItem item, CorpusFact fact)
    {
        var gold = Start(item, fact);
        AddSides(gold, item, fact.Sides!, "visitor", "host");
        gold["status"] = Array([fact.Status]);
        if (DatesOf(fact, "date") is { } date) gold["date"] = date;
        if (fact.Fields.TryGetValue("place", out var place)) gold["place_any"] = Array([Regex.Escape(place.Split(',')[0])]);
        return gold;
    }

    private static JsonObject Treaty(CorpusItem item, CorpusFact fact)
    {
        var gold = Start(item, fact);
        var name = fact.Head[..Math.Max(0, fact.Head.LastIndexOf(": ", StringComparison.Ordinal))];
        AddSides(gold, item, fact.Sides!, "parties", null);
        gold["name_any"] = Array(item.WordsOf(fact.Key).Append(name).Where(n => n.Length > 0).Distinct().Select(n => (JsonNode?)Regex.Escape(n)));
        gold["status"] = Array([fact.Status]);
        if (DatesOf(fact, "signed") is { } signed) gold["signed"] = signed;
        return gold;
    }

    private static JsonObject Trade(CorpusItem item, CorpusFact fact)
    {
        var gold = Start(item, fact);
        AddSides(gold, item, fact.Sides!, "reporter", "partner");
        gold["flow"] = Array([fact.Status]);
        gold["either"] = fact.Status == "total";
        if (DatesOf(fact, "period") is { } period) gold["period"] = period;
        if (!fact.Fields.TryGetValue("amount", out var amount) || amount.Split(' ') is not [var number, var currency]) return gold;
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        var slack = Math.Abs(value) * 0.01;
        gold["amount"] = Array([value - slack, value + slack]);
        gold["currency"] = currency;
        return gold;
    }

    private static JsonObject Prediction(CorpusItem item, CorpusFact fact)
    {
        var gold = Start(item, fact);
        if (fact.Fields.TryGetValue("probability", out var range) && range.Split("..") is [var low, var high])
            gold["probability"] = Array([double.Parse(low, CultureInfo.InvariantCulture) - 0.05, double.Parse(high, CultureInfo.InvariantCulture) + 0.05]);
        if (DatesOf(fact, "window") is { } window) gold["window"] = window;
        if (!fact.Fields.TryGetValue("event", out var predicted) || predicted.Split(' ', 2) is not [var type, var sides]) return gold;
        var e = new JsonObject { ["type"] = Array([type.Split('.')[0]]), ["reciprocal"] = null };
        var letters = sides.Split([',', '>', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Where(l => item.ActorOf(l) is not null).ToList();
        AddSides(e, item, new(letters, [], true), "source", null);
        gold["event"] = e;
        return gold;
    }

    private static JsonObject Start(CorpusItem item, CorpusFact fact) => new() { ["must"] = true, ["quote_has"] = QuoteOf(item, fact.Key) };

    private static void AddSides(JsonObject gold, CorpusItem item, CorpusSides sides, string first, string? second)
    {
        var countries = sides.Source.Concat(sides.Target).Select(l => item.ActorOf(l)?.Country).ToList();
        var isDomestic = countries.Count > 1 && countries.Distinct().Count() < countries.Count;
        gold[first] = Array(sides.Source.Select(l => (JsonNode?)SideOf(item, l, isDomestic)));
        if (second is not null) gold[second] = Array(sides.Target.Select(l => (JsonNode?)SideOf(item, l, isDomestic)));
    }

    private static string SideOf(CorpusItem item, string letter, bool wordsOnly)
    {
        if (item.ActorOf(letter) is not { } actor) return "XXX";
        if (actor.Kind == "state") return actor.Country;
        var byName = $"name:{WordsPattern(item, letter)}";
        return wordsOnly || actor.Country == "XXX" ? byName : $"{actor.Country}|{byName}";
    }

    /// <summary>Any word of content of what an actor is called.</summary>
    private static string WordsPattern(CorpusItem item, string who)
    {
        var names = who.StartsWith('"') ? [who.Trim('"')] : item.WordsOf(who).Append(item.ActorOf(who)?.FullName ?? "");
        var words = names.SelectMany(n => Word().Matches(n).Select(m => m.Value)).Where(w => !Empty().IsMatch(w)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return words.Count == 0 ? "$^" : $@"\b({string.Join('|', words.Select(Regex.Escape))})\b";
    }

    // A name without what says more about it: "union leaders" of "eleven union leaders from the port".
    private static string? HeadOf(string name)
    {
        var head = name.Split([" of ", " from ", " in ", ", "], StringSplitOptions.None)[0];
        head = Leading().Replace(head, "");
        return head.Length > 0 ? head : null;
    }

    /// <summary>The words of a trigger with the three before them, as a pattern.</summary>
    private static string QuoteOf(CorpusItem item, string name)
    {
        if (item.SpansOf(name).FirstOrDefault() is not { Length: > 0 } span) return "$^";
        var start = span.Start;
        for (var words = 0; words < 3 && start > 0; words++)
        {
            var before = item.Text.LastIndexOf(' ', start - 1);
            var from = before < 0 ? 0 : before > 0 ? item.Text.LastIndexOf(' ', before - 1) + 1 : 0;
            if (item.Text[from..span.Start].AsSpan().IndexOfAny(".!?\n") >= 0) break;
            start = from;
        }

        return Regex.Replace(Regex.Escape(item.Text[start..span.End]), @"(\\ |\\n)+", @"\s+");
    }

    private static JsonObject? DatesOf(CorpusFact fact, string field) =>
        fact.Fields.TryGetValue(field, out var text) && CorpusDates.Parse(text) is { } dates ? Bounds(dates, 0) : null;

    private static JsonObject Bounds(CorpusDates dates, int tolerance)
    {
        var bounds = new JsonObject();
        if (dates.From is { } from) bounds["from"] = LocalDatePattern.Iso.Format(from.PlusDays(-tolerance));
        if (dates.To is { } to) bounds["to"] = LocalDatePattern.Iso.Format(to.PlusDays(tolerance));
        return bounds;
    }

    private static JsonArray Facts(CorpusItem item, char kind, Func<CorpusItem, CorpusFact, JsonObject> make) =>
        Array(item.Facts.Where(f => f.Kind == kind).Select(f => (JsonNode?)make(item, f)));

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(the|a|an|of|and|for|in|on|at|to|from|with|its|his|her|their|our|my|some|two|three|four|five|six|seven|eight|nine|ten|\d+|who|which|that|he|she|it|they|them|him|former|new|mr|mrs|ms)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(@"^(he|she|it|they|them|him|her|we|us|i|you|who|which|whom|that|this|these|those|its|his|their|our|both|all|the former|the latter|each other|one another)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^((the|a|an|some|about|at least|more than|nearly|around|its|his|her|their|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of|[\d,]+)\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}
