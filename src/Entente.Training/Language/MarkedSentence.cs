using System.Globalization;
using Entente.Corpus;
using Entente.Language;

namespace Entente.Training.Language;

/// <summary>A sentence by its name, with its mentions where they are marked.</summary>
/// <param name="Id">The treebank's <c>sent_id</c>; of the corpus the item's name, a stop and the number of the sentence in it.</param>
/// <param name="Sentence">The words.</param>
/// <param name="HasMentions">Whether its mentions are marked.</param>
internal sealed record MarkedSentence(string Id, Sentence Sentence, bool HasMentions)
{
    /// <summary>Sentences of a treebank, without mentions.</summary>
    public static List<MarkedSentence> OfTreebank(IEnumerable<ConlluSentence> sentences) => [.. sentences.Select(s => new MarkedSentence(
        s.Comments.FirstOrDefault(c => c.StartsWith("# sent_id = ", StringComparison.Ordinal))?[12..].Trim() ?? "", s.Sentence, false))];

    /// <summary>
    /// Sentences of a part of the corpus, without mentions, tags and trees: every word depends on the first. Those that have a tree
    /// in <c>trees/</c> are left out.
    /// </summary>
    public static List<MarkedSentence> OfCorpus(string folder, string part)
    {
        var withTree = Directory.EnumerateFiles(Path.Combine(folder, "trees"), "*.conllu").SelectMany(Treebanks.Read).Select(s => Letters(s.Sentence)).ToHashSet();
        return [.. CorpusFolder.Read(folder).Of(part).SelectMany(item => LanguageModel.Split(item.Text, [new TextSpan(0, item.Text.Length)])
            .Select((sentence, i) => new MarkedSentence($"{item.Id}.{i + 1}", Flat(sentence), false)))
            .Where(s => !withTree.Contains(Letters(s.Sentence)))];
    }

    // Words may have been cut otherwise when the trees were made.
    private static string Letters(Sentence sentence) => string.Concat(sentence.Tokens.SelectMany(t => t.Form).Where(char.IsLetterOrDigit));

    private static Sentence Flat(Sentence sentence) => new()
    {
        Span = sentence.Span,
        Tokens = [.. sentence.Tokens.Select((t, i) => t with { Upos = "X", Xpos = "FW", Relation = i == 0 ? "root" : "dep", Head = i == 0 ? -1 : 0 })],
    };

    /// <summary>
    /// The sentences, with mentions where the file has them. A line is a sentence: its name, the number of its words, its mentions as
    /// kind, first and last word, counted from 1 (<c>state 3-4, date 9-9</c>). A line whose sentence has another number of words is
    /// told and left out.
    /// </summary>
    public static List<MarkedSentence> WithMentions(IEnumerable<MarkedSentence> sentences, string file)
    {
        var lines = File.ReadLines(file).Select(l => l.Split('\t')).ToDictionary(cells => cells[0]);
        return [.. sentences.Select(s => lines.TryGetValue(s.Id, out var cells) ? s.WithMentions(cells, file) : s)];
    }

    private MarkedSentence WithMentions(string[] cells, string file)
    {
        var tokens = (Token[])Sentence.Tokens.Clone();
        if (int.Parse(cells[1], CultureInfo.InvariantCulture) != tokens.Length)
        {
            Console.Error.WriteLine($"{file}: {Id} has {tokens.Length} words now, and not {cells[1]}");
            return this;
        }
        foreach (var mark in cells[2].Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var space = mark.IndexOf(' ');
            var numbers = mark[(space + 1)..].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            for (var word = numbers[0]; word <= numbers[1]; word++)
                tokens[word - 1].Mention = (word == numbers[0] ? "B-" : "I-") + mark[..space];
        }
        return new(Id, new() { Span = Sentence.Span, Tokens = tokens }, true);
    }
}
