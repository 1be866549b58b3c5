using Entente.Output;
using Xunit;

namespace Entente.Tests.OutputFormats;

public class CameoTests
{
    [Theory]
    [InlineData("PRK", "PRK", "", "PRK")]
    [InlineData("vladimir-putin", "RUS", "GOV", "RUSGOV")]
    [InlineData("united-nations", "IGO", "", "IGOUNO")]
    [InlineData("united-nations-security-council", "IGO", "", "IGOUNO")]
    [InlineData("nato", "IGO", "MIL", "IGONAT")]
    [InlineData("european-court-of-justice", "IGO", "JUD", "IGOJUD")]
    [InlineData("tass", "RUS", "JRN", "RUSMED")]
    [InlineData("who", "NGO", "MED", "NGOHLH")]
    [InlineData("wagner", "RUS", "PRM|UAF", "RUSUAF")]
    [InlineData("ex-president", "FRA", "PRE", "FRAELI")]
    [InlineData("gunmen", null, "UNK", "---")]
    [InlineData("soldiers", null, "MIL", "UISMIL")]
    [InlineData("protesters", "XXX", "CVL|OPP", "CVLOPP")]
    [InlineData("islamic-state", "IMG", "UAF", "IMGUAF")]
    public void An_actor_code_is_the_country_and_the_sectors(string id, string? country, string sectors, string code) =>
        Assert.Equal(code, CameoCodes.Of(new Actor { Id = id, Name = id, Kind = ActorKind.Organisation, Country = country, Sectors = sectors.Split('|', StringSplitOptions.RemoveEmptyEntries) }));

    [Fact]
    public void A_side_that_is_not_told_is_three_dashes() => Assert.Equal("---", CameoCodes.Of(null));

    [Fact]
    public void A_reciprocal_event_gives_both_directions_and_a_directed_one_its_own() =>
        Assert.Equal(
            "2024-06-17\tRUS\tVNM\t057\t5\ta1\t0\thttps://example.org/pact\n"
            + "2024-06-17\tVNM\tRUS\t057\t5\ta1\t0\thttps://example.org/pact\n"
            + "2024-06-18\tVNMCOP\tVNMMED\t173\t-7\ta1\t1\thttps://example.org/pact\n",
            CameoLines.Of(SampleReading.Reading));

    [Fact]
    public void Two_states_that_condemn_a_third_thing_do_not_accuse_each_other()
    {
        var condemned = SampleReading.Pact with { Type = "ACCUSE", Mode = "disapprove", Cameo = "111", Reciprocal = false };
        Assert.Equal(["RUS ---", "VNM ---"], Pairs(condemned));
    }

    [Fact]
    public void Each_of_several_sources_is_paired_with_each_target() =>
        Assert.Equal(
            ["RUS VNMMED", "RUS VNMCOP", "VNM VNMMED", "VNM VNMCOP"],
            Pairs(SampleReading.Pact with { Reciprocal = false, Target = [SampleReading.Reporters, SampleReading.Police] }));

    [Fact]
    public void Two_ministers_of_one_delegation_do_not_meet_each_other()
    {
        var (a, b) = (SampleReading.Russia with { Id = "a", Sectors = ["GOV"] }, SampleReading.Russia with { Id = "b", Sectors = ["GOV"] });
        Assert.Equal(["RUSGOV VNM", "VNM RUSGOV"], Pairs(SampleReading.Pact with { Source = [a, b, SampleReading.Vietnam] }));
        Assert.Equal(["RUSGOV RUSGOV"], Pairs(SampleReading.Pact with { Source = [a, b] }));
    }

    [Theory]
    [InlineData(EventStatus.Denied)]
    [InlineData(EventStatus.Negated)]
    [InlineData(EventStatus.Hypothetical)]
    [InlineData(EventStatus.Predicted)]
    public void What_did_not_happen_by_the_report_has_no_line(EventStatus status) => Assert.Empty(Pairs(SampleReading.Pact with { Status = status }));

    [Fact]
    public void Tabs_and_line_ends_of_an_id_do_not_break_the_columns()
    {
        var line = CameoLines.Of(SampleReading.Reading with { Article = SampleReading.Reading.Article with { Id = "a\tb\nc" }, Events = [SampleReading.Arrest] });
        Assert.Equal("a b c", line.TrimEnd('\n').Split('\t')[5]);
    }

    private static string[] Pairs(Event e) =>
        [.. CameoLines.Of(SampleReading.Reading with { Events = [e] }).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join(' ', l.Split('\t')[1..3]))];
}
