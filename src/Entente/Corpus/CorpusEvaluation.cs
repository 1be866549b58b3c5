using System.Text.Json;
using Entente.Evaluation;
using Entente.Intake;
using Entente.Output;

namespace Entente.Corpus;

/// <summary>Scores the engine on items of a corpus.</summary>
public static class CorpusEvaluation
{
    /// <summary>Reads every item's text and scores what was read against its annotations.</summary>
    public static ReportsScore Run(Reader reader, IReadOnlyList<CorpusItem> items)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(items);
        var readings = items.AsParallel().AsOrdered().Select(item => Read(reader, item)).ToList();
        var golds = new OrderedDictionary<string, JsonElement>();
        foreach (var item in items) golds[item.Id] = CorpusGold.Of(item);
        return ReportsEvaluation.Score(readings, golds);
    }

    /// <summary>The item as an article, with its paragraphs as they are.</summary>
    public static Article ArticleOf(CorpusItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var kind = Enum.TryParse<ArticleKind>(item.Header.GetValueOrDefault("kind"), ignoreCase: true, out var read) ? read : ArticleKind.Report;
        var article = new Article
        {
            Id = item.Id,
            Text = "",
            Kind = kind,
            Title = item.Header.GetValueOrDefault("title"),
            Translated = item.Header.ContainsKey("translated"),
            Published = new Publication(item.Published, null, null, PublicationSource.Metadata),
        };
        return ArticleMaker.Make(article, item.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static JsonElement Read(Reader reader, CorpusItem item)
    {
        using var line = JsonDocument.Parse(ReadingJson.Line(item.Id, reader.Read(ArticleOf(item)), reader.Lexicon.Hash, ""));
        return line.RootElement.Clone();
    }
}
