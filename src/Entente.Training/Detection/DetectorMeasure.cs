using Entente.Intake;
using Entente.Language;

namespace Entente.Training.Detection;

/// <summary>Prints how often the detector is right on texts whose language is known.</summary>
internal static class DetectorMeasure
{
    private const int Calls = 2000;

    /// <summary>Measures on a table of code and text, whole and cut into pieces of 200 and 50 characters; 0 when done.</summary>
    public static int Run(string texts, string? model)
    {
        var detector = model is null ? LanguageDetector.Shipped : new LanguageDetector(File.ReadAllBytes(model));
        var gold = DetectorTraining.ReadTexts(texts).ToList();
        foreach (var length in (int[])[int.MaxValue, 200, 100, 50])
        {
            var pieces = gold.SelectMany(g => Cut(g.Text, length).Select(p => (g.Code, Text: p))).ToList();
            var wrong = pieces.Select(p => (p.Code, Said: detector.Detect(p.Text)?.Code ?? "-")).Where(p => p.Code != p.Said).ToList();
            Console.WriteLine($"{(length == int.MaxValue ? "whole" : length)}\t{pieces.Count - wrong.Count} of {pieces.Count}\t{100.0 * (pieces.Count - wrong.Count) / pieces.Count:0.0} %");
            var leads = pieces.Select(p => (p.Code, Lead: detector.Detect(p.Text) is { Code: not "en" } found ? found.LeadOfEnglish : 0)).ToList();
            Console.WriteLine($"\tin doubt and so English: {leads.Count(l => l.Code != "en" && l.Lead < ArticleLanguage.Doubt)} of {leads.Count(l => l.Code != "en")}; "
                + $"English taken for another: {leads.Count(l => l.Code == "en" && l.Lead >= ArticleLanguage.Doubt)} of {leads.Count(l => l.Code == "en")}, highest lead {leads.Where(l => l.Code == "en").Max(l => l.Lead)}");
            Console.WriteLine("\t" + string.Join(", ", wrong.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => $"{g.Key.Code} for {g.Key.Said} {g.Count()}")));
        }

        var longText = string.Join('\n', gold.Where(g => g.Code == "en").Select(g => g.Text));
        longText = string.Concat(Enumerable.Repeat(longText, 4000 / Math.Max(1, longText.Length) + 1))[..4000];
        // Time of the processor, not of the clock: other programs may run.
        var begun = TimeSpan.Zero;
        for (var round = 0; round < 5; round++)
        {
            begun = Environment.CpuUsage.TotalTime;
            for (var call = 0; call < Calls; call++) _ = detector.Detect(longText);
        }

        Console.WriteLine($"{(Environment.CpuUsage.TotalTime - begun).TotalMicroseconds / Calls:0.0} microseconds for an English text of {longText.Length} characters");
        return 0;
    }

    private static IEnumerable<string> Cut(string text, int length)
    {
        if (length >= text.Length)
        {
            yield return text;
            yield break;
        }

        for (var at = 0; at + length <= text.Length; at += length) yield return text.Substring(at, length);
    }
}
