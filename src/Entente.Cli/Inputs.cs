using Entente.Intake;

namespace Entente.Cli;

/// <summary>Finds the files that a command's inputs name, and opens them one after the other.</summary>
internal static class Inputs
{
    /// <summary>All reports of all inputs, in order: files, folders (sorted by name, hidden ones left out) and <c>-</c>.</summary>
    public static IEnumerable<Arrival> Open(IEnumerable<string> inputs, Hints hints, FieldNames fields)
    {
        foreach (var input in inputs)
        {
            if (input == "-")
            {
                using var standard = Console.OpenStandardInput();
                foreach (var arrival in Unpacker.Open(standard, "-", hints, fields)) yield return arrival;
            }
            else if (input.StartsWith("http://", StringComparison.Ordinal) || input.StartsWith("https://", StringComparison.Ordinal))
            {
                yield return new FailedInput(input, "pages are not fetched yet: save the page and give the file, with --url");
            }
            else
            {
                foreach (var arrival in Files(input).SelectMany(file => OpenFile(file, hints, fields))) yield return arrival;
            }
        }
    }

    private static IEnumerable<string> Files(string input)
    {
        if (!Directory.Exists(input)) return [input];
        var found = new DirectoryInfo(input).EnumerateFiles("*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = true,
        });
        return found.Select(f => Path.Combine(input, Path.GetRelativePath(input, f.FullName))).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Arrival> OpenFile(string path, Hints hints, FieldNames fields)
    {
        FileStream? file = null;
        FailedInput? failure = null;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failure = new FailedInput(path, e is FileNotFoundException or DirectoryNotFoundException ? "is not there" : $"can't be opened: {e.Message}");
        }

        if (file is null) return [failure!];
        return Closing(file, Unpacker.Open(file, path.Replace('\\', '/'), hints, fields));
    }

    private static IEnumerable<Arrival> Closing(FileStream file, IEnumerable<Arrival> arrivals)
    {
        using (file)
            foreach (var arrival in arrivals) yield return arrival;
    }
}
