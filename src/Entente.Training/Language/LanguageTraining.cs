using System.Runtime.InteropServices;
using System.Text;
using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Makes models/english.bin from the treebanks and the word vectors.</summary>
internal static class LanguageTraining
{
    private const int Folds = 5;

    public static int Run(string treebanks, string vectors, string output, string? stages)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        void Say(string text) => Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds,6:F0} s  {text}");

        var train = Treebanks.Read(Path.Combine(treebanks, "en_ewt-train.conllu.gz"));
        train.AddRange(Treebanks.Free(Treebanks.Read(Path.Combine(treebanks, "en_gum-train.conllu.gz"))));
        Say($"{train.Count} sentences, {train.Sum(s => s.Sentence.Tokens.Length)} words for training");

        var clusterSection = Cached(stages, "clusters", () => ClusterSection(vectors));
        Say("words grouped");
        var inventory = Inventory.Of(train);
        var ambiguitySection = inventory.AmbiguitySection(train);
        var clusters = Table(clusterSection);
        var ambiguity = Table(ambiguitySection);
        var samples = train.ConvertAll(s => inventory.Sample(s.Sentence.Tokens, clusters, ambiguity));

        var crossTags = Cached(stages, "tags", () => CrossTags(samples, inventory.Tags.Count, inventory.Kinds(), Say));
        var at = 0;
        foreach (var sample in samples)
        {
            crossTags.AsSpan(at, sample.Count).CopyTo(sample.Tags);
            at += sample.Count;
        }
        var input = new ParserInput();
        foreach (var sample in samples) sample.Prepare(input, inventory.Kinds());
        var tagger = Cached(stages, "tagger", () => TaggerTraining.Train(samples, inventory.Tags.Count, inventory.Kinds(), 8, Folds));
        Say($"tagger {tagger.Length / 1024} KB");
        var guide = Cached(stages, "guide", () =>
        {
            var section = ParserTraining.TrainGuide(samples, inventory.Kinds(), Say);
            return [.. BitConverter.GetBytes(section.Length), .. section, .. MemoryMarshal.AsBytes(samples.SelectMany(s => s.Guide).ToArray().AsSpan())];
        });
        var guideLength = BitConverter.ToInt32(guide);
        var guides = MemoryMarshal.Cast<byte, short>(guide.AsSpan(4 + guideLength));
        guide = guide[4..(4 + guideLength)];
        foreach (var sample in samples)
        {
            sample.Guide = guides[..sample.CoreHeads.Length].ToArray();
            guides = guides[sample.CoreHeads.Length..];
        }
        Say($"parser from the end {guide.Length / 1024} KB");
        var structure = Cached(stages, "parser", () => ParserTraining.Train(samples, inventory.Kinds(), Say));
        Say($"parser {structure.Length / 1024} KB");
        var labels = Cached(stages, "labels", () => LabelTraining.Train(samples, inventory.Kinds(), inventory.Relations.Count, 6, Say));
        Say($"labeller {labels.Length / 1024} KB");
        var (lemmas, lemmaText, lemmaRules, rules) = LemmaTraining.Train(train, inventory, clusters);
        var (feats, featNames) = inventory.FeatsSection(train);
        Say($"lemmas {(lemmas.Length + lemmaText.Length + lemmaRules.Length) / 1024} KB, features {feats.Length / 1024} KB");

        var names = string.Join("\n\n", new[] { inventory.Tags, inventory.Relations, rules, featNames }.Select(l => string.Join('\n', l)));
        var file = ModelFile.Write(
        [
            (ModelSection.Names, Encoding.UTF8.GetBytes(names)), (ModelSection.Clusters, clusterSection), (ModelSection.Ambiguity, ambiguitySection),
            (ModelSection.Tagger, tagger), (ModelSection.Guide, guide), (ModelSection.Structure, structure), (ModelSection.Labels, labels), (ModelSection.Lemmas, lemmas),
            (ModelSection.LemmaText, lemmaText), (ModelSection.LemmaRules, lemmaRules), (ModelSection.Feats, feats),
        ]);
        Directory.CreateDirectory(output);
        File.WriteAllBytes(Path.Combine(output, "english.bin"), file);
        Say($"english.bin {file.Length / 1024} KB");
        Report(LanguageModel.FromFile(Path.Combine(output, "english.bin")), treebanks);
        return 0;
    }

    // Each fold is tagged by a tagger that has not seen it, so that the parser learns with tags as they will be.
    private static byte[] CrossTags(List<Sample> samples, int tags, byte[] kinds, Action<string> say)
    {
        var scores = new int[tags];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (inside, outside) = (new List<Sample>(), new List<Sample>());
            for (var i = 0; i < samples.Count; i++) (i / 50 % Folds == fold ? outside : inside).Add(samples[i]);
            var model = Model(TaggerTraining.Train(inside, tags, kinds, 5, fold));
            foreach (var sample in outside) Tagger.Tag(model, sample.Words, sample.Tags, kinds, scores);
            say($"fold {fold}: {Accuracy(outside):P2} of tags right");
        }
        return samples.SelectMany(s => s.Tags).ToArray();
    }

    private static void Report(LanguageModel model, string treebanks)
    {
        foreach (var name in new[] { "en_ewt-dev", "en_gum-dev" })
            Measure.Print(model, Path.Combine(treebanks, name + ".conllu.gz"), false);
    }

    // Tables read memory that must not be collected under them.
    private static readonly List<ModelFile> Kept = [];

    private static (nint, int) Section(byte[] section)
    {
        Kept.Add(ModelFile.FromBytes(ModelFile.Write([(ModelSection.Names, section)])));
        return Kept[^1].Section(ModelSection.Names);
    }

    internal static HashTable Table(byte[] section) => new(Section(section));

    internal static MoveWeights Moves(byte[] section) => new(Section(section));

    internal static SparseModel Model(byte[] section) => new(Section(section));

    // For experiments: what a stage made is kept in a folder and taken from there the next time.
    private static byte[] Cached(string? stages, string name, Func<byte[]> make)
    {
        if (stages is null) return make();
        var file = Path.Combine(stages, name);
        if (File.Exists(file)) return File.ReadAllBytes(file);
        var bytes = make();
        File.WriteAllBytes(file, bytes);
        return bytes;
    }

    private static double Accuracy(List<Sample> samples)
    {
        long right = 0, all = 0;
        foreach (var sample in samples)
            for (var i = 0; i < sample.Count; i++, all++)
                if (sample.Tags[i] == sample.GoldTags[i]) right++;
        return (double)right / all;
    }

    private static byte[] ClusterSection(string directory)
    {
        var (words, vectors) = Clusters.Read(directory, 104_000);
        var (fine, centres) = Clusters.KMeans(vectors, 30_000, 1000, 8);
        var (coarse, _) = Clusters.KMeans(centres, 1000, 64, 20);
        var pairs = new Dictionary<uint, uint>();
        for (var i = 0; i < words.Length; i++)
            pairs.TryAdd(Word.Of(words[i], default, default).Lower, (uint)(fine[i] + 1) << 8 | (uint)(coarse[fine[i]] + 1));
        return HashTable.Build(pairs);
    }
}

/// <summary>The names that the model numbers: pairs of tags, relations, sets of features.</summary>
internal sealed class Inventory
{
    public List<string> Tags { get; } = [];

    public List<string> Relations { get; } = [];

    private Dictionary<string, byte> _tag = [];

    private Dictionary<string, byte> _relation = [];

    public static Inventory Of(List<ConlluSentence> train)
    {
        var inventory = new Inventory();
        var tokens = train.SelectMany(s => s.Sentence.Tokens).ToList();
        inventory.Tags.AddRange(Frequent(tokens.Select(t => $"{t.Upos}\t{t.Xpos}"), 5));
        inventory.Relations.AddRange(Frequent(tokens.Select(t => t.Relation), 5));
        inventory._tag = inventory.Tags.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => (byte)p.i);
        inventory._relation = inventory.Relations.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => (byte)p.i);
        return inventory;
    }

    private static IEnumerable<string> Frequent(IEnumerable<string> names, int least) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() >= least).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);

    public byte Tag(in Token token)
    {
        if (_tag.TryGetValue($"{token.Upos}\t{token.Xpos}", out var id)) return id;
        var upos = token.Upos + "\t";
        return (byte)Math.Max(0, Tags.FindIndex(t => t.StartsWith(upos, StringComparison.Ordinal)));
    }

    private byte Relation(string relation)
    {
        if (_relation.TryGetValue(relation, out var id)) return id;
        return _relation.GetValueOrDefault(relation.Split(':')[0], _relation["dep"]);
    }

    /// <summary>For each tag: 1 for commas and the like, 2 for verbs, 0 for all else.</summary>
    public byte[] Kinds() => LanguageModel.Kinds([.. Tags]);

    public Sample Sample(Token[] tokens, HashTable clusters, HashTable ambiguity)
    {
        var heads = Array.ConvertAll(tokens, t => (short)(t.Head < 0 ? tokens.Length : t.Head));
        return new()
        {
            Gold = tokens,
            // Without the words that have one tag only: the tagger learns from their neighbours all the same.
            Words = Array.ConvertAll(tokens, t => Word.Of(t.Form, clusters, ambiguity) with { Sure = 0 }),
            GoldTags = Array.ConvertAll(tokens, t => Tag(t)),
            Tags = new byte[tokens.Length],
            Heads = heads,
            Labels = Array.ConvertAll(tokens, t => Relation(t.Relation)),
        };
    }

    /// <summary>For each form that is frequent enough: the number of the set of tags that it had and, above it, the tag (plus 1) that it as good as always had.</summary>
    public byte[] AmbiguitySection(List<ConlluSentence> train)
    {
        var counts = new SortedDictionary<uint, SortedDictionary<byte, int>>();
        foreach (var token in train.SelectMany(s => s.Sentence.Tokens))
        {
            var form = Word.Of(token.Form, default, default).Form;
            if (!counts.TryGetValue(form, out var tags)) counts[form] = tags = [];
            var tag = Tag(token);
            tags[tag] = tags.GetValueOrDefault(tag) + 1;
        }
        var sets = new Dictionary<string, uint>();
        var pairs = new List<KeyValuePair<uint, uint>>();
        foreach (var (form, tags) in counts)
        {
            var total = tags.Values.Sum();
            if (total < 4) continue;
            var set = string.Join(' ', tags.Where(t => t.Value >= 0.06 * total).OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(3).Select(t => t.Key));
            if (!sets.TryGetValue(set, out var id)) sets[set] = id = (uint)sets.Count + 1;
            var top = tags.MaxBy(t => t.Value);
            var sure = total >= 40 && (total - top.Value) * 500 <= total ? top.Key + 1u : 0;
            pairs.Add(new(form, sure << 16 | id));
        }
        return HashTable.Build(pairs);
    }

    public (byte[] Section, List<string> Names) FeatsSection(List<ConlluSentence> train)
    {
        var byTag = new SortedDictionary<byte, Dictionary<string, int>>();
        var byForm = new SortedDictionary<(uint, byte), Dictionary<string, int>>();
        foreach (var token in train.SelectMany(s => s.Sentence.Tokens))
        {
            var tag = Tag(token);
            var form = Word.Of(token.Form, default, default).Lower;
            if (!byTag.TryGetValue(tag, out var counts)) byTag[tag] = counts = [];
            counts[token.Feats] = counts.GetValueOrDefault(token.Feats) + 1;
            if (!byForm.TryGetValue((form, tag), out var more)) byForm[(form, tag)] = more = [];
            more[token.Feats] = more.GetValueOrDefault(token.Feats) + 1;
        }
        var names = new List<string>();
        var pairs = new List<KeyValuePair<uint, uint>>();
        uint Id(string feats)
        {
            var at = names.IndexOf(feats);
            if (at < 0) names.Add(feats);
            return (uint)(at < 0 ? names.Count : at + 1);
        }
        static string Most(Dictionary<string, int> counts) => counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
        foreach (var (tag, counts) in byTag) pairs.Add(new(Hash.Mix(3, tag), Id(Most(counts))));
        foreach (var ((form, tag), counts) in byForm)
            if (Most(counts) != Most(byTag[tag])) pairs.Add(new(Hash.Mix(2, form, tag), Id(Most(counts))));
        return (HashTable.Build(pairs), names);
    }
}
