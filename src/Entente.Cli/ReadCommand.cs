using System.CommandLine;
using Entente.Intake;
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
        format.AcceptOnlyFromAmong(ReadFormats.Names);
        var output = new Option<string?>("--output", "-o") { Description = "Write to FILE instead of standard output", HelpName = "FILE" };
        var date = new Option<string?>("--date") { Description = "Day of publication (YYYY-MM-DD), where the input does not say it", HelpName = "D" };
        var url = new Option<string?>("--url") { Description = "Address, where the input does not say it" };
        var country = new Option<string?>("--country") { Description = "Where it is published (ISO 3166-1 alpha-3): whom \"we\" and \"the government\" mean", HelpName = "CODE" };
        var fields = new Option<string[]>("--field") { Description = "Name a field of rows, as in text=body", HelpName = "WHAT=NAME" };
        var why = new Option<bool>("--why") { Description = "Explain each event: the lexicon's line, its slots and the tree (with view and json)" };
        var lexicon = new Option<string?>("--lexicon") { Description = "Lay the lexicon lines of folder DIR over the shipped ones", HelpName = "DIR" };
        var jobs = new Option<int>("--jobs") { Description = "Reports read at a time (default: one a core)", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var quiet = new Option<bool>("--quiet") { Description = "No progress bar" };
        var command = new Command("read", "Read reports: who, what happened, with the words.\n\nExample: entente read news.csv --format json > readings.jsonl")
        {
            inputs, format, output, date, url, country, fields, why, lexicon, jobs, quiet,
        };
        command.SetAction(async (parsed, cancelled) =>
        {
            var hints = new Hints { Url = parsed.GetValue(url), Country = parsed.GetValue(country)?.ToUpperInvariant() };
            if (parsed.GetValue(date) is { } day)
            {
                var read = LocalDatePattern.Iso.Parse(day);
                if (!read.Success) return Wrong($"--date {day} is not a day as YYYY-MM-DD");
                hints = hints with { DateOtherwise = read.Value };
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
            var name = parsed.GetValue(format)!;
            if (parsed.GetValue(why) && name is not ("view" or "json")) return Wrong($"--why goes with --format view or json, not {name}");
            if (OwnLexicon.Complaint(parsed.GetValue(lexicon)) is { } complaint) return Wrong(complaint);
            var path = parsed.GetValue(output);
            if (path is not null && parsed.GetValue(inputs)!.Any(i => Path.GetFullPath(i) == Path.GetFullPath(path))) return Wrong($"-o {path} is also an input, and would be overwritten");
            if (ReadOutput.Open(path, out var error) is not { } writer) return Wrong($"-o {path} can't be written: {error}");
            var formats = new ReadFormats(parsed.GetValue(lexicon)) { Why = parsed.GetValue(why), ViewStyle = ViewStyle.For(writer) };
            var reach = new Reach(parsed.GetValue(inputs)!);
            return await Run(Inputs.Open(parsed.GetValue(inputs)!, hints, names, reach), reach, formats, name, writer, parsed.GetValue(jobs), parsed.GetValue(quiet), cancelled);
        });
        return command;
    }

    private static int Wrong(string message)
    {
        Console.Error.WriteLine($"entente: {message}");
        return ExitCodes.WrongUsage;
    }

    private static async Task<int> Run(IEnumerable<Arrival> arrivals, Reach reach, ReadFormats formats, string format, ReadOutput output, int jobs, bool quiet, CancellationToken cancelled)
    {
        var failed = false;
        using var progress = new Progress(quiet, reach);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var reading = Pipeline.Run(
            arrivals,
            formats.Of(format),
            outcome =>
            {
                var fault = outcome.Failure is null ? formats.FaultOf(outcome.Input) : $"{outcome.Input}: {outcome.Failure}";
                if (outcome.Output is { } bytes && !output.Write(bytes)) stop.Cancel();
                if (fault is not null)
                {
                    failed = true;
                    progress.Say($"entente: {fault}");
                }

                progress.Step();
            },
            jobs,
            stop.Token);
        await Task.WhenAny(reading, Stopped(stop.Token));
        if (reading.IsCompleted) await reading;
        output.Close();
        if (output.Failure is { } failure) progress.Say($"entente: the output can't be written: {failure}");
        return cancelled.IsCancellationRequested ? ExitCodes.Interrupted : failed || output.Failure is not null ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    /// <summary>
    /// Ends a while after <paramref name="stop"/>: time for what has begun, but an input that never comes (a terminal, a pipe) must
    /// not hold back what is done. Shorter than the two seconds after which an interrupted program is ended from outside.
    /// </summary>
    private static async Task Stopped(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            await Task.Delay(1500, CancellationToken.None);
        }
    }
}
