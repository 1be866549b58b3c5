using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>
/// Scores readings of whole reports against golds. A reading is a line of <c>entente read --format json</c>; it belongs to
/// the gold whose <c>report</c> is the file name of its <c>input</c>. Facts are matched one to one, the best first; what a
/// coder may or may not report counts neither way.
/// </summary>
public static class ReportsEvaluation
{
    private const string GoldEnding = ".gold.json";

    /// <summary>Scores the readings.</summary>
    /// <param name="readings">Lines of <c>entente read --format json</c>; several of one report count together.</param>
    /// <param name="golds">By name, in the order in which they are listed: what there is to be read out of each report.</param>
    /// <exception cref="InvalidDataException">A gold is none; the message says which and why.</exception>
    public static ReportsScore Score(IEnumerable<JsonElement> readings, IReadOnlyDictionary<string, JsonElement> golds)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(golds);
        var byReport = readings.ToLookup(ReportOf);
        var compared = golds
            .Select(pair => ReportsGold.Read(pair.Key, pair.Value))
            .Select(gold => (Gold: gold, Tallies: ReportsComparison.Of(ReportsReading.Read([.. byReport[gold.Report]]), gold)))
            .ToList();
        var tallies = compared.ConvertAll(report => report.Tallies);
        var reports = compared.ConvertAll(report => report.Gold.Report);
        return new ReportsScore(
            [.. ReportsKinds.Scored.Select(kind => Total(kind, tallies))],
            FactsOf(tallies),
            [.. compared.Select(report => new ReportsReportScore(report.Gold.Name, FactsOf([report.Tallies])))],
            [.. reports.Where(report => !byReport.Contains(report))],
            [.. byReport.Select(lines => lines.Key).Except(reports).Order(StringComparer.Ordinal)],
            [.. compared.SelectMany(report => LinesOf(report.Gold.Name, report.Tallies))]);
    }

    /// <summary>The golds of a folder (<c>NAME.gold.json</c>) by name, in the order of the names.</summary>
    /// <exception cref="InvalidDataException">A file is not JSON; the message names it.</exception>
    public static IReadOnlyDictionary<string, JsonElement> ReadGolds(string folder) =>
        ReadGolds(Directory.EnumerateFiles(folder, "*" + GoldEnding).Order(StringComparer.Ordinal));

    /// <summary>The golds of the files by name, in the order given.</summary>
    /// <exception cref="InvalidDataException">A file is not JSON; the message names it.</exception>
    public static IReadOnlyDictionary<string, JsonElement> ReadGolds(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var golds = new OrderedDictionary<string, JsonElement>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            if (name.EndsWith(GoldEnding, StringComparison.Ordinal)) name = name[..^GoldEnding.Length];
            golds[name] = Parse(File.ReadAllText(file), file);
        }
        return golds;
    }

    /// <summary>The readings of JSON Lines, one a line; blank lines are passed over.</summary>
    /// <param name="lines">Lines of <c>entente read --format json</c>.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="InvalidDataException">A line is not a JSON object; the message says which.</exception>
    public static IEnumerable<JsonElement> ReadLines(TextReader lines, string name)
    {
        ArgumentNullException.ThrowIfNull(lines);
        for (var number = 1; lines.ReadLine() is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(line, $"{name}:{number}");
    }

    private static JsonElement Parse(string json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidDataException($"{place}: not a JSON object");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{place}: not JSON: {error.Message}", error);
        }
    }

    private static string ReportOf(JsonElement reading) => Path.GetFileName((reading.TextOf("input") ?? "").Split('#')[0]);

    private static ReportsKindScore Total(string kind, List<IReadOnlyDictionary<string, ReportsTally>> reports)
    {
        var tallies = reports.ConvertAll(report => report[kind]);
        return new ReportsKindScore(
            kind,
            tallies.Sum(t => t.Hits),
            tallies.Sum(t => t.Gold),
            tallies.Sum(t => t.Predicted),
            tallies.Sum(t => t.Neutral),
            [.. tallies.SelectMany(t => t.Details)
                .GroupBy(detail => detail.Name)
                .Select(same => new ReportsDetail(same.Key, same.Count(d => d.IsRight), same.Count()))
                .OrderBy(detail => detail.Name, StringComparer.Ordinal)]);
    }

    private static ReportsFigures FactsOf(IReadOnlyList<IReadOnlyDictionary<string, ReportsTally>> reports)
    {
        var tallies = reports.SelectMany(report => ReportsKinds.InFacts.Select(kind => report[kind])).ToList();
        var (hits, gold, predicted) = (tallies.Sum(t => t.Hits), tallies.Sum(t => t.Gold), tallies.Sum(t => t.Predicted));
        return gold == 0 && predicted == 0 ? new ReportsFigures(1, 1) : ReportsFigures.Of(hits, gold, predicted);
    }

    private static IEnumerable<string> LinesOf(string name, IReadOnlyDictionary<string, ReportsTally> tallies)
    {
        foreach (var kind in ReportsKinds.Scored.Where(k => k is not (ReportsKinds.EventsLoose or ReportsKinds.EventsFull)))
        {
            foreach (var line in tallies[kind].MissedLines) yield return $"{name}\t{kind}\tmissed\t{line}";
            foreach (var line in tallies[kind].FalseLines) yield return $"{name}\t{kind}\tfalse\t{line}";
        }

        var (pair, full) = (tallies[ReportsKinds.EventsPair], tallies[ReportsKinds.EventsFull]);
        foreach (var (number, line) in full.Missed.Zip(full.MissedLines))
            if (!pair.Missed.Contains(number)) yield return $"{name}\t{ReportsKinds.EventsFull}\tmissed\t{line}";
    }
}
