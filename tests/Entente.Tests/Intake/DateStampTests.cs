using CsCheck;
using Entente.Intake;
using NodaTime.Text;
using Xunit;

namespace Entente.Tests.Intake;

public class DateStampTests
{
    [Theory]
    [InlineData("2024-01-21", "2024-01-21")]
    [InlineData("2024-01-21 15:00:00", "2024-01-21T15:00:00")]
    [InlineData("2024-01-21T15:00:00Z", "2024-01-21T15:00:00+00")]
    [InlineData("2024-01-21T15:00:00.123+09:00", "2024-01-21T15:00:00+09")]
    [InlineData("2024-01-21T15:00:00-0330", "2024-01-21T15:00:00-03:30")]
    [InlineData("2024-01-21 15:00 UTC", "2024-01-21T15:00:00+00")]
    [InlineData("2024.01.21", "2024-01-21")]
    [InlineData("2024. 1. 21.", null)]
    [InlineData("2024/1/21 3:05 pm", "2024-01-21T15:05:00")]
    [InlineData("20240121", "2024-01-21")]
    [InlineData("20240121T150000Z", "2024-01-21T15:00:00+00")]
    [InlineData("20240121150000", "2024-01-21T15:00:00")]
    [InlineData("21 January 2024", "2024-01-21")]
    [InlineData("21st of January, 2024", "2024-01-21")]
    [InlineData("Sunday, 21 January 2024 at 15:00", "2024-01-21T15:00:00")]
    [InlineData("Sun, 21 Jan 2024 15:00:00 +0900", "2024-01-21T15:00:00+09")]
    [InlineData("Sun, 21 Jan 2024 15:00:00 GMT", "2024-01-21T15:00:00+00")]
    [InlineData("21-Jan-2024", "2024-01-21")]
    [InlineData("January 21, 2024", "2024-01-21")]
    [InlineData("Jan. 21, 2024, 3:00 p.m. EST", "2024-01-21T15:00:00")]
    [InlineData("Sept. 3, 2024", "2024-09-03")]
    [InlineData("JANUARY 21ST, 2024 | 12:05 AM", "2024-01-21T00:05:00")]
    [InlineData("Published: January 21, 2024", "2024-01-21")]
    [InlineData("Last updated on: 21 January 2024", "2024-01-21")]
    [InlineData("Posted on January 21, 2024", "2024-01-21")]
    [InlineData("입력 2024-01-21 15:00", "2024-01-21T15:00:00")]
    [InlineData("2024년 1월 21일", "2024-01-21")]
    [InlineData("2024年1月21日 15:00", "2024-01-21T15:00:00")]
    [InlineData("21/01/2024", "2024-01-21")]
    [InlineData("01/21/2024 15:00", "2024-01-21T15:00:00")]
    [InlineData("03/04/2024", "2024-03-04")]
    [InlineData("21.01.2024", "2024-01-21")]
    [InlineData("03.04.2024", "2024-04-03")]
    [InlineData("www.kcna.example (Juche114.8.15.)", "2025-08-15")]
    [InlineData("29 February 2023", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("2024-01-21 25:00", "2024-01-21")]
    [InlineData("2024-01-21 was a Sunday", null)]
    [InlineData("On January 21, 2024, they met", null)]
    [InlineData("May 2024", null)]
    [InlineData("1500-2024", null)]
    [InlineData("", null)]
    public void A_stamp_is_read_in_the_forms_of_the_press(string text, string? expected)
    {
        var stamp = DateStamp.Parse(text);
        var said = stamp is null ? null
            : LocalDatePattern.Iso.Format(stamp.Day)
            + (stamp.Time is { } time ? "T" + LocalTimePattern.GeneralIso.Format(time) : "")
            + (stamp.Offset is { } offset ? OffsetPattern.GeneralInvariant.Format(offset) : "");
        Assert.Equal(expected, said);
    }

    [Fact]
    public void Any_text_is_a_stamp_or_none()
    {
        var pieces = Gen.OneOf("0", "1", "9", "31", "2024", "99", "-", ".", "/", ":", " ", "T", "Z", "+", "Jan", "May ", ", ", "年", "월", "日", "pm", "Published: ", "é", "Juche", "(", ")");
        Gen.OneOf(Gen.String, pieces.Array[0, 14].Select(string.Concat)).Sample(text => { DateStamp.Parse(text); }, iter: 20_000);
    }
}
