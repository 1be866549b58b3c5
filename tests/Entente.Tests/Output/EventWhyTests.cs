using System.Text;
using Entente.Language;
using Entente.Output;
using Xunit;

namespace Entente.Tests.OutputFormats;

public class EventWhyTests
{
    private static readonly Article Article = new() { Id = "x", Text = "Iran hit Iraq." };

    private static readonly Event Hit = SampleReading.Arrest with
    {
        SourceText = "Iran",
        TargetText = "Iraq",
        Quote = "Iran hit Iraq.",
        Trigger = new TextSpan(5, 8),
        Span = new TextSpan(0, 13),
        Why = "hit/V obj:STATE",
    };

    [Fact]
    public void An_event_is_explained_by_its_line_and_the_relations_of_its_sides() =>
        Assert.Equal(
            ["lexicon: hit/V obj:STATE gives COERCE arrest (173)", "source: “Iran” is nsubj of “hit”", "target: “Iraq” is obj of “hit”"],
            EventWhy.Of(Article, Hit, [Sentence]));

    [Fact]
    public void Without_its_sentence_only_the_line_is_told() => Assert.Single(EventWhy.Of(Article, Hit, []));

    [Fact]
    public void The_explanation_stands_in_the_JSON_and_nothing_else_changes()
    {
        var line = ReadingJson.Line("in", SampleReading.Reading, "l", "m");
        var explained = Encoding.UTF8.GetString(EventWhy.AddTo(line, [["first", "second"], ["third"]]));
        Assert.Contains("\"why\":\"first; second\"", explained, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(line), explained.Replace(",\"why\":\"first; second\"", "", StringComparison.Ordinal).Replace(",\"why\":\"third\"", "", StringComparison.Ordinal));
    }

    private static Sentence Sentence => new()
    {
        Span = new TextSpan(0, 14),
        Tokens = [Token(0, 4, 1, "nsubj"), Token(5, 8, -1, "root"), Token(9, 13, 1, "obj"), Token(13, 14, 1, "punct")],
    };

    private static Token Token(int start, int end, int head, string relation) => new()
    {
        Span = new TextSpan(start, end),
        Form = Article.Text[start..end],
        Lemma = "_",
        Upos = "_",
        Xpos = "_",
        Feats = "_",
        Head = head,
        Relation = relation,
    };
}
