using System.Globalization;
using System.Text;
using Entente.Output;
using NodaTime;

namespace Entente.Tests.Approved;

/// <summary>A reading as a short text for people, made so that a change of the engine shows as a few changed lines.</summary>
internal static class ReportText
{
    private const int QuoteLength = 72;

    public static string Of(string input, Reading reading)
    {
        var text = new StringBuilder();
        var article = reading.Article;
        Add(text, "report", input);
        Add(text, "title", article.Title);
        Add(text, "url", article.Url);
        Add(text, "publisher", string.Join(" | ", new[] { article.Publisher, article.Site, article.Country }.Where(p => p is not null).Distinct()));
        Add(text, "byline", string.Join(", ", article.Byline));
        Add(text, "published", article.Published is null ? null : $"{ArticleJson.Published(article.Published)} ({Lower(article.Published.From)})");
        Add(text, "kind", $"{ArticleJson.KindName(article.Kind)}{(article.Translated ? ", translated" : "")}");
        Add(text, "section", string.Join(" > ", article.Section));
        Add(text, "tags", string.Join(", ", article.Tags));
        Add(text, "dateline", article.Dateline);
        foreach (var image in article.Images) Add(text, "caption", Start(image.Caption));
        foreach (var paragraph in article.Paragraphs) Add(text, "text", Start(paragraph.In(article.Text)));
        foreach (var warning in reading.Warnings) Add(text, "warning", warning);
        text.Append("\nactors\n");
        foreach (var actor in reading.Actors.OrderBy(a => a.Id, StringComparer.Ordinal)) text.Append(Of(actor)).Append('\n');
        text.Append("\nevents\n");
        foreach (var e in reading.Events) text.Append(Of(e)).Append('\n');
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Append(CultureInfo.InvariantCulture, $"{name,-9}  {value}\n");
    }

    private static string Of(Actor actor)
    {
        var said = new StringBuilder($"  {actor.Id}: {Lower(actor.Kind)}");
        if (actor.Country is not null && actor.Country != actor.Id) said.Append(' ').Append(actor.Country);
        foreach (var sector in actor.Sectors) said.Append(' ').Append(sector);
        if (actor.Role is not null) said.Append(", ").Append(actor.Role);
        return said.Append(": ").AppendJoin(" | ", actor.Names).ToString();
    }

    private static string Of(Event e)
    {
        var said = new StringBuilder($"  {e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {Lower(e.Status)} {Ids(e.Source)} -> {Ids(e.Target)}");
        said.Append(", ").Append(Days(e.Date));
        if (e.Historical) said.Append(", historical");
        if (e.About is { } about) said.Append(", about ").Append(about.Type).Append(' ').Append(Ids(about.Source)).Append(" -> ").Append(Ids(about.Target));
        if (e.AccordingTo.Count > 0) said.Append(", by ").AppendJoin(" > ", e.AccordingTo);
        if (e.Place is not null) said.Append(", in ").Append(e.Place.Name);
        if (e.Casualties is { } lost) said.Append(CultureInfo.InvariantCulture, $", killed {lost.Killed?.ToString(CultureInfo.InvariantCulture) ?? "?"}, wounded {lost.Wounded?.ToString(CultureInfo.InvariantCulture) ?? "?"}");
        if (e.In is not null) said.Append(", in the ").Append(e.In);
        return said.Append("\n    \"").Append(Start(e.Quote)).Append('"').ToString();
    }

    private static string Ids(IReadOnlyList<Actor> actors) => actors.Count == 0 ? "-" : string.Join('+', actors.Select(a => a.Id));

    private static string Days(Interval? date)
    {
        if (date is null) return "no date";
        var days = date.From == date.To ? Day(date.From) : $"{Day(date.From)}..{Day(date.To)}";
        return date.Inferred ? $"{days} (published)" : days;
    }

    private static string Day(LocalDate? day) => day is { } d ? ArticleJson.Day(d) : "";

    private static string Start(string words)
    {
        var line = words.ReplaceLineEndings(" ");
        if (line.Length <= QuoteLength) return line;
        var end = line.LastIndexOf(' ', QuoteLength);
        return (end > 0 ? line[..end] : line[..QuoteLength]) + " …";
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
