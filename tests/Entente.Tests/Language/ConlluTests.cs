using CsCheck;
using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class ConlluTests
{
    private static Gen<string> Choice(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);


    private const string File = """
        # sent_id = 1
        # text = I don't know.
        1	I	I	PRON	PRP	Case=Nom|Number=Sing|Person=1|PronType=Prs	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin	4	aux	_	_
        3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
        4	know	know	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_


        """;

    private static List<ConlluSentence> Read(string text, out List<ConlluError> errors)
    {
        errors = [];
        return ConlluReader.Read(new StringReader(text), errors);
    }

    private static string Write(ConlluSentence sentence)
    {
        var writer = new StringWriter();
        ConlluWriter.Write(writer, sentence.Sentence, sentence.Text, sentence.Comments);
        return writer.ToString();
    }

    [Fact]
    public void What_is_read_is_written_again()
    {
        var file = File.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n";
        var sentence = Assert.Single(Read(file, out var errors));
        Assert.Empty(errors);
        Assert.Equal("don't", sentence.Sentence.Tokens[1].Span.Union(sentence.Sentence.Tokens[2].Span).In(sentence.Text));
        Assert.Equal(file, Write(sentence));
    }

    [Theory]
    [InlineData("1\tI\tI\tPRON\n\n", 1, "4 columns")]
    [InlineData("# c\n2\tI\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "the id 2")]
    [InlineData("1\tI\t_\t_\t_\t_\tx\t_\t_\t_\n\n", 1, "the head x")]
    [InlineData("1\tI\t_\t_\t_\t_\t7\tdep\t_\t_\n\n", 1, "beyond the sentence")]
    public void A_malformed_line_is_a_value_with_its_line_number(string text, int line, string message)
    {
        Assert.Empty(Read(text, out var errors));
        var error = Assert.Single(errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_model_reads_survives_the_round_trip()
    {
        var model = LanguageModel.Load();
        Choice("They", "can't", "meet", "(", "Putin's", ")", ".", " ", " ", "visit", "—", "gonna").List[1, 20].Select(p => string.Concat(p)).Sample(text =>
        {
            foreach (var sentence in model.Analyze(text, [new TextSpan(0, text.Length)]))
            {
                var writer = new StringWriter();
                ConlluWriter.Write(writer, sentence, text);
                var back = Assert.Single(Read(writer.ToString(), out var errors));
                Assert.Empty(errors);
                Assert.Equal(sentence.Tokens.Select(t => (t.Form, t.Head, t.Relation, t.ContractionLength)), back.Sentence.Tokens.Select(t => (t.Form, t.Head, t.Relation, t.ContractionLength)));
                Assert.Equal(sentence.Span.In(text), back.Text);
            }
        });
    }

    [Fact]
    public void Random_text_makes_no_exception() => Gen.String.Sample(text => Read(text, out _));
}
