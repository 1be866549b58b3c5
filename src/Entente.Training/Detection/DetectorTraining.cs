using System.Numerics.Tensors;
using Entente.Language;

namespace Entente.Training.Detection;

/// <summary>Makes models/language.bin: a softmax regression over hashed strings of letters for each script, rounded to bytes.</summary>
internal static class DetectorTraining
{
    private const int WordsOfLanguage = 40_000;
    private const int SamplesOfLanguage = 8_000;
    private const float Rate = 0.25f;

    // What matters most is to know English, so it is shown more often.
    private const int EnglishInSamples = 6;

    // Weights are told in so many parts of one; 127 of them are four, which few weights reach.
    private const int Unit = 32;

    /// <summary>Trains on the texts, writes the model to the folder <paramref name="output"/>; 0 when done.</summary>
    public static int Run(string lingua, string declarations, string texts, string output)
    {
        var own = ReadTexts(texts).GroupBy(t => t.Code).ToDictionary(g => g.Key, g => g.Select(t => t.Text).ToList());
        var scripts = new List<LanguageWeights>();
        foreach (var (script, bits, languages) in DetectorSources.All)
        {
            var random = new Random(4000);
            var english = Array.FindIndex(languages, l => l.Code == "en");
            var pools = languages.Select(l => DetectorSources.Words(l, script, lingua, declarations, own, WordsOfLanguage, random)).ToList();
            scripts.Add(new LanguageWeights(script, [.. languages.Select(l => l.Code)], bits, Train(pools, english, bits, random)));
            Console.Error.WriteLine($"{script}: {languages.Length} languages");
        }

        var file = LanguageWeights.Write(scripts);
        File.WriteAllBytes(Path.Combine(output, "language.bin"), file);
        Console.Error.WriteLine($"language.bin {file.Length / 1024} KB");
        return 0;
    }

    /// <summary>Texts of a table of two columns: code and text.</summary>
    public static IEnumerable<(string Code, string Text)> ReadTexts(string file) =>
        File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(p => (p[0], p[1]));

    private static sbyte[] Train(List<List<string[]>> pools, int english, int bits, Random random)
    {
        var languages = pools.Count;
        var width = (languages + 15) / 16 * 16;
        var weights = new float[width << bits];
        var grams = pools.Select(l => l.Select(pool => Grams(pool, bits)).ToList()).ToList();
        var (scores, sample) = (new float[width], new List<ushort>());
        var samples = SamplesOfLanguage * languages;
        for (var s = 0; s < samples; s++)
        {
            var language = english >= 0 && random.Next(EnglishInSamples) == 0 ? english : random.Next(languages);
            Draw(grams, language, random, sample);
            if (sample.Count == 0) continue;
            // Divided by the root, a long text is surer than a short one, but not as many times as it is longer.
            var scale = 1 / MathF.Sqrt(sample.Count);
            Array.Clear(scores);
            foreach (var gram in sample) TensorPrimitives.Add(scores, weights.AsSpan(gram * width, width), scores);
            TensorPrimitives.Multiply(scores, scale, scores);
            TensorPrimitives.SoftMax(scores.AsSpan(0, languages), scores.AsSpan(0, languages));
            scores[language] -= 1;
            var rate = -Rate * scale * (1 - 0.9f * s / samples);
            foreach (var gram in sample) TensorPrimitives.MultiplyAdd(scores, rate, weights.AsSpan(gram * width, width), weights.AsSpan(gram * width, width));
        }

        return Round(weights);
    }

    /// <summary>A text of three to eighty words of the language; up to a fifth of them is of others, as names are.</summary>
    private static void Draw(List<List<ushort[][]>> grams, int language, Random random, List<ushort> sample)
    {
        sample.Clear();
        var words = (int)(3 * Math.Pow(27, Math.Pow(random.NextDouble(), 1.5)));
        var foreign = random.NextDouble() / 5;
        for (var w = 0; w < words; w++)
        {
            var pools = grams[random.NextDouble() < foreign ? random.Next(grams.Count) : language];
            var pool = pools[random.Next(pools.Count)];
            sample.AddRange(pool[random.Next(pool.Length)]);
        }
    }

    private static ushort[][] Grams(string[] words, int bits)
    {
        var known = new Dictionary<string, ushort[]>();
        Span<ushort> grams = stackalloc ushort[LetterGrams.MostOfWord + 1];
        var found = new ushort[words.Length][];
        for (var w = 0; w < words.Length; w++)
        {
            if (!known.TryGetValue(words[w], out found[w]!))
                known[words[w]] = found[w] = grams[..LetterGrams.Of($"_{words[w]}_", bits, grams)].ToArray();
        }

        return found;
    }

    private static sbyte[] Round(float[] weights) => [.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w * Unit), -127, 127))];
}
