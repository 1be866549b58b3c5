using System.Text;
using Xunit;

namespace Entente.Cli.Tests;

public class BrokenFilesTests
{
    [Fact]
    public void Files_without_text_are_named_and_the_good_ones_beside_them_read()
    {
        using var folder = new TempFolder().With("1.txt").With("2.txt", "").With("3.png", [0x89, .. "PNG\r\n\x1A\n\0\0\0\rIHDR"u8, .. new byte[500]])
            .With("4", [0x7F, .. "ELF\x02\x01\x01"u8, .. new byte[500]]).With("5.txt", " \n\t\n").With("6.txt");
        Ended.Read(folder, "1.txt", "2.txt", "3.png", "4", "5.txt", "missing.txt", "6.txt").Gave("1.txt", "6.txt").Failed(
            ("2.txt", "is empty"), ("3.png", "is not text"), ("4", "is not text"), ("5.txt", "holds no words"), ("missing.txt", "is not there: check the path"));
    }

    [Fact]
    public void Text_cut_off_in_its_gzip_file_fails()
    {
        var packed = TempFolder.Gzip(Encoding.UTF8.GetBytes(TempFolder.Good));
        using var folder = new TempFolder().With("cut.txt.gz", packed[..^10]).With("good.txt");
        Ended.Read(folder, "cut.txt.gz", "good.txt").Gave("good.txt").Failed(("cut.txt.gz", "cut off"));
    }

    [Fact]
    public void Rows_before_the_cut_of_a_gzip_file_are_read()
    {
        var noise = new Random(1);
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(i => $$"""{"id":"{{noise.NextInt64()}}","text":"{{TempFolder.Good}}"}""" + "\n"));
        var packed = TempFolder.Gzip(Encoding.UTF8.GetBytes(rows));
        using var folder = new TempFolder().With("cut.jsonl.gz", packed[..(packed.Length / 2)]).With("good.txt");
        var ended = Ended.Read(folder, "cut.jsonl.gz", "good.txt").Failed(("cut.jsonl.gz", "cut off"));
        Assert.InRange(ended.Output.Count, 1000, 2000);
        Assert.Equal([.. Enumerable.Range(1, ended.Output.Count - 1).Select(i => $"cut.jsonl.gz#{i}"), "good.txt"], ended.Values("input"));
    }

    [Fact]
    public void Fifty_megabytes_of_one_line_fail_alone()
    {
        var longLine = new string('x', 50 << 20);
        using var folder = new TempFolder().With("line.txt", longLine).With("line.csv", $"id,text\n1,one signed\n2,{longLine}\n3,three signed\n")
            .With("line.jsonl", $$"""{{TempFolder.Line(1)}}{{"\n"}}{"text":"{{longLine}}"}{{"\n"}}{{TempFolder.Line(3)}}""");
        Ended.Read(folder, "line.txt", "line.jsonl", "line.csv").Gave("line.jsonl#1", "line.jsonl#3", "line.csv#1", "line.csv#3").Failed(
            ("line.txt", "larger than 16 MB"), ("line.jsonl:2", "longer than 16 MB"), ("line.csv:3", "longer than 16 MB"));
    }

    [Fact]
    public void A_malformed_line_of_JSON_fails_alone_and_is_named_by_its_number()
    {
        var lines = Enumerable.Range(1, 5000).Select(TempFolder.Line).ToArray();
        lines[1233] = """{"id":"1234","text":"never ended""";
        using var folder = new TempFolder().With("news.jsonl", string.Join('\n', lines));
        Ended.Read(folder, "news.jsonl").Gave([.. Enumerable.Range(1, 5000).Where(i => i != 1234).Select(i => $"news.jsonl#{i}")])
            .Failed(("news.jsonl:1234", "is not JSON"));
    }

    [Fact]
    public void A_line_of_JSON_that_is_no_object_or_has_no_text_fails_alone()
    {
        using var folder = new TempFolder().With("news.jsonl", $$"""
            {{TempFolder.Line(1)}}
            [1, 2]
            "text"
            {}
            {"id":"5","text":""}
            {"id":"6","story":"words"}

            {"id":"8","text":null}
            {{TempFolder.Line(9)}}
            """);
        Ended.Read(folder, "news.jsonl").Gave("news.jsonl#1", "news.jsonl#8").Failed(
            ("news.jsonl:2", "is no JSON object but a list"), ("news.jsonl:3", "is no JSON object"), ("news.jsonl:4", "it has no fields"),
            ("news.jsonl:5", "the field text is empty"), ("news.jsonl:6", "it has id, story"), ("news.jsonl:8", "--field text=NAME"));
    }

    [Fact]
    public void JSON_over_several_lines_is_an_object_or_a_list_of_objects()
    {
        using var folder = new TempFolder().With("one.json", $$"""
            {
              "id": "one",
              "text": "{{TempFolder.Good}}"
            }
            """).With("list.json", $$"""
            [
              {"id": "a", "text": "{{TempFolder.Good}}"},
              3,
              {"id": "c", "tags": [{"x": [1]}],
               "text": "{{TempFolder.Good}}"},
              {"id": "d"},
              {"id": "e", "text" "{{TempFolder.Good}}"}
            ]
            """).With("lines.json", TempFolder.Lines(2));
        var ended = Ended.Read(folder, "one.json", "list.json", "lines.json").Gave("one.json#1", "list.json#1", "list.json#3", "lines.json#1", "lines.json#2")
            .Failed(("list.json:3", "is no JSON object"), ("list.json:6", "--field text=NAME"), ("list.json:7", "is not JSON"));
        Assert.Equal(["one", "a", "c", "1", "2"], ended.Values("id"));
    }

    [Fact]
    public void A_page_nested_a_hundred_thousand_deep_is_read()
    {
        var page = new StringBuilder("<html><body>");
        page.Insert(page.Length, "<div>", 100_000).Append("<p>").Append(TempFolder.Good).Append("</p>").Insert(page.Length, "</div>", 100_000);
        using var folder = new TempFolder().With("deep.html", page.ToString()).With("bare.html", string.Concat(Enumerable.Repeat("<div><b><table>", 100_000)));
        var ended = Ended.Read(folder, "deep.html", "bare.html").Gave("deep.html").Failed(("bare.html", "holds no words"));
        Assert.Equal([TempFolder.Good], ended.Values("text"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_cost_no_other_characters()
    {
        using var folder = new TempFolder()
            .With("text.txt", [.. "Президент принял министра "u8, 0xFF, 0xFE, .. " в Москве и подписал договор о дружбе."u8])
            .With("rows.jsonl", [.. "{\"id\":\"1\",\"text\":\"Президент принял "u8, 0xFF, .. " министра в Москве.\"}\n"u8, .. "{\"id\":\"2\",\"text\":\"Он уехал.\"}\n"u8])
            .With("rows.csv", [.. "id,text\n1,Президент принял "u8, 0xFF, .. " министра в Москве.\n2,Он уехал.\n"u8]);
        var ended = Ended.Read(folder, "text.txt", "rows.jsonl", "rows.csv").Well();
        Assert.Equal(
            ["Президент принял министра \uFFFD\uFFFD в Москве и подписал договор о дружбе.", "Президент принял \uFFFD министра в Москве.", "Он уехал.", "Президент принял \uFFFD министра в Москве.", "Он уехал."],
            ended.Values("text"));
    }
}
