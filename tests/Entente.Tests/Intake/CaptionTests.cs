using CsCheck;
using Entente.Intake;
using NodaTime;
using Xunit;

namespace Entente.Tests.Intake;

public class CaptionTests
{
    [Theory]
    [InlineData("The ministers shake hands in Moscow on the 16th. 2024.01.17 [모스크바=AP/뉴시스]", "The ministers shake hands in Moscow on the 16th.", "AP/뉴시스", "모스크바", "2024-01-17")]
    [InlineData("Two presidents at the White House. [Washington=AFP]", "Two presidents at the White House.", "AFP", "Washington", null)]
    [InlineData("FILE PHOTO: A tanker off Oman (Photo: Reuters)", "A tanker off Oman", "Reuters", null, null)]
    [InlineData("A tanker off Oman. Photo by Ann Lee/AFP", "A tanker off Oman.", "Ann Lee/AFP", null, null)]
    [InlineData("A tanker off Oman © Ann Lee", "A tanker off Oman", "Ann Lee", null, null)]
    [InlineData("外相会談（写真：共同）", "外相会談", "写真：共同", null, null)]
    [InlineData("The delegations at table (Getty Images)", "The delegations at table", "Getty Images", null, null)]
    public void A_caption_is_parted_into_words_credit_place_and_day(string text, string caption, string credit, string? place, string? day)
    {
        Assert.True(Caption.Is(text));
        var image = Caption.Parse(text);
        Assert.Equal((caption, credit, place, day), (image.Caption, image.Credit, image.Place, image.Date is LocalDate d ? $"{d:yyyy-MM-dd}" : null));
    }

    [Theory]
    [InlineData("The minister said that the talks would go on (and on).")]
    [InlineData("The European Union (EU) and the African Union (AU)")]
    [InlineData("Iran signed the treaty in Vienna on Monday, and the United States will follow.")]
    public void A_sentence_is_no_caption(string text) => Assert.False(Caption.Is(text));

    [Fact]
    public void Any_text_is_a_caption_or_none()
    {
        var pieces = Gen.OneOf("Photo", ": ", "AP", "/", " (", ")", "[", "]", "=", "©", " by ", "Ann", " Lee", ".", " ", "2024.01.17", "May 3, 2024", "KYIV - MAY 3: ", "모스크바", "（", "）");
        Gen.OneOf(Gen.String, pieces.Array[0, 14].Select(string.Concat)).Sample(
            text =>
            {
                Caption.Is(text);
                Caption.Parse(text);
            },
            iter: 20_000);
    }
}
