using NodaTime;

namespace Entente.Intake;

/// <summary>What is known of a report besides its bytes: from the command line, the row's fields or the address.</summary>
public sealed record Hints
{
    /// <summary>Nothing is known.</summary>
    public static Hints None { get; } = new();

    /// <summary>The row's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The day of publication.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The day of publication where the report says none of its own.</summary>
    public LocalDate? DateOtherwise { get; init; }

    /// <summary>The time of publication, if the row says it.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>The offset from UTC of <see cref="Time"/>, if the row says it.</summary>
    public Offset? Offset { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it is published: ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>The charset that a header named.</summary>
    public string? Charset { get; init; }
}
