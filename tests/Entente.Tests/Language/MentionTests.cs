using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class MentionTests
{
    [Theory]
    [InlineData("Vladimir Putin", "person")]
    [InlineData("foreign minister", "office")]
    [InlineData("North Korea", "state")]
    [InlineData("21 January 2024", "date")]
    [InlineData("United Nations", "organisation")]
    [InlineData("$2.3 billion", "quantity")]
    [InlineData("protesters", "group")]
    [InlineData("West Bank", "place")]
    public void The_model_finds_mentions_of_all_kinds(string mention, string kind)
    {
        const string text = "Vladimir Putin met the foreign minister of North Korea on 21 January 2024. The United Nations asked for $2.3 billion after protesters had marched in the West Bank.";
        var start = text.IndexOf(mention, StringComparison.Ordinal);
        var tokens = LanguageModel.Load().Analyze(text, [new(0, text.Length)]).SelectMany(s => s.Tokens)
            .Where(t => t.Span.Start >= start && t.Span.End <= start + mention.Length).ToList();
        Assert.Equal(["B-" + kind, .. Enumerable.Repeat("I-" + kind, tokens.Count - 1)], tokens.Select(t => t.Mention!));
    }

    [Fact]
    public void Conllu_has_mentions_in_its_last_column()
    {
        var sentence = new Sentence
        {
            Span = new(0, 10),
            Tokens =
            [
                new() { Form = "Kim", Span = new(0, 3), Mention = "B-person" },
                new() { Form = "Jong", Span = new(4, 8), Mention = "I-person", NoSpaceAfter = true },
                new() { Form = "'s", Span = new(8, 10) },
            ],
        };
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, sentence, "Kim Jong's");
        var written = writer.ToString();
        Assert.Equal(["Mention=B-person", "Mention=I-person|SpaceAfter=No", "_"], written.Split('\n')[1..4].Select(l => l.Split('\t')[9]));
    }
}
