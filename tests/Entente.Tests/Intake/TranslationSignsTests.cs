using System.Text;
using Entente.Corpus;
using Entente.Intake;
using Entente.Tests.Approved;
using Xunit;

namespace Entente.Tests.Intake;

public class TranslationSignsTests
{
    private const string Body = "The minister said on Tuesday that the troops would stay, and that talks would go on in the spring. Nobody in the capital was surprised by it.";

    private static bool IsTranslated(string line) => TextReport.Read($"Minister speaks\n\n{Body}\n\n{line}", Hints.None).Translated;

    [Theory]
    [InlineData("(Translated by Google Translate)")]
    [InlineData("Translated from Spanish by Ann Lee")]
    [InlineData("This article was automatically translated from Korean.")]
    [InlineData("*This story was originally published in Arabic by the same outlet.")]
    [InlineData("Machine translation, may contain errors.")]
    [InlineData("Editor's note: This interview has been translated and shortened.")]
    [InlineData("The ministry called it 「a grave act」 and left it at that, the paper said.")]
    [InlineData("He arrived in Moscow on the 16th (local time) and was received there.")]
    [InlineData("He left on the 16th, came back on the 18th and was received on the 19th, it was reported.")]
    public void Signs_of_a_translation_are_seen(string line) => Assert.True(IsTranslated(line));

    [Theory]
    [InlineData("The memoir was translated into English by her daughter, who teaches in Leeds, and it sold well there.")]
    [InlineData("Google Translate now speaks two more languages, the company said.")]
    [InlineData("The poem, translated by Seamus Heaney, was read at the grave.")]
    [InlineData("He arrived on the 16th of May and left on the 20th, after the 75th anniversary on the 18th of May.")]
    [InlineData("An interpreter translated for the court.")]
    public void Talk_of_translations_is_no_sign(string line) => Assert.False(IsTranslated(line));

    [Fact]
    public void A_page_that_a_browser_translated_is_known()
    {
        Assert.True(Page("<html lang='en' class='translated-ltr'>", "").Translated);
        Assert.True(Page("<html lang='en'>", "<p><em>This article was translated from Turkish by a machine.</em></p>").Translated);
        Assert.False(Page("<html lang='en'>", "<p><a href='/t'>Translated from the French: our series of novels</a></p>").Translated);
    }

    [Fact]
    public void Reports_that_were_written_in_English_have_no_signs()
    {
        var corpus = CorpusFolder.Read(Checkout.PathOf("corpus")).Of(null).Where(i => !i.Header.ContainsKey("translated")).Select(CorpusEvaluation.ArticleOf);
        Assert.Equal([], corpus.Where(a => a.Translated).Select(a => a.Id));
    }

    private static Article Page(string root, string note) => HtmlReport.Read(
        Encoding.UTF8.GetBytes($"<!doctype html>{root}<head><title>Minister speaks</title></head><body><article><h1>Minister speaks</h1><p>{Body}</p><p>{Body}</p>{note}</article></body></html>"), Hints.None);
}
