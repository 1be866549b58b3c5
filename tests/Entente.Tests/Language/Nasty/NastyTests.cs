using Entente.Language;
using Xunit;

namespace Entente.Tests.Language.Nasty;

/// <summary>Texts that are hard to cut and to read. They were written by a language model; README.md tells their form.</summary>
public class NastyTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Language", "Nasty");

    private static readonly List<NastyItem> Items = NastyItem.Read(Folder);

    private static readonly LanguageModel Model = LanguageModel.Load();

    private static readonly HashSet<string> Known = [.. File.ReadAllLines(Path.Combine(Folder, "known-failures.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    private static List<Sentence> Read(NastyItem item) => Model.Analyze(item.Text, [new TextSpan(0, item.Text.Length)]);

    public static TheoryData<string> Names => [.. Items.Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nasty_text_is_cut_into_its_sentences_and_words(string name)
    {
        var item = Items.Single(i => i.Name == name);
        Assert.Equal(item.Sentences, Read(item).Select(s => string.Join(' ', s.Tokens.Select(t => t.Form))));
    }

    [Fact]
    public void Words_of_nasty_texts_are_read_right_but_for_the_known_failures()
    {
        var wrong = Failures().Where(f => !Known.Contains(f)).ToList();
        Assert.True(wrong.Count == 0, "new failures:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public void Known_failures_are_struck_out_when_they_are_read_right()
    {
        var right = Known.Except(Failures()).ToList();
        Assert.True(right.Count == 0, "these are right now: take them out of known-failures.txt\n" + string.Join('\n', right));
    }

    [Fact]
    public void There_are_enough_nasty_texts()
    {
        Assert.True(Items.Count >= 80 && Items.Count(i => i.Words.Count > 0) * 2 >= Items.Count, $"{Items.Count} items");
        Assert.Equal(Items.Count, Items.Select(i => i.Name).Distinct().Count());
    }

    private static List<string> Failures() => [.. Items.SelectMany(i => i.Wrong(Read(i))).Select(w => $"{w.Item}: {w.Line}")];
}
