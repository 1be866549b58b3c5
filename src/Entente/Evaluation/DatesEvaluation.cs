using Entente.Intake;
using NodaTime;
using NodaTime.Text;

namespace Entente.Evaluation;

/// <summary>The day found on one page, beside the right one.</summary>
/// <param name="Id">The page's id.</param>
/// <param name="Right">The day of publication.</param>
/// <param name="Found">The day that was found, if any.</param>
/// <param name="From">What told it.</param>
public sealed record DatedPage(string Id, LocalDate Right, LocalDate? Found, PublicationSource? From);

/// <summary>Measures days of publication as htmldate does: right is the same day.</summary>
/// <param name="Right">Pages whose day was found.</param>
/// <param name="Wrong">Pages for which another day was found.</param>
/// <param name="Without">Pages for which no day was found.</param>
/// <param name="Pages">Each page.</param>
public sealed record DatesEvaluation(int Right, int Wrong, int Without, IReadOnlyList<DatedPage> Pages)
{
    /// <summary>Right of all.</summary>
    public double Accuracy => Pages.Count == 0 ? 0 : (double)Right / Pages.Count;

    /// <summary>Right of those found.</summary>
    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>Reads every page of <paramref name="folder"/> that has a right day (<c>gold.json</c>, <c>html/ID.html.gz</c>).</summary>
    /// <param name="folder">Folder of the benchmark.</param>
    /// <param name="split">Only pages of this split, where the folder has splits.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public static DatesEvaluation Run(string folder, string? split = null, CancellationToken cancellation = default)
    {
        var pages = new List<DatedPage>();
        foreach (var page in GoldPage.ReadAll(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            if (page["date"].Length == 0 || (split is not null && page["split"] != split)) continue;
            var found = Found(page);
            pages.Add(new DatedPage(page.Id, LocalDatePattern.Iso.Parse(page["date"]).GetValueOrThrow(), found?.Day, found?.From));
        }
        return new DatesEvaluation(
            pages.Count(page => page.Found == page.Right),
            pages.Count(page => page.Found is { } found && found != page.Right),
            pages.Count(page => page.Found is null), pages);
    }

    private static Publication? Found(GoldPage page)
    {
        try
        {
            return HtmlReport.Read(page.Html(), new Hints { Url = page["url"] }).Published;
        }
        catch (IntakeException)
        {
            // No report was seen on the page, so no day either.
            return null;
        }
    }
}
