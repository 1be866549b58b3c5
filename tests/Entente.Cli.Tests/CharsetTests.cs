using System.Text;
using Xunit;

namespace Entente.Cli.Tests;

public class CharsetTests
{
    private const string Words = "Президент принял министра иностранных дел в Москве и подписал с ним договор.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("windows-1251")]
    public void Text_and_rows_are_read_in_many_charsets(string name)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. charset.GetPreamble(), .. charset.GetBytes(text)];
        using var folder = new TempFolder()
            .With("a.txt", Bytes(Words))
            .With("b.jsonl", Bytes($$"""{"id":"1","text":"{{Words}}"}{{"\r\n"}}{"id":"2","text":"{{Words}}"}{{"\r\n"}}"""))
            .With("c.csv", Bytes($"id,text\r\n1,{Words}\r\n2,\"{Words}\"\r\n"))
            .With("d.json", Bytes($$"""[{"id":"1","text":"{{Words}}"}]"""))
            .With("e.html", Bytes($"<html><body><p>{Words}</p></body></html>"));
        var ended = Ended.Read(folder, "a.txt", "b.jsonl", "c.csv", "d.json", "e.html").Well().Gave("a.txt", "b.jsonl#1", "b.jsonl#2", "c.csv#1", "c.csv#2", "d.json#1", "e.html");
        Assert.All(ended.Values("text"), text => Assert.Equal(Words, text));
    }
}
