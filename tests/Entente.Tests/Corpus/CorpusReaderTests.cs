using Entente.Corpus;
using Xunit;

namespace Entente.Tests.Corpus;

public class CorpusReaderTests
{
    internal const string Arrest = """
        % a comment
        @ x-001 2019-03-12 pair=A
        On Monday [a:[d:Kenyan] police] {1:arrested} [b:eleven union leaders] in Mombasa, hours before a strike that [c:the interior minister] had {2:called} illegal.
        a organisation KEN COP
        b population KEN LAB
        c office KEN GOV = Fred Matiang'i
        d state KEN
        1 COERCE.arrest a > b | active | date 2019-03-11 | place Mombasa, KEN | context legal | certainty 0.68
        2 ACCUSE.disapprove c > b | embedded | by "two residents", c | or REJECT | maybe
        """;

    internal const string Report = """
        title: Envoy in Nairobi
        published: 2019-03-12
        kind: report
        shape: wire
        region: africa
        ---
        [a:The envoy] {v1:flew} to [b:Kenya], where the {t1:Treaty of Mombasa} was {1:signed} with [c:Uganda].

        Trade of [b:Kenya] with [c:Uganda] came to {r1:$1.2 billion} in 2018, and it {p1:will probably} grow.
        ---
        a office UGA GOV
        b state KEN
        c state UGA
        1 SUPPORT b + c | passive
        v1 a > b | held | date 2019-03-11 | place Nairobi, KEN
        t1 Treaty of Mombasa: b, c | signed | signed 2019-03
        r1 b > c | total | period 2018 | amount 1.2e9 USD
        p1 by outlet | probability 0.55..0.8 | window 2019-03-12..2019-12-31
        """;

    internal static CorpusItem Item(string text)
    {
        var (items, faults) = CorpusReader.ReadText(text, "x");
        Assert.Empty(faults);
        return Assert.Single(items);
    }

    [Fact]
    public void Marks_nest_and_leave_the_text_clean()
    {
        var item = Item(Arrest);
        Assert.StartsWith("On Monday Kenyan police arrested eleven union leaders in Mombasa", item.Text, StringComparison.Ordinal);
        Assert.Equal(("Kenyan police", "Kenyan", "called"), (item.WordsOf("a").Single(), item.WordsOf("d").Single(), item.WordsOf("2").Single()));
    }

    [Fact]
    public void An_event_has_what_its_line_says()
    {
        var item = Item(Arrest);
        var (arrest, blame) = (item.Events[0], item.Events[1]);
        Assert.Equal(("COERCE", "arrest", "a", "b", "active"), (arrest.Type, arrest.Modes.Single(), arrest.Sides.Source.Single(), arrest.Sides.Target.Single(), arrest.Construction));
        Assert.Equal(new NodaTime.LocalDate(2019, 3, 11), arrest.Dates!.From);
        Assert.Equal(["\"two residents\"", "c"], blame.AccordingTo);
        Assert.Equal(("REJECT", true, "A"), (blame.OtherType, blame.Maybe, item.Pair));
        Assert.Equal("Fred Matiang'i", item.ActorOf("c")!.FullName);
    }

    [Fact]
    public void A_report_has_header_paragraphs_and_facts()
    {
        var item = Item(Report);
        Assert.Equal(("Envoy in Nairobi", "wire"), (item.Header["title"], item.Header["shape"]));
        Assert.Contains("\n\n", item.Text, StringComparison.Ordinal);
        Assert.Equal(["v1", "t1", "r1", "p1"], item.Facts.Select(f => f.Key));
        Assert.Equal(["b", "c"], item.Facts[1].Sides!.Source);
        Assert.Equal("signed", item.Facts[1].Status);
    }

    [Theory]
    [InlineData("COERCE.arrest a > b", "COERCE.bribe a > b", "COERCE has no mode bribe")]
    [InlineData("COERCE.arrest a > b", "SUSPECT a > b", "there is no type SUSPECT")]
    [InlineData("COERCE.arrest a > b", "COERCE.arrest a > z", "\"z\" is no actor")]
    [InlineData("COERCE.arrest a > b", "AID a > -", "AID needs a target")]
    [InlineData("COERCE.arrest a > b", "THREATEN - > b", "THREATEN needs a source")]
    [InlineData("COERCE.arrest a > b", "COERCE.arrest a", "neither")]
    [InlineData("| active |", "| sudden |", "construction")]
    [InlineData("date 2019-03-11", "date 2019-02-31", "no date")]
    [InlineData("context legal", "context gardening", "what is")]
    [InlineData("b population KEN LAB", "b population KEN XYZ", "no sector")]
    [InlineData("b population KEN LAB", "b crowd KEN LAB", "no kind")]
    [InlineData("d state KEN", "d state KEN GOV", "no sector")]
    [InlineData("[b:eleven union leaders]", "eleven union leaders", "b is marked nowhere")]
    [InlineData("{1:arrested}", "{7:arrested}", "which has no line")]
    [InlineData("{1:arrested}", "{1:arrested", "is not closed")]
    [InlineData("{1:arrested}", "{arrested}", "without a name")]
    [InlineData("@ x-001 2019-03-12", "@ x-001 12 March", "expected \"@ id")]
    [InlineData("1 COERCE", "none sport\n1 COERCE", "either events or")]
    public void A_fault_is_named_with_its_line(string right, string wrong, string message)
    {
        Assert.Contains(right, Arrest, StringComparison.Ordinal);
        var (_, faults) = CorpusReader.ReadText(Arrest.Replace(right, wrong, StringComparison.Ordinal), "x");
        Assert.Contains(faults, f => f.Line > 0 && f.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("published: 2019-03-12\n", "", "published")]
    [InlineData("shape: wire", "shape: tale", "shape")]
    [InlineData("| held |", "| done |", "v1")]
    [InlineData("amount 1.2e9 USD", "amount much", "r1 needs an amount")]
    [InlineData("probability 0.55..0.8", "probability high", "p1 needs")]
    [InlineData("Treaty of Mombasa: b, c", "Treaty of Mombasa", "NAME: parties")]
    public void A_fault_of_a_report_is_named(string right, string wrong, string message)
    {
        Assert.Contains(right, Report, StringComparison.Ordinal);
        var (_, faults) = CorpusReader.ReadText(Report.Replace(right, wrong, StringComparison.Ordinal), "x");
        Assert.Contains(faults, f => f.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_crashing()
    {
        var random = new Random(7);
        const string signs = "[]{}:|>@-+,.ab1 \n%\"";
        for (var run = 0; run < 3000; run++)
        {
            var text = new string([.. (run % 2 == 0 ? Arrest : Report).Select(c => random.Next(25) == 0 ? signs[random.Next(signs.Length)] : c)]);
            var (items, _) = CorpusReader.ReadText(text, "x");
            foreach (var item in items) Assert.All(item.Marked.Marks, m => Assert.InRange(m.Span.End, m.Span.Start, item.Text.Length));
        }
    }
}
