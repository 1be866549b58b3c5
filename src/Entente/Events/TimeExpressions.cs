using System.Globalization;
using Entente.Language;
using NodaTime;

namespace Entente.Events;

/// <summary>A time expression of a sentence: its tokens, and what it means before the event's tense is known.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Past">The interval if the event is past.</param>
/// <param name="Future">The interval if the event is to come.</param>
internal sealed record TimeExpression(int First, int Last, Interval Past, Interval Future);

/// <summary>Finds expressions of time and resolves them against the day of publication.</summary>
internal static class TimeExpressions
{
    /// <summary>The expressions of <paramref name="tokens"/>, in order.</summary>
    public static List<TimeExpression> Find(Token[] tokens, LocalDate? published)
    {
        var found = new List<TimeExpression>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(tokens, i, published) is not { } expression) continue;
            found.Add(Widened(tokens, expression));
            i = expression.Last;
        }

        return found;
    }

    private static TimeExpression? At(Token[] tokens, int i, LocalDate? published)
    {
        var word = Lower(tokens, i);
        if (MonthOf(tokens, i) is var month && month > 0) return MonthAt(tokens, i, month, published);
        if (IsYear(tokens, i) is { } year) return YearAt(tokens, i, year);
        if (Day(tokens, i) is { } dayNumber && MonthOf(tokens, i + 1) is var next && next > 0) return DayMonth(tokens, i, dayNumber, next, published);
        if (word.Length == 5 && word.EndsWith("0s", StringComparison.Ordinal) && int.TryParse(word.AsSpan(0, 4), out var decade))
            return Both(i, i, new LocalDate(decade, 1, 1), new LocalDate(decade + 9, 12, 31), DatePrecision.Decade);
        return published is { } day ? Relative(tokens, i, word, day) : null;
    }

    private static TimeExpression? Relative(Token[] tokens, int i, string word, LocalDate day)
    {
        if (WeekdayOf(word) is { } weekday) return WeekdayAt(tokens, i, weekday, day);
        switch (word)
        {
            case "today" or "tonight":
                return Both(i, i, day, day, DatePrecision.Day);
            case "yesterday":
                return Both(i, i, day.PlusDays(-1), day.PlusDays(-1), DatePrecision.Day);
            case "tomorrow":
                return Both(i, i, day.PlusDays(1), day.PlusDays(1), DatePrecision.Day);
        }

        if (word is "last" or "this" or "next" or "previous" or "past" or "coming" or "current" or "earlier") return Deictic(tokens, i, word, day);
        if (Amount(tokens, i) is { } amount && Unit(tokens, i + 1) is { } unit && Lower(tokens, i + 2) is "ago" or "earlier" or "before")
            return Ago(i, i + 2, amount, unit, day);
        if (word == "the" && Day(tokens, i + 1) is { } ordinal && tokens[i + 1].Form.Length > 2 && char.IsLetter(tokens[i + 1].Form[^1]) && NotNoun(tokens, i + 2))
            return OfThisMonth(i, i + 1, ordinal, day);
        return null;
    }

    private static TimeExpression? Deictic(Token[] tokens, int i, string word, LocalDate day)
    {
        // "earlier this month": the later part says it.
        if (word == "earlier") return Lower(tokens, i + 1) == "this" && Deictic(tokens, i + 1, "this", day) is { } later ? later with { First = i } : null;
        var step = word switch { "last" or "previous" or "past" => -1, "next" or "coming" => 1, _ => 0 };
        var noun = Lower(tokens, i + 1);
        if (WeekdayOf(noun) is { } weekday)
        {
            var that = step > 0 ? day.Next(weekday) : step < 0 ? day.Previous(weekday) : Latest(weekday, day);
            return step == 0 ? WeekdayAt(tokens, i + 1, weekday, day) with { First = i } : Both(i, i + 1, that, that, DatePrecision.Day);
        }

        if (MonthOf(tokens, i + 1) is var month && month > 0)
        {
            var year = step < 0 ? (month < day.Month ? day.Year : day.Year - 1) : step > 0 ? (month > day.Month ? day.Year : day.Year + 1) : day.Year;
            return Month(i, i + 1, year, month);
        }

        switch (noun)
        {
            case "year":
                return Year(i, i + 1, day.Year + step);
            case "month":
                var first = new LocalDate(day.Year, day.Month, 1).PlusMonths(step);
                return Both(i, i + 1, first, first.PlusMonths(1).PlusDays(-1), DatePrecision.Month);
            case "week" or "weekend":
                var monday = day.PlusDays(1 - (int)day.DayOfWeek).PlusWeeks(step);
                if (noun == "weekend") monday = (step < 0 || (int)day.DayOfWeek < 6 ? day.PlusDays(1 - (int)day.DayOfWeek).PlusWeeks(Math.Min(step, -1) + (step > 0 ? 1 : 0)) : monday).PlusDays(5);
                return Both(i, i + 1, monday, monday.PlusDays(noun == "week" ? 6 : 1), noun == "week" ? DatePrecision.Month : DatePrecision.Day);
            case "decade":
                return Both(i, i + 1, new LocalDate(day.Year / 10 * 10 + step * 10, 1, 1), new LocalDate(day.Year / 10 * 10 + step * 10 + 9, 12, 31), DatePrecision.Decade);
            case "morning" or "afternoon" or "evening" when step == 0:
                return Both(i, i + 1, day, day, DatePrecision.Day);
            case "night" when step <= 0:
                var night = step < 0 ? day.PlusDays(-1) : day;
                return Both(i, i + 1, night, night, DatePrecision.Day);
            case "spring" or "summer" or "autumn" or "fall" or "winter":
                return Season(i, i + 1, noun, step == 0 ? day.Year : step < 0 && SeasonMonth(noun) < day.Month - 2 ? day.Year : day.Year + step);
        }

        if (step < 0 && Amount(tokens, i + 1) is { } amount && Unit(tokens, i + 2) is { } unit) return Ago(i, i + 2, amount, unit, day) is { } ago
            ? Both(i, i + 2, ago.Past.From!.Value, day, ago.Past.Precision) : null;
        return null;
    }

    private static TimeExpression Ago(int first, int last, int amount, string unit, LocalDate day) => unit switch
    {
        "day" => Both(first, last, day.PlusDays(-amount), day.PlusDays(-amount), DatePrecision.Day),
        "week" => Both(first, last, day.PlusWeeks(-amount).PlusDays(-3), day.PlusWeeks(-amount).PlusDays(3), DatePrecision.Month),
        "month" => Around(first, last, day.PlusMonths(-amount)),
        "hour" or "minute" => Both(first, last, amount > 24 && unit == "hour" ? day.PlusDays(-amount / 24) : day, day, DatePrecision.Day),
        "decade" => Year(first, last, day.Year - (10 * amount)),
        _ => Year(first, last, day.Year - amount),
    };

    private static TimeExpression Around(int first, int last, LocalDate day) =>
        Both(first, last, new LocalDate(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, 1).PlusMonths(1).PlusDays(-1), DatePrecision.Month);

    private static TimeExpression MonthAt(Token[] tokens, int i, int month, LocalDate? published)
    {
        // January 16[, 2019] | January 2019 | September of last year | January
        if (Day(tokens, i + 1) is { } dayNumber)
        {
            var comma = Lower(tokens, i + 2) == "," ? 1 : 0;
            if (IsYear(tokens, i + 2 + comma) is { } withYear) return OneDay(i, i + 2 + comma, withYear, month, dayNumber);
            if (published is { } near) return NearestDay(i, i + 1, month, dayNumber, near);
        }

        var skip = Lower(tokens, i + 1) is "of" or "," ? 1 : 0;
        if (IsYear(tokens, i + 1 + skip) is { } year) return Month(i, i + 1 + skip, year, month);
        if (Lower(tokens, i + 1) == "of" && Lower(tokens, i + 3) == "year" && published is { } now && Lower(tokens, i + 2) is "last" or "this" or "next")
            return Month(i, i + 3, now.Year + (Lower(tokens, i + 2) == "last" ? -1 : Lower(tokens, i + 2) == "next" ? 1 : 0), month);
        if (published is not { } day || (tokens[i].Lemma is "May" or "March" && tokens[i].Upos != "PROPN")) return Both(i, i, null, null, DatePrecision.Open);
        var past = month <= day.Month ? day.Year : day.Year - 1;
        var future = month >= day.Month ? day.Year : day.Year + 1;
        return new TimeExpression(i, i, Month(i, i, past, month).Past, Month(i, i, future, month).Past);
    }

    private static TimeExpression? DayMonth(Token[] tokens, int i, int day, int month, LocalDate? published)
    {
        var comma = Lower(tokens, i + 2) == "," ? 1 : 0;
        if (IsYear(tokens, i + 2 + comma) is { } year) return OneDay(i, i + 2 + comma, year, month, day);
        return published is { } near ? NearestDay(i, i + 1, month, day, near) : null;
    }

    private static TimeExpression YearAt(Token[] tokens, int i, int year)
    {
        // "in 1990" is a year; "2,000 1990 coins" is not asked for.
        var end = i;
        if (Lower(tokens, i + 1) is "-" or "–" && IsYear(tokens, i + 2) is { } to && to > year)
            return Both(i, i + 2, new LocalDate(year, 1, 1), new LocalDate(to, 12, 31), DatePrecision.Year);
        return Year(i, end, year);
    }

    private static TimeExpression NearestDay(int first, int last, int month, int day, LocalDate published)
    {
        var past = Make(month > published.Month || (month == published.Month && day > published.Day) ? published.Year - 1 : published.Year, month, day);
        var future = Make(month < published.Month || (month == published.Month && day < published.Day) ? published.Year + 1 : published.Year, month, day);
        // A day a little after publication is this year's, whatever the tense: a report's date can lag.
        if (past is { } p && future is { } f && Period.DaysBetween(published, f) < 20 && Period.DaysBetween(p, published) > 200) past = f;
        return new TimeExpression(first, last, Interval(past, past, DatePrecision.Day), Interval(future, future, DatePrecision.Day));
    }

    private static TimeExpression OfThisMonth(int first, int last, int day, LocalDate published)
    {
        var start = new LocalDate(published.Year, published.Month, 1);
        var past = day <= published.Day ? start : start.PlusMonths(-1);
        var future = day >= published.Day ? start : start.PlusMonths(1);
        var (p, f) = (Make(past.Year, past.Month, day), Make(future.Year, future.Month, day));
        return new TimeExpression(first, last, Interval(p, p, DatePrecision.Day), Interval(f, f, DatePrecision.Day));
    }

    private static TimeExpression WeekdayAt(Token[] tokens, int i, IsoDayOfWeek weekday, LocalDate day)
    {
        // "Monday, March 4" is the date that follows.
        var comma = Lower(tokens, i + 1) == "," ? 1 : 0;
        if (At(tokens, i + 1 + comma, day) is { Past.Precision: DatePrecision.Day } dated && MonthOf(tokens, i + 1 + comma) + (Day(tokens, i + 1 + comma) ?? 0) > 0) return dated with { First = i };
        var past = Latest(weekday, day);
        var future = day.DayOfWeek == weekday ? day : day.Next(weekday);
        return new TimeExpression(i, i, Interval(past, past, DatePrecision.Day), Interval(future, future, DatePrecision.Day));
    }

    private static LocalDate Latest(IsoDayOfWeek weekday, LocalDate day) => day.DayOfWeek == weekday ? day : day.Previous(weekday);

    private static TimeExpression OneDay(int first, int last, int year, int month, int day) =>
        Make(year, month, day) is { } date ? Both(first, last, date, date, DatePrecision.Day) : Month(first, last, year, month);

    private static TimeExpression Month(int first, int last, int year, int month) =>
        Both(first, last, new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1), DatePrecision.Month);

    private static TimeExpression Year(int first, int last, int year) => Both(first, last, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), DatePrecision.Year);

    private static TimeExpression Season(int first, int last, string season, int year)
    {
        var start = new LocalDate(year, SeasonMonth(season), 1);
        return Both(first, last, start, start.PlusMonths(3).PlusDays(-1), DatePrecision.Quarter);
    }

    private static int SeasonMonth(string season) => season switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };

    private static TimeExpression Both(int first, int last, LocalDate? from, LocalDate? to, DatePrecision precision) =>
        new(first, last, Interval(from, to, precision), Interval(from, to, precision));

    private static Interval Interval(LocalDate? from, LocalDate? to, DatePrecision precision) => new() { From = from, To = to, Precision = precision };

    private static LocalDate? Make(int year, int month, int day) =>
        year is > 0 and < 9999 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>"Since", "until", "by", "after" and "before" open an end.</summary>
    private static TimeExpression Widened(Token[] tokens, TimeExpression expression)
    {
        var before = Lower(tokens, expression.First - 1);
        if (before == "the") before = Lower(tokens, expression.First - 2);
        return before switch
        {
            "since" or "after" or "from" => expression with { Past = Open(expression.Past, from: true), Future = Open(expression.Future, from: true) },
            "until" or "till" or "by" or "before" => expression with { Past = Open(expression.Past, from: false), Future = Open(expression.Future, from: false) },
            _ => expression,
        };
    }

    private static Interval Open(Interval interval, bool from) =>
        from ? interval with { To = null, Precision = DatePrecision.Open } : interval with { From = null, Precision = DatePrecision.Open };

    private static string Lower(Token[] tokens, int i) => i >= 0 && i < tokens.Length ? tokens[i].Form.ToLowerInvariant() : "";

    private static bool NotNoun(Token[] tokens, int i) => i >= tokens.Length || tokens[i].Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM");

    private static int? Day(Token[] tokens, int i)
    {
        if (i >= tokens.Length || i < 0) return null;
        var form = tokens[i].Form;
        var digits = form.Length > 2 && form[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? form[..^2] : form;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? IsYear(Token[] tokens, int i)
    {
        if (i < 0 || i >= tokens.Length || tokens[i].Form.Length != 4 || !int.TryParse(tokens[i].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year is < 1400 or > 2100) return null;
        // A count ("1500 soldiers") is no year.
        return i + 1 < tokens.Length && tokens[i].Relation == "nummod" && tokens[i + 1].Upos is "NOUN" && tokens[i + 1].Xpos == "NNS" ? null : year;
    }

    private static int? Amount(Token[] tokens, int i) => Lower(tokens, i) switch
    {
        "a" or "an" or "one" => 1,
        "two" or "couple" => 2,
        "three" or "few" or "several" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        var word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000 ? n : null,
    };

    private static string? Unit(Token[] tokens, int i) => Lower(tokens, i) switch
    {
        "day" or "days" => "day",
        "week" or "weeks" => "week",
        "month" or "months" => "month",
        "year" or "years" => "year",
        "hour" or "hours" => "hour",
        "minute" or "minutes" => "minute",
        "decade" or "decades" => "decade",
        _ => null,
    };

    private static IsoDayOfWeek? WeekdayOf(string word) => word switch
    {
        "monday" or "mon." => IsoDayOfWeek.Monday,
        "tuesday" or "tue." or "tues." => IsoDayOfWeek.Tuesday,
        "wednesday" or "wed." => IsoDayOfWeek.Wednesday,
        "thursday" or "thu." or "thurs." => IsoDayOfWeek.Thursday,
        "friday" or "fri." => IsoDayOfWeek.Friday,
        "saturday" or "sat." => IsoDayOfWeek.Saturday,
        "sunday" or "sun." => IsoDayOfWeek.Sunday,
        _ => null,
    };

    private static int MonthOf(Token[] tokens, int i)
    {
        if (i < 0 || i >= tokens.Length || tokens[i].Form.Length < 3 || !char.IsUpper(tokens[i].Form[0])) return 0;
        return tokens[i].Form.TrimEnd('.').ToLowerInvariant() switch
        {
            "january" or "jan" => 1,
            "february" or "feb" => 2,
            "march" or "mar" when tokens[i].Upos != "VERB" => 3,
            "april" or "apr" => 4,
            "may" when tokens[i].Upos == "PROPN" => 5,
            "june" or "jun" => 6,
            "july" or "jul" => 7,
            "august" or "aug" => 8,
            "september" or "sept" or "sep" => 9,
            "october" or "oct" => 10,
            "november" or "nov" => 11,
            "december" or "dec" => 12,
            _ => 0,
        };
    }
}
