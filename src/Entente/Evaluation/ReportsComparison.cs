using System.Text.Json;

namespace Entente.Evaluation;

/// <summary>Compares what was read out of one report with its gold.</summary>
internal static class ReportsComparison
{
    /// <summary>The tally of each kind that is scored.</summary>
    public static IReadOnlyDictionary<string, ReportsTally> Of(ReportsReading reading, ReportsGold gold)
    {
        var tallies = new Dictionary<string, ReportsTally>
        {
            [ReportsKinds.Article] = Article(reading, gold),
            [ReportsKinds.Actors] = Actors(reading, gold),
        };
        foreach (var (kind, tally) in Events(reading, gold)) tallies[kind] = tally;
        foreach (var kind in ReportsKinds.InFacts.Skip(1))
            tallies[kind] = Facts(kind, reading.Facts[kind], gold.Facts[kind]);
        return tallies;
    }

    private static ReportsTally Article(ReportsReading reading, ReportsGold gold)
    {
        var checks = ReportsArticleChecks.Of(reading.Articles, gold.Article);
        return new ReportsTally
        {
            Hits = checks.Count(check => check.IsRight),
            Gold = checks.Count,
            Predicted = checks.Count,
            MissedLines = [.. checks.Where(check => !check.IsRight).Select(check => check.Name)],
        };
    }

    private static ReportsTally Actors(ReportsReading reading, ReportsGold gold)
    {
        var (read, wanted) = (reading.Actors, gold.Actors);
        var ranks = Table(read, wanted, Rank);
        var tally = ReportsTally.Of(
            read.Count, [.. wanted.Select(g => g.Must)], (r, g) => ranks[r, g], (r, g) => ranks[r, g] is not null, _ => false);
        return tally with
        {
            Details = [.. tally.Pairs.SelectMany(pair => ReportsDetails.Of(read[pair.Value], wanted[pair.Key]))],
            MissedLines = [.. tally.Missed.Select(g => ReportsLines.Of(wanted[g]))],
        };
    }

    private static ReportsRank? Rank(ReadActor read, GoldActor gold)
    {
        if (gold.Countries is not null && !gold.Countries.Contains(read.Country)) return null;
        if (gold.Kinds.Length > 0 && !gold.Kinds.Contains(read.Json.TextOf("kind"))) return null;
        if (read.NamesAsWords.Any(gold.Names.Contains)) return new ReportsRank(false, 2, 0, false);
        return gold.Names.Any(spelling => read.NamesAsWords.Any(name => HoldsWords(name, spelling)))
            ? new ReportsRank(false, 1, 0, false)
            : null;
    }

    private static bool HoldsWords(string name, string words) =>
        words.Length == 0 ? name.Length > 0 : $" {name} ".Contains($" {words} ", StringComparison.Ordinal);

    private static IEnumerable<(string Kind, ReportsTally Tally)> Events(ReportsReading reading, ReportsGold gold)
    {
        var (read, wanted) = (reading.Facts[ReportsKinds.Events], gold.Facts[ReportsKinds.Events]);
        bool[] must = [.. wanted.Select(g => g.Must)];
        var levels = Table(read, wanted, ReportsMatching.Level);
        var inSentence = Table(read, wanted, (r, g) => g.Quote.IsInFolded(r.FoldedWords));
        var restates = read.Select(r => ReportsMatching.Restates(r, gold)).ToList();

        ReportsTally At(EventLevel level)
        {
            var mild = level < EventLevel.Pair ? level : EventLevel.Pair;
            // A may is what one sentence allows; a must may be said again elsewhere (the title).
            bool Fits(int r, int g, EventLevel least) =>
                levels[r, g] >= least && (must[g] || read[r].Words.Length == 0 || inSentence[r, g]);
            var tally = ReportsTally.Of(
                read.Count,
                must,
                (r, g) => Fits(r, g, must[g] ? level : mild)
                    ? new ReportsRank(inSentence[r, g], (int)levels[r, g], -Array.IndexOf(wanted[g].Types, read[r].Type), must[g])
                    : null,
                (r, g) => Fits(r, g, mild),
                r => restates[r]);
            return InWords(ReportsKinds.Events, tally, read, wanted);
        }

        var (loose, pair, full) = (At(EventLevel.Loose), At(EventLevel.Pair), At(EventLevel.Full));
        // An event of the right type and pair with a wrong status or date is false.
        var wrong = Math.Max(0, pair.Hits - full.Hits);
        full = full with { Predicted = full.Predicted + wrong, Neutral = Math.Max(0, full.Neutral - wrong) };
        return [(ReportsKinds.EventsLoose, loose), (ReportsKinds.EventsPair, pair), (ReportsKinds.EventsFull, full)];
    }

    private static ReportsTally Facts(string kind, IReadOnlyList<ReadFact> read, IReadOnlyList<GoldFact> wanted)
    {
        var ranks = Table(read, wanted, (r, g) =>
        {
            var isInSentence = g.Quote.IsInFolded(r.FoldedWords);
            return ReportsMatching.Is(kind, r, g) && (g.Must || r.Words.Length == 0 || isInSentence)
                ? new ReportsRank(isInSentence, 0, 0, g.Must)
                : (ReportsRank?)null;
        });
        var tally = ReportsTally.Of(
            read.Count, [.. wanted.Select(g => g.Must)], (r, g) => ranks[r, g], (r, g) => ranks[r, g] is not null, _ => false);
        return InWords(kind, tally, read, wanted);
    }

    private static ReportsTally InWords(
        string kind, ReportsTally tally, IReadOnlyList<ReadFact> read, IReadOnlyList<GoldFact> wanted) => tally with
        {
            Details = [.. tally.Pairs
                .Where(pair => wanted[pair.Key].Must)
                .SelectMany(pair => ReportsDetails.Of(kind, read[pair.Value], wanted[pair.Key]))],
            MissedLines = [.. tally.Missed.Select(g => ReportsLines.Of(kind, wanted[g]))],
            FalseLines = [.. tally.False.Select(r => ReportsLines.Of(kind, read[r]))],
        };

    private static TCell[,] Table<TRead, TGold, TCell>(
        IReadOnlyList<TRead> read, IReadOnlyList<TGold> gold, Func<TRead, TGold, TCell> cell)
    {
        var table = new TCell[read.Count, gold.Count];
        for (var r = 0; r < read.Count; r++)
            for (var g = 0; g < gold.Count; g++)
                table[r, g] = cell(read[r], gold[g]);
        return table;
    }
}

/// <summary>Checks the article itself: title, day, kind, phrases that its text must have or must not have.</summary>
internal static class ReportsArticleChecks
{
    /// <summary>Each check that the gold asks for.</summary>
    public static List<(string Name, bool IsRight)> Of(IReadOnlyList<JsonElement> articles, JsonElement gold)
    {
        List<JsonElement> Values(string field) => [.. articles.SelectMany(a => a.List(field)).Where(v => v.IsGiven())];
        List<string> Texts(string field) => [.. Values(field).Select(v => v.Text())];
        var text = string.Join(' ', Texts("text").Select(ReportsFolding.Fold));
        var checks = new List<(string, bool)>();

        if (gold.Get("title").IsGiven())
            checks.Add(("title", Texts("title").Select(ReportsFolding.Words)
                .Intersect(gold.Texts("title").Select(ReportsFolding.Words)).Any()));
        if (gold.Get("published").IsGiven())
            checks.Add(("published", Texts("published").Select(p => p.Length > 10 ? p[..10] : p)
                .Intersect(gold.Texts("published")).Any()));
        if (gold.Get("kind").IsGiven()) checks.Add(("kind", Texts("kind").Intersect(gold.Texts("kind")).Any()));
        foreach (var phrase in gold.Texts("text_must")) checks.Add(($"text has: {phrase}", Has(text, phrase)));
        foreach (var phrase in gold.Texts("text_mustnot"))
            checks.Add(($"text has not: {phrase}", text.Length > 0 && !Has(text, phrase)));
        foreach (var field in (string[])["byline", "section", "tags"])
            foreach (var pattern in gold.Texts(field))
                checks.Add(($"{field}: {pattern}", Texts(field).Any(new ReportsPattern(pattern).IsIn)));
        foreach (var image in gold.Objects("images").SelectMany(image => image.EnumerateObject()))
            checks.Add(($"image {image.Name}: {image.Value.Text()}", HasImage(articles, image.Name, image.Value.Text())));
        return checks;
    }

    private static bool Has(string text, string phrase) => text.Contains(ReportsFolding.Fold(phrase), StringComparison.Ordinal);

    private static bool HasImage(IReadOnlyList<JsonElement> articles, string field, string pattern)
    {
        var wanted = new ReportsPattern(pattern);
        return articles.SelectMany(a => a.Objects("images")).Any(image => wanted.IsIn(image.TextOf(field) ?? ""));
    }
}
