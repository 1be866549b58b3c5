using System.Globalization;
using Entente.Language;
using NodaTime;
using NodaTime.Text;

namespace Entente.Events;

/// <summary>Reads the single words of which expressions of time are made.</summary>
internal static class TimeWords
{
    public static string Lower(Token[] tokens, int i) => i >= 0 && i < tokens.Length ? tokens[i].Form.ToLowerInvariant() : "";

    public static bool NotNoun(Token[] tokens, int i) => i >= tokens.Length || tokens[i].Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM");

    public static int? Day(Token[] tokens, int i)
    {
        if (i >= tokens.Length || i < 0) return null;
        var form = tokens[i].Form;
        var digits = form.Length > 2 && form[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? form[..^2] : form;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    public static int? IsYear(Token[] tokens, int i)
    {
        if (i < 0 || i >= tokens.Length || tokens[i].Form.Length != 4 || !int.TryParse(tokens[i].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year is < 1400 or > 2100) return null;
        // A count ("1500 soldiers") is no year.
        var counts = tokens[i].Relation == "nummod" || (i > 0 && tokens[i - 1].Upos == "VERB");
        return counts && i + 1 < tokens.Length && tokens[i + 1].Upos is "NOUN" && tokens[i + 1].Xpos == "NNS" ? null : year;
    }

    /// <summary>The first year of "1990s" or "mid-1990s".</summary>
    public static int? Decade(string word)
    {
        var digits = word.Length > 5 && word[..^5] is "mid-" or "early-" or "late-" ? word.AsSpan(word.Length - 5) : word;
        return digits.Length == 5 && digits.EndsWith("0s", StringComparison.Ordinal)
            && int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1400 and <= 2100 ? year : null;
    }

    /// <summary>A day written as ISO 8601 writes it.</summary>
    public static LocalDate? IsoDay(string word) => word.Length == 10 && LocalDatePattern.Iso.Parse(word) is { Success: true } day ? day.Value : null;

    /// <summary>The year that stands after a month, season or quarter: "2019", "of 2019", "of last year", "next year", "of the year".</summary>
    public static (int Year, int Last)? YearAfter(Token[] tokens, int i, LocalDate? published)
    {
        var skip = Lower(tokens, i) is "of" or "," ? 1 : 0;
        if (IsYear(tokens, i + skip) is { } year) return (year, i + skip);
        if (published is not { } day || Lower(tokens, i) == "," || Lower(tokens, i + skip + 1) != "year") return null;
        int? step = Lower(tokens, i + skip) switch { "last" or "previous" => -1, "this" => 0, "next" => 1, "the" when skip == 1 => 0, _ => null };
        return step is { } years ? (day.Year + years, i + skip + 1) : null;
    }

    /// <summary>"Two weeks", "a couple of weeks", "a few days".</summary>
    public static (int Amount, string Unit, int Last)? Length(Token[] tokens, int i)
    {
        var at = Lower(tokens, i) == "a" && Lower(tokens, i + 1) is "couple" or "few" ? i + 1 : i;
        var unit = Lower(tokens, at) == "couple" && Lower(tokens, at + 1) == "of" ? at + 2 : at + 1;
        return Amount(tokens, at) is { } amount && Unit(tokens, unit) is { } name ? (amount, name, unit) : null;
    }

    public static bool IsSeason(Token[] tokens, int i) =>
        Lower(tokens, i) is "spring" or "summer" or "autumn" or "fall" or "winter" && tokens[i].Upos is "NOUN" or "PROPN";

    public static int? Ordinal(string word) => word switch { "first" or "1st" => 1, "second" or "2nd" => 2, "third" or "3rd" => 3, "fourth" or "4th" => 4, _ => null };

    public static int? Amount(Token[] tokens, int i) => Lower(tokens, i) switch
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

    public static string? Unit(Token[] tokens, int i) => Lower(tokens, i) switch
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

    public static IsoDayOfWeek? WeekdayOf(string word) => word switch
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

    public static int MonthOf(Token[] tokens, int i)
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
