using System.CommandLine.Parsing;
using Entente.Intake;

namespace Entente.Cli;

/// <summary>Finds the files that a command's inputs name, and opens them one after the other.</summary>
internal static class Inputs
{
    /// <summary>All reports of all inputs, in order: files, folders (sorted by name, hidden ones left out) and <c>-</c>.</summary>
    public static IEnumerable<Arrival> Open(IEnumerable<string> inputs, Hints hints, FieldNames fields, Reach? reach = null)
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
                foreach (var arrival in Directory.Exists(input) ? OpenFolder(input, hints, fields, reach) : OpenFile(input, hints, fields, reach)) yield return arrival;
            }
        }
    }

    /// <summary>Refuses an input that is a mistyped option: the parser takes what it doesn't know for a file's name.</summary>
    public static void RefuseUnknownOptions(ArgumentResult inputs)
    {
        foreach (var token in inputs.Tokens)
            if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value)) inputs.AddError($"there is no option {token.Value}");
    }

    private static IEnumerable<Arrival> OpenFolder(string path, Hints hints, FieldNames fields, Reach? reach)
    {
        List<FileSystemInfo> found = [];
        FailedInput? failure = null;
        try
        {
            // Links to folders are left out: they may lead back here.
            found = [.. new DirectoryInfo(path).EnumerateFileSystemInfos()
                .Where(f => !f.Attributes.HasFlag(FileAttributes.Hidden) && !(f is DirectoryInfo && f.LinkTarget is not null))
                .OrderBy(f => f is DirectoryInfo ? f.Name + "/" : f.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = CannotOpen(path, e);
        }

        if (failure is not null) yield return failure;
        foreach (var file in found)
        {
            var inside = Path.Combine(path, file.Name);
            foreach (var arrival in file is DirectoryInfo ? OpenFolder(inside, hints, fields, reach) : OpenFile(inside, hints, fields, reach)) yield return arrival;
        }
    }

    private static IEnumerable<Arrival> OpenFile(string path, Hints hints, FieldNames fields, Reach? reach)
    {
        FileStream? file = null;
        FailedInput? failure = null;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failure = CannotOpen(path, e);
        }

        if (file is null) return [failure!];
        return Closing(file, reach, Unpacker.Open(file, path.Replace('\\', '/'), hints, fields));
    }

    private static FailedInput CannotOpen(string path, Exception e) => new(path, e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "is not there: check the path",
        UnauthorizedAccessException => "may not be opened: check who may read it",
        _ => $"can't be opened: {e.Message}",
    });

    private static IEnumerable<Arrival> Closing(FileStream file, Reach? reach, IEnumerable<Arrival> arrivals)
    {
        using (file)
        {
            reach?.Begin(file);
            foreach (var arrival in arrivals) yield return arrival;
            reach?.End(file);
        }
    }
}
