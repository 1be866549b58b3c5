using System.Collections.Concurrent;
using System.Text;
using Entente.Intake;
using Entente.Language;
using Entente.Output;

namespace Entente.Cli;

/// <summary>What <c>read</c> prints of a report, format by format. Safe for several threads at once.</summary>
internal sealed class ReadFormats
{
    private readonly Lazy<Reader> _reader;
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);

    /// <summary>Formats with the lexicon of <paramref name="lexicon"/> (a folder, or null) laid over the shipped one.</summary>
    public ReadFormats(string? lexicon) => _reader = new Lazy<Reader>(() => Reader.Load(lexicon));

    /// <summary>Looks and width of the view.</summary>
    public ViewStyle ViewStyle { get; init; } = new(80, Colours: false);

    /// <summary>Whether each event is explained.</summary>
    public bool Why { get; init; }

    /// <summary>The names that <c>--format</c> knows.</summary>
    public static string[] Names { get; } = ["view", "json", "plover", "cameo", "article", "conllu"];

    /// <summary>Makes the bytes of a report in <paramref name="format"/>; throws <see cref="IntakeException"/> for a bad report.</summary>
    public Func<RawReport, byte[]> Of(string format) => format switch
    {
        "article" => report => Line(ArticleJson.Line(report.Input, ArticleMaker.Read(report))),
        "json" => Json,
        "plover" => report => PloverJson.Lines(Read(report)),
        "cameo" => report => Encoding.UTF8.GetBytes(CameoLines.Of(Read(report))),
        "conllu" => Conllu,
        "view" => View,
        _ => throw new ArgumentException($"there is no format {format}", nameof(format)),
    };

    /// <summary>What was wrong in parts of an input whose rest was printed; null if nothing.</summary>
    public string? FaultOf(string input) => _faults.TryRemove(input, out var fault) ? fault : null;

    private Reading Read(RawReport report) => _reader.Value.Read(ArticleMaker.Read(report));

    private byte[] Json(RawReport report)
    {
        var reading = Read(report);
        var line = ReadingJson.Line(report.Input, reading, _reader.Value.Lexicon.Hash, _reader.Value.ModelsHash);
        return Line(Why ? EventWhy.AddTo(line, WhysOf(reading)) : line);
    }

    private byte[] View(RawReport report)
    {
        var reading = Read(report);
        return Encoding.UTF8.GetBytes(ReadingView.Of(report.Input, reading, ViewStyle, Why ? WhysOf(reading) : null));
    }

    private byte[] Conllu(RawReport report)
    {
        if (report.Form != ReportForm.Conllu)
        {
            var article = ArticleMaker.Read(report);
            return Encoding.UTF8.GetBytes(ConlluText.Of(article, _reader.Value.Parse(article.Text, article.Paragraphs)));
        }

        var errors = new List<ConlluError>();
        var text = ConlluText.Annotated(report.Bytes, _reader.Value.Annotate, errors);
        if (errors.Count > 0)
        {
            var more = errors.Count == 1 ? "" : $"; {errors.Count - 1} more sentences are malformed";
            _faults[report.Input] = $"{report.Input}:{errors[0].Line}: {errors[0].Message}: the sentence is left out{more}";
        }
        else if (text.Length == 0) throw new IntakeException("holds no sentence");

        return Encoding.UTF8.GetBytes(text);
    }

    private List<IReadOnlyList<string>> WhysOf(Reading reading)
    {
        var parsed = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal);
        var whys = new List<IReadOnlyList<string>>(reading.Events.Count);
        foreach (var e in reading.Events)
        {
            if (!parsed.TryGetValue(e.In ?? "", out var sentences))
            {
                var text = EventWords.TextOf(reading.Article, e.In);
                parsed[e.In ?? ""] = sentences = _reader.Value.Parse(text, e.In is null ? reading.Article.Paragraphs : [new TextSpan(0, text.Length)]);
            }

            whys.Add(EventWhy.Of(reading.Article, e, sentences));
        }

        return whys;
    }

    private static byte[] Line(byte[] line) => [.. line, (byte)'\n'];
}
