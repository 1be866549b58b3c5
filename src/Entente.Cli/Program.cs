using System.CommandLine;
using Entente.Cli;

var root = new RootCommand("Entente reads the world's news and says who did what to whom, with the words it was read from.")
{
    ReadCommand.Create(),
    RelateCommand.Create(),
    EvalCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"entente: {error.Message}");
    Console.Error.WriteLine($"Try 'entente {string.Join(' ', parsed.CommandResult.Command is RootCommand ? [] : [parsed.CommandResult.Command.Name + " "])}--help'.".Replace("  ", " ", StringComparison.Ordinal));
    return ExitCodes.WrongUsage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
