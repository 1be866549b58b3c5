using System.Globalization;
using BenchmarkDotNet.Running;
using Entente.Bench;

// bench/run gives the folder of the project first.
const string Usage = "usage: bench/run [--pages DIR] [--articles N] [--rounds N] [--save] | bench/run parts [BenchmarkDotNet options]";
if (args.Length == 0) return Wrong();
var home = args[0];
if (args is [_, "parts", ..])
{
    Parts.Home = home;
    BenchmarkRunner.Run<Parts>(args: args[2..]);
    return 0;
}

string? pages = null;
var (articles, rounds, save) = (300, 3, false);
for (var i = 1; i < args.Length; i++)
{
    if (args[i] == "--save") save = true;
    else if (args[i] == "--pages" && i + 1 < args.Length && Directory.Exists(args[i + 1])) pages = args[++i];
    else if (args[i] == "--articles" && Number(ref i) is { } a) articles = a;
    else if (args[i] == "--rounds" && Number(ref i) is { } r) rounds = r;
    else return Wrong();
}

var folder = Directory.CreateTempSubdirectory("entente-bench-");
try
{
    var corpus = BenchCorpus.Make(home, folder.FullName, articles, pages);
    var results = WholeProgram.Measure(home, corpus, rounds);
    Console.Write(results.Table());
    if (save) Console.WriteLine($"Saved as {results.Save(Path.Combine(home, "bench", "results"))}");
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

int? Number(ref int i) =>
    i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && ++i > 0 ? n : null;

static int Wrong()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
