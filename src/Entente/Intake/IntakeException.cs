namespace Entente.Intake;

/// <summary>An input is no report: the message says why, in words for the user, without the input's name.</summary>
public sealed class IntakeException : Exception
{
    /// <summary>No reason is known.</summary>
    public IntakeException() { }

    /// <summary>Says why.</summary>
    public IntakeException(string message) : base(message) { }

    /// <summary>Says why, and what was thrown beneath.</summary>
    public IntakeException(string message, Exception inner) : base(message, inner) { }
}
