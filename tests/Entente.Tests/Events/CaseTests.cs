using NodaTime;
using Xunit;

namespace Entente.Tests.Events;

/// <summary>Runs the cases of cases.txt, which people may read and add to without knowing C#.</summary>
public class CaseTests
{
    private static readonly Lazy<Reader> Shared = new(() => Reader.Load());

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        string? sentence = null;
        var expected = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Events", "cases.txt")).Append(""))
        {
            var isEvent = Output.Plover.Types.Contains(line.Split(' ', '.')[0]);
            if (isEvent)
            {
                expected.Add(line.Trim());
                continue;
            }

            if (sentence is not null) cases.Add(sentence, string.Join('\n', expected));
            (sentence, expected) = (line.Length == 0 || line[0] is '#' or '=' ? null : line, []);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_sentence_tells_these_events(string sentence, string expected)
    {
        var article = new Article
        {
            Id = "case",
            Text = sentence,
            Paragraphs = [new TextSpan(0, sentence.Length)],
            Published = new Publication(new LocalDate(2019, 6, 15), null, null, PublicationSource.Metadata),
        };
        var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var events = Shared.Value.Read(article).Events;
        var said = events.Select((e, i) => Say(e, i < lines.Length ? lines[i] : ""));
        Assert.Equal(string.Join('\n', lines), string.Join('\n', said));
    }

    /// <summary>The event in the words of the case; optional parts only where the case gives them.</summary>
    private static string Say(Event e, string expected)
    {
        var said = $"{e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {e.Status.ToString().ToLowerInvariant()} {Ids(e.Source)} -> {Ids(e.Target)}";
        if (expected.Contains(" by ", StringComparison.Ordinal)) said += $" by {string.Join('+', e.AccordingTo)}";
        if (expected.Contains(" about ", StringComparison.Ordinal)) said += $" about {e.About?.Type}";
        if (expected.Contains(" on ", StringComparison.Ordinal)) said += $" on {Day(e.Date?.From)}{(e.Date?.To == e.Date?.From ? "" : ".." + Day(e.Date?.To))}";
        return said + (e.Historical ? " historical" : "");
    }

    private static string Ids(IReadOnlyList<Actor> actors) => actors.Count == 0 ? "-" : string.Join('+', actors.Select(a => a.Id));

    private static string Day(LocalDate? day) => day is { } d ? d.ToString("uuuu-MM-dd", null) : "";
}
