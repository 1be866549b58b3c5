using Xunit;

namespace Entente.Cli.Tests;

public class TableTests
{
    [Fact]
    public void A_table_without_header_says_how_to_name_its_columns()
    {
        using var folder = new TempFolder().With("bare.csv", $"1,\"{TempFolder.Good}\",2024-01-01\n").With("good.txt");
        Ended.Read(folder, "bare.csv", "good.txt").Gave("good.txt").Failed(("bare.csv:1", "name the columns"));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        using var folder = new TempFolder()
            .With("a.csv", "id,text\n1,\"one signed\"\n2,\"never closed\n3,\"three signed\"\n4,four signed\n")
            .With("b.csv", "id,text\n1,\"never closed\n2,two signed\n3,three signed\n");
        var ended = Ended.Read(folder, "a.csv", "b.csv").Gave("a.csv#1", "a.csv#3", "a.csv#4", "b.csv#2", "b.csv#3").Failed(
            ("a.csv:3", "quote that opens here is not closed"), ("b.csv:2", "quote that opens here is not closed"));
        Assert.Equal(["one signed", "three signed", "four signed", "two signed", "three signed"], ended.Values("text"));
    }

    [Fact]
    public void A_row_with_too_many_fields_fails_and_one_with_too_few_is_read()
    {
        using var folder = new TempFolder().With("ragged.csv", "id,text,title\n1,one signed\n2,two, signed,Two\n\n3,three signed,Three\n");
        var ended = Ended.Read(folder, "ragged.csv").Gave("ragged.csv#1", "ragged.csv#3").Failed(("ragged.csv:3", "has 4 fields where the header has 3"));
        Assert.Equal([null, "Three"], ended.Values("title"));
    }

    [Fact]
    public void Quoted_fields_keep_separators_quotes_and_lines()
    {
        using var folder = new TempFolder().With("quoted.csv", "id;text;title\r\n1;\"One; \"\"two\"\"\r\n\r\nthree\"; \"A, B\"\r\n2;He said \"no\";C\r\n");
        var ended = Ended.Read(folder, "quoted.csv").Well();
        Assert.Equal(["One; \"two\"\n\nthree", "He said \"no\""], ended.Values("text"));
        Assert.Equal(["A, B", "C"], ended.Values("title"));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        using var folder = new TempFolder().With("mark.csv", "\uFEFFid,text\nx,one signed\n").With("mark.jsonl", "\uFEFF" + TempFolder.Line(7));
        Assert.Equal(["x", "7"], Ended.Read(folder, "mark.csv", "mark.jsonl").Well().Values("id"));
    }

    [Fact]
    public void Quotes_in_a_tab_separated_table_are_plain_characters()
    {
        using var folder = new TempFolder().With("plain.tsv", "id\ttext\ttitle\n1\t\"Peace now\" says minister\t\"A\n2\tHe \"said so\tB\n3\t\"Two\n\nparts\"\tC\n");
        var ended = Ended.Read(folder, "plain.tsv").Well();
        Assert.Equal(["\"Peace now\" says minister", "He \"said so", "Two\n\nparts"], ended.Values("text"));
        Assert.Equal(["\"A", "B", "C"], ended.Values("title"));
    }

    [Fact]
    public void Fields_are_found_by_the_names_that_the_user_gives()
    {
        using var folder = new TempFolder().With("own.csv", $"number,body text,when,head\n7,\"{TempFolder.Good}\",2021-05-06,Title\n");
        Ended.Read(folder, "own.csv").Gave().Failed(("own.csv:2", "it has number, body text, when, head"));
        var ended = Ended.Read(folder, "own.csv", "--field", "text=body text", "--field", "id=number", "--field", "date=when", "--field", "title=head").Well();
        Assert.Equal([TempFolder.Good], ended.Values("text"));
        Assert.Equal(["7"], ended.Values("id"));
        Assert.Equal(["2021-05-06"], ended.Values("published"));
        Assert.Equal(["Title"], ended.Values("title"));
    }
}
