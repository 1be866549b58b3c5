using NodaTime;
using NodaTime.Text;

namespace Entente.Corpus;

/// <summary>A sentence or a report of the corpus, with what its annotator found in it.</summary>
public sealed record CorpusItem
{
    /// <summary>Its name: <c>coerce-a-1-017</c>, or the file's name of a report.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the batch or report: a split takes it whole.</summary>
    public required string Batch { get; init; }

    /// <summary>Whether it is a whole report, not a sentence.</summary>
    public required bool IsReport { get; init; }

    /// <summary>First line in the file.</summary>
    public required int Line { get; init; }

    /// <summary>Day of publication.</summary>
    public required LocalDate Published { get; init; }

    /// <summary>Fields of a report's header (<c>title</c>, <c>kind</c>, <c>shape</c>, <c>region</c>, <c>translated</c>, <c>none</c>).</summary>
    public IReadOnlyDictionary<string, string> Header { get; init; } = new Dictionary<string, string>();

    /// <summary>Name that it shares with sentences that differ from it in little; null for most.</summary>
    public string? Pair { get; init; }

    /// <summary>The text, and what is marked in it.</summary>
    public required MarkedText Marked { get; init; }

    /// <summary>The actors, in the order of their letters.</summary>
    public IReadOnlyList<CorpusActor> Actors { get; init; } = [];

    /// <summary>The events, in the order of their numbers.</summary>
    public IReadOnlyList<CorpusEvent> Events { get; init; } = [];

    /// <summary>Visits, treaties, trade figures and predictions of a report.</summary>
    public IReadOnlyList<CorpusFact> Facts { get; init; } = [];

    /// <summary>Why there is no event; null where there is one.</summary>
    public string? None { get; init; }

    /// <summary>The text without marks.</summary>
    public string Text => Marked.Text;

    /// <summary>The words that were marked with a name, in the order of the text.</summary>
    public IEnumerable<string> WordsOf(string name) => SpansOf(name).Select(s => s.In(Text));

    /// <summary>The stretches that were marked with a name, in the order of the text.</summary>
    public IEnumerable<TextSpan> SpansOf(string name) => Marked.Marks.Where(m => m.Name == name).Select(m => m.Span).Order();

    /// <summary>The actor of a letter; null if there is none.</summary>
    public CorpusActor? ActorOf(string letter) => Actors.FirstOrDefault(a => a.Letter == letter);
}

/// <summary>An actor.</summary>
/// <param name="Letter">By which marks and sides name it.</param>
/// <param name="Kind">person, state, organisation, group, office, population or place.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or IGO, NGO, MNC, IMG, XXX.</param>
/// <param name="Sectors">PLOVER's sectors, the weightiest first.</param>
/// <param name="FullName">Who it is, where the text or common knowledge tells it.</param>
public sealed record CorpusActor(string Letter, string Kind, string Country, IReadOnlyList<string> Sectors, string? FullName);

/// <summary>Two sides, as letters of actors.</summary>
/// <param name="Source">Who acts; all of them where it is reciprocal.</param>
/// <param name="Target">Who is acted upon.</param>
/// <param name="Reciprocal">Whether all are sources.</param>
public sealed record CorpusSides(IReadOnlyList<string> Source, IReadOnlyList<string> Target, bool Reciprocal);

/// <summary>An event.</summary>
public sealed record CorpusEvent
{
    /// <summary>By which marks name its trigger.</summary>
    public required string Number { get; init; }

    /// <summary>Line in the file.</summary>
    public required int Line { get; init; }

    /// <summary>PLOVER's type.</summary>
    public required string Type { get; init; }

    /// <summary>At most two modes.</summary>
    public required IReadOnlyList<string> Modes { get; init; }

    /// <summary>Source and target.</summary>
    public required CorpusSides Sides { get; init; }

    /// <summary>How the act stands in its sentence (<c>passive</c>, <c>nominal</c>, <c>reported</c> …).</summary>
    public required string Construction { get; init; }

    /// <summary>asserted, planned, denied, negated, hypothetical or predicted.</summary>
    public string Status { get; init; } = "asserted";

    /// <summary>Whether it is told as history.</summary>
    public bool Historical { get; init; }

    /// <summary>Whether a coder may leave it out.</summary>
    public bool Maybe { get; init; }

    /// <summary>Another type that is right as well.</summary>
    public string? OtherType { get; init; }

    /// <summary>Who says so, the outermost first: letters, or words in quotation marks.</summary>
    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    /// <summary>What is promised, demanded, alleged, refused or threatened, as written.</summary>
    public string? About { get; init; }

    /// <summary>Bounds of its date; null where the text does not tell one.</summary>
    public CorpusDates? Dates { get; init; }

    /// <summary>The other fields (<c>certainty</c>, <c>place</c>, <c>killed</c>, <c>wounded</c>, <c>context</c>, <c>cameo</c>).</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}

/// <summary>An interval of days; an end that is null is open.</summary>
public sealed record CorpusDates(LocalDate? From, LocalDate? To)
{
    /// <summary>Reads <c>2019-03-11</c>, <c>2019-03</c>, <c>2019</c>, two of them with <c>..</c> between, or one with an open end; null where it is none.</summary>
    public static CorpusDates? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..");
        if (ends.Length > 2 || ends.All(e => e.Length == 0)) return null;
        var (from, to) = (Days(ends[0]), Days(ends[^1]));
        return (from is null && ends[0].Length > 0) || (to is null && ends[^1].Length > 0) ? null : new(from?.First, to?.Last);
    }

    private static (LocalDate First, LocalDate Last)? Days(string text) => text.Length switch
    {
        10 when LocalDatePattern.Iso.Parse(text) is { Success: true } day => (day.Value, day.Value),
        7 when LocalDatePattern.Iso.Parse(text + "-01") is { Success: true } month => (month.Value, month.Value.PlusMonths(1).PlusDays(-1)),
        4 when LocalDatePattern.Iso.Parse(text + "-01-01") is { Success: true } year => (year.Value, year.Value.PlusYears(1).PlusDays(-1)),
        _ => null,
    };
}

/// <summary>A visit, treaty, trade figure or prediction.</summary>
/// <param name="Key">By which marks name it: <c>v1</c>, <c>t1</c>, <c>r1</c>, <c>p1</c>.</param>
/// <param name="Line">Line in the file.</param>
/// <param name="Head">What stands before the first stroke: sides, a treaty's name and parties, or who predicts.</param>
/// <param name="Sides">Its sides; parties are sources. Null for a prediction.</param>
/// <param name="Status">Status of a visit or treaty, flow of trade; null for a prediction.</param>
/// <param name="Fields">The other fields.</param>
public sealed record CorpusFact(string Key, int Line, string Head, CorpusSides? Sides, string? Status, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>v, t, r or p.</summary>
    public char Kind => Key[0];
}

/// <summary>A fault of a corpus file.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CorpusFault(int Line, string Message);
