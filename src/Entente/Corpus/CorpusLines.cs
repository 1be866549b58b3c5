using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Corpus;

/// <summary>Reads the lines that say what the marks of a text mean, and finds their faults.</summary>
internal sealed partial class CorpusLines(MarkedText marked, bool isReport, Action<int, string> fault)
{
    private readonly Dictionary<string, CorpusActor> _actors = [];
    private readonly List<CorpusEvent> _events = [];
    private readonly List<CorpusFact> _facts = [];
    private string? _none;

    /// <summary>The item with what the lines say.</summary>
    public CorpusItem Read(CorpusItem item, IReadOnlyList<(int Number, string Text)> lines)
    {
        foreach (var (number, text) in lines)
            if (ActorLine().Match(text) is { Success: true } actor) AddActor(number, actor);
        foreach (var (number, text) in lines)
            if (!ActorLine().IsMatch(text)) AddOther(number, text);
        CheckMarks(lines.Count > 0 ? lines[0].Number : item.Line);
        return item with { Actors = [.. _actors.Values], Events = _events, Facts = _facts, None = _none ?? item.None };
    }

    private void AddActor(int line, Match match)
    {
        var (letter, kind, country) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        var sectors = match.Groups[4].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!CorpusCodes.ActorKinds.Contains(kind)) fault(line, $"there is no kind of actor \"{kind}\"");
        foreach (var sector in sectors)
            if (!CorpusCodes.Sectors.Contains(sector)) fault(line, $"there is no sector \"{sector}\"");
        if (kind == "state" && sectors.Length > 0) fault(line, "a state as such has no sector");
        if (!_actors.TryAdd(letter, new(letter, kind, country, sectors, match.Groups[5].Success ? match.Groups[5].Value : null))) fault(line, $"the actor {letter} is there twice");
    }

    private void AddOther(int line, string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        if (text.StartsWith("none ", StringComparison.Ordinal))
        {
            _none = text[5..].Split(':')[0].Trim();
            if (!CorpusCodes.Reasons.Contains(_none)) fault(line, $"there is no reason \"{_none}\"");
        }
        else if (EventHead().Match(parts[0]) is { Success: true } head)
        {
            AddEvent(line, head, parts);
        }
        else if (isReport && FactHead().Match(parts[0]) is { Success: true } fact)
        {
            AddFact(line, fact.Groups[1].Value, fact.Groups[2].Value, parts);
        }
        else
        {
            fault(line, $"this is no actor, event or fact: \"{text}\"");
        }
    }

    private void AddEvent(int line, Match head, string[] parts)
    {
        var (number, type) = (head.Groups[1].Value, head.Groups[2].Value);
        var modes = head.Groups[3].Value.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (_events.Exists(e => e.Number == number)) fault(line, $"the event {number} is there twice");
        if (!CorpusCodes.IsType(type)) fault(line, $"there is no type {type}");
        if (modes.Length > 2) fault(line, "an event has two modes at most");
        foreach (var mode in modes)
            if (!CorpusCodes.Modes.TryGetValue(type, out var known) || !known.Contains(mode)) fault(line, $"{type} has no mode {mode}");
        var sides = Sides(line, head.Groups[4].Value);
        if (CorpusCodes.NeedsTarget(type) && sides.Target.Count == 0 && !sides.Reciprocal) fault(line, $"{type} needs a target");
        if (CorpusCodes.NeedsSource(type) && sides.Source.Count == 0) fault(line, $"{type} needs a source");
        if (parts.Length < 2 || !CorpusCodes.Constructions.Contains(parts[1])) fault(line, "the construction is missing after the sides");
        var read = new CorpusEvent { Number = number, Line = line, Type = type, Modes = modes, Sides = sides, Construction = parts.Length > 1 ? parts[1] : "active" };
        var fields = new Dictionary<string, string>();
        foreach (var part in parts.Skip(2))
        {
            var (name, value) = Field(part);
            switch (name)
            {
                case "status":
                    if (!CorpusCodes.Statuses.Contains(value)) fault(line, $"there is no status \"{value}\"");
                    read = read with { Status = value };
                    break;
                case "historical":
                    read = read with { Historical = true };
                    break;
                case "maybe":
                    read = read with { Maybe = true };
                    break;
                case "or":
                    if (!CorpusCodes.IsType(value)) fault(line, $"there is no type {value}");
                    read = read with { OtherType = value };
                    break;
                case "by":
                    read = read with { AccordingTo = Speakers(line, value) };
                    break;
                case "about":
                    CheckAbout(line, value);
                    read = read with { About = value };
                    break;
                case "date":
                    read = read with { Dates = Dates(line, value) };
                    break;
                default:
                    if (!fields.TryAdd(name, value) || !IsField(name, value)) fault(line, $"what is \"{part}\"?");
                    break;
            }
        }

        _events.Add(read with { Fields = fields });
    }

    private static bool IsField(string name, string value) => name switch
    {
        "certainty" => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1,
        "killed" or "wounded" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "place" => PlaceField().IsMatch(value),
        "cameo" => CameoField().IsMatch(value),
        "context" => value.Split(',', StringSplitOptions.TrimEntries).All(CorpusCodes.Contexts.Contains),
        _ => false,
    };

    private void AddFact(int line, string key, string head, string[] parts)
    {
        if (_facts.Exists(f => f.Key == key)) fault(line, $"{key} is there twice");
        var status = key[0] == 'p' ? null : parts.Length > 1 ? parts[1] : "";
        var allowed = key[0] switch { 'v' => CorpusCodes.VisitStatuses, 't' => CorpusCodes.TreatyStatuses, 'r' => CorpusCodes.Flows, _ => null };
        if (allowed is not null && !allowed.Contains(status!)) fault(line, $"{key}: \"{status}\" stands where one of {string.Join(", ", allowed.Order(StringComparer.Ordinal))} is expected");
        var sides = key[0] switch { 'v' or 'r' => Sides(line, head), 't' => Parties(line, head), _ => null };
        var fields = new Dictionary<string, string>();
        foreach (var part in parts.Skip(status is null ? 1 : 2))
        {
            var (name, value) = Field(part);
            fields[name] = value;
            if (name is "date" or "signed" or "since" or "until" or "window" or "period") Dates(line, value);
        }

        if (key[0] == 'r' && (!fields.TryGetValue("amount", out var amount) || !AmountField().IsMatch(amount))) fault(line, $"{key} needs an amount, as in \"amount 3.2e9 USD\"");
        if (key[0] == 'p' && (!fields.TryGetValue("probability", out var range) || !RangeField().IsMatch(range))) fault(line, $"{key} needs \"probability 0.5..0.8\"");
        if (key[0] == 'p' && !head.StartsWith("by ", StringComparison.Ordinal)) fault(line, $"{key} begins with \"by\"");
        if (key[0] == 'p' && fields.TryGetValue("event", out var predicted)) CheckAbout(line, predicted);
        _facts.Add(new(key, line, head, sides, status, fields));
    }

    private CorpusSides Parties(int line, string head)
    {
        var colon = head.LastIndexOf(": ", StringComparison.Ordinal);
        if (colon >= 0) return new(Letters(line, head[(colon + 2)..]), [], true);
        fault(line, "a treaty is written \"NAME: parties\"");
        return new([], [], true);
    }

    /// <summary><c>a > b</c>, <c>a + b</c>, <c>a,c > -</c>.</summary>
    private CorpusSides Sides(int line, string text)
    {
        if (text.Contains(" + ", StringComparison.Ordinal))
        {
            var all = Letters(line, text.Replace(" + ", ",", StringComparison.Ordinal));
            if (all.Count < 2) fault(line, "a reciprocal event needs two actors");
            return new(all, [], true);
        }

        var parts = text.Split('>');
        if (parts.Length == 2) return new(Letters(line, parts[0]), Letters(line, parts[1]), false);
        fault(line, $"\"{text}\" is neither \"a > b\" nor \"a + b\"");
        return new([], [], false);
    }

    private List<string> Letters(int line, string text)
    {
        var letters = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l != "-").ToList();
        foreach (var letter in letters)
            if (!_actors.ContainsKey(letter)) fault(line, $"\"{letter}\" is no actor of this text");
        return letters;
    }

    private List<string> Speakers(int line, string text)
    {
        var speakers = Speaker().Matches(text).Select(m => m.Value.Trim()).Where(s => s.Length > 0).ToList();
        foreach (var speaker in speakers)
            if (speaker[0] != '"' && !_actors.ContainsKey(speaker)) fault(line, $"\"{speaker}\" is no actor of this text; words stand in quotation marks");
        return speakers;
    }

    private void CheckAbout(int line, string text)
    {
        var type = text.Split(' ', 2);
        if (!CorpusCodes.IsType(type[0].Split('.')[0])) fault(line, $"\"{text}\" begins with no type");
        else if (type.Length == 2) Sides(line, type[1]);
    }

    private CorpusDates? Dates(int line, string text)
    {
        var dates = CorpusDates.Parse(text);
        if (dates is null) fault(line, $"\"{text}\" is no date: write 2019-03-11, 2019-03, 2019, 2019-03-04..2019-03-10 or 2014..");
        return dates;
    }

    private void CheckMarks(int line)
    {
        var facts = _events.Select(e => e.Number).Concat(_facts.Select(f => f.Key)).ToHashSet();
        foreach (var mark in marked.Marks.DistinctBy(m => (m.IsActor, m.Name)))
            if (mark.IsActor ? !_actors.ContainsKey(mark.Name) : !facts.Contains(mark.Name)) fault(line, $"\"{mark.Span.In(marked.Text)}\" is marked {mark.Name}, which has no line");
        var used = marked.Marks.Select(m => m.Name).ToHashSet();
        foreach (var name in _actors.Keys.Concat(facts))
            if (!used.Contains(name)) fault(line, $"{name} is marked nowhere");
    }

    private static (string Name, string Value) Field(string part)
    {
        var blank = part.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (part, "") : (part[..blank], part[(blank + 1)..].Trim());
    }

    [GeneratedRegex(@"^([a-z]{1,2}) (\w+) ([A-Z]{3})((?: [A-Z]{3})*)(?: = (.+))?$")]
    private static partial Regex ActorLine();

    [GeneratedRegex(@"^(\d+) ([A-Z]+)((?:\.[a-z-]+)*) (.+)$")]
    private static partial Regex EventHead();

    [GeneratedRegex(@"^([vtrp]\d+) (.+)$")]
    private static partial Regex FactHead();

    [GeneratedRegex("[A-Z]{3}$")]
    private static partial Regex PlaceField();

    [GeneratedRegex(@"^\d{2,4}$")]
    private static partial Regex CameoField();

    [GeneratedRegex(@"^-?\d+(\.\d+)?(e\d+)? [A-Z]{3}$")]
    private static partial Regex AmountField();

    [GeneratedRegex(@"^[01]?(\.\d+)?\.\.[01]?(\.\d+)?$")]
    private static partial Regex RangeField();

    [GeneratedRegex("\"[^\"]*\"|[^,]+")]
    private static partial Regex Speaker();
}
