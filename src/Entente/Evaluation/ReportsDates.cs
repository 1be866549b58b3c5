using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>Compares the dates of a reading with the bounds of a gold.</summary>
internal static class ReportsDates
{
    private const int DayLength = 10;

    /// <summary>
    /// Whether the interval (or day, month, year) lies within the bounds. An end that is not given is not checked, but
    /// one must be.
    /// </summary>
    public static bool Within(GoldBounds bounds, JsonElement interval)
    {
        var (from, to) = interval.ValueKind switch
        {
            JsonValueKind.String => (interval.GetString(), interval.GetString()),
            JsonValueKind.Object => (interval.TextOf("from"), interval.TextOf("to")),
            _ => (null, null),
        };
        var (first, last) = (Day(from, "-01-01"), Day(to, "-12-31"));
        return (first ?? last) is not null && (first is null || bounds.Hold(first)) && (last is null || bounds.Hold(last));
    }

    /// <summary>The year in which a period starts; null where it does not say.</summary>
    public static string? Year(JsonElement period)
    {
        var day = period.ValueKind switch
        {
            JsonValueKind.String => period.GetString(),
            JsonValueKind.Object => period.TextOf("from"),
            _ => null,
        };
        return day is { Length: > 4 } ? day[..4] : day;
    }

    // A year or a month is completed to its first or last day; that no month but the long ones has a 31st is no matter,
    // for days are compared as text.
    private static string? Day(string? date, string rest)
    {
        if (string.IsNullOrEmpty(date)) return null;
        if (date.Length >= DayLength) return date[..DayLength];
        var have = date.Length - "2000".Length;
        return date + rest[(have >= 0 ? have : rest.Length + have)..];
    }
}
