using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>
/// Takes what there is out of JSON that others wrote: what is missing is as null, one value as a list of one. Values are
/// written as the first scorer, a Python program, wrote them, so that its lists and ours can be compared.
/// </summary>
internal static class ReportsJson
{
    public static JsonElement Get(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var field) ? field : default;

    public static bool IsAbsent(this JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Whether it says anything: not absent, false, zero or empty.</summary>
    public static bool IsGiven(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => false,
    };

    public static IEnumerable<JsonElement> List(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : value.IsAbsent() ? [] : [value];

    public static IEnumerable<JsonElement> List(this JsonElement value, string name) => value.Get(name).List();

    public static IEnumerable<JsonElement> Objects(this JsonElement value, string name) =>
        value.List(name).Where(v => v.ValueKind == JsonValueKind.Object);

    public static string[] Texts(this JsonElement value, string name) => [.. value.List(name).Select(Text)];

    /// <summary>The field as text; null where it says nothing.</summary>
    public static string? TextOf(this JsonElement value, string name) =>
        value.Get(name) is var field && field.IsGiven() ? Text(field) : null;

    /// <summary>The text of a text; of anything else none.</summary>
    public static string TextOnly(this JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>The number that a number, a text of digits or a truth value stands for.</summary>
    public static double? Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String
            when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) => n,
        _ => null,
    };

    /// <summary>The value as Python's <c>str</c> writes it.</summary>
    public static string Text(this JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : Written(value, Quoted, "None", "True", "False");

    /// <summary>The value as JSON with a blank after comma and colon.</summary>
    public static string Json(this JsonElement value) => Written(value, JsonQuoted, "null", "true", "false");

    private static string Written(JsonElement value, Func<string, string> quoted, string none, string yes, string no)
    {
        string Inner(JsonElement v) => Written(v, quoted, none, yes, no);
        return value.ValueKind switch
        {
            JsonValueKind.String => quoted(value.GetString()!),
            JsonValueKind.Number => NumberText(value),
            JsonValueKind.True => yes,
            JsonValueKind.False => no,
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Inner))}]",
            JsonValueKind.Object =>
                $"{{{string.Join(", ", value.EnumerateObject().Select(f => $"{quoted(f.Name)}: {Inner(f.Value)}"))}}}",
            _ => none,
        };
    }

    private static string NumberText(JsonElement value)
    {
        var raw = value.GetRawText();
        if (raw.AsSpan().IndexOfAny(".eE") < 0) return raw;
        var text = value.GetDouble().ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E') ? text.ToLowerInvariant() : text.Contains('.') ? text : text + ".0";
    }

    private static string Quoted(string text)
    {
        var mark = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        return Escaped(text, mark, c => $"\\x{(int)c:x2}");
    }

    private static string JsonQuoted(string text) => Escaped(text, '"', c => $"\\u{(int)c:x4}");

    private static string Escaped(string text, char mark, Func<char, string> control)
    {
        var escaped = new StringBuilder().Append(mark);
        foreach (var c in text)
            escaped.Append(c switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when c == mark => "\\" + c,
                < ' ' => control(c),
                _ => c.ToString(),
            });
        return escaped.Append(mark).ToString();
    }
}
