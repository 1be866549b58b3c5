using System.Globalization;
using NodaTime;

namespace Entente.Cli;

/// <summary>Says in words what the fields of an event mean.</summary>
internal static class EventWordings
{
    /// <summary>The date as exact as it is known; in brackets where it is only the day of publication; empty if unknown.</summary>
    public static string Date(Interval? date)
    {
        if (date is null) return "";
        var told = (date.From, date.To) switch
        {
            ({ } from, { } to) when from == to => Day(from),
            ({ Day: 1 } from, { } to) when from.PlusMonths(1).PlusDays(-1) == to => from.ToString("uuuu-MM", CultureInfo.InvariantCulture),
            ({ Day: 1, Month: 1 } from, { } to) when from.PlusYears(1).PlusDays(-1) == to => from.ToString("uuuu", CultureInfo.InvariantCulture),
            ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
            ({ } from, null) => $"from {Day(from)}",
            (null, { } to) => $"until {Day(to)}",
            _ => date.Text ?? "",
        };
        return date.Inferred ? $"({told})" : told;
    }

    /// <summary>All that sets the event apart from a plain fact; <paramref name="name"/> gives the name of an actor's id.</summary>
    public static IReadOnlyList<string> Notes(Event e, Func<string, string> name)
    {
        var notes = new List<string>();
        Status(e, name, notes);
        if (e.Historical) notes.Add("history");
        if (e.Certainty < 1) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{(e.Certainty >= 0.8 ? "very likely" : e.Certainty >= 0.6 ? "likely" : e.Certainty >= 0.4 ? "uncertain" : "doubtful")} ({e.Certainty:0.##})"));
        if (e.About is { } about) notes.Add($"about {Side(about.Source)}{(about.Target.Count == 0 ? "" : $" → {Side(about.Target)}")} {about.Type}".Replace("about  ", "about ", StringComparison.Ordinal));
        if (e.Casualties is { } casualties) notes.Add(string.Join(", ", new[] { casualties.Killed is { } k ? $"{k} killed" : "", casualties.Wounded is { } w ? $"{w} wounded" : "" }.Where(c => c.Length > 0)));
        if (e.Place is { } place) notes.Add($"at {place.Name}");
        if (e.In is not null) notes.Add(e.In == "title" ? "in the title" : "in a caption");
        if (e.Mentions.Count > 0) notes.Add($"told {e.Mentions.Count + 1} times");
        return notes;
    }

    /// <summary>The actor's name; one that is only a common noun (ministers) with its country.</summary>
    public static string Name(Actor actor) =>
        actor.Country is { } country && actor.Id.StartsWith($"{country.ToLowerInvariant()}-", StringComparison.Ordinal) ? $"{actor.Name} ({country})" : actor.Name;

    private static void Status(Event e, Func<string, string> name, List<string> notes)
    {
        var according = e.AccordingTo.Select(name).ToList();
        var word = e.Status switch
        {
            EventStatus.Planned => "planned",
            EventStatus.Predicted => "predicted",
            EventStatus.Negated => "did not happen",
            EventStatus.Hypothetical => "only supposed",
            EventStatus.Denied => according.Count > 0 ? $"denied by {according[^1]}" : "denied",
            _ => "",
        };
        if (word.Length > 0) notes.Add(word);
        if (e.Status == EventStatus.Denied && according.Count > 0) according.RemoveAt(according.Count - 1);
        according.Reverse();
        if (according.Count > 0) notes.Add($"according to {string.Join(", as told by ", according)}");
    }

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Side(IReadOnlyList<Actor> side) => string.Join(", ", side.Select(Name));
}
