namespace Entente.Corpus;

/// <summary>A corpus on disk: <c>sentences/BATCH.txt</c>, <c>articles/NAME.txt</c> and <c>splits.tsv</c>.</summary>
/// <param name="Items">All sentences and reports, by the names of their files.</param>
/// <param name="Faults">What is wrong: file, line, message.</param>
/// <param name="Splits">For each batch and report its part: train, dev or test.</param>
public sealed record CorpusFolder(IReadOnlyList<CorpusItem> Items, IReadOnlyList<(string File, CorpusFault Fault)> Faults, IReadOnlyDictionary<string, string> Splits)
{
    /// <summary>The parts into which a corpus is split.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["train", "dev", "test"];

    /// <summary>Reads a folder.</summary>
    /// <exception cref="IOException">It is not there, or holds no corpus.</exception>
    public static CorpusFolder Read(string folder)
    {
        var files = Files(folder);
        if (files.Count == 0) throw new IOException($"{folder} holds no corpus: it has neither sentences/*.txt nor articles/*.txt");
        var items = new List<CorpusItem>();
        var faults = new List<(string, CorpusFault)>();
        var seen = new HashSet<string>();
        foreach (var file in files)
        {
            var (read, wrong) = CorpusReader.Read(file);
            items.AddRange(read);
            faults.AddRange(wrong.Select(w => (file, w)));
            faults.AddRange(read.Where(i => !seen.Add(i.Id)).Select(i => (file, new CorpusFault(i.Line, $"{i.Id} is there twice"))));
        }

        var table = Path.Combine(folder, "splits.tsv");
        return new(items, faults, File.Exists(table) ? ReadSplits(table) : new Dictionary<string, string>());
    }

    /// <summary>The items of a part; all where it is null.</summary>
    public IReadOnlyList<CorpusItem> Of(string? part) => part is null ? Items : [.. Items.Where(i => Splits.GetValueOrDefault(i.Batch) == part)];

    /// <summary>The corpus files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. new[] { "sentences", "articles" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)
            .SelectMany(inside => Directory.EnumerateFiles(inside, "*.txt").Order(StringComparer.Ordinal))];

    private static Dictionary<string, string> ReadSplits(string table) => File.ReadLines(table)
        .Select(line => line.Split('\t')).Where(cells => cells.Length == 2 && cells[0] != "batch").ToDictionary(cells => cells[0], cells => cells[1]);
}
