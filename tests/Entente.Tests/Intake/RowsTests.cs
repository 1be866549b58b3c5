using System.Text;
using System.Text.Json;
using CsCheck;
using Entente.Intake;
using Xunit;

namespace Entente.Tests.Intake;

public class RowsTests
{
    /// <summary>Any text that UTF-8 can hold: no lone surrogates.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 40].Select(c => new string(c)),
        Gen.OneOf("\",;\t\n'|\\ aé사😀\u2028#".EnumerateRunes().Select(r => r.ToString()).ToArray()).Array[0, 30].Select(string.Concat))
        .Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static readonly Gen<Dictionary<string, string>[]> AnyRows = Gen.Select(AnyText, AnyText, AnyText, (id, text, title) =>
        new Dictionary<string, string> { ["id"] = id, ["text"] = text, ["title"] = title }).Array[1, 20];

    [Fact]
    public void Lines_of_JSON_are_read_as_they_were_written()
    {
        Gen.Select(AnyRows, Gen.Int[1, 100]).Sample((rows, chunk) =>
        {
            var written = string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row)));
            Same(rows, JsonRows.ReadLines(new Trickle(Encoding.UTF8.GetBytes(written), chunk), "a.jsonl", IntakeLimits.Default));
        }, iter: 500);
    }

    [Fact]
    public void A_list_in_JSON_is_read_as_it_was_written()
    {
        var laidOut = new JsonSerializerOptions { WriteIndented = true };
        AnyRows.Sample(rows => Same(rows, JsonRows.ReadWhole(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(rows, laidOut)), "a.json", IntakeLimits.Default)), iter: 300);
    }

    [Fact]
    public void A_table_is_read_as_it_was_written()
    {
        Gen.Select(AnyRows, Gen.OneOf(',', ';', '\t'), Gen.Int[1, 100]).Sample((rows, separator, chunk) =>
        {
            // A line break in a field is read as \n, however it was written.
            foreach (var row in rows)
                foreach (var name in row.Keys.ToList()) row[name] = row[name].Replace("\r", "", StringComparison.Ordinal);
            string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            var written = string.Join("\r\n", rows.Select(row => string.Join(separator, row.Values.Select(Quoted))).Prepend(string.Join(separator, rows[0].Keys.Select(Quoted))));
            Same(rows, CsvRows.Read(new Trickle(Encoding.UTF8.GetBytes(written), chunk), "a.csv", IntakeLimits.Default));
        }, iter: 500);
    }

    [Fact]
    public void Rows_of_a_table_know_their_line_after_fields_of_several_lines()
    {
        var rows = CsvRows.Read(new MemoryStream("id,text\n1,\"a\nb\nc\"\n\n2,b\n3,c,d\n4,\"x\n5,y\n"u8.ToArray()), "a.csv", IntakeLimits.Default).ToList();
        Assert.Equal([(1, 2), (2, 6), (3, 7), (4, 8), (5, 9)], rows.Select(r => (r.Number, r.Line)));
        Assert.Equal([true, true, false, false, true], rows.Select(r => r.Failure is null));
    }

    [Fact]
    public void Many_quotes_that_are_never_closed_take_no_longer_than_the_lines()
    {
        var table = "id,text\n" + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"{i},\"a\"\"b\n"));
        var rows = CsvRows.Read(new MemoryStream(Encoding.UTF8.GetBytes(table)), "a.csv", IntakeLimits.Default);
        Assert.Equal(50_000, rows.Count());
    }

    [Fact]
    public void Half_a_surrogate_pair_in_JSON_becomes_a_replacement_character()
    {
        var row = Assert.Single(JsonRows.ReadLines(new MemoryStream("""{"text":"a \ud83d b\n\/ \ud83d\ude00"}"""u8.ToArray()), "a.jsonl", IntakeLimits.Default));
        Assert.Equal("a \uFFFD b\n/ 😀", row.Fields!["text"]);
        row = Assert.Single(JsonRows.ReadLines(new MemoryStream("""{"\ud83d":"a"}"""u8.ToArray()), "a.jsonl", IntakeLimits.Default));
        Assert.NotNull(row.Failure);
    }

    [Fact]
    public void Lines_are_cut_as_a_plain_split_cuts_them()
    {
        Gen.Select(Gen.OneOf("a\n\r\nbé".Select(c => c.ToString()).ToArray()).Array[0, 200].Select(string.Concat), Gen.Int[1, 20], Gen.Int[1, 30]).Sample((text, chunk, limit) =>
        {
            var expected = text.Split('\n').Select(line => Encoding.UTF8.GetBytes(line)).ToList();
            if (expected[^1].Length == 0) expected.RemoveAt(expected.Count - 1);
            var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), chunk), limit);
            foreach (var (line, number) in expected.Select((line, i) => (line, i + 1)))
            {
                Assert.True(reader.Next(out var given, out var tooLong));
                Assert.Equal(number, reader.Number);
                Assert.Equal(line.Length > limit, tooLong);
                if (!tooLong) Assert.Equal(line is [.. var before, (byte)'\r'] ? before : line, given.ToArray());
            }

            Assert.False(reader.Next(out _, out _));
        }, iter: 3000);
    }

    private static void Same(Dictionary<string, string>[] expected, IEnumerable<Row> read)
    {
        var rows = read.ToList();
        Assert.All(rows, row => Assert.Null(row.Failure));
        Assert.Equal(expected, rows.Select(row => row.Fields!));
    }
}
