using System.Text;
using Entente.Intake;

namespace Entente.Bench;

/// <summary>The articles that are measured.</summary>
/// <param name="PagesFolder">Folder of the pages.</param>
/// <param name="Pages">Files of HTML pages, in order.</param>
/// <param name="Texts">Files of the plain texts.</param>
/// <param name="Words">Words of all the texts.</param>
/// <param name="IsMade">Whether the pages are made here, not a user's.</param>
internal sealed record BenchCorpus(string PagesFolder, IReadOnlyList<string> Pages, IReadOnlyList<string> Texts, int Words, bool IsMade)
{
    private const int WordsOfArticle = 400;

    /// <summary>
    /// Makes <paramref name="count"/> articles of about 400 words out of the sentences of corpus/reports, as pages of about 80 KB and
    /// as texts, the same at each run. Pages of the folder <paramref name="pages"/>, if given, stand for those made.
    /// </summary>
    public static BenchCorpus Make(string home, string folder, int count, string? pages)
    {
        var sources = Sources(Path.Combine(home, "corpus", "reports"));
        var random = new Random(1945);
        var (pageFiles, textFiles, words) = (new List<string>(), new List<string>(), 0);
        var pagesFolder = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        var textsFolder = Directory.CreateDirectory(Path.Combine(folder, "texts")).FullName;
        for (var i = 0; i < count; i++)
        {
            var (title, paragraphs) = Compose(sources, random);
            words += paragraphs.Sum(CountWords);
            textFiles.Add(Write(textsFolder, $"{i:D4}.txt", $"{title}\n\n{string.Join("\n\n", paragraphs)}\n"));
            if (pages is null) pageFiles.Add(Write(pagesFolder, $"{i:D4}.html", PageFurniture.Around(title, paragraphs, [.. sources.Select(s => s.Title)], random)));
        }

        if (pages is not null) pageFiles = [.. Directory.EnumerateFiles(pages, "*.htm*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return new BenchCorpus(pages ?? pagesFolder, pageFiles, textFiles, words, pages is null);
    }

    private sealed record Source(string Title, string[] Sentences);

    private static List<Source> Sources(string folder)
    {
        var sources = new List<Source>();
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var form = file.EndsWith(".html", StringComparison.Ordinal) ? ReportForm.Html : ReportForm.Text;
            var article = ArticleMaker.Read(new RawReport(file, form, File.ReadAllBytes(file), new Hints()));
            var sentences = article.Paragraphs.SelectMany(p => Sentences(p.In(article.Text))).ToArray();
            if (article.Title is { } title && sentences.Length > 4) sources.Add(new Source(title, sentences));
        }

        return sources;
    }

    private static IEnumerable<string> Sentences(string paragraph)
    {
        var start = 0;
        for (var i = 1; i + 2 < paragraph.Length; i++)
        {
            // After a small letter, so that "J. Smith" and "U.S. Army" stay whole.
            if (paragraph[i] != '.' || paragraph[i + 1] != ' ' || !char.IsUpper(paragraph[i + 2]) || !char.IsLower(paragraph[i - 1])) continue;
            yield return paragraph[start..(i + 1)];
            start = i + 2;
        }

        yield return paragraph[start..];
    }

    /// <summary>The sentences of one report and some of a second, in a new order, two or three a paragraph.</summary>
    private static (string Title, List<string> Paragraphs) Compose(List<Source> sources, Random random)
    {
        var (main, other) = (sources[random.Next(sources.Count)], sources[random.Next(sources.Count)]);
        string[] sentences = [.. main.Sentences];
        string[] more = [.. other.Sentences];
        random.Shuffle(sentences);
        random.Shuffle(more);
        var paragraphs = new List<string>();
        var (words, left) = (0, 0);
        foreach (var sentence in sentences.Concat(more))
        {
            if (words >= WordsOfArticle) break;
            if (left-- > 0) paragraphs[^1] += " " + sentence;
            else
            {
                paragraphs.Add(sentence);
                left = random.Next(1, 3);
            }

            words += CountWords(sentence);
        }

        return (main.Title, paragraphs);
    }

    private static int CountWords(string text) => text.AsSpan().Count(' ') + 1;

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
