using NodaTime;

namespace Entente;

/// <summary>All that was read from one article, each fact with the words it was read from.</summary>
public sealed record Reading
{
    /// <summary>The report.</summary>
    public required Article Article { get; init; }

    /// <summary>Who and what is named in it.</summary>
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>Who did what to whom.</summary>
    public IReadOnlyList<Event> Events { get; init; } = [];

    /// <summary>What was doubtful.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A person, state, organisation, group or place named in an article.</summary>
public sealed record Actor
{
    /// <summary>Code of a state (<c>RUS</c>), or the name made into an id (<c>vladimir-putin</c>): the same in every article.</summary>
    public required string Id { get; init; }

    /// <summary>The name as the lexicon or the article has it in full.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-3, or IGO, NGO, MNC, IMG; null if unknown.</summary>
    public string? Country { get; init; }

    /// <summary>PLOVER sectors (<c>GOV</c>), the main one first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Office held on the day of the report, or the description that the report gives.</summary>
    public string? Role { get; init; }

    /// <summary>The spellings in this article.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where it is named in the text.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];
}

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A state, also where its capital or seat of government is named for it.</summary>
    State,

    /// <summary>An organisation, of states or within one.</summary>
    Organisation,

    /// <summary>An armed or loosely organised group.</summary>
    Group,

    /// <summary>The holder of an office who is not named.</summary>
    Office,

    /// <summary>People by kind: protesters, refugees.</summary>
    Population,

    /// <summary>A place that does not act.</summary>
    Place,
}

/// <summary>A political event in the sense of PLOVER.</summary>
public sealed record Event
{
    /// <summary>Hash of what it says and where.</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER type (<c>CONSULT</c>).</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode (<c>visit</c>), if any.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Nearest CAMEO code.</summary>
    public required string Cameo { get; init; }

    /// <summary>Who acts; all sides, where the event is reciprocal.</summary>
    public IReadOnlyList<Actor> Source { get; init; } = [];

    /// <summary>Who is acted upon; empty where the event is reciprocal or has none.</summary>
    public IReadOnlyList<Actor> Target { get; init; } = [];

    /// <summary>Whether all sides are equals (<c>A met B</c>), so that all are in <see cref="Source"/>.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>The words that name the source.</summary>
    public string? SourceText { get; init; }

    /// <summary>The words that name the target.</summary>
    public string? TargetText { get; init; }

    /// <summary>When it happens.</summary>
    public Interval? Date { get; init; }

    /// <summary>Where it happens.</summary>
    public EventPlace? Place { get; init; }

    /// <summary>Whether it is told as fact.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether it happened more than a year before publication, or is told as history.</summary>
    public bool Historical { get; init; }

    /// <summary>How sure the report is, 0 to 1.</summary>
    public double Certainty { get; init; } = 1;

    /// <summary>Who says so, the outermost first: ids of actors, else words.</summary>
    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    /// <summary>What is threatened, demanded, refused or alleged.</summary>
    public EventContent? About { get; init; }

    /// <summary>Numbers of killed and wounded, as the clause tells them.</summary>
    public Casualties? Casualties { get; init; }

    /// <summary>0-based number of the sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>The clause that tells it.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Other places that tell it.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];

    /// <summary>The word that names the act.</summary>
    public TextSpan Trigger { get; init; }

    /// <summary>The whole sentence.</summary>
    public required string Quote { get; init; }

    /// <summary>What the spans are offsets into: null for the text, <c>title</c>, or <c>caption:0</c>.</summary>
    public string? In { get; init; }

    /// <summary>The lexicon's line and the slots that gave it, for <c>--why</c>.</summary>
    public string? Why { get; init; }
}

/// <summary>Whether an event is told as fact.</summary>
public enum EventStatus
{
    /// <summary>It happened or is happening.</summary>
    Asserted,

    /// <summary>It is announced or intended.</summary>
    Planned,

    /// <summary>The outlet says that it will happen.</summary>
    Predicted,

    /// <summary>Somebody denies that it happened.</summary>
    Denied,

    /// <summary>The report says that it did not happen.</summary>
    Negated,

    /// <summary>It is only supposed: a condition, a possibility.</summary>
    Hypothetical,
}

/// <summary>The act within a threat, a demand, a refusal or an allegation.</summary>
/// <param name="Type">Its PLOVER type.</param>
/// <param name="Source">Who would act: ids.</param>
/// <param name="Target">Who would be acted upon: ids.</param>
public sealed record EventContent(string Type, IReadOnlyList<Actor> Source, IReadOnlyList<Actor> Target);

/// <summary>Killed and wounded.</summary>
/// <param name="Killed">Dead, if told.</param>
/// <param name="Wounded">Wounded, if told.</param>
public sealed record Casualties(int? Killed, int? Wounded);

/// <summary>Where an event happens.</summary>
/// <param name="Name">The place's name.</param>
/// <param name="Country">ISO 3166-1 alpha-3, if it lies in one.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record EventPlace(string Name, string? Country, double? Latitude, double? Longitude);

/// <summary>A stretch of days, as exact as the words tell.</summary>
public sealed record Interval
{
    /// <summary>First day; null where it is open.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, inclusive; null where it is open.</summary>
    public LocalDate? To { get; init; }

    /// <summary>How exact it is.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>The words; null where none tell it.</summary>
    public string? Text { get; init; }

    /// <summary>Where the words stand.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Whether it is only the day of publication, for want of words.</summary>
    public bool Inferred { get; init; }
}

/// <summary>How exact a date is.</summary>
public enum DatePrecision
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, or a week or two.</summary>
    Month,

    /// <summary>A quarter or season.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>One end is open.</summary>
    Open,
}
