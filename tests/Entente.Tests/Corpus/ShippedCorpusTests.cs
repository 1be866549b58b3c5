using Entente.Corpus;
using Entente.Output;
using Entente.Tests.Approved;
using Entente.Tests.Lexicon;
using Xunit;

namespace Entente.Tests.Corpus;

/// <summary>The corpus that is part of the project keeps to its form and has what it promises.</summary>
public class ShippedCorpusTests
{
    private static readonly Lazy<CorpusFolder> Shipped = new(() => CorpusFolder.Read(Checkout.PathOf("corpus")));

    [Fact]
    public void All_files_keep_to_the_form() => Assert.Empty(Shipped.Value.Faults.Select(f => $"{Path.GetFileName(f.File)}:{f.Fault.Line}: {f.Fault.Message}"));

    [Fact]
    public void Countries_and_CAMEO_codes_are_known()
    {
        // The lexicon's states, the classes of actors, and the Netherlands Antilles, which were a code of their own until 2010.
        var countries = File.ReadLines(Checkout.PathOf("lexicon", "states.tsv")).Select(line => line.Split('\t')[0]).Concat(["IGO", "NGO", "MNC", "IMG", "XXX", "ANT"]).ToHashSet();
        Assert.Empty(Shipped.Value.Items.SelectMany(i => i.Actors.Where(a => !countries.Contains(a.Country)).Select(a => $"{i.Id} {a.Country}")));
        var fields = Shipped.Value.Items.SelectMany(i => i.Events.Select(e => (i.Id, e.Fields))).ToList();
        Assert.Empty(fields.Where(f => f.Fields.TryGetValue("place", out var place) && !countries.Contains(place[^3..])).Select(f => $"{f.Id} {f.Fields["place"]}"));
        Assert.Empty(fields.Where(f => f.Fields.TryGetValue("cameo", out var code) && code.Length > 2 && !LexiconCodesTests.Cameo.Contains(code)).Select(f => $"{f.Id} {f.Fields["cameo"]}"));
    }

    [Fact]
    public void Every_batch_and_report_is_in_one_part_and_nothing_else_is()
    {
        var batches = Shipped.Value.Items.Select(i => i.Batch).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(batches, Shipped.Value.Splits.Keys.Order(StringComparer.Ordinal));
        Assert.All(Shipped.Value.Splits.Values, part => Assert.Contains(part, CorpusFolder.Parts));
    }

    [Fact]
    public void There_are_enough_reports_sentences_types_and_modes()
    {
        var events = Shipped.Value.Items.Where(i => !i.IsReport).SelectMany(i => i.Events).ToList();
        Assert.True(Shipped.Value.Items.Count(i => i.IsReport) >= 120);
        Assert.True(Shipped.Value.Items.Count(i => !i.IsReport) >= 5000);
        Assert.All(Plover.Types, type => Assert.True(events.Count(e => e.Type == type) >= 200, type));
        foreach (var (type, modes) in CorpusCodes.Modes)
            foreach (var mode in modes) Assert.True(events.Count(e => e.Type == type && e.Modes.Contains(mode)) >= 25, $"{type} {mode}");
    }

    [Fact]
    public void A_tenth_was_annotated_twice_with_the_same_texts()
    {
        var second = CorpusFolder.Read(Checkout.PathOf("corpus", "second"));
        Assert.Empty(second.Faults);
        var agreement = CorpusAgreement.Of(Shipped.Value.Items, second.Items);
        Assert.Equal(second.Items.Count, agreement.Texts);
        Assert.True(second.Items.Count(i => !i.IsReport) >= 500 && second.Items.Count(i => i.IsReport) >= 12);
        Assert.True(agreement.AlignedTypeKappa > 0.9);
    }

    [Fact]
    public void Fewer_than_one_in_a_hundred_sentences_are_near_duplicates()
    {
        var sentences = Shipped.Value.Items.Where(i => !i.IsReport).ToList();
        Assert.InRange(CorpusStatistics.NearDuplicates(sentences).Count, 0, sentences.Count / 100);
    }
}
