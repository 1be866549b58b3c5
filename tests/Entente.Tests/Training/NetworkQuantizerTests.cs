using Entente.Language;
using Entente.Language.Network;
using Entente.Training.Network;
using Xunit;

namespace Entente.Tests.Training;

public class NetworkQuantizerTests
{
    [Fact]
    public void The_network_in_integers_reads_what_the_network_in_floats_reads()
    {
        var encoder = SmallTreebank.Encoder();
        var sentences = SmallTreebank.Encoded(encoder);
        var parameters = new NetworkParameters(encoder.Sizes, 1);
        NetworkTraining.Train(parameters, sentences, sentences, 100, 1, new() { BatchWords = 6, Rate = 0.1f, Dropout = 0.1f }, (_, _) => { });
        var stream = new MemoryStream();
        NetworkFile.Write(stream, encoder, parameters);
        var sections = NetworkQuantizer.Sections(NetworkFile.Read(new MemoryStream(stream.ToArray())), SmallTreebank.Vectors);

        var network = new TreeNetwork(new(ModelFile.FromBytes(ModelFile.Write(sections))));
        var order = Enumerable.Range(0, sentences.Count).OrderByDescending(i => sentences[i].Count).ToArray();
        network.Read(Array.ConvertAll(order, i => SmallTreebank.Sentences[i].Tokens));
        var expected = NeuralParser.Predict(parameters, new([.. sentences]));
        for (var b = 0; b < order.Length; b++)
        {
            var (start, count) = (network.Start(b), sentences[order[b]].Count);
            Assert.Equal(expected[order[b]].Tags, network.Tags.Slice(start, count).ToArray());
            Assert.Equal(expected[order[b]].Heads, network.Heads.Slice(start, count).ToArray());
            Assert.Equal(expected[order[b]].Labels, network.Labels.Slice(start, count).ToArray());
            Assert.Equal(expected[order[b]].Mentions, network.Mentions.Slice(start, count).ToArray());
        }
    }

    [Fact]
    public void A_network_that_is_cut_short_is_refused()
    {
        var encoder = SmallTreebank.Encoder();
        var stream = new MemoryStream();
        NetworkFile.Write(stream, encoder, new NetworkParameters(encoder.Sizes, 1));
        var sections = NetworkQuantizer.Sections(NetworkFile.Read(new MemoryStream(stream.ToArray())), SmallTreebank.Vectors)
            .ConvertAll(s => s.Section == ModelSection.Network ? (s.Section, s.Bytes[..^200]) : s);
        Assert.Throws<InvalidDataException>(() => new NetworkWeights(ModelFile.FromBytes(ModelFile.Write(sections))));
    }
}
