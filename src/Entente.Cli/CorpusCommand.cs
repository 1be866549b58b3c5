using System.CommandLine;
using System.Text;
using Entente.Corpus;
using Entente.Intake;
using Entente.Output;

namespace Entente.Cli;

/// <summary><c>entente corpus</c>: shows, checks and describes annotated sentences and reports.</summary>
internal static class CorpusCommand
{
    public static Command Create() => new("corpus", "Annotated sentences and reports: show, check, count, compare.\n\nExample: entente corpus show corpus/articles/NAME.txt")
    {
        Show(), Check(), Stats(), Agree(), Bare(),
    };

    private static Command Show()
    {
        var files = Files();
        var format = new Option<string>("--format") { Description = "view, json, plover or cameo", DefaultValueFactory = _ => "view" };
        format.AcceptOnlyFromAmong("view", "json", "plover", "cameo");
        var command = new Command("show", "Show annotated files as the readings that they ask for.\n\nExample: entente corpus show corpus/articles/NAME.txt") { files, format };
        command.SetAction(parsed => Guard(() =>
        {
            using var output = Console.OpenStandardOutput();
            foreach (var file in parsed.GetValue(files)!)
            {
                var (items, faults) = CorpusReader.Read(file);
                Print(file, faults);
                foreach (var item in items) output.Write(Bytes(item, parsed.GetValue(format)!));
            }
        }));
        return command;
    }

    private static byte[] Bytes(CorpusItem item, string format)
    {
        var reading = CorpusReading.Of(item);
        return format switch
        {
            "json" => [.. ReadingJson.Line(item.Id, reading, "", ""), (byte)'\n'],
            "plover" => PloverJson.Lines(reading),
            "cameo" => Encoding.UTF8.GetBytes(CameoLines.Of(reading)),
            _ => Encoding.UTF8.GetBytes(ReadingView.Of(item.Id, reading, new ViewStyle(80, Colours: false)) + FactsOf(item)),
        };
    }

    private static string FactsOf(CorpusItem item)
    {
        if (item.Facts.Count == 0) return "";
        var lines = new StringBuilder("OTHER FACTS\n");
        foreach (var fact in item.Facts)
        {
            var sides = fact.Sides is null ? fact.Head : $"{Names(fact.Sides.Source)}{(fact.Sides.Target.Count > 0 ? " → " + Names(fact.Sides.Target) : "")}";
            var name = fact.Kind == 't' ? fact.Head.Split(": ")[0] + ": " : "";
            lines.AppendLine($"  {fact.Key}  {name}{sides} {fact.Status} {string.Join("; ", fact.Fields.Select(f => $"{f.Key} {f.Value}"))} “{string.Join(" … ", item.WordsOf(fact.Key))}”");
        }

        return lines.AppendLine().ToString();

        string Names(IReadOnlyList<string> letters) => string.Join(", ", letters.Select(l => item.ActorOf(l) is { } a ? a.FullName ?? item.WordsOf(l).FirstOrDefault() ?? a.Country : l));
    }

    private static Command Check()
    {
        var files = Files();
        var command = new Command("check", "Check annotated files, or a corpus folder: marks, letters, codes, dates, names, splits, near-duplicates.\n\nExample: entente corpus check corpus") { files };
        command.SetAction(parsed =>
        {
            var faults = 0;
            var code = Guard(() =>
            {
                foreach (var file in parsed.GetValue(files)!) faults += Directory.Exists(file) ? CheckFolder(file) : Print(file, CorpusReader.Read(file).Faults);
            });
            return code != ExitCodes.Done ? code : faults > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
        });
        return command;
    }

    private static int CheckFolder(string folder)
    {
        var corpus = CorpusFolder.Read(folder);
        foreach (var (file, fault) in corpus.Faults) Console.Out.WriteLine($"{file}:{fault.Line}: {fault.Message}");
        var without = corpus.Items.Select(i => i.Batch).Distinct().Where(b => !corpus.Splits.ContainsKey(b)).ToList();
        foreach (var batch in without) Console.Out.WriteLine($"{folder}: {batch} is in no part of splits.tsv");
        foreach (var (first, second) in CorpusStatistics.NearDuplicates([.. corpus.Items.Where(i => !i.IsReport)]))
            Console.Out.WriteLine($"{folder}: {second.Id} is nearly the same as {first.Id}");
        Console.Out.WriteLine($"{corpus.Items.Count(i => i.IsReport)} reports, {corpus.Items.Count(i => !i.IsReport)} sentences, {corpus.Faults.Count + without.Count} faults");
        return corpus.Faults.Count + without.Count;
    }

    private static Command Stats()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with sentences/, articles/ and splits.tsv", DefaultValueFactory = _ => "corpus" };
        var compare = new Option<string?>("--compare") { Description = "Compare the length of sentences with those of a table (field: sentence)", HelpName = "FILE" };
        var command = new Command("stats", "What a corpus is made of, as Markdown tables.\n\nExample: entente corpus stats corpus") { folder, compare };
        command.SetAction(parsed => Guard(() =>
        {
            var corpus = CorpusFolder.Read(parsed.GetValue(folder)!);
            IReadOnlyList<string> others = parsed.GetValue(compare) is { } table ? SentencesOf(table) : [];
            Console.Out.Write(CorpusStatistics.Write(corpus, others));
        }));
        return command;
    }

    private static List<string> SentencesOf(string table) =>
        [.. Inputs.Open([table], Hints.None, FieldNames.Parse(["text=sentence"])).OfType<RawReport>().Select(r => Encoding.UTF8.GetString(r.Bytes.Span))];

    private static Command Agree()
    {
        var first = new Argument<string>("FIRST") { Description = "A corpus folder" };
        var second = new Argument<string>("SECOND") { Description = "A folder with a second annotation of some of its texts" };
        var list = new Option<bool>("--list") { Description = "Print where they differ, after the table" };
        var command = new Command("agree", "How far two annotations of the same texts agree.\n\nExample: entente corpus agree corpus corpus/second") { first, second, list };
        command.SetAction(parsed => Guard(() =>
        {
            var (one, other) = (CorpusFolder.Read(parsed.GetValue(first)!), CorpusFolder.Read(parsed.GetValue(second)!));
            foreach (var (file, fault) in other.Faults) Console.Error.WriteLine($"entente: {file}:{fault.Line}: {fault.Message}");
            var table = new FigureTable("part", "texts", "first", "second", "both", "type kappa", "of both", "pair", "status kappa", "status", "any event");
            foreach (var (name, items) in new[] { ("sentences", one.Items.Where(i => !i.IsReport)), ("reports", one.Items.Where(i => i.IsReport)), ("all", one.Items) })
            {
                var agreement = CorpusAgreement.Of([.. items], other.Items);
                table.Add(name, agreement.Texts, agreement.First, agreement.Second, agreement.Aligned, agreement.TypeKappa, agreement.AlignedTypeKappa, agreement.Pair, agreement.StatusKappa, agreement.Status, agreement.NoEvent);
                if (name == "all" && parsed.GetValue(list)) foreach (var line in agreement.Differences) Console.Error.WriteLine(line);
            }

            table.Write(Console.Out, json: false);
        }));
        return command;
    }

    private static Command Bare()
    {
        var files = Files();
        var command = new Command("bare", "Print the texts of annotated files without marks and annotations, for another annotator.\n\nExample: entente corpus bare corpus/sentences/NAME.txt") { files };
        command.SetAction(parsed => Guard(() =>
        {
            foreach (var item in parsed.GetValue(files)!.SelectMany(f => CorpusReader.Read(f).Items))
                Console.Out.WriteLine($"@ {item.Id} {item.Published:uuuu-MM-dd}\n{(item.Header.TryGetValue("title", out var title) ? $"title: {title}\n\n" : "")}{item.Text}\n");
        }));
        return command;
    }

    private static Argument<string[]> Files() => new("FILE") { Description = "Files of a corpus", Arity = ArgumentArity.OneOrMore };

    private static int Print(string file, IReadOnlyList<CorpusFault> faults)
    {
        foreach (var fault in faults) Console.Out.WriteLine($"{file}:{fault.Line}: {fault.Message}");
        return faults.Count;
    }

    private static int Guard(Action work)
    {
        try
        {
            work();
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or IntakeException)
        {
            Console.Error.WriteLine($"entente: {e.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}
