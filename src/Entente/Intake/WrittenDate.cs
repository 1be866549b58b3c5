using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace Entente.Intake;

/// <summary>Finds a date in running words of many languages.</summary>
internal static partial class WrittenDate
{
    /// <summary>The first date in <paramref name="text"/>, with its time of day where that follows; null if there is none.</summary>
    /// <param name="text">A line of a page.</param>
    /// <param name="monthFirst">Whether 3/4/2020 is the fourth of March.</param>
    public static DateStamp? In(string text, bool monthFirst = false)
    {
        if (text.Length is < 6 or > 2000) return null;
        text = WithAsciiDigits(text);
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return Numeric(text, monthFirst) ?? Worded(text);
    }

    private static DateStamp? Numeric(string text, bool monthFirst)
    {
        if (YearFirst().Match(text) is { Success: true } m && Stamp(m, Number(m, "y"), Number(m, "m"), Number(m, "d")) is { } byYear) return byYear;
        if (YearLast().Match(text) is not { Success: true } last) return null;
        var (a, b, year) = (Number(last, "a"), Number(last, "b"), Number(last, "y"));
        if (year < 100) year += 2000;
        // A point parts day from month wherever it is used; a slash does so outside America.
        if (last.Groups["sep"].Value == ".") monthFirst = false;
        return monthFirst ? Stamp(last, year, a, b) ?? Stamp(last, year, b, a) : Stamp(last, year, b, a) ?? Stamp(last, year, a, b);
    }

    private static DateStamp? Worded(string text)
    {
        foreach (Match m in DayMonthYear().Matches(text))
            if (MonthNames.Number(m.Groups["m"].Value) is > 0 and var month && Stamp(m, Number(m, "y"), month, Number(m, "d")) is { } stamp) return stamp;
        foreach (Match m in MonthDayYear().Matches(text))
            if (MonthNames.Number(m.Groups["m"].Value) is > 0 and var month && Stamp(m, Number(m, "y"), month, Number(m, "d")) is { } stamp) return stamp;
        foreach (Match m in YearMonthDay().Matches(text))
            if (MonthNames.Number(m.Groups["m"].Value) is > 0 and var month && Stamp(m, Number(m, "y"), month, Number(m, "d")) is { } stamp) return stamp;
        return null;
    }

    private static DateStamp? Stamp(Match m, int year, int month, int day)
    {
        // Thai and other Buddhist calendars are 543 years ahead.
        if (year is > 2500 and < 2600) year -= 543;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        return new DateStamp(new LocalDate(year, month, day), TimeOf(m));
    }

    private static LocalTime? TimeOf(Match m)
    {
        if (!m.Groups["h"].Success) return null;
        var (hour, minute) = (Number(m, "h"), Number(m, "min"));
        var half = m.Groups["half"].Value;
        if (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
        else if (half.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12) hour = 0;
        return hour > 23 || minute > 59 ? null : new LocalTime(hour, minute);
    }

    private static int Number(Match m, string group) =>
        int.TryParse(m.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>Arabic, Persian, Indian and full-width digits as 0 to 9, of the same length.</summary>
    private static string WithAsciiDigits(string text)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]) || !char.IsDigit(text[i])) continue;
            changed ??= new StringBuilder(text);
            changed[i] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[i]));
        }
        return changed?.ToString() ?? text;
    }

    private const string Time = @"(?:[\s,|·•\-–—@]*(?:(?:at|às|as|a las|à|um|alle|ore|kl\.?|o|в|у|klo|ora|saat|pukul|godz\.?)\s+)?(?<h>[01]?\d|2[0-3])[:.h](?<min>[0-5]\d)(?!\d)(?::[0-5]\d)?\s*(?<half>[AaPp]\.?[Mm]\b\.?)?)?";

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})(?:\s*(?<sep>[-./])\s*(?<m>\d{1,2})\s*\k<sep>\s*(?<d>\d{1,2})|\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]?)(?!\d)\.?(?:T(?=\d))?" + Time)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d.])(?<a>\d{1,2})(?<sep>[-./])\s?(?<b>\d{1,2})\k<sep>\s?(?<y>(?:19|20|25)?\d{2})(?!\d|[.,]\d)" + Time)]
    private static partial Regex YearLast();

    // 21 March 2019 | 21. März 2019 | 21 de marzo de 2019 | 21-Mar-2019 | 21 tháng 3, 2019 | 21 марта 2019 г.
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°|ος|-?[їегоa]+)?[\s.,\-–/|·]{0,4}(?:de\s|of\s|den\s|d')?\s*(?<m>\p{L}[\p{L}\p{M}]*(?:\s\d{1,2})?)[\s.,\-–/|·']{1,4}(?:de[l]?\s|năm\s)?\s*(?<y>(?:19|20|25)\d{2})(?!\d)(?:\s*(?:г\.?|р\.?|року|года|m\.))?" + Time)]
    private static partial Regex DayMonthYear();

    // March 21, 2019 | Mar. 21st 2019 | Március 21., 2019
    [GeneratedRegex(@"(?<m>\p{L}[\p{L}\p{M}]*)\.?[\s\-/]{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.,\-–/|·']{1,4}(?<y>(?:19|20)\d{2})(?!\d)" + Time)]
    private static partial Regex MonthDayYear();

    // 2019. március 21. | 2019 m. kovo 21 d. | 2019, Mar 21
    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})(?:\.\s?gada)?[\s.,\-–/]{1,3}(?:m\.\s)?(?:(?<d>\d{1,2})\.\s?)?(?<m>\p{L}[\p{L}\p{M}]*)\.?[\s\-–/]{0,2}(?<d>\d{1,2})?(?!\d)" + Time)]
    private static partial Regex YearMonthDay();
}
