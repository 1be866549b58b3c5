using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Entente.Actors;
using Entente.Events;
using Entente.Intake;
using Entente.Language;
using Entente.Output;

namespace Entente.Bench;

/// <summary>Each step of a reading alone, over forty articles of 400 words.</summary>
[Config(typeof(InThisProcess))]
[MemoryDiagnoser]
public class Parts
{
    private const int Articles = 40;
    private readonly Entente.Reader _reader = Entente.Reader.Load();
    private readonly List<RawReport> _pages = [];
    private readonly List<string> _markup = [];
    private readonly List<Article> _articles = [];
    private readonly List<List<(Sentence, string, string?)>> _sentences = [];
    private readonly List<Reading> _readings = [];

    /// <summary>Folder of the project.</summary>
    internal static string Home { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var folder = Directory.CreateTempSubdirectory("entente-bench-");
        foreach (var file in BenchCorpus.Make(Home, folder.FullName, Articles, null).Pages)
        {
            var page = new RawReport(file, ReportForm.Html, File.ReadAllBytes(file), new Hints());
            var article = ArticleMaker.Read(page);
            _pages.Add(page);
            _markup.Add(File.ReadAllText(file));
            _articles.Add(article);
            _sentences.Add([.. _reader.Parse(article.Text, article.Paragraphs).Select(s => (s, article.Text, (string?)null))]);
            _readings.Add(_reader.Read(article));
        }

        folder.Delete(recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "SmartReader alone")]
    public void SmartReaderAlone()
    {
        foreach (var html in _markup) new SmartReader.Reader("https://daily.example/world/report", html).GetArticle();
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "article out of a page")]
    public void Intake()
    {
        foreach (var page in _pages) ArticleMaker.Read(page);
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "tokens, tags, trees")]
    public void Sentences()
    {
        foreach (var article in _articles) _reader.Parse(article.Text, article.Paragraphs);
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "actors")]
    public void Actors()
    {
        for (var i = 0; i < Articles; i++) FindActors(i);
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "actors and events")]
    public void Events()
    {
        for (var i = 0; i < Articles; i++)
            ArticleEvents.Read(_articles[i], FindActors(i), _reader.Lexicon, new Dictionary<string, string> { [""] = _articles[i].Text });
    }

    [Benchmark(OperationsPerInvoke = Articles, Description = "JSON")]
    public void Json()
    {
        foreach (var reading in _readings) ReadingJson.Line("page", reading, "none", "none");
    }

    // Actors change while events are read, so each run finds its own.
    private ArticleActors FindActors(int i) => ArticleActors.Find(_reader.Lexicon, _articles[i], _sentences[i]);

    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
