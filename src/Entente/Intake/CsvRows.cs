using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Entente.Intake;

/// <summary>Reads comma- and tab-separated tables with a header as rows.</summary>
public static class CsvRows
{
    /// <summary>
    /// A row a record. The header's own separators tell comma, tab or semicolon. A tab-separated table with quotes inside
    /// plain fields, as researchers' tables have, is read without quoting.
    /// </summary>
    public static IEnumerable<Row> Read(Stream stream, string name, IntakeLimits limits)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var header = ReadHeaderLine(reader, limits);
        var separator = Separator(header);
        using var text = new HeaderFirstReader(header, reader);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            Mode = separator == "\t" && !header.Contains('"') ? CsvMode.NoEscape : CsvMode.RFC4180,
            MaxFieldSize = limits.ReportBytes,
            BadDataFound = null,
        });
        string[]? names = null;
        var number = 0;
        while (true)
        {
            Row? failure = null;
            var more = false;
            var line = csv.RawRow;
            try
            {
                more = csv.Read();
            }
            catch (CsvHelperException e)
            {
                var tooLong = e is MaxFieldSizeException;
                failure = new Row(name, number + 1, line + 1, null, tooLong
                    ? $"a field is longer than {limits.ReportBytes >> 20} MB: a quote that is not closed? The table is not read further"
                    : $"is not CSV: {e.Message.Split('\n')[0].Trim()}");
            }

            if (failure is not null)
            {
                yield return failure;
                yield break;
            }

            if (!more) yield break;
            var record = csv.Record!;
            if (names is null)
            {
                names = [.. record.Select(n => n.Trim())];
                if (Complaint(names) is { } complaint)
                {
                    yield return new Row(name, 0, 1, null, complaint);
                    yield break;
                }

                continue;
            }

            if (record.Length == 1 && string.IsNullOrWhiteSpace(record[0])) continue;
            number++;
            yield return record.Length > names.Length
                ? new Row(name, number, line + 1, null, $"has {record.Length} fields where the header has {names.Length}")
                : new Row(name, number, line + 1, Fields(names, record));
        }
    }

    private static Dictionary<string, string> Fields(string[] names, string[] record)
    {
        var fields = new Dictionary<string, string>();
        for (var i = 0; i < record.Length; i++) fields.TryAdd(names[i], record[i]);
        return fields;
    }

    /// <summary>A header's names are short and have no sentence in them.</summary>
    private static string? Complaint(string[] names) =>
        names.Any(n => n.Length > 60 || n.Count(c => c == ' ') > 6) || names.All(n => n.Length == 0)
            ? "the first line is not a header: name the columns (id, text, title, date, url, publisher) in a first line"
            : null;

    private static string ReadHeaderLine(StreamReader reader, IntakeLimits limits)
    {
        var line = new StringBuilder();
        for (int c; (c = reader.Read()) >= 0 && c != '\n';)
        {
            if (line.Length > limits.ReportBytes / 16) throw new IntakeException("has a first line without end: not a table");
            line.Append((char)c);
        }

        return line.ToString().TrimEnd('\r').TrimStart('\uFEFF');
    }

    private static string Separator(string header) =>
        header.Contains('\t') ? "\t" : header.Count(c => c == ';') > header.Count(c => c == ',') ? ";" : ",";

    /// <summary>Gives back the header line, which was read to see its separators, before the rest.</summary>
    private sealed class HeaderFirstReader(string header, TextReader rest) : TextReader
    {
        private readonly string _header = header + "\n";
        private int _at;

        public override int Peek() => _at < _header.Length ? _header[_at] : rest.Peek();

        public override int Read() => _at < _header.Length ? _header[_at++] : rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            if (_at >= _header.Length) return rest.Read(buffer, index, count);
            var n = Math.Min(count, _header.Length - _at);
            _header.CopyTo(_at, buffer, index, n);
            _at += n;
            return n;
        }
    }
}
