using System.Text;
using Entente.Tests.Approved;
using Xunit;

namespace Entente.Tests.Lexicon;

/// <summary>The files are tables as lexicon/README.md says: header, columns, order, keys.</summary>
public class LexiconShapeTests
{
    public static TheoryData<string> Files() => [.. Tsv.Keys.Keys];

    [Fact]
    public void Every_file_of_the_folder_is_built_in_and_checked()
    {
        var built = typeof(Reader).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("lexicon/", StringComparison.Ordinal)).Select(n => n[8..]);
        Assert.Equal(Tsv.Keys.Keys.Order(StringComparer.Ordinal), built.Order(StringComparer.Ordinal));
        var folder = Directory.EnumerateFiles(Checkout.PathOf("lexicon"), "*.tsv").Select(f => Path.GetFileName(f)!);
        Assert.Equal(Tsv.Keys.Keys.Order(StringComparer.Ordinal), folder.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_header_is_the_one_that_the_readme_tells(string file)
    {
        var row = File.ReadLines(Checkout.PathOf("lexicon", "README.md")).Single(l => l.StartsWith($"| `{file}` |", StringComparison.Ordinal));
        var columns = row.Split('|')[3].Trim().Trim('`').Split(' ');
        Assert.Equal(columns, Tsv.Header(file).Split('\t'));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_has_a_value_or_nothing_in_each_column(string file)
    {
        var columns = Tsv.Header(file).Split('\t').Length;
        Tsv.Refuse(Tsv.Lines(file).SelectMany(l => Faults(l, columns)));

        static IEnumerable<string> Faults(Line line, int columns)
        {
            if (line.Columns.Length != columns) yield return line.Says($"{line.Columns.Length} columns, not {columns}");
            if (line.Columns[0].Length == 0) yield return line.Says("the first column is empty");
            foreach (var value in line.Columns)
            {
                if (value != value.Trim() || value.Contains("  ", StringComparison.Ordinal)) yield return line.Says($"spaces around or within '{value}'");
                if (line.File != "furniture.tsv" && (value.StartsWith('|') || value.EndsWith('|') || value.Contains("||", StringComparison.Ordinal))) yield return line.Says($"an empty value in '{value}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_lines_are_sorted_by_their_bytes(string file)
    {
        var lines = Tsv.Lines(file);
        Tsv.Refuse(lines.Zip(lines.Skip(1))
            .Where(p => Encoding.UTF8.GetBytes(p.First.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(p.Second.Text)) > 0)
            .Select(p => p.Second.Says($"'{p.Second.Columns[0]}' stands too low: sort with LC_ALL=C sort")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_file_is_utf_8_without_carriage_returns_and_ends_with_one_line_feed(string file)
    {
        var bytes = Tsv.Bytes(file);
        Assert.Equal(bytes, Encoding.UTF8.GetBytes(new UTF8Encoding(false, true).GetString(bytes)));
        Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), "a byte order mark");
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal("\n", Encoding.UTF8.GetString(bytes.AsSpan(bytes.Length - 1)));
        Assert.NotEqual((byte)'\n', bytes[^2]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_two_lines_have_one_key(string file) =>
        Tsv.Refuse(Tsv.Lines(file).GroupBy(l => string.Join('\t', l.Columns.Take(Tsv.Keys[file]))).Where(g => g.Count() > 1)
            .Select(g => g.Last().Says($"the key '{g.Key}' stands in line {g.First().Number} too")));
}
