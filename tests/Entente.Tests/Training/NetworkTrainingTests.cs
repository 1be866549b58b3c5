using Entente.Training.Language;
using Entente.Training.Network;
using Xunit;

namespace Entente.Tests.Training;

public class NetworkTrainingTests
{
    [Fact]
    public void Two_epochs_lower_the_loss_and_give_the_same_bytes_each_time()
    {
        var (losses, bytes) = Train(2);
        Assert.True(losses[1] < losses[0], $"{losses[0]} then {losses[1]}");
        Assert.Equal(bytes, Train(2).Bytes);
    }

    [Fact]
    public void Four_sentences_can_be_learned_by_heart()
    {
        var encoder = SmallTreebank.Encoder();
        var parameters = new NetworkParameters(encoder.Sizes, 1);
        var sentences = SmallTreebank.Encoded(encoder);
        NetworkTraining.Train(parameters, sentences, sentences, 100, 1, Settings, (_, _) => { });
        var scores = NetworkEvaluation.Measure(parameters, encoder, SmallTreebank.Sentences.ConvertAll(s => new MarkedSentence("", s, true)));
        Assert.Equal(new NetworkScores(1, 1, 1, 1, 1), scores);
    }

    [Fact]
    public void Batches_hold_every_sentence_once_and_no_more_words_than_they_may()
    {
        var encoder = SmallTreebank.Encoder();
        var sentences = SmallTreebank.Encoded(encoder);
        var batches = Batch.Arrange(sentences, 9, new Random(1));
        Assert.Equal(4, batches.Sum(b => b.Count));
        Assert.Equal(4, batches.SelectMany(b => b.Sentences).Distinct().Count());
        Assert.All(batches, b => Assert.True(b.Words <= 9));
    }

    [Fact]
    public void A_word_seen_once_has_no_embedding_and_a_tag_never_seen_no_id()
    {
        var encoder = SmallTreebank.Encoder();
        Assert.Equal(["<unk>", "it", ".", "the"], encoder.Names[0]);
        var encoded = encoder.Encode(new()
        {
            Span = default,
            Tokens = [new() { Form = "The", Upos = "X", Xpos = "FW", Head = -1, Relation = "root" }, new() { Form = "end", Upos = "NOUN", Xpos = "NN", Head = 0, Relation = "obj:x" }],
        });
        Assert.Equal([3, 0], encoded.Words);
        Assert.Equal(-1, encoded.Tags[0]);
        Assert.Equal([0, 1], encoded.Heads);
        Assert.Equal("obj", encoder.Names[2][encoded.Labels[1]]);
    }

    [Fact]
    public void A_network_without_mentions_can_be_written_and_read_and_no_other_takes_its_weights()
    {
        var encoder = SmallTreebank.Encoder();
        var sizes = encoder.Sizes with { Mentions = 0 };
        var stream = new MemoryStream();
        NetworkFile.Write(stream, encoder, new NetworkParameters(sizes, 1));
        NetworkFile Read() => NetworkFile.Read(new MemoryStream(stream.ToArray()));
        var other = new NetworkParameters(sizes, 2);
        Read().CopyTo(other);
        Assert.Equal(new NetworkParameters(sizes, 1).Tag.Weight.Values, other.Tag.Weight.Values);
        var batch = new Batch([.. SmallTreebank.Encoded(encoder)]);
        Assert.Equal(batch.Lengths, NeuralParser.Predict(other, batch).Select(p => p.Mentions.Length));
        Assert.Throws<InvalidDataException>(() => Read().CopyTo(new NetworkParameters(sizes with { Hidden = 10 }, 1)));
        Assert.Throws<InvalidDataException>(() => Read().CopyTo(new NetworkParameters(encoder.Sizes, 1)));
    }

    [Fact]
    public void Options_are_read_and_others_refused()
    {
        var options = NetworkOptions.Parse(["--treebanks", "t", "--vectors", "v", "--corpus", "c", "--stages", "s", "--out", "o", "--epochs", "3", "--batch", "50", "--rate", "0.01"]);
        Assert.Equal((3, 192, 50, 0.01f), (options!.Epochs, options.Hidden, options.Settings.BatchWords, options.Settings.Rate));
        Assert.Null(NetworkOptions.Parse(["--treebanks", "t", "--vectors", "v", "--out", "o"]));
        Assert.Null(NetworkOptions.Parse(["--treebanks", "t", "--vectors", "v", "--corpus", "c", "--stages", "s", "--out", "o", "--epochs", "0"]));
        Assert.Null(NetworkOptions.Parse(["--treebanks", "t", "--vectors", "v", "--corpus", "c", "--stages", "s", "--out", "o", "--speed", "3"]));
        Assert.Null(NetworkOptions.Parse(["--treebanks"]));
    }

    private static TrainingSettings Settings => new() { BatchWords = 6, Rate = 0.1f, Dropout = 0.1f };

    private static (List<double> Losses, byte[] Bytes) Train(int epochs)
    {
        var encoder = SmallTreebank.Encoder();
        var parameters = new NetworkParameters(encoder.Sizes, 1);
        var losses = new List<double>();
        var sentences = SmallTreebank.Encoded(encoder);
        NetworkTraining.Train(parameters, sentences, sentences, epochs, 1, Settings, (_, result) => losses.Add(result.Loss));
        var stream = new MemoryStream();
        NetworkFile.Write(stream, encoder, parameters);
        return (losses, stream.ToArray());
    }
}
