using Entente.Language;
using NodaTime;
using static Entente.Events.TimeWords;

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
            found.Add(RangeFrom(tokens, expression, published) ?? Widened(tokens, expression));
            i = found[^1].Last;
        }

        return found;
    }

    private static TimeExpression? At(Token[] tokens, int i, LocalDate? published)
    {
        var word = Lower(tokens, i);
        if (MonthOf(tokens, i) is var month && month > 0) return MonthAt(tokens, i, month, published);
        if (IsYear(tokens, i) is { } year) return YearAt(tokens, i, year);
        if (IsoDay(word) is { } iso) return Both(i, i, iso, iso, DatePrecision.Day);
        if (Day(tokens, i) is { } number && DayMonth(tokens, i, number, published) is { } dayMonth) return dayMonth;
        if (Decade(word) is { } decade) return Both(i, i, new LocalDate(decade, 1, 1), new LocalDate(decade + 9, 12, 31), DatePrecision.Decade);
        if (IsSeason(tokens, i) && YearAfter(tokens, i + 1, published) is { } ofYear) return Season(i, ofYear.Last, word, ofYear.Year);
        if (Ordinal(word) is { } ordinal && QuarterAt(tokens, i, ordinal, published) is { } quarter) return quarter;
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
            case "the" when Lower(tokens, i + 1) == "day" && Lower(tokens, i + 2) == "before" && Lower(tokens, i + 3) == "yesterday":
                return Both(i, i + 3, day.PlusDays(-2), day.PlusDays(-2), DatePrecision.Day);
            case "the" when Lower(tokens, i + 1) == "day" && Lower(tokens, i + 2) == "after" && Lower(tokens, i + 3) == "tomorrow":
                return Both(i, i + 3, day.PlusDays(2), day.PlusDays(2), DatePrecision.Day);
            case "weekend" when Lower(tokens, i - 1) == "the":
                var saturday = Saturday(day);
                // What is promised for the weekend is to come.
                var last = day < saturday && Lower(tokens, i - 2) != "for" ? saturday.PlusWeeks(-1) : saturday;
                return new TimeExpression(i, i, Interval(last, last.PlusDays(1), DatePrecision.Day), Interval(saturday, saturday.PlusDays(1), DatePrecision.Day));
            case "end" when Lower(tokens, i + 1) == "of" && Lower(tokens, i + 2) == "the" && Lower(tokens, i + 3) is "year" or "month" or "week" or "decade":
                return Deictic(tokens, i + 2, "this", day) is { } until ? until with { First = i } : null;
        }

        if (word is "last" or "this" or "next" or "previous" or "past" or "coming" or "current" or "recent" or "earlier" or "later") return Deictic(tokens, i, word, day);
        if (Length(tokens, i) is { } length && Lower(tokens, length.Last + 1) is "ago" or "earlier" or "before")
            return Ago(i, length.Last + 1, length.Amount, length.Unit, day);
        if (word == "the" && Day(tokens, i + 1) is { } ordinal && tokens[i + 1].Form.Length > 2 && char.IsLetter(tokens[i + 1].Form[^1]) && NotNoun(tokens, i + 2))
            return DayMonth(tokens, i + 1, ordinal, day) is { } dated ? dated with { First = i } : OfThisMonth(i, i + 1, ordinal, day);
        return null;
    }

    private static TimeExpression? Deictic(Token[] tokens, int i, string word, LocalDate day)
    {
        // "Earlier this month" ends with the day of the report, "later this month" begins with it.
        if (word is "earlier" or "later")
        {
            if (Lower(tokens, i + 1) != "this" || Deictic(tokens, i + 1, "this", day) is not { } whole) return null;
            var part = word == "earlier" ? whole.Past with { To = LocalDate.Min(whole.Past.To!.Value, day) } : whole.Past with { From = LocalDate.Max(whole.Past.From!.Value, day) };
            return part.From > part.To ? whole with { First = i } : new TimeExpression(i, whole.Last, part, part);
        }

        var step = word switch { "last" or "previous" or "past" or "recent" => -1, "next" or "coming" => 1, _ => 0 };
        if (Rolling(tokens, i, word, step, day) is { } rolling) return rolling;
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
                if (noun == "weekend") monday = Saturday(day).PlusWeeks(step > 0 && day < Saturday(day) ? 0 : step);
                return Both(i, i + 1, monday, monday.PlusDays(noun == "week" ? 6 : 1), noun == "week" ? DatePrecision.Month : DatePrecision.Day);
            case "decade":
                return Both(i, i + 1, new LocalDate(day.Year / 10 * 10 + step * 10, 1, 1), new LocalDate(day.Year / 10 * 10 + step * 10 + 9, 12, 31), DatePrecision.Decade);
            case "morning" or "afternoon" or "evening" when step == 0:
                return Both(i, i + 1, day, day, DatePrecision.Day);
            case "night" when step <= 0:
                var night = step < 0 ? day.PlusDays(-1) : day;
                return Both(i, i + 1, night, night, DatePrecision.Day);
            case "spring" or "summer" or "autumn" or "fall" or "winter":
                // The winter of January began the year before.
                var running = noun == "winter" && day.Month < 3 ? day.Year - 1 : day.Year;
                var ended = SeasonMonth(noun) < day.Month - 2;
                return Season(i, i + 1, noun, step == 0 ? running : step < 0 ? (ended ? running : running - 1) : SeasonMonth(noun) > day.Month ? day.Year : day.Year + 1);
        }

        return null;
    }

    /// <summary>"The past week", "the last two years", "the next five days", "the coming months": counted from the day of the report.</summary>
    private static TimeExpression? Rolling(Token[] tokens, int i, string word, int step, LocalDate day)
    {
        if (step == 0) return null;
        var (amount, unit, last) = (1, Unit(tokens, i + 1), i + 1);
        if (Length(tokens, i + 1) is { } length && word != "recent") (amount, unit, last) = length;
        else if (unit is null) return null;
        else if (Lower(tokens, i + 1)[^1] == 's') amount = unit switch { "day" => 7, "week" => 4, "month" => 6, "year" => 5, _ => 2 };
        else if (!(word is "past" or "coming" || (word == "last" && unit == "decade"))) return null;
        var other = unit switch
        {
            "day" => day.PlusDays(step * amount),
            "week" => day.PlusWeeks(step * amount),
            "month" => day.PlusMonths(step * amount),
            "year" => day.PlusYears(step * amount),
            "decade" => day.PlusYears(step * amount * 10),
            "hour" => day.PlusDays(step * amount / 24),
            _ => day,
        };
        var precision = unit switch { "week" or "month" => DatePrecision.Month, "year" => DatePrecision.Year, "decade" => DatePrecision.Decade, _ => DatePrecision.Day };
        return Both(i, last, LocalDate.Min(other, day), LocalDate.Max(other, day), precision);
    }

    /// <summary>The Saturday of the week of <paramref name="day"/>, which begins on Monday.</summary>
    private static LocalDate Saturday(LocalDate day) => day.PlusDays(6 - (int)day.DayOfWeek);

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
        // January 16[-18][, 2019] | January 2019 | September of last year | January
        if (Day(tokens, i + 1) is { } first)
        {
            var until = DayTo(tokens, i + 1, first);
            var last = until?.Last ?? i + 1;
            var comma = Lower(tokens, last + 1) == "," ? 1 : 0;
            if (IsYear(tokens, last + 1 + comma) is { } withYear) return Until(OneDay(i, last + 1 + comma, withYear, month, first), first, until?.Day);
            if (published is { } near) return Until(NearestDay(i, last, month, first, near), first, until?.Day);
        }

        if (YearAfter(tokens, i + 1, published) is { } year) return Month(i, year.Last, year.Year, month);
        if (published is not { } day || (tokens[i].Lemma is "May" or "March" && tokens[i].Upos != "PROPN")) return Both(i, i, null, null, DatePrecision.Open);
        var past = month <= day.Month ? day.Year : day.Year - 1;
        var future = month >= day.Month ? day.Year : day.Year + 1;
        return new TimeExpression(i, i, Month(i, i, past, month).Past, Month(i, i, future, month).Past);
    }

    /// <summary>16 January[, 2019] | 16th of January | 16 to 18 January.</summary>
    private static TimeExpression? DayMonth(Token[] tokens, int i, int first, LocalDate? published)
    {
        var until = DayTo(tokens, i, first);
        if (until is { } end && MonthOf(tokens, end.Last + 1) == 0) until = null;
        var at = (until?.Last ?? i) + 1;
        if (Lower(tokens, at) == "of") at++;
        if (MonthOf(tokens, at) is var month && month == 0) return null;
        var comma = Lower(tokens, at + 1) == "," ? 1 : 0;
        if (IsYear(tokens, at + 1 + comma) is { } year) return Until(OneDay(i, at + 1 + comma, year, month, first), first, until?.Day);
        return published is { } near ? Until(NearestDay(i, at, month, first, near), first, until?.Day) : null;
    }

    /// <summary>The later day of "3-5", "3 to 5", "3 and 4"; "June 3 and 4 soldiers" has none.</summary>
    private static (int Day, int Last)? DayTo(Token[] tokens, int i, int first)
    {
        if (Lower(tokens, i + 1) is not ("-" or "–" or "to" or "and") || Day(tokens, i + 2) is not { } last || last <= first) return null;
        return NotNoun(tokens, i + 3) || MonthOf(tokens, i + 3) > 0 ? (last, i + 2) : null;
    }

    private static TimeExpression Until(TimeExpression expression, int first, int? last) => last is not { } day ? expression : expression with
    {
        Past = expression.Past with { To = expression.Past.From?.PlusDays(day - first) },
        Future = expression.Future with { To = expression.Future.From?.PlusDays(day - first) },
    };

    /// <summary>"The first quarter of 2019", "the second half of last year", "the fourth quarter".</summary>
    private static TimeExpression? QuarterAt(Token[] tokens, int i, int number, LocalDate? published)
    {
        var months = Lower(tokens, i + 1) switch { "quarter" => 3, "half" when number < 3 => 6, _ => 0 };
        if (months == 0) return null;
        var month = ((number - 1) * months) + 1;
        if (YearAfter(tokens, i + 2, published) is { } year) return Both(i, year.Last, new LocalDate(year.Year, month, 1), End(year.Year), DatePrecision.Quarter);
        // A half without a year may be one of a match.
        if (months != 3 || published is not { } day) return null;
        var (past, future) = (month <= day.Month ? day.Year : day.Year - 1, month + 2 >= day.Month ? day.Year : day.Year + 1);
        return new TimeExpression(i, i + 1, Interval(new LocalDate(past, month, 1), End(past), DatePrecision.Quarter), Interval(new LocalDate(future, month, 1), End(future), DatePrecision.Quarter));

        LocalDate End(int year) => new LocalDate(year, month, 1).PlusMonths(months).PlusDays(-1);
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
        var past = Valid(month > published.Month || (month == published.Month && day > published.Day) ? published.Year - 1 : published.Year, -1);
        var future = Valid(month < published.Month || (month == published.Month && day < published.Day) ? published.Year + 1 : published.Year, 1);
        // A day a little after publication is this year's, whatever the tense: a report's date can lag.
        if (past is { } p && future is { } f && Period.DaysBetween(published, f) < 20 && Period.DaysBetween(p, published) > 200) past = f;
        return new TimeExpression(first, last, Interval(past, past, DatePrecision.Day), Interval(future, future, DatePrecision.Day));

        // The 29th of February is not of every year.
        LocalDate? Valid(int year, int step) => Enumerable.Range(0, 9).Select(i => Make(year + (i * step), month, day)).FirstOrDefault(d => d is not null);
    }

    private static TimeExpression OfThisMonth(int first, int last, int day, LocalDate published)
    {
        var start = new LocalDate(published.Year, published.Month, 1);
        var past = day <= published.Day ? start : start.PlusMonths(-1);
        var future = day >= published.Day ? start : start.PlusMonths(1);
        // The month before or after may have no 31st; of two neighbours one has.
        var p = Make(past.Year, past.Month, day) ?? Make(past.PlusMonths(-1).Year, past.PlusMonths(-1).Month, day);
        var f = Make(future.Year, future.Month, day) ?? Make(future.PlusMonths(1).Year, future.PlusMonths(1).Month, day);
        return new TimeExpression(first, last, Interval(p, p, DatePrecision.Day), Interval(f, f, DatePrecision.Day));
    }

    private static TimeExpression WeekdayAt(Token[] tokens, int i, IsoDayOfWeek weekday, LocalDate day)
    {
        // "Monday, March 4" is the date that follows.
        var comma = Lower(tokens, i + 1) == "," ? 1 : 0;
        if (At(tokens, i + 1 + comma, day) is { Past.Precision: DatePrecision.Day } dated && MonthOf(tokens, i + 1 + comma) + (Day(tokens, i + 1 + comma) ?? 0) > 0)
        {
            // Of two years the one in which the day falls on that day of the week.
            var (before, after) = (dated.Past.From?.DayOfWeek == weekday, dated.Future.From?.DayOfWeek == weekday);
            return dated with { First = i, Past = after && !before ? dated.Future : dated.Past, Future = before && !after ? dated.Past : dated.Future };
        }

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

    /// <summary>"From 2014 to 2018", "between Monday and Friday", "January to March 2018"; null where no range begins.</summary>
    private static TimeExpression? RangeFrom(Token[] tokens, TimeExpression from, LocalDate? published)
    {
        var before = Lower(tokens, from.First - 1) == "the" ? Lower(tokens, from.First - 2) : Lower(tokens, from.First - 1);
        var joined = Lower(tokens, from.Last + 1) switch
        {
            "to" or "until" or "till" or "through" => before == "from" || from.Past.Precision == DatePrecision.Month,
            "and" => before == "between",
            "-" or "–" => from.Past.Precision == DatePrecision.Month,
            _ => false,
        };
        var next = Lower(tokens, from.Last + 2) == "the" ? from.Last + 3 : from.Last + 2;
        if (!joined || next >= tokens.Length || At(tokens, next, published) is not { } to || to.Past.Precision != from.Past.Precision) return null;
        // "January to March 2018": the year stands once.
        var years = MonthOf(tokens, from.Last) > 0 && IsYear(tokens, to.Last) is { } year && from.Past.From is { } start ? year - start.Year : 0;
        var past = from.Past with { From = from.Past.From?.PlusYears(years), To = to.Past.To };
        var future = years != 0 ? past : from.Future with { To = to.Future.To };
        return past.From > past.To || future.From > future.To ? null : new TimeExpression(from.First, to.Last, past, future);
    }

    /// <summary>"Since", "until", "by", "after" and "before" open an end.</summary>
    private static TimeExpression Widened(Token[] tokens, TimeExpression expression)
    {
        var at = expression.First - 1;
        if (Lower(tokens, at) == "the") at--;
        var isEnd = Lower(tokens, expression.First) == "end";
        // "By the end of 2020".
        if (Lower(tokens, at) == "of" && Lower(tokens, at - 1) == "end") (at, isEnd) = (Lower(tokens, at - 2) == "the" ? at - 3 : at - 2, true);
        return Lower(tokens, at) switch
        {
            // "From 3 to 5 June" has both ends.
            "from" when Enumerable.Range(expression.First, expression.Last - expression.First).Any(t => Lower(tokens, t) is "to" or "-" or "–") => expression,
            "since" or "after" or "from" => Opened(expression, i => i with { To = null }),
            "before" when !isEnd => Opened(expression, i => i with { From = null, To = i.From?.PlusDays(-1) }),
            "until" or "till" or "by" or "before" => Opened(expression, i => i with { From = null }),
            _ => expression,
        };
    }

    private static TimeExpression Opened(TimeExpression expression, Func<Interval, Interval> open) => expression with
    {
        Past = open(expression.Past) with { Precision = DatePrecision.Open },
        Future = open(expression.Future) with { Precision = DatePrecision.Open },
    };
}
