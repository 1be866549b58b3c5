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
                yield return new Row(name, ++number, lines.Number, null, $"the line is longer than {limits.ReportBytes >> 20} MB, the most that is read of one report");
            else if (!IsBlank(line))
                yield return Parse(line, name, ++number, lines.Number);
        }
    }

    /// <summary>A row an object of one JSON array (or a single object).</summary>
    public static IEnumerable<Row> ReadArray(Stream stream, string name, IntakeLimits limits)
    {
        var bytes = Unpacker.ReadAll(stream, limits.BombBytes, "a JSON array; write JSON Lines, an object a line");
        JsonDocument? document = null;
        Row? failure = null;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            failure = new Row(name, 1, (int)(e.LineNumber ?? 0) + 1, null, $"is not JSON: {Short(e)}");
        }

        if (failure is not null) yield return failure;
        if (document is null) yield break;
        using (document)
        {
            var number = 0;
            foreach (var element in document.RootElement.EnumerateArray())
            {
                number++;
                yield return element.ValueKind == JsonValueKind.Object
                    ? new Row(name, number, number, FieldsOf(element))
                    : new Row(name, number, number, null, $"element {number} of the array is not an object");
            }
        }
    }

    private static Row Parse(ReadOnlyMemory<byte> line, string name, int number, int lineNumber)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Row(name, number, lineNumber, FieldsOf(document.RootElement))
                : new Row(name, number, lineNumber, null, "is not a JSON object");
        }
        catch (JsonException e)
        {
            return new Row(name, number, lineNumber, null, $"is not JSON: {Short(e)}");
        }
    }

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

    private static bool IsBlank(ReadOnlyMemory<byte> line)
    {
        foreach (var b in line.Span)
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return false;
        return true;
    }
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
