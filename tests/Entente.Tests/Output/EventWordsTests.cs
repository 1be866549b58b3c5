using Entente.Output;
using Xunit;

namespace Entente.Tests.OutputFormats;

public class EventWordsTests
{
    [Fact]
    public void The_words_of_a_side_are_found_in_the_sentence_of_the_event() =>
        Assert.Equal(SampleReading.Span("two reporters"), EventWords.Of(SampleReading.Reading.Article, SampleReading.Arrest).Target);

    [Fact]
    public void A_word_within_another_is_not_taken_for_a_side()
    {
        var words = Of("The white house he hit he sold.", "hit", "he", null);
        Assert.Equal("he", words.Source!.Value.In(words.Text));
        Assert.Equal(16, words.Source!.Value.Start);
    }

    [Fact]
    public void Of_a_sentence_that_stands_twice_the_one_with_the_events_word_counts()
    {
        const string twice = "Iran hit Iraq. Iran hit Iraq.";
        var e = Event(twice, "hit", "Iran", "Iraq") with { Quote = "Iran hit Iraq.", Trigger = new TextSpan(20, 23), Span = new TextSpan(15, 28) };
        var words = EventWords.Of(new Article { Id = "x", Text = twice }, e);
        Assert.Equal((new TextSpan(15, 29), new TextSpan(15, 19), new TextSpan(24, 28)), (words.Sentence, words.Source!.Value, words.Target!.Value));
    }

    [Fact]
    public void Source_and_target_with_the_same_words_are_two_places()
    {
        var words = Of("Friends help friends as friends help.", "help", "friends", "friends");
        Assert.NotEqual(words.Source, words.Target);
    }

    [Fact]
    public void Words_that_are_not_there_have_no_place() => Assert.Null(Of("Iran hit Iraq.", "hit", "Israel", null).Source);

    [Fact]
    public void Facts_of_a_caption_are_found_in_the_caption()
    {
        var article = new Article { Id = "x", Text = "Nothing.", Images = [new ArticleImage("Iran hit Iraq.")] };
        Assert.Equal(new TextSpan(0, 4), EventWords.Of(article, Event("Iran hit Iraq.", "hit", "Iran", null) with { In = "caption:0" }).Source);
    }

    private static EventWords Of(string text, string trigger, string? source, string? target) => EventWords.Of(new Article { Id = "x", Text = text }, Event(text, trigger, source, target));

    private static Event Event(string text, string trigger, string? source, string? target) => SampleReading.Arrest with
    {
        SourceText = source,
        TargetText = target,
        Quote = text,
        Span = new TextSpan(0, text.Length - 1),
        Trigger = new TextSpan(text.IndexOf(trigger, StringComparison.Ordinal), text.IndexOf(trigger, StringComparison.Ordinal) + trigger.Length),
    };
}
