namespace Entente.Language;

/// <summary>A move of the parser.</summary>
internal enum Move
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The word on top of the stack depends on the next word.</summary>
    Left,

    /// <summary>The word on top of the stack depends on the one below it.</summary>
    Right,
}
