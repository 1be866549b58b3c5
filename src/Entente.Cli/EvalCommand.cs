using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Entente.Corpus;
using Entente.Evaluation;
using Entente.Intake;
using Entente.Language;
using Entente.Output;

namespace Entente.Cli;

/// <summary><c>entente eval</c>: measures the engine on benchmarks that the user has on disk.</summary>
internal static class EvalCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON Lines instead of a table" };

    public static Command Create() => new("eval", "Measure the engine on a benchmark.\n\nExample: entente eval reports corpus/reports")
    {
        Extraction(), Dates(), Plv(), Parser(), Reports(), Corpus(),
    };

    private static Command Extraction()
    {
        var folder = Folder("Folder with html/ID.html.gz and gold.json (4-word shingles, as the article extraction benchmark has them)");
        return With(new Command("extraction", "Text of articles from web pages.\n\nExample: entente eval extraction article-extraction") { folder, Json }, parsed =>
        {
            var evaluation = ExtractionEvaluation.Run(parsed.GetValue(folder)!);
            var table = new FigureTable("split", "pages", "precision", "recall", "F1");
            foreach (var split in evaluation.Pages.Select(p => p.Split).Distinct().Order(StringComparer.Ordinal).Append("all"))
            {
                var pages = evaluation.Pages.Where(p => split == "all" || p.Split == split).ToList();
                var figures = new ExtractionFigures(pages.Count, pages.Average(p => p.Precision), pages.Average(p => p.Recall));
                table.Add(split, figures.Pages, figures.Precision, figures.Recall, figures.F1);
            }

            return table;
        });
    }

    private static Command Dates()
    {
        var folder = Folder("Folder with html/ID.html.gz and gold.json");
        return With(new Command("dates", "Days of publication of web pages.\n\nExample: entente eval dates publication-dates") { folder, Json }, parsed =>
        {
            var evaluation = DatesEvaluation.Run(parsed.GetValue(folder)!);
            var table = new FigureTable("pages", "right", "wrong", "without", "precision", "accuracy");
            table.Add(evaluation.Pages.Count, evaluation.Right, evaluation.Wrong, evaluation.Without, evaluation.Precision, evaluation.Accuracy);
            return table;
        });
    }

    private static Command Plv()
    {
        var file = new Argument<string>("FILE") { Description = "Table with fields uid, sentence, source, target, root" };
        var list = new Option<bool>("--list") { Description = "Print the rows that are wrong, on standard error" };
        return With(new Command("plv", "Relations between marked actors, fifteen roots (Hu et al. 2024).\n\nExample: entente eval plv train.tsv") { file, list, Json }, parsed =>
        {
            using var stream = File.OpenRead(parsed.GetValue(file)!);
            var evaluation = PlvEvaluation.Run(stream, parsed.GetValue(file)!, Reader.Load());
            var table = new FigureTable("label", "rows", "predicted", "right", "F1");
            foreach (var root in evaluation.Roots.Concat(evaluation.Quads)) table.Add(root.Root.Length == 1 ? $"quad {root.Root}" : root.Root, root.Rows, root.Predicted, root.Right, root.F1);
            table.Add("root macro-F1", evaluation.Rows, "", "", evaluation.RootMacroF1);
            table.Add("root accuracy", evaluation.Rows, "", "", evaluation.Accuracy);
            table.Add("quad macro-F1", evaluation.Rows, "", "", evaluation.QuadMacroF1);
            if (parsed.GetValue(list))
                foreach (var (id, gold, predicted, sentence) in evaluation.Errors) Console.Error.WriteLine($"{id}\t{gold}\t{predicted}\t{sentence}");
            return table;
        });
    }

    private static Command Parser()
    {
        var file = new Argument<string>("FILE") { Description = "Treebank in CoNLL-U, or gzip of it" };
        var raw = new Option<bool>("--raw") { Description = "Measure from raw text (F1, as the CoNLL 2018 shared task), not from the gold tokens (accuracy)" };
        return With(new Command("parser", "Tags, lemmas and trees.\n\nExample: entente eval parser en_ewt-ud-test.conllu --raw") { file, raw, Json }, parsed =>
        {
            var path = parsed.GetValue(file)!;
            using var stream = File.OpenRead(path);
            using var unpacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
            using var reader = new StreamReader(unpacked);
            var errors = new List<ConlluError>();
            var sentences = ConlluReader.Read(reader, errors);
            foreach (var error in errors) Console.Error.WriteLine($"entente: {path}:{error.Line}: {error.Message}");
            var model = LanguageModel.Load();
            var scores = parsed.GetValue(raw) ? ParserEvaluation.OnRawText(model, sentences) : ParserEvaluation.OnGoldTokens(model, sentences);
            var table = new FigureTable("measure", "score");
            if (parsed.GetValue(raw))
            {
                table.Add("tokens", scores.TokenF1);
                table.Add("sentences", scores.SentenceF1);
                table.Add("words", scores.WordF1);
            }

            table.Add("UPOS", scores.Upos);
            table.Add("XPOS", scores.Xpos);
            table.Add("features", scores.Feats);
            table.Add("lemmas", scores.Lemma);
            table.Add("UAS", scores.Uas);
            table.Add("LAS", scores.Las);
            return table;
        });
    }

    private static Command Reports()
    {
        var golds = Folder("Folder with NAME.gold.json, and the reports beside them unless --reports names them");
        var reports = new Option<string?>("--reports") { Description = "The reports: a folder, or a table whose url is the gold's", HelpName = "INPUT" };
        var readings = new Option<string?>("--readings") { Description = "Score these lines of read --format json instead of reading", HelpName = "FILE" };
        var list = new Option<bool>("--list") { Description = "Print what was missed and what is false, after the table" };
        var command = new Command("reports", "Whole reports: all that was read against all that a careful reader gets.\n\nExample: entente eval reports corpus/reports --list")
        {
            golds, reports, readings, list, Json,
        };
        command.SetAction(parsed => Guard(() =>
        {
            var folder = parsed.GetValue(golds)!;
            var gold = ReportsEvaluation.ReadGolds(folder);
            var score = parsed.GetValue(readings) is { } lines
                ? ReportsEvaluation.Score(ReportsEvaluation.ReadLines(new StreamReader(lines), lines), gold)
                : ReportsEvaluation.Score(Read(parsed.GetValue(reports) ?? folder, gold), gold);
            if (parsed.GetValue(Json)) Table(score).Write(Console.Out, json: true);
            else score.WriteTable(Console.Out);
            if (parsed.GetValue(list)) foreach (var line in score.Lines) Console.Out.WriteLine(line);
        }));
        return command;
    }

    private static Command Corpus()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with sentences/, articles/ and splits.tsv", DefaultValueFactory = _ => "corpus" };
        var split = new Option<string?>("--split") { Description = "Only this part: train, dev or test", HelpName = "PART" };
        split.AcceptOnlyFromAmong([.. CorpusFolder.Parts]);
        var only = new Option<string?>("--only") { Description = "Only sentences, or only articles", HelpName = "KIND" };
        only.AcceptOnlyFromAmong("sentences", "articles");
        var list = new Option<bool>("--list") { Description = "Print what was missed and what is false, after the table" };
        var causes = new Option<bool>("--causes") { Description = "Count the errors by cause instead; with --list, print each with its cause" };
        var command = new Command("corpus", "Annotated sentences and reports.\n\nExample: entente eval corpus corpus --split dev") { folder, split, only, list, causes, Json };
        command.SetAction(parsed => Guard(() =>
        {
            var items = CorpusFolder.Read(parsed.GetValue(folder)!).Of(parsed.GetValue(split)).Where(i => parsed.GetValue(only) is not { } kind || i.IsReport == (kind == "articles")).ToList();
            if (items.Count == 0) throw new InvalidDataException("there is nothing to score: splits.tsv names no text of this part");
            if (parsed.GetValue(causes))
            {
                WriteCauses(CorpusErrors.Of(Reader.Load(), items), items.Sum(i => i.Events.Count(e => !e.Maybe)), parsed.GetValue(list), parsed.GetValue(Json));
                return;
            }

            var score = CorpusEvaluation.Run(Reader.Load(), items);
            var table = new FigureTable("kind", "hits", "gold", "predicted", "precision", "recall", "F1");
            foreach (var kind in score.Kinds.Where(k => k.Kind != "article")) table.Add(kind.Kind, kind.Hits, kind.Gold, kind.Predicted, kind.Figures.Precision, kind.Figures.Recall, kind.Figures.F1);
            table.Write(Console.Out, parsed.GetValue(Json));
            if (parsed.GetValue(list)) foreach (var line in score.Lines) Console.Out.WriteLine(line);
        }));
        return command;
    }

    private static void WriteCauses(IReadOnlyList<(string Cause, string Id, string Words)> errors, int events, bool list, bool json)
    {
        var table = new FigureTable("cause", "errors", "share of events");
        foreach (var cause in errors.GroupBy(e => e.Cause).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)) table.Add(cause.Key, cause.Count(), (double)cause.Count() / Math.Max(1, events));
        table.Write(Console.Out, json);
        if (!list) return;
        foreach (var (cause, id, words) in errors) Console.Out.WriteLine($"{id}\t{cause}\t{words}");
    }

    private static FigureTable Table(ReportsScore score)
    {
        var table = new FigureTable("kind", "hits", "gold", "predicted", "precision", "recall", "F1");
        foreach (var kind in score.Kinds) table.Add(kind.Kind, kind.Hits, kind.Gold, kind.Predicted, kind.Figures.Precision, kind.Figures.Recall, kind.Figures.F1);
        return table;
    }

    /// <summary>Readings of the reports that golds speak of, each under its gold's name.</summary>
    private static IEnumerable<JsonElement> Read(string input, IReadOnlyDictionary<string, JsonElement> golds)
    {
        var byUrl = golds.Values.Where(g => g.TryGetProperty("url", out _)).GroupBy(g => g.GetProperty("url").GetString()!).ToDictionary(g => g.Key, g => g.First().GetProperty("report").GetString()!);
        var names = golds.Values.Select(g => g.GetProperty("report").GetString()!).ToHashSet();
        var reader = Reader.Load();
        foreach (var arrival in Inputs.Open([input], Hints.None, FieldNames.Default))
        {
            if (arrival is not RawReport report) continue;
            var name = names.Contains(Path.GetFileName(report.Input)) ? Path.GetFileName(report.Input)
                : report.Hints.Url is { } url ? byUrl.GetValueOrDefault(url) : null;
            if (name is null) continue;
            var line = ReadingJson.Line(name, reader.Read(ArticleMaker.Read(report)), reader.Lexicon.Hash, "");
            yield return JsonDocument.Parse(line).RootElement;
        }
    }

    private static Argument<string> Folder(string description) => new("DIR") { Description = description };

    private static Command With(Command command, Func<ParseResult, FigureTable> measure)
    {
        command.SetAction(parsed => Guard(() => measure(parsed).Write(Console.Out, parsed.GetValue(Json))));
        return command;
    }

    private static int Guard(Action measure)
    {
        try
        {
            measure();
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IntakeException or InvalidDataException or JsonException)
        {
            Console.Error.WriteLine($"entente: {e.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}

/// <summary>Figures with their names: printed as a table, or as JSON Lines.</summary>
internal sealed class FigureTable(params string[] columns)
{
    private readonly List<object[]> _rows = [];

    public void Add(params object[] values) => _rows.Add(values);

    public void Write(TextWriter writer, bool json)
    {
        if (json)
        {
            foreach (var row in _rows)
                writer.WriteLine($"{{{string.Join(',', columns.Zip(row, (name, value) => $"\"{name}\":{(value is string text ? $"\"{text}\"" : Number(value))}"))}}}");
            return;
        }

        var widths = columns.Select((name, i) => _rows.Select(r => Cell(r[i]).Length).Append(name.Length).Max()).ToList();
        WriteRow(columns);
        foreach (var row in _rows) WriteRow([.. row.Select(Cell)]);

        void WriteRow(string[] cells) => writer.WriteLine(string.Join("  ", cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).TrimEnd());
    }

    private static string Cell(object value) => value is double number ? number.ToString("0.0000", CultureInfo.InvariantCulture) : value.ToString()!;

    private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
