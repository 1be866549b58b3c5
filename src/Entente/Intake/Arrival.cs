namespace Entente.Intake;

/// <summary>What came out of an input: a report, or word of why there is none.</summary>
/// <param name="Input">The file and the record within it (<c>news.csv#3</c>), as printed.</param>
public abstract record Arrival(string Input);

/// <summary>A report as it arrived, not yet an article.</summary>
/// <param name="Input">The file and the record within it.</param>
/// <param name="Form">How the bytes are to be read.</param>
/// <param name="Bytes">The report's bytes.</param>
/// <param name="Hints">What is known besides.</param>
public sealed record RawReport(string Input, ReportForm Form, ReadOnlyMemory<byte> Bytes, Hints Hints) : Arrival(Input);

/// <summary>A file or record that could not be read; the others go on.</summary>
/// <param name="Input">The file, with the line where it is known (<c>news.jsonl:1234</c>).</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record FailedInput(string Input, string Message) : Arrival(Input);

/// <summary>How a report's bytes are to be read.</summary>
public enum ReportForm
{
    /// <summary>Visible text, as a scraper left it.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A row's text: no headers or footers are expected, but they are taken off where they stand.</summary>
    Row,

    /// <summary>Annotated sentences in the CoNLL-U format.</summary>
    Conllu,
}

/// <summary>How much of an input is taken: guards against hostile and broken files.</summary>
public sealed record IntakeLimits
{
    /// <summary>The limits that the program uses.</summary>
    public static IntakeLimits Default { get; } = new();

    /// <summary>Largest single report, in bytes. The largest news pages seen are 4 MB.</summary>
    public int ReportBytes { get; init; } = 16 << 20;

    /// <summary>Most bytes that a compressed input may unfold to where it unfolds more than a hundredfold.</summary>
    public long BombBytes { get; init; } = 256L << 20;

    /// <summary>Largest archive that is taken from a stream that can't seek, and is laid down in a file for it.</summary>
    public long ArchiveBytes { get; init; } = 4L << 30;

    /// <summary>How deep archives may lie in archives.</summary>
    public int ArchiveDepth { get; init; } = 3;

    /// <summary>Most entries of one archive.</summary>
    public int ArchiveEntries { get; init; } = 1_000_000;
}
