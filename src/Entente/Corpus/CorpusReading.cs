using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Lexicon;

namespace Entente.Corpus;

/// <summary>Makes of an annotated item the reading that the engine would give were it right, so that all views and formats serve it.</summary>
public static partial class CorpusReading
{
    /// <summary>The reading: actors and events. Visits, treaties, trade and predictions are not in it.</summary>
    public static Reading Of(CorpusItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var actors = Actors(item);
        return new Reading
        {
            Article = ArticleOf(item),
            Actors = [.. actors.Values],
            Events = [.. item.Events.Select(e => Event(item, e, actors))],
            Warnings = item.None is null ? [] : [$"no event: {item.None}"],
        };
    }

    private static Article ArticleOf(CorpusItem item)
    {
        var paragraphs = new List<TextSpan>();
        foreach (Match paragraph in Paragraph().Matches(item.Text)) paragraphs.Add(new(paragraph.Index, paragraph.Index + paragraph.Length));
        return CorpusEvaluation.ArticleOf(item) with { Text = item.Text, Paragraphs = paragraphs };
    }

    private static Dictionary<string, Actor> Actors(CorpusItem item)
    {
        var actors = new Dictionary<string, Actor>();
        foreach (var actor in item.Actors)
        {
            var names = item.WordsOf(actor.Letter).Distinct().ToList();
            var name = actor.FullName ?? names.MaxBy(n => n.Length) ?? actor.Letter;
            var id = actor.Kind == "state" ? actor.Country : Spelling.Slug(actor.FullName ?? $"{actor.Country} {name}");
            if (actors.Values.Any(a => a.Id == id)) id = $"{id}-{actor.Letter}";
            actors[actor.Letter] = new Actor
            {
                Id = id,
                Name = name,
                Kind = Enum.Parse<ActorKind>(actor.Kind, ignoreCase: true),
                Country = actor.Country == "XXX" ? null : actor.Country,
                Sectors = actor.Sectors,
                Names = names,
                Mentions = [.. item.SpansOf(actor.Letter)],
            };
        }

        return actors;
    }

    private static Event Event(CorpusItem item, CorpusEvent e, Dictionary<string, Actor> actors)
    {
        var triggers = item.SpansOf(e.Number).ToList();
        var trigger = triggers.Count > 0 ? triggers[0] : new TextSpan(0, item.Text.Length);
        var sentence = SentenceAround(item.Text, trigger);
        List<Actor> Side(IEnumerable<string> letters) => [.. letters.Where(actors.ContainsKey).Select(l => actors[l])];
        return new Event
        {
            Id = $"{item.Id}-{e.Number}",
            Type = e.Type,
            Mode = e.Modes.Count > 0 ? e.Modes[0] : null,
            Context = e.Fields.TryGetValue("context", out var context) ? context.Split(',', StringSplitOptions.TrimEntries) : [],
            Cameo = e.Fields.GetValueOrDefault("cameo", ""),
            Source = Side(e.Sides.Source),
            Target = Side(e.Sides.Target),
            Reciprocal = e.Sides.Reciprocal,
            SourceText = Nearest(item, e.Sides.Source, sentence),
            TargetText = Nearest(item, e.Sides.Target, sentence),
            Date = DateOf(item, e),
            Place = e.Fields.TryGetValue("place", out var place) ? new EventPlace(PlaceName(place), place[^3..], null, null) : null,
            Status = Enum.Parse<EventStatus>(e.Status, ignoreCase: true),
            Historical = e.Historical,
            Certainty = e.Fields.TryGetValue("certainty", out var certainty) ? double.Parse(certainty, CultureInfo.InvariantCulture) : 1,
            AccordingTo = [.. e.AccordingTo.Select(a => actors.TryGetValue(a, out var actor) ? actor.Id : a.Trim('"'))],
            Casualties = Number(e, "killed") is var killed && Number(e, "wounded") is var wounded && (killed ?? wounded) is not null ? new Casualties(killed, wounded) : null,
            About = AboutOf(e, actors),
            Span = sentence,
            Trigger = trigger,
            Quote = sentence.In(item.Text),
        };
    }

    private static EventContent? AboutOf(CorpusEvent e, Dictionary<string, Actor> actors)
    {
        if (e.About?.Split(' ', 2) is not [var type, .. var rest]) return null;
        var sides = (rest.Length > 0 ? rest[0] : "").Split('>');
        List<Actor> Side(string letters) => [.. letters.Split([',', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Where(actors.ContainsKey).Select(l => actors[l])];
        return new EventContent(type.Split('.')[0], Side(sides[0]), sides.Length > 1 ? Side(sides[1]) : []);
    }

    private static Interval DateOf(CorpusItem item, CorpusEvent e)
    {
        if (e.Dates is not { } dates) return new Interval { From = item.Published, To = item.Published, Inferred = true };
        var precision = dates.From is not { } from || dates.To is not { } to ? DatePrecision.Open
            : NodaTime.Period.DaysBetween(from, to) switch { <= 2 => DatePrecision.Day, <= 31 => DatePrecision.Month, <= 92 => DatePrecision.Quarter, <= 366 => DatePrecision.Year, _ => DatePrecision.Decade };
        return new Interval { From = dates.From, To = dates.To, Precision = precision };
    }

    private static int? Number(CorpusEvent e, string field) =>
        e.Fields.TryGetValue(field, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string PlaceName(string place) => place.Length > 4 ? place[..^3].TrimEnd(' ', ',') : place;

    // The words of a side that stand in the sentence of the act, else those that come first.
    private static string? Nearest(CorpusItem item, IReadOnlyList<string> letters, TextSpan sentence)
    {
        var spans = letters.SelectMany(item.SpansOf).ToList();
        if (spans.Count == 0) return null;
        var inside = spans.Where(sentence.Contains).ToList();
        return (inside.Count > 0 ? inside[0] : spans[0]).In(item.Text);
    }

    private static TextSpan SentenceAround(string text, TextSpan span)
    {
        var start = 0;
        var end = text.Length;
        foreach (Match stop in Stop().Matches(text))
        {
            if (stop.Index + stop.Length <= span.Start) start = stop.Index + stop.Length;
            if (stop.Index < span.End) continue;
            end = stop.Index + stop.Value.TrimEnd().Length;
            break;
        }

        return new(start, end);
    }

    [GeneratedRegex(@"[^\n]+")]
    private static partial Regex Paragraph();

    [GeneratedRegex("""[.!?]["'”’)]*\s+|\n+""")]
    private static partial Regex Stop();
}
