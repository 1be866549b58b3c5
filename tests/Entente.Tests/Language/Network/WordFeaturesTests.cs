using Entente.Language;
using Entente.Language.Network;
using Xunit;

namespace Entente.Tests.Language.Network;

public class WordFeaturesTests
{
    [Theory]
    [InlineData("Moscow’s", "moscow's")]
    [InlineData("「", "\"")]
    [InlineData("2024", "0000")]
    [InlineData("—", "-")]
    [InlineData("ÉLYSÉE", "élysée")]
    public void A_form_is_known_by_its_plain_small_letters(string form, string expected)
    {
        Span<char> word = stackalloc char[WordFeatures.LongestForm];
        Assert.Equal(expected, word[..WordFeatures.Normalize(form, word)].ToString());
    }

    [Fact]
    public void A_form_of_any_length_is_cut()
    {
        var word = new char[WordFeatures.LongestForm];
        Assert.Equal(WordFeatures.LongestForm, WordFeatures.Normalize(new string('A', 5000), word));
        Assert.Equal(WordFeatures.MostNgrams, WordFeatures.WriteNgrams(word, 100, new int[WordFeatures.MostNgrams]));
        Assert.InRange(WordFeatures.Shape(string.Concat(Enumerable.Repeat("aB", 3000)), true, 64), 0, 63);
    }

    [Theory]
    [InlineData("u.n.", 1)]
    [InlineData("don't", 2)]
    [InlineData("anti-nato", 3)]
    [InlineData("nato-led", 3)]
    [InlineData("nato", 3)]
    [InlineData("x-y", 0)]
    public void A_word_without_a_vector_takes_that_of_its_plain_form_or_of_its_last_known_part(string word, uint row)
    {
        var table = HashTable.Build([new(WordFeatures.Key("un"), 1), new(WordFeatures.Key("dont"), 2), new(WordFeatures.Key("nato"), 3)]);
        var file = ModelFile.FromBytes(ModelFile.Write([(ModelSection.Vectors, table)]));
        Assert.Equal(row, WordFeatures.Vector(new(file.Section(ModelSection.Vectors)), word));
        GC.KeepAlive(file);
    }
}
