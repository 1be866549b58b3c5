using CsCheck;
using Entente.Intake;
using NodaTime;
using Xunit;

namespace Entente.Tests.Intake;

public class TextReportTests
{
    private const string Lead = "Kenya and Uganda signed a trade agreement in Nairobi on Monday, officials of both countries said, after talks that had lasted for eleven months and had twice been broken off.";
    private const string Second = "The presidents of both countries had met in Kampala in March, when a first draft was put aside because of the price of maize, of milk and of sugar at the common border.";

    private static Article Read(string text) => TextReport.Read(text, Hints.None);

    [Theory]
    [InlineData("[키이우=AP/뉴시스]", "키이우", "AP/뉴시스")]
    [InlineData("[Kyiv=AFP]", "Kyiv", "AFP")]
    [InlineData("(Photo: Reuters)", null, "Reuters")]
    [InlineData("（写真：共同）", null, "写真：共同")]
    public void What_stands_around_the_paragraphs_of_a_scraped_page_is_told_apart(string bracket, string? place, string credit)
    {
        var article = Read($"""
            Home » today » World » Grain ships leave the port again after eleven months

            Grain ships leave the port again after eleven months

            A ship leaves the port at dawn on the 3rd (local time). 2023.05.04 {bracket}

            {Lead}

            {Second}
            #Grain #Ships #port #seaKenya사설
            2023-05-05 09:10:00

            Leave a Comment
            Your email address will not be published. Required fields are marked *

            This site uses Akismet to reduce spam. Learn how your comment data is processed.
            """);
        Assert.Equal("Grain ships leave the port again after eleven months", article.Title);
        Assert.Equal(["today", "World"], article.Section);
        Assert.Equal([new ArticleImage("A ship leaves the port at dawn on the 3rd (local time).", credit, place, new LocalDate(2023, 5, 4))], article.Images);
        Assert.Equal(["Grain", "Ships", "port", "seaKenya"], article.Tags);
        Assert.Equal(ArticleKind.Editorial, article.Kind);
        Assert.Equal(new Publication(new LocalDate(2023, 5, 5), new LocalTime(9, 10), null, PublicationSource.Text), article.Published);
        Assert.Equal($"{Lead}\n\n{Second}", article.Text);
    }

    [Fact]
    public void Lines_broken_by_hand_are_joined_to_paragraphs()
    {
        var wrapped = $"{Fill(Lead, 60)}\n\n{Fill(Second, 60)}\n";
        Assert.Equal($"{Lead}\n\n{Second}", Read(wrapped).Text);
    }

    [Fact]
    public void Paragraphs_that_only_a_line_end_parts_stay_apart() => Assert.Equal($"{Lead}\n\n{Second}", Read($"{Lead}\n{Second}").Text);

    [Theory]
    [InlineData("MOSCOW (AP) — ", "MOSCOW", null)]
    [InlineData("BAMAKO, June 3, 2025 (Sahel Dispatch) - ", "BAMAKO", "2025-06-03")]
    [InlineData("PARIS, March 3 (Reuters) - ", "PARIS", null)]
    [InlineData("Pyongyang, August 15 (KCNA) -- ", "Pyongyang", null)]
    [InlineData("Kyiv, 2 December, (Ukrinform). ", null, null)]
    [InlineData("GAZA CITY, Gaza Strip — ", "GAZA CITY, Gaza Strip", null)]
    [InlineData("[Seoul=Newsis] ", "Seoul", null)]
    public void The_dateline_is_taken_off_the_first_paragraph(string dateline, string? place, string? published)
    {
        var article = Read($"A headline stands here\n\n{dateline}{Lead}\n\n{Second}");
        Assert.Equal(place, article.Dateline);
        Assert.Equal(published, article.Published is { } day ? $"{day.Day:yyyy-MM-dd}" : null);
        if (place is not null) Assert.Equal($"{Lead}\n\n{Second}", article.Text);
    }

    [Theory]
    [InlineData("(Reporting by Ann Lee in Seoul; editing by Bo Park)")]
    [InlineData("Reporting by Ann Lee; Editing by Bo Park")]
    [InlineData("ENDS")]
    [InlineData("###")]
    [InlineData("-0-")]
    [InlineData("Copyright 2024 The Gazette. All rights reserved.")]
    [InlineData("Print | E-mail | Back to list")]
    [InlineData("Read next: Who won the vote | Where the money went")]
    [InlineData("More from the Gazette: a record haul of one thing on the coast and nothing else at all | Another")]
    [InlineData("Related stories\nMaize rots at the border while two ministers quarrel over a stamp.")]
    [InlineData("Tags: maize, trade")]
    public void What_follows_the_last_paragraph_is_left_out(string foot)
    {
        Assert.Equal($"{Lead}\n\n{Second}", Read($"A headline stands here\n\n{Lead}\n\n{Second}\n\n{foot}\n").Text);
        if (!foot.Contains('\n')) Assert.Equal($"{Lead}\n\n{Second}", Read($"A headline stands here\n\n{Lead}\n\n{Second}\n{foot}").Text);
    }

    [Theory]
    [InlineData("By Ann Lee", "Ann Lee")]
    [InlineData("By ANN LEE and BO PARK", "ANN LEE|BO PARK")]
    [InlineData("by Ann Lee, Bo Park", "Ann Lee|Bo Park")]
    [InlineData("Written by Ann Lee in Seoul", "Ann Lee")]
    [InlineData("Ann Lee in Seoul\nFriday, 20 December 2024", "Ann Lee")]
    [InlineData("Seoul, 20 December 2024\nAnn Lee at the Blue House", "Ann Lee")]
    public void Authors_are_read_from_their_line(string line, string names)
    {
        var article = Read($"A headline stands here\n\n{line}\n\n{Lead}\n\n{Second}");
        Assert.Equal(names.Split('|'), article.Byline);
        Assert.Equal("A headline stands here", article.Title);
        Assert.Equal($"{Lead}\n\n{Second}", article.Text);
    }

    [Fact]
    public void Bullets_are_paragraphs()
    {
        var article = Read($"What the treaty says\n\n{Lead}\n\n- Tariffs on maize end.\n- Borders open at night.\n• A court is founded.\n\n{Second}");
        Assert.Equal([Lead, "- Tariffs on maize end.", "- Borders open at night.", "• A court is founded.", Second], article.Paragraphs.Select(p => p.In(article.Text)));
    }

    [Fact]
    public void A_text_that_begins_with_a_paragraph_has_no_title()
    {
        var article = Read($"{Lead}\n\n{Second}");
        Assert.Null(article.Title);
        Assert.Equal($"{Lead}\n\n{Second}", article.Text);
    }

    [Theory]
    [InlineData("Home › World › They came back.\n\n")]
    [InlineData("They came back.\n")]
    public void A_headline_with_a_full_stop_that_stands_twice_is_the_title(string head)
    {
        var article = Read($"{head}They came back.\n\n{Lead}");
        Assert.Equal("They came back.", article.Title);
        Assert.Equal(Lead, article.Text);
    }

    [Theory]
    [InlineData("PACIFIC BULLETIN\n\nNeighbours fly rescuers to the island")]
    [InlineData("Ministry of Trade\nSkip to main content | Screen reader | Text size\n\nHome › Media Centre › Briefings\n\nNeighbours fly rescuers to the island")]
    public void The_site_over_the_headline_is_not_the_headline(string head)
    {
        var article = Read($"{head}\n\n{Lead}\n\n{Second}");
        Assert.Equal("Neighbours fly rescuers to the island", article.Title);
        Assert.Equal(head.Split('\n')[0], article.Site);
        Assert.Equal($"{Lead}\n\n{Second}", article.Text);
    }

    [Fact]
    public void A_row_has_its_title_in_a_field_of_its_own()
    {
        var article = TextReport.Read($"Two words\n{Lead}", Hints.None with { Title = "The title" }, isRow: true);
        Assert.Equal("The title", article.Title);
        Assert.Equal($"Two words\n\n{Lead}", article.Text);
    }

    [Fact]
    public void Any_lines_give_paragraphs_that_a_blank_line_parts()
    {
        var line = Gen.OneOf(
            "", " ", Lead, Second, "A headline stands here", "By Ann Lee", "2024-01-21 15:00", "Home » World » A headline stands here", "Photo: A ship (AP)", "#a #b", "Leave a Comment",
            "- bullet", "ENDS", "MOSCOW (AP) — They left.", "Seoul, 3 May 2024", "Ann Lee in Seoul", "New Delhi", "July 12, 2024", "a | b | c", "\u200B", "\uFEFF", "\t", "\u2028", "😀", "사설", ".", "#");
        Gen.Select(Gen.OneOf(line, Gen.String).Array[0, 12], Gen.Bool).Sample((lines, isRow) =>
        {
            Article article;
            try
            {
                article = TextReport.Read(string.Join('\n', lines), Hints.None, isRow);
            }
            catch (IntakeException)
            {
                return;
            }

            Assert.Equal(article.Text, string.Join("\n\n", article.Paragraphs.Select(p => p.In(article.Text))));
            Assert.All(article.Paragraphs, p => Assert.False(string.IsNullOrWhiteSpace(p.In(article.Text))));
            Assert.True(article.Text.Length > 0 || article.Title is not null);
        }, iter: 5000);
    }

    /// <summary>Breaks lines before <paramref name="width"/> characters are full.</summary>
    private static string Fill(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length >= width) lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return string.Join('\n', lines);
    }
}
