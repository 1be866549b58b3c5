namespace Entente.Training.Language;

/// <summary>The kinds of mentions, and the classes of their parts as the model numbers them.</summary>
internal static class MentionKinds
{
    /// <summary>The kinds, in their order.</summary>
    public static string[] All { get; } = ["person", "state", "organisation", "group", "place", "office", "date", "quantity"];

    /// <summary>The names of the classes from 1: a mention's first word, and its others. Class 0 is outside of mentions.</summary>
    public static string[] Parts { get; } = [.. All.SelectMany(k => new[] { "B-" + k, "I-" + k })];

    /// <summary>The class of a word's part; 0 for none.</summary>
    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public static int Class(string? part) => part is null ? 0 : Array.IndexOf(Parts, part) is >= 0 and var at ? at + 1
        : throw new InvalidDataException($"{part} is no part of a mention");
}
