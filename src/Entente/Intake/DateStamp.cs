using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Entente.Intake;

/// <summary>A date written as a stamp (in a field, under a headline), with its time and offset where they stand.</summary>
/// <param name="Day">The day as written; never shifted.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Offset">The offset from UTC.</param>
public sealed partial record DateStamp(LocalDate Day, LocalTime? Time = null, Offset? Offset = null)
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a text that is a date and nothing else (but labels like "Published:"); null if it is not.</summary>
    public static DateStamp? Parse(string text)
    {
        var s = text.AsSpan().Trim();
        if (s.Length is < 6 or > 90) return null;
        var trimmed = Label().Replace(s.ToString(), "");
        return From(Iso().Match(trimmed)) ?? From(Compact().Match(trimmed)) ?? From(DayMonth().Match(trimmed))
            ?? From(MonthDay().Match(trimmed)) ?? From(Cjk().Match(trimmed)) ?? FromSlashes(trimmed) ?? FromJuche(trimmed);
    }

    private static DateStamp? From(Match m) => m.Success ? Make(m, Number(m, "y"), MonthOf(m.Groups["m"].Value), Number(m, "d")) : null;

    private static DateStamp? FromSlashes(string text)
    {
        var m = Slashes().Match(text);
        if (!m.Success) return null;
        var (a, b) = (Number(m, "a"), Number(m, "b"));
        // 21/01/2024 and 01/21/2024 are clear; 03/04/2024 is read the American way, as most English-language tables write it;
        // with points the day comes first wherever they are used.
        return a > 12 || (b <= 12 && m.Value.Contains('.')) ? Make(m, Number(m, "y"), b, a) : Make(m, Number(m, "y"), a, b);
    }

    /// <summary>North Korean media count years from 1912, the first of Kim Il Sung's life: "www.kcna.kp (Juche114.8.15.)".</summary>
    private static DateStamp? FromJuche(string text) =>
        Juche().Match(text) is { Success: true } m ? Make(m, Number(m, "y") + 1911, Number(m, "m"), Number(m, "d")) : null;

    private static DateStamp? Make(Match m, int year, int month, int day)
    {
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateStamp(new LocalDate(year, month, day), TimeOf(m), OffsetOf(m));
    }

    private static LocalTime? TimeOf(Match m)
    {
        if (!m.Groups["h"].Success) return null;
        var hour = Number(m, "h");
        var (minute, second) = (Number(m, "min"), Number(m, "s"));
        var half = m.Groups["half"].Value;
        if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
        else if (half.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12) hour = 0;
        return hour > 23 || minute > 59 || second > 59 ? null : new LocalTime(hour, minute, second);
    }

    private static Offset? OffsetOf(Match m)
    {
        var zone = m.Groups["z"].Value;
        if (zone.Length == 0) return null;
        if (zone is "Z" or "UTC" or "GMT") return NodaTime.Offset.Zero;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        return hours > 14 || minutes > 59 ? null : NodaTime.Offset.FromHoursAndMinutes(zone[0] == '-' ? -hours : hours, zone[0] == '-' ? -minutes : minutes);
    }

    private static int MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return text.Length < 3 ? 0 : Array.IndexOf(Months, text[..3].ToLowerInvariant()) + 1;
    }

    private static int Number(Match m, string group) =>
        int.TryParse(m.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private const string TimePart = @"(?:(?:\s*[T|,·•\-–—@]?\s*|\s+at\s+)(?<h>\d{1,2})[:.h](?<min>\d{2})(?::(?<s>\d{2})(?:\.\d+)?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*(?<z>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\(?[A-Z]{2,5}\)?|\s*\(local time\))?)?\s*$";
    private const string Weekday = @"^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?";
    private const string MonthName = @"(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";

    [GeneratedRegex(@"^(?:(?:first\s+)?(?:published|posted|updated|last updated|modified|date|created|released|issued|입력|수정|発行|更新)(?:\s+(?:on|at))?\s*[:：]?\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<y>\d{4})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})\.?" + TimePart)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?:T?(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})?(?<z>Z)?)?$")]
    private static partial Regex Compact();

    [GeneratedRegex(Weekday + @"(?<d>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?" + MonthName + @",?[\s\-]+(?<y>\d{4}),?" + TimePart, RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(Weekday + MonthName + @"\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4}),?" + TimePart, RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]" + TimePart)]
    private static partial Regex Cjk();

    [GeneratedRegex(@"^(?:www\.\S+\s*)?\(?Juche\s?(?<y>\d{2,3})\.(?<m>\d{1,2})\.(?<d>\d{1,2})\.?\)?\s*$")]
    private static partial Regex Juche();

    [GeneratedRegex(@"^(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<y>\d{4}),?" + TimePart)]
    private static partial Regex Slashes();
}
