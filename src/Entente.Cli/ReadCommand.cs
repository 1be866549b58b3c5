using System.CommandLine;
using Entente.Intake;
using Entente.Output;
using NodaTime.Text;

namespace Entente.Cli;

/// <summary><c>entente read</c>: reports in, readings out.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Arity = ArgumentArity.OneOrMore, Description = "Files, folders or - (standard input): HTML, text, JSONL, CSV, TSV, .gz, .zip" };
        inputs.Validators.Add(Inputs.RefuseUnknownOptions);
        var format = new Option<string>("--format") { Description = "What to print for each report", DefaultValueFactory = _ => "view" };
        format.AcceptOnlyFromAmong("view", "json", "plover", "cameo", "article", "conllu");
        var output = new Option<string?>("--output", "-o") { Description = "Write to FILE instead of standard output", HelpName = "FILE" };
        var date = new Option<string?>("--date") { Description = "Day of publication (YYYY-MM-DD), where the input does not say it", HelpName = "D" };
        var url = new Option<string?>("--url") { Description = "Address, where the input does not say it" };
        var country = new Option<string?>("--country") { Description = "Where it is published (ISO 3166-1 alpha-3): whom \"we\" and \"the government\" mean", HelpName = "CODE" };
        var fields = new Option<string[]>("--field") { Description = "Name a field of rows, as in text=body", HelpName = "WHAT=NAME" };
        var jobs = new Option<int>("--jobs") { Description = "Reports read at a time (default: one a core)", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var quiet = new Option<bool>("--quiet") { Description = "No progress bar" };
        var command = new Command("read", "Read reports: who, what happened, with the words.\n\nExample: entente read news.csv --format json > readings.jsonl")
        {
            inputs, format, output, date, url, country, fields, jobs, quiet,
        };
        command.SetAction(async (parsed, cancelled) =>
        {
            var hints = new Hints { Url = parsed.GetValue(url), Country = parsed.GetValue(country)?.ToUpperInvariant() };
            if (parsed.GetValue(date) is { } day)
            {
                var read = LocalDatePattern.Iso.Parse(day);
                if (!read.Success) return Wrong($"--date {day} is not a day as YYYY-MM-DD");
                hints = hints with { Date = read.Value };
            }

            FieldNames names;
            try
            {
                names = FieldNames.Parse(parsed.GetValue(fields) ?? []);
            }
            catch (ArgumentException e)
            {
                return Wrong($"--field {e.Message}");
            }

            if (parsed.GetValue(jobs) < 1) return Wrong("--jobs must be at least 1");
            using var writer = OpenOutput(parsed.GetValue(output));
            var work = Work(parsed.GetValue(format)!);
            return await Run(Inputs.Open(parsed.GetValue(inputs)!, hints, names), work, writer, parsed.GetValue(jobs), parsed.GetValue(quiet), cancelled);
        });
        return command;
    }

    private static int Wrong(string message)
    {
        Console.Error.WriteLine($"entente: {message}");
        return ExitCodes.WrongUsage;
    }

    private static BufferedStream OpenOutput(string? path) =>
        new BufferedStream(path is null ? Console.OpenStandardOutput() : File.Create(path), 1 << 16);

    private static Func<RawReport, byte[]> Work(string format)
    {
        if (format == "article") return report => Line(ArticleJson.Line(report.Input, ArticleMaker.Read(report)));
        var reader = Reader.Load();
        return format switch
        {
            "json" => report => Line(ReadingJson.Line(report.Input, reader.Read(ArticleMaker.Read(report)), reader.Lexicon.Hash, "none")),
            _ => throw new IntakeException($"format {format} is not there yet"),
        };
    }

    private static byte[] Line(byte[] line) => [.. line, (byte)'\n'];

    private static async Task<int> Run(IEnumerable<Arrival> arrivals, Func<RawReport, byte[]> work, Stream output, int jobs, bool quiet, CancellationToken cancelled)
    {
        var failed = false;
        using var progress = new Progress(quiet);
        await Pipeline.Run(
            arrivals,
            work,
            outcome =>
            {
                if (outcome.Output is { } bytes) output.Write(bytes);
                else
                {
                    failed = true;
                    progress.Say($"entente: {outcome.Input}: {outcome.Failure}");
                }

                progress.Step();
            },
            jobs,
            cancelled);
        output.Flush();
        return cancelled.IsCancellationRequested ? ExitCodes.Interrupted : failed ? ExitCodes.SomeFailed : ExitCodes.Done;
    }
}
