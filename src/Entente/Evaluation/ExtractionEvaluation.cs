using Entente.Intake;

namespace Entente.Evaluation;

/// <summary>What extraction got of one page.</summary>
/// <param name="Id">The page's id.</param>
/// <param name="Split"><c>tune</c> or <c>test</c>.</param>
/// <param name="Precision">Share of the shingles found that are right.</param>
/// <param name="Recall">Share of the right shingles that were found.</param>
public sealed record ExtractionPage(string Id, string Split, double Precision, double Recall);

/// <summary>Precision and recall averaged over pages; F1 is of the averages.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="Precision">Mean precision.</param>
/// <param name="Recall">Mean recall.</param>
public sealed record ExtractionFigures(int Pages, double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Measures the text found on pages against the text that people marked, as the article extraction benchmark does.</summary>
/// <param name="All">Figures over all pages.</param>
/// <param name="Tune">Figures over the pages that rules were made on.</param>
/// <param name="Test">Figures over the pages that were kept aside.</param>
/// <param name="Pages">Each page.</param>
public sealed record ExtractionEvaluation(
    ExtractionFigures All, ExtractionFigures Tune, ExtractionFigures Test, IReadOnlyList<ExtractionPage> Pages)
{
    private const int ShingleLength = 4;

    /// <summary>Reads every page of <paramref name="folder"/> (<c>gold.json</c>, <c>html/ID.html.gz</c>) and compares.</summary>
    /// <param name="folder">Folder of the benchmark.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public static ExtractionEvaluation Run(string folder, CancellationToken cancellation = default)
    {
        var pages = new List<ExtractionPage>();
        foreach (var page in GoldPage.ReadAll(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var (precision, recall) = Compare(page["articleBody"], Extracted(page));
            pages.Add(new ExtractionPage(page.Id, page["split"], precision, recall));
        }
        return new ExtractionEvaluation(
            Figures(pages), Figures(pages.Where(p => p.Split == "tune")), Figures(pages.Where(p => p.Split == "test")), pages);
    }

    /// <summary>Precision and recall of the 4-word shingles of <paramref name="found"/>, counted as often as they occur.</summary>
    public static (double Precision, double Recall) Compare(string right, string found)
    {
        var (a, b) = (Shingles(right), Shingles(found));
        double hits = 0, foundAll = b.Values.Sum(), rightAll = a.Values.Sum();
        foreach (var (shingle, count) in b) hits += Math.Min(count, a.GetValueOrDefault(shingle));
        return (foundAll == 0 ? (rightAll == 0 ? 1 : 0) : hits / foundAll, rightAll == 0 ? (foundAll == 0 ? 1 : 0) : hits / rightAll);
    }

    private static string Extracted(GoldPage page)
    {
        try
        {
            return HtmlReport.Read(page.Html(), new Hints { Url = page["url"] }).Text;
        }
        catch (IntakeException)
        {
            // No report was seen on the page: nothing was found of it.
            return "";
        }
    }

    private static ExtractionFigures Figures(IEnumerable<ExtractionPage> pages)
    {
        var list = pages.ToList();
        return list.Count == 0
            ? new ExtractionFigures(0, 0, 0)
            : new ExtractionFigures(list.Count, list.Average(p => p.Precision), list.Average(p => p.Recall));
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words(text);
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Count - ShingleLength + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(ShingleLength));
            if (shingle.Length > 0) shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }

    /// <summary>Runs of letters, marks, digits and underscores, case kept, as the benchmark's <c>\w+</c> cuts them.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]));
            if (isWord && start < 0) start = i;
            if (isWord || start < 0) continue;
            words.Add(text[start..i]);
            start = -1;
        }
        return words;
    }
}
