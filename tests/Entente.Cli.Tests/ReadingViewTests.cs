using NodaTime;
using Xunit;

namespace Entente.Cli.Tests;

public class ReadingViewTests
{
    private const string Text = "Prime Minister Ishiba [石破茂] met Xi Jinping in Lima on Friday. China’s army will not attack, it says.";

    private static readonly Actor Ishiba = new() { Id = "shigeru-ishiba", Name = "Shigeru Ishiba", Kind = ActorKind.Person, Country = "JPN", Sectors = ["GOV"], Role = "prime minister", Mentions = [Span("Ishiba")] };

    private static readonly Actor Xi = new() { Id = "xi-jinping", Name = "Xi Jinping", Kind = ActorKind.Person, Country = "CHN", Sectors = ["GOV"], Role = "president", Mentions = [Span("Xi Jinping")] };

    private static readonly Actor Army = new() { Id = "chn-army", Name = "army", Kind = ActorKind.Organisation, Country = "CHN", Sectors = ["MIL"], Mentions = [Span("army"), Span("it")] };

    private static readonly Actor Lima = new() { Id = "lima", Name = "Lima", Kind = ActorKind.Place, Country = "PER", Mentions = [Span("Lima")] };

    private static readonly Reading Reading = new()
    {
        Article = new Article
        {
            Id = "a1",
            Title = "Ishiba meets Xi",
            Publisher = "Example Wire",
            Byline = ["Ann Writer"],
            Url = "https://example.org/1",
            Published = new Publication(new LocalDate(2024, 11, 16), new LocalTime(9, 5), Offset.FromHours(9), PublicationSource.Metadata),
            Text = Text,
            Paragraphs = [new TextSpan(0, Text.Length)],
            Images = [new ArticleImage("The two in Lima.", "A. Photographer")],
        },
        Actors = [Ishiba, Xi, Lima, Army],
        Events =
        [
            new Event
            {
                Id = "e1", Type = "CONSULT", Cameo = "040", Source = [Ishiba, Xi], Reciprocal = true, SourceText = "Prime Minister Ishiba",
                Date = new Interval { From = new LocalDate(2024, 11, 15), To = new LocalDate(2024, 11, 15), Text = "Friday", Span = Span("Friday") },
                Place = new EventPlace("Lima", "PER", null, null), Span = Span("Prime Minister Ishiba [石破茂] met Xi Jinping in Lima on Friday"),
                Trigger = Span("met"), Quote = "Prime Minister Ishiba [石破茂] met Xi Jinping in Lima on Friday.",
            },
            new Event
            {
                Id = "e2", Type = "ASSAULT", Cameo = "190", Source = [Army], SourceText = "China’s army", Status = EventStatus.Denied, AccordingTo = ["Example Wire", "chn-army"],
                Date = new Interval { From = new LocalDate(2024, 11, 16), To = new LocalDate(2024, 11, 16), Inferred = true }, Certainty = 0.65, Sentence = 1,
                Span = Span("China’s army will not attack"), Trigger = Span("attack"), Quote = "China’s army will not attack, it says.",
            },
        ],
        Warnings = ["the page has no date of its own"],
    };

    [Fact]
    public void Without_colours_words_are_underscored_and_numbers_stand_in_brackets() =>
        Assert.Equal(
            """
            ── a.html ──────────────────────────────────────────────────────────────────────
            Ishiba meets Xi
            Example Wire · 16 November 2024, 09:05 UTC+09:00 · report · by Ann Writer
            https://example.org/1

            _Prime Minister Ishiba_ [石破茂] _met_[1] Xi Jinping in Lima on Friday. _China’s
            army_ will not _attack_[2], it says.

            Picture: The two in Lima. (A. Photographer)

            WHO
              army            organisation            CHN MIL  2×
              Shigeru Ishiba  person, prime minister  JPN GOV  1×
              Xi Jinping      person, president       CHN GOV  1×
              places: Lima

            WHAT HAPPENED
              1  2024-11-15  Shigeru Ishiba ↔ Xi Jinping  CONSULT
                 at Lima
                 “Prime Minister Ishiba [石破茂] met Xi Jinping in Lima on Friday”
              2  (2024-11-16)  army (CHN)  ASSAULT
                 denied by army (CHN) · according to Example Wire · likely (0.65)
                 “China’s army will not attack”
              A day in brackets is that of publication: the text tells none.

            WARNINGS
              the page has no date of its own


            """.ReplaceLineEndings("\n"),
            ReadingView.Of("a.html", Reading, new ViewStyle(80, Colours: false)));

    [Fact]
    public void With_colours_facts_are_underlined_and_numbers_are_raised()
    {
        var view = ReadingView.Of("a.html", Reading, new ViewStyle(80, Colours: true));
        Assert.Contains("\u001b[4;32mPrime Minister Ishiba\u001b[0m [石破茂] \u001b[1;4;31mmet\u001b[0m\u001b[1m¹\u001b[0m Xi Jinping", view, StringComparison.Ordinal);
        Assert.DoesNotContain("_met_", view, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(140)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        Assert.All(ReadingView.Of("a.html", Reading, new ViewStyle(width, Colours: false)).Split('\n'), l => Assert.True(StyledText.WidthOf(l) <= width, l));

    [Fact]
    public void Sections_without_facts_are_left_out()
    {
        var view = ReadingView.Of("a.html", Reading with { Actors = [], Events = [], Warnings = [] }, new ViewStyle(80, Colours: false));
        Assert.DoesNotContain("WHO", view, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNINGS", view, StringComparison.Ordinal);
        Assert.Contains("no political event was found", view, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_event_is_explained_where_that_is_asked_for() =>
        Assert.Contains("     why lexicon: meet/V\n", ReadingView.Of("a.html", Reading, new ViewStyle(80, Colours: false), [["lexicon: meet/V"], []]), StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-02-01", "2024-02-29", "2024-02")]
    [InlineData("2024-01-01", "2024-12-31", "2024")]
    [InlineData("2024-01-05", "2024-01-07", "2024-01-05 to 2024-01-07")]
    [InlineData("2024-01-05", null, "from 2024-01-05")]
    [InlineData(null, "2024-01-05", "until 2024-01-05")]
    public void A_date_is_shown_as_exact_as_it_is_known(string? from, string? to, string shown) =>
        Assert.Equal(shown, EventWordings.Date(new Interval { From = Day(from), To = Day(to) }));

    private static LocalDate? Day(string? day) => day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static TextSpan Span(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
