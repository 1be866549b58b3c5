using System.Text;
using Entente.Language;
using Entente.Training.Network;

namespace Entente.Training.Language;

/// <summary>Makes models/english.bin from the treebanks and the word vectors.</summary>
internal static class LanguageTraining
{
    /// <summary>Trains the network, or takes one that was trained, and the tables of lemmas and features, and writes the model.</summary>
    public static int Run(NetworkOptions options)
    {
        var train = Treebanks.Training(options.Treebanks);
        var vectors = WordVectorFile.Read(options.Vectors, NetworkTraining.VectorWords);
        var network = NetworkStages.Run(options, train, vectors);
        var sections = NetworkQuantizer.Sections(network, vectors);

        var known = Table(sections.Single(s => s.Section == ModelSection.Vectors).Bytes);
        var names = string.Join('\n', network.Tags) + "\n\n" + string.Join('\n', network.Relations) + "\n\n" + string.Join('\n', MentionKinds.Parts);
        var file = ModelFile.Write([(ModelSection.Names, Encoding.UTF8.GetBytes(names)), .. sections, .. WordFormTraining.Sections(train, known)]);
        Directory.CreateDirectory(options.Output);
        var path = Path.Combine(options.Output, "english.bin");
        File.WriteAllBytes(path, file);
        Console.Error.WriteLine($"english.bin {file.Length / 1024} KB");
        foreach (var name in new[] { "en_ewt-dev", "en_gum-dev" })
            Measure.Print(LanguageModel.FromFile(path), Path.Combine(options.Treebanks, name + ".conllu.gz"), false);
        return 0;
    }

    // Tables read memory that must not be collected under them.
    private static readonly List<ModelFile> Kept = [];

    internal static HashTable Table(byte[] section)
    {
        Kept.Add(ModelFile.FromBytes(ModelFile.Write([(ModelSection.Names, section)])));
        return new(Kept[^1].Section(ModelSection.Names));
    }
}
