using System.Globalization;
using System.Text;

namespace Entente.Output;

/// <summary>
/// Writes events for programs that read CAMEO: a tab-separated line a pair, without a header: date, source, target, CAMEO
/// code, scale, article id, sentence (0-based), url. What did not happen by the report (denied, negated, only supposed or
/// predicted) has no line, for the format has no place to say so.
/// </summary>
public static class CameoLines
{
    /// <summary>All lines of a reading, each with its end; empty if nothing happened.</summary>
    public static string Of(Reading reading)
    {
        var lines = new StringBuilder();
        foreach (var e in reading.Events)
        {
            if (e.Status is not (EventStatus.Asserted or EventStatus.Planned)) continue;
            var day = e.Date?.From ?? e.Date?.To;
            foreach (var (source, target) in Codes(e))
            {
                lines.Append(day is { } known ? ArticleJson.Day(known) : "").Append('\t').Append(source).Append('\t').Append(target).Append('\t')
                    .Append(e.Cameo).Append('\t').Append(CultureInfo.InvariantCulture, $"{Plover.Scale(e.Type, e.Mode)}\t")
                    .Append(Column(reading.Article.Id)).Append('\t').Append(CultureInfo.InvariantCulture, $"{e.Sentence}\t")
                    .Append(Column(reading.Article.Url)).Append('\n');
            }
        }

        return lines.ToString();
    }

    /// <summary>Pairs of codes, each once; two of one delegation (both <c>JPNGOV</c>) are no pair where there is another side.</summary>
    private static List<(string Source, string Target)> Codes(Event e)
    {
        var pairs = Dyads.Of(e).Select(p => (Source: CameoCodes.Of(p.Source), Target: CameoCodes.Of(p.Target))).Distinct().ToList();
        var across = pairs.Where(p => p.Source != p.Target).ToList();
        return across.Count > 0 && e.Reciprocal ? across : pairs;
    }

    private static string Column(string? value) => value?.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ') ?? "";
}
