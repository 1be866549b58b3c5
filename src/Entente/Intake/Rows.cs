using System.Collections.Frozen;
using System.Text;

namespace Entente.Intake;

/// <summary>A row of a table or a line of JSON: its fields by name, or what is wrong with it.</summary>
/// <param name="Input">The file it came from.</param>
/// <param name="Number">1-based number of the record, the header not counted.</param>
/// <param name="Line">1-based number of its line in the file.</param>
/// <param name="Fields">Values by name; null for a failed row.</param>
/// <param name="Failure">What is wrong; null for a good row.</param>
public sealed record Row(string Input, int Number, int Line, IReadOnlyDictionary<string, string>? Fields, string? Failure = null);

/// <summary>Which field of a row holds what: the usual names, and those that the user gave.</summary>
public sealed class FieldNames
{
    private static readonly FrozenDictionary<string, string[]> Usual = new Dictionary<string, string[]>
    {
        ["id"] = ["id", "uid"],
        ["text"] = ["text", "body", "content", "event_text"],
        ["title"] = ["title", "headline"],
        ["date"] = ["date", "published", "pub_date"],
        ["url"] = ["url", "link"],
        ["publisher"] = ["publisher", "source"],
        ["country"] = ["country"],
        ["html"] = ["html"],
    }.ToFrozenDictionary();

    private readonly Dictionary<string, string> _named;

    private FieldNames(Dictionary<string, string> named) => _named = named;

    /// <summary>The usual names only.</summary>
    public static FieldNames Default { get; } = new([]);

    /// <summary>What a row may say, for help and messages.</summary>
    public static IEnumerable<string> Known => Usual.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads <c>text=body</c> pairs; throws <see cref="ArgumentException"/> on one that is malformed.</summary>
    public static FieldNames Parse(IEnumerable<string> pairs)
    {
        var named = new Dictionary<string, string>();
        foreach (var pair in pairs)
        {
            if (pair.Split('=', 2) is not [var what, { Length: > 0 } name] || !Usual.ContainsKey(what))
                throw new ArgumentException($"'{pair}' is not WHAT=NAME with WHAT one of {string.Join(", ", Known)}");
            named[what] = name;
        }

        return new FieldNames(named);
    }

    /// <summary>The names under which <paramref name="what"/> is looked for, the first that a row has wins.</summary>
    public IReadOnlyList<string> For(string what) => _named.TryGetValue(what, out var name) ? [name] : Usual[what];

    /// <summary>The value of <paramref name="what"/> in <paramref name="fields"/>, or null.</summary>
    public string? Find(IReadOnlyDictionary<string, string> fields, string what)
    {
        foreach (var name in For(what))
            if (fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return value;
        return null;
    }
}

/// <summary>Makes reports of rows.</summary>
internal static class Rows
{
    /// <summary>The report of each row; a row without text fails, the others go on.</summary>
    public static IEnumerable<Arrival> Reports(IEnumerable<Row> rows, Hints hints, FieldNames fields)
    {
        foreach (var row in rows)
            yield return row.Fields is null ? new FailedInput($"{row.Input}:{row.Line}", row.Failure!) : Report(row, row.Fields, hints, fields);
    }

    private static Arrival Report(Row row, IReadOnlyDictionary<string, string> values, Hints hints, FieldNames fields)
    {
        var html = fields.Find(values, "html");
        var text = fields.Find(values, "text") ?? html;
        if (text is null)
        {
            var has = fields.For("text").FirstOrDefault(values.ContainsKey);
            var names = values.Count == 0 ? "no fields" : string.Join(", ", values.Keys.Take(12));
            return new FailedInput($"{row.Input}:{row.Line}", has is not null
                ? $"the field {has} is empty: there is nothing to read"
                : $"the row has none of the fields {string.Join(", ", fields.For("text"))} (it has {names}); name the field of the text with --field text=NAME");
        }

        var date = fields.Find(values, "date");
        var when = date is null ? null : DateStamp.Parse(date);
        var known = hints with
        {
            Id = fields.Find(values, "id") ?? hints.Id,
            Title = fields.Find(values, "title") ?? hints.Title,
            Url = fields.Find(values, "url") ?? hints.Url,
            Publisher = fields.Find(values, "publisher") ?? hints.Publisher,
            Country = fields.Find(values, "country") is { Length: 3 } code ? code.ToUpperInvariant() : hints.Country,
            Date = when?.Day,
            Time = when?.Time,
            Offset = when?.Offset,
            Charset = "utf-8",
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        var form = Unpacker.LooksLikeHtml(bytes) ? ReportForm.Html : ReportForm.Row;
        return new RawReport($"{row.Input}#{row.Number}", form, bytes, known);
    }
}
