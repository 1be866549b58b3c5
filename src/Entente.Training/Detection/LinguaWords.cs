using System.IO.Compression;
using System.Text.Json;

namespace Entente.Training.Detection;

/// <summary>
/// Makes words as a language has them from Lingua's counts of letters. Lingua stores for each string of up to five letters how
/// often its last letter follows the others; what is missing from one is the chance that the word ends there, and what no
/// longer string accounts for stood at the beginning of a word. So words of up to four letters come out as often as they were
/// in Lingua's news, and longer ones resemble its words.
/// </summary>
internal sealed class LinguaWords
{
    private const int Order = 5;
    private const int LongestWord = 25;

    private readonly List<(string Letters, bool Ends)> _beginnings = [];
    private readonly List<double> _beginningMass = [];
    private readonly Dictionary<string, List<(char Next, double Share)>> _following = [];

    /// <summary>Reads the folder of one language (<c>unigrams.json.br</c> to <c>fivegrams.json.br</c>).</summary>
    public LinguaWords(string folder)
    {
        string[] names = ["unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"];
        var shares = new Dictionary<string, double>[Order + 1];
        var joint = new Dictionary<string, double>[Order + 1];
        for (var n = 1; n <= Order; n++)
        {
            shares[n] = Read(Path.Combine(folder, names[n - 1] + ".json.br"));
            joint[n] = n == 1 ? shares[1] : shares[n].ToDictionary(s => s.Key, s => s.Value * joint[n - 1].GetValueOrDefault(s.Key[..^1]));
        }

        foreach (var (letters, share) in shares[Order].OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (!_following.TryGetValue(letters[..^1], out var next)) _following[letters[..^1]] = next = [];
            next.Add((letters[^1], share));
        }

        Begin(joint);
    }

    /// <summary>A word, in small letters.</summary>
    public string Next(Random random)
    {
        var (letters, ends) = _beginnings[Pick(_beginningMass, random)];
        while (!ends && letters.Length < LongestWord)
        {
            var chance = random.NextDouble();
            var next = '\0';
            foreach (var (letter, share) in _following.GetValueOrDefault(letters[^(Order - 1)..]) ?? [])
            {
                if ((chance -= share) >= 0) continue;
                next = letter;
                break;
            }

            if (next == '\0') break;
            letters += next;
        }

        return letters;
    }

    /// <summary>How often each word of up to three letters, and each beginning of four, is met.</summary>
    private void Begin(Dictionary<string, double>[] joint)
    {
        var begins = new SortedDictionary<string, double>[Order];
        for (var n = 1; n < Order; n++)
        {
            begins[n] = new SortedDictionary<string, double>(joint[n], StringComparer.Ordinal);
            foreach (var (letters, mass) in joint[n + 1]) if (begins[n].ContainsKey(letters[1..])) begins[n][letters[1..]] -= mass;
        }

        var total = 0.0;
        for (var n = 1; n < Order; n++)
        {
            var masses = new SortedDictionary<string, double>(begins[n], StringComparer.Ordinal);
            if (n < Order - 1)
                foreach (var (letters, mass) in begins[n + 1]) if (masses.ContainsKey(letters[..^1])) masses[letters[..^1]] -= mass;
            foreach (var (letters, mass) in masses)
            {
                if (mass < 1e-8) continue;
                _beginnings.Add((letters, n < Order - 1));
                _beginningMass.Add(total += mass);
            }
        }
    }

    private static int Pick(List<double> cumulated, Random random)
    {
        var found = cumulated.BinarySearch(random.NextDouble() * cumulated[^1]);
        return Math.Min(found < 0 ? ~found : found, cumulated.Count - 1);
    }

    private static Dictionary<string, double> Read(string file)
    {
        using var packed = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(packed);
        var shares = new Dictionary<string, double>();
        foreach (var fraction in json.RootElement.GetProperty("ngrams").EnumerateObject())
        {
            var parts = fraction.Name.Split('/');
            var share = double.Parse(parts[0]) / double.Parse(parts[1]);
            foreach (var letters in fraction.Value.GetString()!.Split(' ')) shares[letters] = share;
        }

        return shares;
    }
}
