using System.Text;
using System.Text.Json;

namespace Entente.Intake;

/// <summary>Reads JSON Lines, and arrays of JSON objects, as rows.</summary>
public static class JsonRows
{
    /// <summary>A row a line; a malformed or overlong line is a failed row, and the rest goes on.</summary>
    public static IEnumerable<Row> ReadLines(Stream stream, string name, IntakeLimits limits)
    {
        var lines = new LineReader(stream, limits.ReportBytes);
        var number = 0;
        while (lines.Next(out var line, out var tooLong))
        {
            if (tooLong)
                yield return new Row(name, ++number, lines.Number, null, $"the line is longer than {limits.ReportBytes >> 20} MB, the most that is read of one report; cut it up");
            else if (!IsBlank(line))
                yield return Parse(line, name, ++number, lines.Number);
        }
    }

    /// <summary>A row an object of one JSON array, or one row of a single object that is laid out over several lines.</summary>
    public static IEnumerable<Row> ReadWhole(Stream stream, string name, IntakeLimits limits)
    {
        var whole = new WholeJson(AsUtf8(Unpacker.ReadAll(stream, limits.BombBytes, "a JSON array; write JSON Lines, an object a line")));
        while (whole.Next(name) is { } row) yield return row;
    }

    /// <summary>Walks through one JSON text, object by object.</summary>
    private sealed class WholeJson(ReadOnlyMemory<byte> bytes)
    {
        private JsonReaderState _state;
        private int _at, _line = 1, _number;
        private bool _ended;

        /// <summary>The next object as a row, a failed row where the JSON breaks off, or null at its end.</summary>
        public Row? Next(string name)
        {
            if (_ended) return null;
            var reader = new Utf8JsonReader(bytes.Span[_at..], isFinalBlock: true, _state);
            try
            {
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0) continue;
                    if (reader.TokenType == JsonTokenType.EndArray) break;
                    var start = (int)reader.TokenStartIndex;
                    _line += bytes.Span.Slice(_at, start).Count((byte)'\n');
                    using var element = JsonDocument.ParseValue(ref reader);
                    var line = _line;
                    _line += bytes.Span[(_at + start)..(_at + (int)reader.BytesConsumed)].Count((byte)'\n');
                    (_at, _state) = (_at + (int)reader.BytesConsumed, reader.CurrentState);
                    return RowOf(element.RootElement, name, ++_number, line);
                }
            }
            catch (JsonException e)
            {
                _ended = true;
                return new Row(name, _number + 1, (int)(e.LineNumber ?? 0) + 1, null, $"is not JSON: {Short(e)}; not read further");
            }

            _ended = true;
            return null;
        }
    }

    private static Row Parse(ReadOnlyMemory<byte> line, string name, int number, int lineNumber)
    {
        try
        {
            using var document = JsonDocument.Parse(AsUtf8(line));
            return RowOf(document.RootElement, name, number, lineNumber);
        }
        catch (JsonException e)
        {
            return new Row(name, number, lineNumber, null, $"is not JSON: {Short(e)}; correct the line or leave it out");
        }
    }

    private static Row RowOf(JsonElement element, string name, int number, int line)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new Row(name, number, line, null, $"is no JSON object but {(element.ValueKind == JsonValueKind.Array ? "a list" : "a single value")}: write an object with the report's fields");
        try
        {
            return new Row(name, number, line, FieldsOf(element));
        }
        catch (InvalidOperationException)
        {
            return new Row(name, number, line, null, "a field's name has half a surrogate pair, which is no text: rename the field");
        }
    }

    private static ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> json) =>
        json.Span is [0xEF, 0xBB, 0xBF, ..] ? AsUtf8(json[3..])
        : System.Text.Unicode.Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Charset.Decode(json.Span, null));

    private static Dictionary<string, string> FieldsOf(JsonElement row)
    {
        var fields = new Dictionary<string, string>();
        foreach (var property in row.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String) fields[property.Name] = Text(property.Value);
            else if (property.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                fields[property.Name] = property.Value.GetRawText();
        }

        return fields;
    }

    /// <summary>The string's value; a lone surrogate, which JSON can write but UTF-8 can't, becomes U+FFFD.</summary>
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var lenient = System.Text.RegularExpressions.Regex.Unescape(value.GetRawText()[1..^1].Replace("\\/", "/", StringComparison.Ordinal));
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(lenient));
        }
    }

    private static string Short(JsonException e)
    {
        var at = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = at < 0 ? e.Message : e.Message[..at];
        return $"{message.TrimEnd('.')} (byte {e.BytePositionInLine ?? 0})";
    }

    private static bool IsBlank(ReadOnlyMemory<byte> line) => line.Span.IndexOfAnyExcept(" \t\r"u8) < 0;
}

/// <summary>Cuts a stream of bytes into lines in bounded memory; of a line over the limit only its end is found.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _ended;

    /// <summary>1-based number of the line last given.</summary>
    public int Number { get; private set; }

    /// <summary>Gives the next line without its end, or false after the last. The memory is good until the next call.</summary>
    public bool Next(out ReadOnlyMemory<byte> line, out bool tooLong)
    {
        tooLong = false;
        var searched = _start;
        while (true)
        {
            var at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0 || _ended)
            {
                var end = at >= 0 ? searched + at : _end;
                tooLong |= end - _start > limit;
                var any = at >= 0 || tooLong || _end > _start;
                line = any && !tooLong ? Trim(_start, end) : default;
                _start = at >= 0 ? end + 1 : _end;
                if (any) Number++;
                return any;
            }

            if (tooLong || _end - _start > limit)
            {
                tooLong = true;
                _start = _end = 0;
            }

            searched = Fill();
        }
    }

    /// <summary>Reads more; returns where the new bytes begin.</summary>
    private int Fill()
    {
        var kept = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            (_start, _end) = (0, kept);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var n = stream.Read(_buffer.AsSpan(_end));
        if (n == 0) _ended = true;
        _end += n;
        return kept;
    }

    private ReadOnlyMemory<byte> Trim(int start, int end)
    {
        if (end > start && _buffer[end - 1] == '\r') end--;
        if (Number == 0 && end - start >= 3 && _buffer[start] == 0xEF && _buffer[start + 1] == 0xBB && _buffer[start + 2] == 0xBF) start += 3;
        return _buffer.AsMemory(start, end - start);
    }
}
