using System.CommandLine;
using Entente.Cli;

var root = new RootCommand("Entente reads the world's news and says who did what to whom, with the words it was read from.")
{
    ReadCommand.Create(),
    RelateCommand.Create(),
    EvalCommand.Create(),
    CorpusCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"entente: {error.Message}");
    Console.Error.WriteLine($"Try 'entente {string.Join(' ', parsed.CommandResult.Command is RootCommand ? [] : [parsed.CommandResult.Command.Name + " "])}--help'.".Replace("  ", " ", StringComparison.Ordinal));
    return ExitCodes.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // The reader of a pipe went away, a disk is full, a folder may not be written: nothing that a stack trace explains.
    Console.Error.WriteLine($"entente: can't go on: {e.Message}");
    return ExitCodes.SomeFailed;
}
