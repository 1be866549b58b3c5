using System.Text;
using Entente.Language;
using Entente.Output;
using Xunit;

namespace Entente.Tests.OutputFormats;

public class ConlluTextTests
{
    [Fact]
    public void Sentences_of_an_article_carry_its_id_and_say_where_a_paragraph_begins()
    {
        var article = new Article { Id = "row 7", Text = "Go. Stop!\n\nYes.", Paragraphs = [new TextSpan(0, 9), new TextSpan(11, 15)] };
        Sentence[] sentences = [Sentence(article.Text, 0, 2, 3), Sentence(article.Text, 4, 8, 9), Sentence(article.Text, 11, 14, 15)];
        Assert.Equal(
            "# newdoc id = row_7\n# newpar id = row_7-p1\n# sent_id = row_7-s1\n# text = Go.\n1\tGo\tGo\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tX\t_\t_\t1\tdep\t_\t_\n\n"
            + "# sent_id = row_7-s2\n# text = Stop!\n1\tStop\tStop\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\tX\t_\t_\t1\tdep\t_\t_\n\n"
            + "# newpar id = row_7-p2\n# sent_id = row_7-s3\n# text = Yes.\n1\tYes\tYes\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tX\t_\t_\t1\tdep\t_\t_\n\n",
            ConlluText.Of(article, sentences));
    }

    [Fact]
    public void A_given_file_keeps_its_words_and_comments_and_a_malformed_sentence_is_named_by_its_line()
    {
        const string file = "# sent_id = s1\n# note = kept\n# text = Don't.\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tDo\t_\t_\t_\t_\t0\troot\t_\t_\n2\tn't\t_\t_\t_\t_\t1\tadvmod\t_\t_\n3\t.\t_\t_\t_\t_\t1\tpunct\t_\t_\n\n1\tbad\n\n";
        var errors = new List<ConlluError>();
        Assert.Equal(file[..file.IndexOf("1\tbad", StringComparison.Ordinal)], ConlluText.Annotated(Encoding.UTF8.GetBytes(file), s => s, errors));
        Assert.Equal(9, Assert.Single(errors).Line);
    }

    private static Sentence Sentence(string text, int start, int middle, int end) => new()
    {
        Span = new TextSpan(start, end),
        Tokens =
        [
            new Token { Span = new TextSpan(start, middle), Form = text[start..middle], Lemma = text[start..middle], Upos = "X", Xpos = "_", Feats = "_", Head = -1, Relation = "root", NoSpaceAfter = true },
            new Token { Span = new TextSpan(middle, end), Form = text[middle..end], Lemma = text[middle..end], Upos = "X", Xpos = "_", Feats = "_", Head = 0, Relation = "dep" },
        ],
    };
}
