using NodaTime;

namespace Entente;

/// <summary>One report as published: its body, and what stands around it, kept apart.</summary>
public sealed record Article
{
    /// <summary>The row's own id, or a hash of the content.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was published; null if unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the web site that carries it.</summary>
    public string? Site { get; init; }

    /// <summary>Name of the newspaper, agency or broadcaster that published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it is published: ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1 code of the text's language; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Whether signs tell that the English was translated, by a person or a machine.</summary>
    public bool Translated { get; init; }

    /// <summary>What sort of text it is.</summary>
    public ArticleKind Kind { get; init; } = ArticleKind.Report;

    /// <summary>The headline, once.</summary>
    public string? Title { get; init; }

    /// <summary>Authors, one a string, without "By".</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>When it was published, by the publisher's clock.</summary>
    public Publication? Published { get; init; }

    /// <summary>Sections from the widest to the narrowest (<c>today</c>, <c>World</c>).</summary>
    public IReadOnlyList<string> Section { get; init; } = [];

    /// <summary>Tags, without their number sign.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Captions of its pictures.</summary>
    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>The body: paragraphs joined by a blank line, without title, captions, dateline header and sign-off.</summary>
    public required string Text { get; init; }

    /// <summary>Where each paragraph stands in <see cref="Text"/>.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; init; } = [];

    /// <summary>The place named at the head of the body (<c>MOSCOW (AP) —</c>), which is where the report was written.</summary>
    public string? Dateline { get; init; }

    /// <summary>What went wrong or was doubtful in making the article of its input.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>What sort of text an article is.</summary>
public enum ArticleKind
{
    /// <summary>News.</summary>
    Report,

    /// <summary>The paper's or a guest's opinion.</summary>
    Editorial,

    /// <summary>Explanation and background.</summary>
    Analysis,

    /// <summary>An official text: a communiqué, a ministry's briefing.</summary>
    Statement,

    /// <summary>Questions and answers.</summary>
    Interview,

    /// <summary>A few lines, or several short news in one.</summary>
    Brief,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>When an article was published: the publisher's own day and time, never shifted by a time zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day, if known.</param>
/// <param name="Offset">The publisher's offset from UTC, if known.</param>
/// <param name="From">What told it.</param>
public sealed record Publication(LocalDate Day, LocalTime? Time, Offset? Offset, PublicationSource From);

/// <summary>What told the time of publication.</summary>
public enum PublicationSource
{
    /// <summary>The page's or row's own field.</summary>
    Metadata,

    /// <summary>Digits in the address.</summary>
    Url,

    /// <summary>A date in the visible text.</summary>
    Text,

    /// <summary>A guess from other signs.</summary>
    Inferred,
}

/// <summary>A picture's words.</summary>
/// <param name="Caption">What it is said to show.</param>
/// <param name="Credit">Who took or gave it.</param>
/// <param name="Place">Where it was taken, as written there.</param>
/// <param name="Date">When it was taken.</param>
public sealed record ArticleImage(string Caption, string? Credit = null, string? Place = null, LocalDate? Date = null);
