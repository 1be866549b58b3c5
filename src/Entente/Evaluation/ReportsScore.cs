using System.Globalization;

namespace Entente.Evaluation;

/// <summary>Precision and recall, 0 to 1.</summary>
/// <param name="Precision">Share of what was read that is right.</param>
/// <param name="Recall">Share of what was to be read that was.</param>
public sealed record ReportsFigures(double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Figures of counts; nothing read or nothing to be read is 0.</summary>
    internal static ReportsFigures Of(int hits, int gold, int predicted) =>
        new(predicted == 0 ? 0 : (double)hits / predicted, gold == 0 ? 0 : (double)hits / gold);
}

/// <summary>How often a field was right, of the facts that were found.</summary>
/// <param name="Name">The field.</param>
/// <param name="Right">How often it was right.</param>
/// <param name="Asked">How often the golds give it.</param>
public sealed record ReportsDetail(string Name, int Right, int Asked);

/// <summary>The score of one kind.</summary>
/// <param name="Kind">
/// <c>article</c>, <c>actors</c>, <c>events loose</c>, <c>events pair</c>, <c>events full</c>, <c>visits</c>,
/// <c>treaties</c>, <c>trade</c> or <c>predictions</c>.
/// </param>
/// <param name="Hits">What had to be read and was; of the article, checks that passed.</param>
/// <param name="Gold">What had to be read.</param>
/// <param name="Predicted">What was read and counts: hits and false ones.</param>
/// <param name="Neutral">What was read and counts neither way.</param>
/// <param name="Details">Other fields of the hits, by name. They are part of no F1.</param>
public sealed record ReportsKindScore(
    string Kind, int Hits, int Gold, int Predicted, int Neutral, IReadOnlyList<ReportsDetail> Details)
{
    /// <summary>Precision, recall and F1.</summary>
    public ReportsFigures Figures => ReportsFigures.Of(Hits, Gold, Predicted);
}

/// <summary>The facts of one report.</summary>
/// <param name="Name">Name of its gold.</param>
/// <param name="Facts">Figures over its facts; all 1 where nothing was to be found and nothing was.</param>
public sealed record ReportsReportScore(string Name, ReportsFigures Facts);

/// <summary>What was read out of whole reports, against what a careful reader gets out of them.</summary>
/// <param name="Kinds">The score of each kind.</param>
/// <param name="Facts">Figures over events at pair level, visits, treaties, trade and predictions together.</param>
/// <param name="Reports">Each report.</param>
/// <param name="Missing">Reports that have a gold and no reading: all their facts count as missed.</param>
/// <param name="WithoutGold">Reports that have a reading and no gold: they are left out.</param>
/// <param name="Lines">
/// What was missed and what is false, a line each: name of the gold, kind, <c>missed</c> or <c>false</c>, the fact, with
/// tabs between them.
/// </param>
public sealed record ReportsScore(
    IReadOnlyList<ReportsKindScore> Kinds, ReportsFigures Facts, IReadOnlyList<ReportsReportScore> Reports,
    IReadOnlyList<string> Missing, IReadOnlyList<string> WithoutGold, IReadOnlyList<string> Lines)
{
    /// <summary>Writes the figures as a table for people.</summary>
    public void WriteTable(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var missing = Missing.Count == 0 ? "" : $": {string.Join(", ", Missing)}";
        writer.WriteLine($"reports {Reports.Count} (no reading for {Missing.Count}{missing})");
        writer.WriteLine($"{"",-14}{"hits",6}{"gold",6}{"pred",6}{"P",8}{"R",8}{"F1",8}   details");
        foreach (var kind in Kinds) writer.WriteLine(Row(kind));
        writer.WriteLine($"by report: {string.Join(", ", Reports.Select(r => $"{r.Name} {Rounded(r.Facts.F1, 2)}"))}");
        writer.WriteLine($"facts F1 {Rounded(Facts.F1, 4)} (P {Rounded(Facts.Precision, 4)}, R {Rounded(Facts.Recall, 4)})");
    }

    private static string Row(ReportsKindScore kind)
    {
        var (precision, recall, f1) = (
            Rounded(kind.Figures.Precision, 4), Rounded(kind.Figures.Recall, 4), Rounded(kind.Figures.F1, 4));
        // All checks of an article are made, so there is nothing that precision could tell.
        var counts = $"{kind.Kind,-14}{kind.Hits,6}{kind.Gold,6}";
        if (kind.Kind == ReportsKinds.Article) return $"{counts}{"",6}{"",8}{recall,8}{"",8}";
        var details = kind.Details.Select(d => $"{d.Name} {d.Right}/{d.Asked}");
        if (kind.Neutral > 0) details = details.Append($"neither {kind.Neutral}");
        return $"{counts}{kind.Predicted,6}{precision,8}{recall,8}{f1,8}   {string.Join(", ", details)}";
    }

    // Halves go to the even digit, as in C's printf; a half that a double holds exactly, a decimal does too.
    private static string Rounded(double share, int digits)
    {
        var isHalfPossible = double.IsInteger(share * (1 << (digits + 1)));
        var format = $"F{digits}";
        return isHalfPossible
            ? decimal.Round((decimal)share, digits, MidpointRounding.ToEven).ToString(format, CultureInfo.InvariantCulture)
            : share.ToString(format, CultureInfo.InvariantCulture);
    }
}
