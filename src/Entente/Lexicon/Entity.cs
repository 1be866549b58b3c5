using System.Globalization;
using NodaTime;

namespace Entente.Lexicon;

/// <summary>A state, person, organisation, group or place that the lexicon knows.</summary>
public sealed record Entity
{
    /// <summary>Code of a state, or the name made into an id.</summary>
    public required string Id { get; init; }

    /// <summary>The name printed.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-3, or IGO, NGO, MNC, IMG; null where several states share it.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Offices of a person, oldest first.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>When a state or organisation began; null if long ago.</summary>
    public LocalDate? From { get; init; }

    /// <summary>When it ended; null if it goes on.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Where a place lies.</summary>
    public (double Latitude, double Longitude)? Position { get; init; }

    /// <summary>Kind of a place (<c>city</c>), empty for others.</summary>
    public string PlaceKind { get; init; } = "";

    /// <summary>The office held on <paramref name="day"/>, the latest begun; null if none.</summary>
    public Term? TermOn(LocalDate day) => Terms.LastOrDefault(t => t.Covers(day));
}

/// <summary>Time in an office.</summary>
/// <param name="Office">The office, as in <c>agents.tsv</c>.</param>
/// <param name="Body">The organisation, where the office is not the state's.</param>
/// <param name="From">First day, as exact as known.</param>
/// <param name="To">Last day; null where it goes on or is unknown.</param>
public sealed record Term(string Office, string? Body, LocalDate? From, LocalDate? To)
{
    /// <summary>Whether the term holds on <paramref name="day"/>.</summary>
    public bool Covers(LocalDate day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>Days between the term and <paramref name="day"/>; 0 within it.</summary>
    public int Distance(LocalDate day) =>
        Covers(day) ? 0 : day < From ? Period.DaysBetween(day, From.Value) : Period.DaysBetween(To!.Value, day);

    /// <summary>Reads <c>office/body@from..to|…</c>; a part that is malformed is left out (a test finds those).</summary>
    public static IReadOnlyList<Term> ParseAll(string column)
    {
        var terms = new List<Term>();
        foreach (var part in LexiconFiles.Values(column))
        {
            var at = part.IndexOf('@');
            if (at < 0) continue;
            var office = part[..at];
            var slash = office.IndexOf('/');
            var dates = part[(at + 1)..].Split("..");
            terms.Add(new Term(
                slash < 0 ? office : office[..slash],
                slash < 0 ? null : office[(slash + 1)..],
                Day(dates[0], end: false),
                dates.Length > 1 ? Day(dates[1], end: true) : null));
        }

        return terms;
    }

    /// <summary>A day from <c>YYYY[-MM[-DD]]</c>: the first one it can be, or the last one.</summary>
    public static LocalDate? Day(ReadOnlySpan<char> text, bool end)
    {
        if (text.Length < 4 || !int.TryParse(text[..4], out var year)) return null;
        if (text.Length >= 10) return WholeDay(text[..10], year);
        if (text.Length >= 7 && int.TryParse(text.Slice(5, 2), out var month))
            return end ? new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1) : new LocalDate(year, month, 1);
        return end ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
    }

    /// <summary>Read by hand: NodaTime's own parser takes longer than all else of a term.</summary>
    private static LocalDate? WholeDay(ReadOnlySpan<char> text, int year) =>
        text[4] == '-' && text[7] == '-' && year > 0
        && int.TryParse(text.Slice(5, 2), NumberStyles.None, null, out var month) && month is >= 1 and <= 12
        && int.TryParse(text.Slice(8, 2), NumberStyles.None, null, out var day) && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
