using Entente.Corpus;
using Entente.Intake;
using Entente.Language;
using Entente.Tests.Approved;
using Xunit;

namespace Entente.Tests.Language;

public class LanguageDetectorTests
{
    private const string English =
        "The foreign minister said on Tuesday that the government would not withdraw its troops from the border until the neighbouring state "
        + "had released the prisoners. Talks are to be resumed in Geneva next week, an official of the United Nations told reporters.";

    private static readonly List<(string Code, string Text)> Texts =
        [.. File.ReadLines(Checkout.PathOf("tests", "Entente.Tests", "Language", "languages.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')).Select(p => (p[0], p[1]))];

    private static string? Of(string text, string? declared = null, string? title = null) => ArticleLanguage.Of(title, text, declared);

    [Fact]
    public void Texts_of_a_hundred_languages_are_recognised()
    {
        // Croatian and Bosnian differ in a word here and there, and a short text may have none of them.
        Assert.Equal([], Texts.Where(t => Of(t.Text) is var found && found != t.Code && !(t.Code == "hr" && found == "bs")).Select(t => $"{t.Code} taken for {Of(t.Text)}: {t.Text}"));
        Assert.True(Texts.Select(t => t.Code).Distinct().Count() > 100);
    }

    [Theory]
    [InlineData(200, 0.97)]
    [InlineData(50, 0.91)]
    public void Pieces_of_texts_are_recognised_most_of_the_time(int length, double floor)
    {
        var pieces = Texts.SelectMany(t => t.Text.Chunk(length).Where(c => c.Length == length || t.Text.Length < length).Select(c => (t.Code, Text: new string(c)))).ToList();
        var right = pieces.Count(p => LanguageDetector.Shipped.Detect(p.Text)?.Code == p.Code);
        Assert.True(right >= floor * pieces.Count, $"{right} of {pieces.Count}");
    }

    [Fact]
    public void Every_code_that_can_be_found_has_a_text() =>
        Assert.Equal(LanguageDetector.Shipped.Codes, Texts.Select(t => t.Code).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("“Nous ne reculerons pas devant ceux qui nous menacent,” he told Le Monde, adding in Spanish: “¡No pasarán, compañeros!”")]
    [InlineData("Le président de la République française, Emmanuel Macron, and the Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung agreed.")]
    [InlineData("저작권자 © 연합뉴스, 무단 전재 및 재배포 금지. 기사제보는 카카오톡으로 보내주시기 바랍니다.")]
    [InlineData("Подписывайтесь на наш канал и читайте новости первыми. Все права защищены.")]
    [InlineData("Tous droits réservés. La reproduction, même partielle, de cet article est interdite sans l'accord de la rédaction.")]
    public void English_with_foreign_words_is_English(string foreign)
    {
        Assert.Equal("en", Of($"{English}\n\n{foreign}"));
        Assert.Equal("en", Of($"{foreign}\n\n{English}", declared: "fr"));
    }

    [Theory]
    [InlineData("Macron, Meloni and Sánchez in Brussels")]
    [InlineData("Lula da Silva")]
    [InlineData("Kim Jong-un")]
    [InlineData("Putin visits Pyongyang")]
    [InlineData("Zelensky: no deal")]
    [InlineData("Erdoğan in Ankara")]
    [InlineData("China hits back")]
    [InlineData("OK")]
    public void A_headline_in_doubt_is_English(string title) => Assert.Equal("en", Of("", title: title));

    [Theory]
    [InlineData("ru", "Путин прибыл в Пхеньян")]
    [InlineData("ja", "首相が訪中へ")]
    [InlineData("zh", "中国外长访问平壤")]
    [InlineData("ko", "푸틴 방북")]
    [InlineData("fr", "Le président français reçoit la Première ministre italienne à l'Élysée")]
    [InlineData("es", "El Gobierno anuncia nuevas medidas contra la inflación")]
    [InlineData("de", "Bundesregierung beschließt schärfere Maßnahmen gegen Schleuser")]
    public void A_foreign_headline_is_not(string code, string title) => Assert.Equal(code, Of("", title: title));

    [Fact]
    public void What_a_page_declares_is_a_hint_only()
    {
        Assert.Equal("en", Of(English, declared: "fr"));
        var french = Texts.First(t => t.Code == "fr").Text;
        Assert.Equal("fr", Of(french, declared: "en"));
        Assert.Equal("fr", Of(french));
        Assert.Equal("ko", Of("2024 — 1:0", declared: "ko"));
        Assert.Null(Of("2024 — 1:0"));
    }

    [Fact]
    public void Texts_without_sense_or_end_are_borne()
    {
        foreach (var text in (string[])["", " ", "\0\0", "\ud83d", new string('x', 100_000), string.Concat(Enumerable.Repeat("\u0301a", 5000)), new string('字', 9000)])
            _ = LanguageDetector.Shipped.Detect(text);
        Assert.Equal("en", Of(string.Concat(Enumerable.Repeat(English + "\n", 500))));
    }

    [Fact]
    public void All_reports_of_the_project_are_English()
    {
        Assert.All(Checkout.Reports, r => Assert.Equal((r.Input, "en"), (r.Input, r.Article.Language)));
        var corpus = CorpusFolder.Read(Checkout.PathOf("corpus")).Of(null).Select(CorpusEvaluation.ArticleOf).ToList();
        Assert.True(corpus.Count > 5000);
        Assert.Equal([], corpus.Where(a => a.Language != "en").Select(a => $"{a.Id} {a.Language}: {a.Text}"));
    }

    [Fact]
    public void All_reports_of_Wikinews_are_English()
    {
        var table = Checkout.SharedData("wikinews", "wikinews-2019.csv");
        Assert.SkipWhen(table is null, "the Wikinews reports are not here");
        using var stream = File.OpenRead(table);
        var articles = Unpacker.Open(stream, "wikinews-2019.csv", Hints.None, FieldNames.Default).OfType<RawReport>().Select(ArticleMaker.Read).ToList();
        Assert.True(articles.Count > 100);
        Assert.Equal([], articles.Where(a => a.Language != "en").Select(a => $"{a.Title} {a.Language}"));
    }

    [Fact]
    public void An_article_in_another_language_is_given_back_unread()
    {
        var article = TextReport.Read($"Rencontre à Paris\n\n{Texts.First(t => t.Code == "fr").Text}", Hints.None);
        var reading = Checkout.Reader.Read(article);
        Assert.Equal("fr", reading.Article.Language);
        Assert.Empty(reading.Events);
        Assert.Empty(reading.Actors);
        Assert.Equal(["it was not read: its language is fr, and only English is read"], reading.Warnings);
    }
}
