using NodaTime;

namespace Entente.Tests.OutputFormats;

/// <summary>A small reading made by hand, so that tests of output do not depend on what the parser makes of a text.</summary>
internal static class SampleReading
{
    // The smiling face is two UTF-16 units and one code point: all spans after it differ.
    public const string Text = "😀 Hanoi: Russia and Vietnam signed a pact on Monday.\n\nPolice arrested two reporters, according to TASS.";

    public static readonly Actor Russia = new() { Id = "RUS", Name = "Russia", Kind = ActorKind.State, Country = "RUS", Names = ["Russia"], Mentions = [Span("Russia")] };

    public static readonly Actor Vietnam = new() { Id = "VNM", Name = "Vietnam", Kind = ActorKind.State, Country = "VNM", Names = ["Vietnam"], Mentions = [Span("Vietnam")] };

    public static readonly Actor Police = new() { Id = "vnm-police", Name = "Police", Kind = ActorKind.Organisation, Country = "VNM", Sectors = ["COP"], Names = ["Police"], Mentions = [Span("Police")] };

    public static readonly Actor Reporters = new() { Id = "vnm-reporter", Name = "reporters", Kind = ActorKind.Population, Country = "VNM", Sectors = ["JRN"], Names = ["reporters"], Mentions = [Span("reporters")] };

    public static readonly Actor Tass = new() { Id = "tass", Name = "TASS", Kind = ActorKind.Organisation, Country = "RUS", Sectors = ["JRN"], Names = ["TASS"], Mentions = [Span("TASS")] };

    public static Event Pact { get; } = new()
    {
        Id = "e1",
        Type = "SUPPORT",
        Cameo = "057",
        Context = ["diplomatic"],
        Source = [Russia, Vietnam],
        Reciprocal = true,
        SourceText = "Russia and Vietnam",
        TargetText = "a pact",
        Date = new Interval { From = new LocalDate(2024, 6, 17), To = new LocalDate(2024, 6, 17), Text = "Monday", Span = Span("Monday") },
        Place = new EventPlace("Hanoi", "VNM", 21.03, 105.85),
        Sentence = 0,
        Span = Span("Russia and Vietnam signed a pact on Monday"),
        Trigger = Span("signed"),
        Quote = "😀 Hanoi: Russia and Vietnam signed a pact on Monday.",
        Why = "sign/V obj:@agreement",
    };

    public static Event Arrest { get; } = new()
    {
        Id = "e2",
        Type = "COERCE",
        Mode = "arrest",
        Cameo = "173",
        Source = [Police],
        Target = [Reporters],
        SourceText = "Police",
        TargetText = "two reporters",
        Date = new Interval { From = new LocalDate(2024, 6, 18), To = new LocalDate(2024, 6, 18), Inferred = true },
        AccordingTo = ["tass"],
        Certainty = 0.7,
        Sentence = 1,
        Span = Span("Police arrested two reporters"),
        Trigger = Span("arrested"),
        Quote = "Police arrested two reporters, according to TASS.",
    };

    public static Reading Reading { get; } = new()
    {
        Article = new Article
        {
            Id = "a1",
            Url = "https://example.org/pact",
            Publisher = "Example Wire",
            Language = "en",
            Title = "A pact",
            Published = new Publication(new LocalDate(2024, 6, 18), null, null, PublicationSource.Metadata),
            Text = Text,
            Paragraphs = [new TextSpan(0, Text.IndexOf('\n')), new TextSpan(Text.IndexOf('\n') + 2, Text.Length)],
        },
        Actors = [Russia, Vietnam, Police, Reporters, Tass],
        Events = [Pact, Arrest],
    };

    public static TextSpan Span(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
