using Entente.Intake;

namespace Entente.Tests.Approved;

/// <summary>The files of the checkout that tests read, found by walking up from the built tests.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    /// <summary>The reader that all tests share: loading one takes most of a second.</summary>
    public static Reader Reader => Shared.Value;

    private static readonly Lazy<Reader> Shared = new(() => Reader.Load());

    private static readonly Lazy<IReadOnlyList<(string Input, Article Article)>> AllReports =
        new(() => [.. Open("corpus", "reports"), .. Open("samples")]);

    /// <summary>The articles of <c>corpus/reports</c> and <c>samples</c>, in the order of their names.</summary>
    public static IReadOnlyList<(string Input, Article Article)> Reports => AllReports.Value;

    /// <summary>Path of a file or folder of the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The articles of a folder's files, golds left out: file name, and the record within it.</summary>
    public static IEnumerable<(string Input, Article Article)> Open(params string[] folder) =>
        from file in Directory.EnumerateFiles(PathOf(folder)).Order(StringComparer.Ordinal)
        where !file.EndsWith(".gold.json", StringComparison.Ordinal)
        from report in OpenFile(file)
        select (report.Input, ArticleMaker.Read(report));

    private static List<RawReport> OpenFile(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. Unpacker.Open(stream, Path.GetFileName(file), Hints.None, FieldNames.Default).OfType<RawReport>()];
    }

    /// <summary>A file or folder of the data that may lie beside the checkout, or in the folder that ENTENTE_SHARED names; null where it is not there.</summary>
    public static string? SharedData(params string[] parts)
    {
        var named = Environment.GetEnvironmentVariable("ENTENTE_SHARED");
        var above = new List<string>();
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            above.Add(Path.Combine(at.FullName, "shared"));
        return (named is null ? above : [named]).Select(shared => Path.Combine([shared, "data", .. parts])).FirstOrDefault(Path.Exists);
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "lexicon", "README.md"))) return at.FullName;
        throw new DirectoryNotFoundException($"no lexicon/README.md above {AppContext.BaseDirectory}: run the tests from the checkout that built them");
    }
}
