namespace Entente.Language;

/// <summary>What the parser needs to know of a tag.</summary>
internal static class TagKind
{
    public const byte Other = 0, Mark = 1, Verb = 2, Comma = 5, Auxiliary = 8, Finite = 16;
}
