using System.Globalization;
using Entente.Output;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows a reading to people: the article with its facts marked, then who is named and what happened.</summary>
internal sealed class ReadingView
{
    private readonly Reading _reading;
    private readonly ViewStyle _style;
    private readonly IReadOnlyList<IReadOnlyList<string>>? _whys;
    private readonly Dictionary<string, string> _names;
    private readonly Paragraph _page = new();

    private ReadingView(Reading reading, ViewStyle style, IReadOnlyList<IReadOnlyList<string>>? whys)
    {
        (_reading, _style, _whys) = (reading, style, whys);
        _names = reading.Actors.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => EventWordings.Name(g.First()), StringComparer.Ordinal);
    }

    /// <summary>The view of <paramref name="reading"/>, with its last line's end; with <paramref name="whys"/> each event is explained.</summary>
    public static string Of(string input, Reading reading, ViewStyle style, IReadOnlyList<IReadOnlyList<string>>? whys = null)
    {
        var view = new ReadingView(reading, style, whys);
        view.Input(input);
        view.Head();
        view.Body();
        view.Captions();
        view.Who();
        view.WhatHappened();
        view.Warnings();
        view.Line();
        return view.Print();
    }

    private void Input(string input) => Add(new StyledText().Add($"── {input} {new string('─', Math.Max(2, _style.Width - StyledText.WidthOf(input) - 4))}", Tone.Dim));

    private void Head()
    {
        var article = _reading.Article;
        var marked = new MarkedText(article, "title", _reading.Events);
        var title = new StyledText();
        marked.AddTo(title, new TextSpan(0, article.Title?.Length ?? 0), _style.Colours, Tone.Strong);
        Add(title);
        string?[] about =
        [
            article.Publisher ?? article.Site, Published(article.Published), ArticleJson.KindName(article.Kind),
            article.Byline.Count == 0 ? null : $"by {string.Join(", ", article.Byline)}", article.Translated ? "translated" : null,
        ];
        Add(new StyledText().Add(string.Join(" · ", about.Where(a => !string.IsNullOrEmpty(a))), Tone.Dim));
        if (article.Url is { } url) Add(new StyledText().Add(url, Tone.Dim));
    }

    private void Body()
    {
        var marked = new MarkedText(_reading.Article, null, _reading.Events);
        foreach (var paragraph in _reading.Article.Paragraphs)
        {
            Line();
            var text = new StyledText();
            marked.AddTo(text, paragraph, _style.Colours);
            Add(text);
        }
    }

    private void Captions()
    {
        var images = _reading.Article.Images;
        if (images.Count > 0) Line();
        for (var i = 0; i < images.Count; i++)
        {
            var text = new StyledText().Add("Picture: ", Tone.Dim);
            new MarkedText(_reading.Article, $"caption:{i}", _reading.Events).AddTo(text, new TextSpan(0, images[i].Caption.Length), _style.Colours);
            if (images[i].Credit is { } credit) text.Add($" ({credit})", Tone.Dim);
            Add(text, indent: 2);
        }
    }

    private void Who()
    {
        var actors = _reading.Actors.Where(a => a.Kind != ActorKind.Place).OrderByDescending(a => a.Mentions.Count).ToList();
        var places = _reading.Actors.Where(a => a.Kind == ActorKind.Place).ToList();
        if (actors.Count + places.Count == 0) return;
        Title("WHO");
        string[][] rows = [.. actors.Select(Row)];
        int Widest(int column, int most) => Math.Min(most, rows.Select(r => StyledText.WidthOf(r[column])).DefaultIfEmpty(0).Max());
        var (name, codes, times) = (Widest(0, _style.Width * 3 / 8), Widest(2, 24), Widest(3, 8));
        var kind = Widest(1, Math.Max(12, _style.Width - name - codes - times - 8));
        foreach (var row in rows)
            Add(new StyledText().Add(Fit(row[0], name), Tone.Strong).Add($"  {Fit(row[1], kind)}  {Fit(row[2], codes)}  {row[3]}"), indent: 4, first: 2);
        if (places.Count > 0) Add(new StyledText().Add("places: ", Tone.Dim).Add(string.Join(", ", places.Select(p => p.Name))), indent: 4, first: 2);
    }

    private void WhatHappened()
    {
        Title("WHAT HAPPENED");
        if (_reading.Events.Count == 0) Add(new StyledText().Add("no political event was found", Tone.Dim), first: 2);
        var digits = _reading.Events.Count.ToString().Length;
        for (var i = 0; i < _reading.Events.Count; i++) Event(i, digits);
        if (_reading.Events.Any(e => e.Date is { Inferred: true })) Add(new StyledText().Add("A day in brackets is that of publication: the text tells none.", Tone.Dim), indent: 2, first: 2);
    }

    private void Event(int index, int digits)
    {
        var e = _reading.Events[index];
        var indent = digits + 4;
        var line = new StyledText().Add((index + 1).ToString().PadLeft(digits + 2), Tone.Strong).Add("  ").Add(EventWordings.Date(e.Date) is { Length: > 0 } date ? $"{date}  " : "");
        var mutual = e.Reciprocal;
        Sides(line, e.Source, Tone.Source, mutual ? " ↔ " : ", ");
        if (e.Target.Count > 0) Sides(line.Add(" → "), e.Target, Tone.Target, ", ");
        Add(line.Add("  ").Add(e.Type, Tone.Strong).Add(e.Mode is null ? "" : $" {e.Mode}"), indent);
        var notes = EventWordings.Notes(e, id => _names.GetValueOrDefault(id, id));
        if (notes.Count > 0) Add(new StyledText().Add(string.Join(" · ", notes), Tone.Warning), indent, indent);
        Add(new StyledText().Add($"“{Quote(e)}”", Tone.Dim), indent, indent);
        if (_whys is null) return;
        foreach (var why in _whys[index]) Add(new StyledText().Add($"why {why}", Tone.Dim), indent + 2, indent);
    }

    private void Sides(StyledText line, IReadOnlyList<Actor> side, Tone tone, string between)
    {
        if (side.Count == 0) line.Add("?");
        for (var i = 0; i < side.Count; i++) line.Add(i == 0 ? "" : between).Add(EventWordings.Name(side[i]), _style.Colours ? tone : Tone.Plain);
    }

    /// <summary>The clause, which is what tells it; the sentence stands in the text above.</summary>
    private string Quote(Event e) => e.Span.Length > 0 ? e.Span.In(EventWords.TextOf(_reading.Article, e.In)) : e.Quote;

    private void Warnings()
    {
        if (_reading.Warnings.Count == 0) return;
        Title("WARNINGS");
        foreach (var warning in _reading.Warnings) Add(new StyledText().Add(warning, Tone.Warning), indent: 4, first: 2);
    }

    private void Title(string title)
    {
        Line();
        Add(new StyledText().Add(title, Tone.Strong));
    }

    private void Line() => new StyledText().AppendTo(_page, false);

    private void Add(StyledText text, int indent = 0, int first = 0)
    {
        foreach (var line in text.Lines(_style.Width, indent, first)) line.AppendTo(_page, _style.Colours);
    }

    private string Print()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _style.Colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = _style.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = _style.Width;
        console.Write(_page);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    private static string Fit(string text, int width)
    {
        var cells = StyledText.WidthOf(text);
        if (cells <= width) return text + new string(' ', width - cells);
        var length = text.Length;
        while (length > 0 && (StyledText.WidthOf(text[..length]) > width - 1 || char.IsHighSurrogate(text[length - 1]))) length--;
        var cut = text[..length].TrimEnd() + "…";
        return cut + new string(' ', Math.Max(0, width - StyledText.WidthOf(cut)));
    }

    private static string[] Row(Actor actor)
    {
        var kind = actor.Kind.ToString().ToLowerInvariant();
        return
        [
            actor.Name, actor.Role is null ? kind : $"{kind}, {actor.Role}",
            string.Join(' ', actor.Sectors.Prepend(actor.Country ?? "")).Trim(), actor.Mentions.Count == 0 ? "" : $"{actor.Mentions.Count}×",
        ];
    }

    private static string? Published(Publication? published)
    {
        if (published is null) return null;
        var day = published.Day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
        var time = published.Time?.ToString("HH:mm", CultureInfo.InvariantCulture);
        var from = published.From == PublicationSource.Metadata ? "" : published.From == PublicationSource.Inferred ? " (guessed)" : $" (from the {published.From.ToString().ToLowerInvariant()})";
        return $"{day}{(time is null ? "" : $", {time}")}{(published.Offset is { } offset ? $" UTC{offset.ToString("+HH:mm", CultureInfo.InvariantCulture)}" : "")}{from}";
    }
}
