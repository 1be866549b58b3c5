using System.Text;
using CsCheck;
using Entente.Intake;
using Xunit;

namespace Entente.Tests.Intake;

public class HtmlCharsetTests
{
    private static readonly string?[] Labels = [null, "utf-8", "no-such-charset", "shift_jis", "gb18030", "utf-7", "iso-2022-jp", "charset=", ""];

    private static Encoding CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    [Fact]
    public void A_byte_order_mark_decides()
    {
        Assert.Equal("мир", Charset.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("мир")], "utf-8"));
        Assert.Equal("мир", Charset.Decode([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("мир")], "windows-1251"));
    }

    [Theory]
    [InlineData("<meta charset=windows-1251>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">")]
    public void The_page_says_its_charset(string meta) =>
        Assert.EndsWith("переговоры", Charset.Decode(CodePage(1251).GetBytes(meta + "переговоры"), null));

    [Fact]
    public void The_header_is_asked_where_the_page_is_silent() =>
        Assert.Equal("협정", Charset.Decode(CodePage(949).GetBytes("협정"), "text/html; charset=euc-kr"));

    [Fact]
    public void Valid_utf8_is_utf8_whatever_the_page_says() =>
        Assert.EndsWith("São Paulo", Charset.Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1>São Paulo"), null));

    [Fact]
    public void A_silent_page_is_told_by_its_bytes() =>
        Assert.Contains("министр", Charset.Decode(CodePage(1251).GetBytes("В понедельник министр иностранных дел провёл переговоры с президентом страны о новом договоре."), null));

    [Fact]
    public void A_page_that_says_utf8_and_is_not_is_told_by_its_bytes() =>
        Assert.Contains("министр", Charset.Decode(CodePage(1251).GetBytes("<meta charset=utf-8>В понедельник министр иностранных дел провёл переговоры с президентом страны о новом договоре."), null));

    [Fact]
    public void Bytes_that_are_invalid_become_replacement_characters_with_a_warning()
    {
        var warnings = new List<string>();
        Assert.Equal("a\uFFFDb", Charset.Decode([.. new string('x', 100).Select(c => (byte)c), (byte)'a', 0xFF, (byte)'b'], "utf-8", warnings)[100..]);
        Assert.Single(warnings);
    }

    [Fact]
    public void Any_bytes_under_any_label_decode_without_an_exception() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, Labels.Length - 1])
            .Sample((bytes, label) => Assert.NotNull(Charset.Decode(bytes, Labels[label])));

    [Fact]
    public void Any_text_survives_utf8() => Gen.String.Sample(text =>
    {
        var clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(clean.TrimStart('\uFEFF'), Charset.Decode(Encoding.UTF8.GetBytes(clean), null).TrimStart('\uFEFF'));
    });
}
