using System.Text;

namespace Entente.Intake;

/// <summary>Reads comma-, semicolon- and tab-separated tables with a header as rows.</summary>
public static class CsvRows
{
    /// <summary>
    /// A row a record. The header's own separators tell comma, tab or semicolon. A row that is broken fails alone: after a
    /// quote that is never closed, reading goes on with the next line. A tab-separated table whose header has no quotes is
    /// read without quoting, for researchers' tables have quotes inside plain fields.
    /// </summary>
    public static IEnumerable<Row> Read(Stream stream, string name, IntakeLimits limits)
    {
        var records = new CsvRecords(stream, limits.ReportBytes);
        if (records.Header() is not { } names) yield break;
        if (Complaint(names) is { } complaint)
        {
            yield return new Row(name, 0, 1, null, complaint);
            yield break;
        }

        var number = 0;
        while (records.Next() is { } record)
        {
            if (record.Failure is null && record.Fields is [var only] && string.IsNullOrWhiteSpace(only)) continue;
            number++;
            var failure = record.Failure ?? (record.Fields.Count > names.Count
                ? $"has {record.Fields.Count} fields where the header has {names.Count}: put a field with a separator in it in quotes" : null);
            yield return new Row(name, number, record.Line, failure is null ? Fields(names, record.Fields) : null, failure);
        }
    }

    private static Dictionary<string, string> Fields(List<string> names, List<string> record)
    {
        var fields = new Dictionary<string, string>();
        for (var i = 0; i < record.Count; i++) fields.TryAdd(names[i], record[i]);
        return fields;
    }

    /// <summary>A header's names are short and have no sentence in them.</summary>
    private static string? Complaint(List<string> names) =>
        names.Any(n => n.Length > 60 || n.Count(c => c == ' ') > 6) || names.All(n => n.Length == 0)
            ? "the first line is not a header: name the columns (id, text, title, date, url, publisher) in a first line"
            : null;
}

/// <summary>One record of a table: its fields, or what is wrong with it.</summary>
/// <param name="Line">1-based number of its first line.</param>
/// <param name="Fields">Its fields; none where it failed.</param>
/// <param name="Failure">What is wrong; null for a good record.</param>
internal sealed record CsvRecord(int Line, List<string> Fields, string? Failure = null);

/// <summary>Cuts a table into records and fields (RFC 4180, and what is written in its place).</summary>
internal sealed class CsvRecords(Stream stream, int limit)
{
    private readonly LineReader _lines = new(stream, limit);

    // Lines that a quoted field took and that turned out not to belong to it.
    private readonly Queue<(string? Text, int Number)> _back = new();
    private char _separator = ',';
    private bool _quoted = true;
    private int _columns;

    // No quote that opens before this line is closed, so none is looked for twice.
    private int _unclosedTo;

    /// <summary>The names in the first line that is not blank, and by it the separator; null for an empty table.</summary>
    public List<string>? Header()
    {
        while (TakeLine() is { } line)
        {
            if (line.Text is null) throw new IntakeException("has a first line without end: not a table");
            if (string.IsNullOrWhiteSpace(line.Text)) continue;
            _separator = line.Text.Contains('\t') ? '\t' : line.Text.Count(c => c == ';') > line.Text.Count(c => c == ',') ? ';' : ',';
            _quoted = _separator != '\t' || line.Text.Contains('"');
            _back.Enqueue(line);
            var names = Next()!.Fields.ConvertAll(name => name.Trim());
            _columns = names.Count;
            return names;
        }

        return null;
    }

    /// <summary>The next record, or null after the last.</summary>
    public CsvRecord? Next()
    {
        if (TakeLine() is not { } first) return null;
        if (first.Text is null) return new CsvRecord(first.Number, [], $"the line is longer than {limit >> 20} MB, the most that is read of one report; cut it up");
        if (_quoted) return Quoted(first.Text, first.Number);

        // A table without quotes in its header may still have them around a text of several lines.
        var plain = new CsvRecord(first.Number, [.. first.Text.Split(_separator)]);
        if (plain.Fields.Count >= _columns || !plain.Fields[^1].StartsWith('"')) return plain;
        return Quoted(first.Text, first.Number) is { Failure: null } whole ? whole : plain;
    }

    /// <summary>Splits a record, taking line after line while a quote is open; gives them back where it isn't closed as it should be.</summary>
    private CsvRecord Quoted(string text, int number)
    {
        var split = new CsvSplit(_separator);
        split.Add(text);
        var taken = new List<(string? Text, int Number)>();
        var length = text.Length;
        while (split.IsOpen && number >= _unclosedTo && TakeLine() is { } more)
        {
            taken.Add(more);
            length += more.Text?.Length ?? limit;
            if (length > limit) break;
            split.Add(more.Text!);
        }

        if (!split.IsOpen && !split.IsBroken) return new CsvRecord(number, split.Fields);
        if (!split.IsBroken && taken.Count > 0) _unclosedTo = taken[^1].Number;
        foreach (var line in _back) taken.Add(line);
        _back.Clear();
        foreach (var line in taken) _back.Enqueue(line);
        return new CsvRecord(number, [], "a quote that opens here is not closed: close it, and write a quote within a field twice");
    }

    private (string? Text, int Number)? TakeLine()
    {
        if (_back.TryDequeue(out var line)) return line;
        if (!_lines.Next(out var bytes, out var tooLong)) return null;
        if (tooLong) return (null, _lines.Number);
        return (System.Text.Unicode.Utf8.IsValid(bytes.Span) ? Encoding.UTF8.GetString(bytes.Span) : Charset.Decode(bytes.Span, null), _lines.Number);
    }
}

/// <summary>Splits one record into fields, line by line while a quoted field is open.</summary>
internal sealed class CsvSplit(char separator)
{
    private readonly StringBuilder _field = new();
    private bool _isFirstLine = true;

    /// <summary>The fields that have ended.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>Whether a quoted field goes on in the next line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether words follow a closing quote in a later line: then the quote of an earlier line was never closed.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Splits one more line.</summary>
    public void Add(string line)
    {
        if (IsOpen) _field.Append('\n');
        var end = IsOpen ? Quoted(line, 0) : Field(line, 0);
        while (end >= 0 && end < line.Length) end = Field(line, end + 1);
        _isFirstLine = false;
    }

    /// <summary>Reads the field at <paramref name="at"/>; returns the place of the separator after it, or -1 where it goes on.</summary>
    private int Field(string line, int at)
    {
        var start = at;
        while (start < line.Length && line[start] == ' ') start++;
        if (start < line.Length && line[start] == '"')
        {
            IsOpen = true;
            return Quoted(line, start + 1);
        }

        var end = line.IndexOf(separator, at);
        if (end < 0) end = line.Length;
        Fields.Add(line[at..end]);
        return end;
    }

    private int Quoted(string line, int at)
    {
        while (line.IndexOf('"', at) is >= 0 and var quote)
        {
            _field.Append(line, at, quote - at);
            at = quote + 1;
            if (at < line.Length && line[at] == '"')
            {
                _field.Append('"');
                at++;
                continue;
            }

            var end = at;
            while (end < line.Length && line[end] == ' ') end++;
            if (end == line.Length || line[end] == separator)
            {
                IsOpen = false;
                Fields.Add(_field.ToString());
                _field.Clear();
                return end;
            }

            // Within one line a quote before a word is the writer's slip and stands for itself.
            if (!_isFirstLine)
            {
                (IsOpen, IsBroken) = (false, true);
                return -1;
            }

            _field.Append('"');
        }

        _field.Append(line, at, line.Length - at);
        return -1;
    }
}
