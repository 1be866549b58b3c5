using Spectre.Console;
using Xunit;

namespace Entente.Cli.Tests;

public class StyledTextTests
{
    [Theory]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("one two", 3, "one two")] // never narrower than eight cells
    [InlineData("abcdefghijkl", 8, "abcdefgh|ijkl")]
    [InlineData("a abcdefghijkl", 8, "a|abcdefgh|ijkl")]
    [InlineData("習近平與石破茂會談", 8, "習近平與|石破茂會|談")]
    [InlineData("習近平與。石破", 8, "習近平|與。石破")]
    [InlineData("[bold]a[/] [b", 12, "[bold]a[/]|[b")]
    [InlineData("😀😀😀😀😀", 8, "😀😀😀😀|😀")]
    public void Lines_break_at_spaces_and_between_wide_characters(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', Lines(text, width)));

    [Fact]
    public void No_line_is_wider_than_the_terminal_and_no_word_is_lost() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.String[CsCheck.Gen.Char["ab .習。「[]"]], CsCheck.Gen.Int[8, 30]),
            (text, width) =>
            {
                var lines = Lines(text, width);
                Assert.All(lines, l => Assert.True(StyledText.WidthOf(l) <= width, l));
                Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
            },
            iter: 2000);

    [Fact]
    public void A_text_cannot_steer_the_terminal() => Assert.Equal("x\uFFFD[31m y\uFFFD", Assert.Single(Lines("x\u001b[31m\ny\u202e", 80)));

    private static List<string> Lines(string text, int width) => [.. new StyledText().Add(text).Lines(width).Select(Plain)];

    private static string Plain(StyledText line)
    {
        var paragraph = new Paragraph();
        line.AppendTo(paragraph, colours: false);
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 500;
        console.Write(paragraph);
        return writer.ToString().TrimEnd('\n', '\r');
    }
}
