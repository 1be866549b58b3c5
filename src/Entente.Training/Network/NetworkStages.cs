using System.Diagnostics;
using Entente.Language;
using Entente.Training.Language;

namespace Entente.Training.Network;

/// <summary>
/// The stages in which the network comes about: teachers on the treebanks, then a little more on them and news together; then the network
/// itself on all of these, the rest of the corpus and mentions, with the teachers' help. Each stage is written to the folder of stages,
/// and left out where the folder has its file.
/// </summary>
internal sealed class NetworkStages
{
    private const int LongestSentence = 120;

    private const int TeacherHidden = 256;
    private const int TeacherArc = 192;
    private const int TeacherLabel = 128;
    private const int TeacherEpochs = 22;
    private static readonly int[] TeacherSeeds = [1, 2];
    private const int StudentSeed = 3;

    private const int NewsEpochs = 4;
    private const float NewsRate = 0.0008f;
    private const int NewsTimes = 4;
    private const int StudentNewsTimes = 2;

    private readonly NetworkOptions _options;
    private readonly IReadOnlyList<ConlluSentence> _treebank;
    private readonly List<ConlluSentence> _news;
    private readonly SentenceEncoder _encoder;
    private readonly List<(string? Name, List<MarkedSentence> Gold)> _measured;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private NetworkStages(NetworkOptions options, IReadOnlyList<ConlluSentence> treebank, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        (_options, _treebank) = (options, treebank);
        _news = Treebanks.Read(Path.Combine(options.Corpus, "trees", "train.conllu"));
        _encoder = new SentenceEncoder([.. treebank.Select(s => s.Sentence)], vectors, (words, tags, labels) => new()
        {
            Pretrained = vectors[0].Vector.Length,
            Hidden = options.Hidden,
            Layers = options.Layers,
            WordRows = words,
            Tags = tags,
            Labels = labels,
            Mentions = MentionKinds.Parts.Length + 1,
        });
        string[] files =
        [
            Path.Combine(options.Treebanks, "en_ewt-dev.conllu.gz"),
            Path.Combine(options.Treebanks, "en_gum-dev.conllu.gz"),
            Path.Combine(options.Corpus, "trees", "dev.conllu"),
        ];
        _measured = [.. files.Select(file => (Path.GetFileName(file), MarkedSentence.WithMentions(MarkedSentence.OfTreebank(Treebanks.Read(file)), Mentions("dev"))))];
    }

    /// <summary>Goes through all stages.</summary>
    public static NetworkFile Run(NetworkOptions options, IReadOnlyList<ConlluSentence> treebank, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        Directory.CreateDirectory(options.Stages);
        var stages = new NetworkStages(options, treebank, vectors);
        return stages.Stage("student", new(stages._encoder.Sizes, StudentSeed), StudentSeed, stages.StudentExamples, options.Epochs, options.Settings);
    }

    private NetworkParameters Teacher(int seed)
    {
        var teacher = new NetworkParameters(_encoder.Sizes with { Hidden = TeacherHidden, Arc = TeacherArc, Label = TeacherLabel, Mentions = 0 }, seed);
        List<Sentence> trees = [.. _treebank.Select(s => s.Sentence)];
        var withNews = trees.Concat(Enumerable.Repeat(_news, NewsTimes).SelectMany(n => n.Select(s => s.Sentence)));
        Stage($"teacher-{seed}-treebanks", teacher, seed, () => TeacherExamples(trees), TeacherEpochs, _options.Settings);
        Stage($"teacher-{seed}", teacher, seed, () => TeacherExamples(withNews), NewsEpochs, _options.Settings with { Rate = NewsRate });
        return teacher;
    }

    private List<(EncodedSentence Sentence, EncodedSentence Variant)> TeacherExamples(IEnumerable<Sentence> sentences)
        => [.. sentences.Where(s => s.Tokens.Length <= LongestSentence).Select((s, i) => (_encoder.Encode(s), _encoder.Encode(SentenceVariants.Of(s, i))))];

    private List<(EncodedSentence Sentence, EncodedSentence Variant)> StudentExamples()
    {
        List<MarkedSentence> Marked(List<MarkedSentence> sentences) => MarkedSentence.WithMentions(sentences, Mentions("train"));
        var news = Marked(MarkedSentence.OfTreebank(_news));
        List<(MarkedSentence Marked, bool HasTree)> examples =
        [
            .. Marked(MarkedSentence.OfTreebank(_treebank)).Select(s => (s, true)),
            .. Enumerable.Repeat(news, StudentNewsTimes).SelectMany(n => n).Select(s => (s, true)),
            .. Marked(MarkedSentence.OfCorpus(_options.Corpus, "train")).Select(s => (s, false)),
        ];
        examples.RemoveAll(e => e.Marked.Sentence.Tokens.Length is 0 or > LongestSentence);
        var encoded = examples.ConvertAll(e => (_encoder.Encode(e.Marked.Sentence, e.Marked.HasMentions), e.HasTree));
        var taught = new Teachers([.. TeacherSeeds.Select(Teacher)]).Teach(encoded);
        return [.. examples.Select((e, i) => (taught[i], SentenceVariants.Of(e.Marked, i, taught[i], _encoder)))];
    }

    private NetworkFile Stage(
        string name, NetworkParameters parameters, int seed, Func<List<(EncodedSentence Sentence, EncodedSentence Variant)>> examplesOf, int epochs,
        TrainingSettings settings)
    {
        var path = Path.Combine(_options.Stages, name + ".network");
        if (!File.Exists(path))
        {
            var examples = examplesOf();
            Say($"{name}: {examples.Count} sentences, {examples.Sum(e => e.Sentence.Count)} words, {parameters.Count / 1e6:F1} million weights");
            NetworkTraining.Train(parameters, examples.ConvertAll(e => e.Sentence), examples.ConvertAll(e => e.Variant), epochs, seed, settings, (epoch, result) => Report(parameters, epoch, result));
            using var file = File.Create(path);
            NetworkFile.Write(file, _encoder, parameters);
        }
        using var stream = File.OpenRead(path);
        var written = NetworkFile.Read(stream);
        written.CopyTo(parameters);
        return written;
    }

    private void Report(NetworkParameters parameters, int epoch, PassResult result)
    {
        static string Share(int right, int words) => ((double)right / Math.Max(1, words)).ToString("P1");
        Say($"epoch {epoch}: loss {result.Loss / result.Words:F3}, in training tags {Share(result.RightTags, result.Words)}, "
            + $"heads {Share(result.RightHeads, result.Words)}, mentions {Share(result.RightMentions, result.MentionWords)}");
        foreach (var (file, gold) in _measured) Say($"  {file}: {NetworkEvaluation.Measure(parameters, _encoder, gold)}");
    }

    private string Mentions(string part) => Path.Combine(_options.Corpus, "mentions", part + ".tsv");

    private void Say(string text) => Console.Error.WriteLine($"{_watch.Elapsed.TotalSeconds,6:F0} s  {text}");
}
