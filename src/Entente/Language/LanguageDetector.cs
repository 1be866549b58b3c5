
namespace Entente.Language;

/// <summary>What language a text is in.</summary>
/// <param name="Code">ISO 639-1; Norwegian of either form is <c>no</c>, Kurdish of either script <c>ku</c>.</param>
/// <param name="LeadOfEnglish">
/// How far it is before English: the difference of the sums of weights, by the square root of the number of strings seen; the
/// highest number where its script is not that of English.
/// </param>
internal readonly record struct DetectedLanguage(string Code, int LeadOfEnglish);

/// <summary>
/// Tells languages apart: first by script, then, among the languages of a script, by strings of letters that a linear model weighs.
/// Integers only, so the same text gives the same answer everywhere.
/// </summary>
internal sealed class LanguageDetector
{
    /// <summary>"ELNG".</summary>
    public const uint Magic = 0x474E4C45;

    // A long text is judged by pieces from all over it, so that the cost is bounded and a foreign head or foot does not decide.
    private const int Pieces = 8;
    private const int PieceLength = 125;
    private const int MostGrams = 8_000;

    private static readonly Lazy<LanguageDetector> Embedded = new(() =>
    {
        using var stream = typeof(LanguageDetector).Assembly.GetManifestResourceStream("models/language.bin")
            ?? throw new InvalidOperationException("the assembly was built without models/language.bin");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new LanguageDetector(bytes);
    });

    private readonly LanguageWeights?[] _weights = new LanguageWeights?[LetterScripts.Count];

    /// <summary>A detector of a model file's bytes.</summary>
    public LanguageDetector(byte[] file)
    {
        foreach (var weights in LanguageWeights.Read(file)) _weights[(int)weights.Script] = weights;
    }

    /// <summary>The shipped one.</summary>
    public static LanguageDetector Shipped => Embedded.Value;

    /// <summary>All codes that can be found.</summary>
    public IEnumerable<string> Codes =>
        Enum.GetValues<LetterScript>().SelectMany(s => _weights[(int)s]?.Codes ?? (LetterScripts.LanguageOf(s) is { } code ? [code] : []))
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The language of a text; null where it holds no letters.</summary>
    public DetectedLanguage? Detect(ReadOnlySpan<char> text)
    {
        Span<char> sample = stackalloc char[Pieces * (PieceLength + 1)];
        var read = text.Length > sample.Length ? Sample(text, sample) : text;
        Span<int> letters = stackalloc int[LetterScripts.Count];
        foreach (var c in read) letters[(int)LetterScripts.Of(c)]++;
        var script = Dominant(letters);
        if (script == LetterScript.None) return null;
        // Japanese is Chinese characters for the most part, but never without syllables between them; Chinese quotes a name at most.
        if (script == LetterScript.Han && letters[(int)LetterScript.Kana] * 12 > letters[(int)LetterScript.Han]) script = LetterScript.Kana;
        return _weights[(int)script] is { } weights ? Weigh(read, weights)
            : LetterScripts.LanguageOf(script) is { } code ? new DetectedLanguage(code, int.MaxValue)
            : null;
    }

    private static ReadOnlySpan<char> Sample(ReadOnlySpan<char> text, Span<char> sample)
    {
        var length = 0;
        for (var p = 0; p < Pieces; p++)
        {
            var piece = text.Slice((int)((long)(text.Length - PieceLength) * p / (Pieces - 1)), PieceLength);
            // Cut at spaces where there are any: half a word misleads.
            var (from, to) = (p == 0 ? -1 : piece.IndexOf(' '), p == Pieces - 1 ? -1 : piece.LastIndexOf(' '));
            piece = piece[(from + 1)..(to > from ? to : piece.Length)];
            piece.CopyTo(sample[length..]);
            length += piece.Length;
            sample[length++] = ' ';
        }

        return sample[..length];
    }

    private static LetterScript Dominant(ReadOnlySpan<int> letters)
    {
        var (best, most) = (LetterScript.None, 0);
        for (var s = 1; s < letters.Length; s++)
        {
            var worth = letters[s] * LetterScripts.Worth((LetterScript)s);
            if (worth > most) (best, most) = ((LetterScript)s, worth);
        }

        return best;
    }

    private static DetectedLanguage Weigh(ReadOnlySpan<char> text, LanguageWeights weights)
    {
        Span<char> word = stackalloc char[LetterGrams.LongestWord + 2];
        Span<ushort> grams = stackalloc ushort[LetterGrams.MostOfWord + 1];
        Span<int> scores = stackalloc int[weights.Width];
        scores.Clear();
        var (at, seen) = (0, 0);
        while (seen < MostGrams && LetterGrams.NextWord(text, ref at, weights.Script, word) is > 0 and var length)
        {
            var count = LetterGrams.Of(word[..length], weights.Bits, grams);
            weights.Add(grams[..count], scores);
            seen += count;
        }

        var codes = weights.Codes;
        var (best, english) = (0, -1);
        for (var c = 0; c < codes.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
            if (codes[c] == "en") english = c;
        }

        var lead = english < 0 ? int.MaxValue : (scores[best] - scores[english]) / IntegerRoot(Math.Max(1, seen));
        return new DetectedLanguage(codes[best], lead);
    }

    private static int IntegerRoot(int n)
    {
        var root = 1;
        while ((root + 1) * (root + 1) <= n) root++;
        return root;
    }
}
