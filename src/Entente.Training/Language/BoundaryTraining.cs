using Entente.Corpus;
using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Makes models/sentences.bin, the classifier of sentence boundaries that no stop tells of: an averaged perceptron with a margin.</summary>
internal static class BoundaryTraining
{
    private const int Rounds = 5;

    // A sum this far on the right side teaches nothing more.
    private const int Margin = 60;

    // The best on the dev parts of both treebanks, of steps of five; from 0 to 100 they hardly differ.
    private const int Threshold = 60;

    private sealed record Gap(int[] Features, bool Ends);

    public static int Run(string treebanks, string corpus, string output)
    {
        var train = Treebanks.Read(Path.Combine(treebanks, "en_ewt-train.conllu.gz"));
        train.AddRange(Treebanks.Free(Treebanks.Read(Path.Combine(treebanks, "en_gum-train.conllu.gz"))));
        var common = CommonWords(train);
        var gaps = Paragraphs(train).Concat(News(corpus)).SelectMany(p => Gaps(p.Text, p.Starts, common)).ToList();
        Console.Error.WriteLine($"{gaps.Count} gaps, {gaps.Count(g => g.Ends)} boundaries");
        var weights = Train(gaps);
        File.WriteAllBytes(Path.Combine(output, "sentences.bin"), SentenceBoundaries.ToBytes(Threshold, weights, common));
        return 0;
    }

    private static sbyte[] Train(List<Gap> gaps)
    {
        var weights = new int[SentenceBoundaries.Size];
        var sums = new long[SentenceBoundaries.Size];
        var stamps = new int[SentenceBoundaries.Size];
        var order = Enumerable.Range(0, gaps.Count).ToArray();
        var random = new Random(1);
        var time = 0;
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var wrong = 0;
            foreach (var g in order)
            {
                time++;
                var (features, ends) = gaps[g];
                var sum = 0;
                foreach (var f in features) sum += weights[f];
                var sign = ends ? 1 : -1;
                if (sum * sign <= 0) wrong++;
                if (sum * sign > Margin) continue;
                foreach (var f in features)
                {
                    sums[f] += (long)weights[f] * (time - stamps[f]);
                    stamps[f] = time;
                    weights[f] += sign;
                }
            }
            Console.Error.WriteLine($"round {round + 1}: {wrong} wrong");
        }
        for (var f = 0; f < weights.Length; f++) sums[f] += (long)weights[f] * (time - stamps[f]);
        return Array.ConvertAll(sums, s => (sbyte)Math.Clamp(s * 4 / time, -127, 127));
    }

    // Words that the treebanks write small, at least three times, and more often than large.
    private static byte[] CommonWords(List<ConlluSentence> gold)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var sentence in gold)
            for (var i = 1; i < sentence.Sentence.Tokens.Length; i++)
            {
                var span = sentence.Sentence.Tokens[i].Span;
                var look = TokenLook.Of(sentence.Text, new(span.Start, span.End, 0), new byte[SentenceBoundaries.Size / 8]);
                if (look.Kind is TokenKind.Small or TokenKind.Title) counts[look.Lower] = counts.GetValueOrDefault(look.Lower) + (look.Kind == TokenKind.Small ? 1 : -1);
            }
        var common = new byte[SentenceBoundaries.Size / 8];
        foreach (var (word, count) in counts)
            if (count >= 3 && SentenceBoundaries.Place(word) is var place) common[place >> 3] |= (byte)(1 << (place & 7));
        return common;
    }

    // Each gap between tokens of a text that the rules leave open, with whether a sentence ends there in truth.
    private static List<Gap> Gaps(string text, HashSet<int> starts, byte[] common)
    {
        var gaps = new List<Gap>();
        var features = new int[SentenceBoundaries.MostFeatures];
        var (tokens, ends) = Split(text);
        var looks = tokens.ConvertAll(t => TokenLook.Of(text, t, common)).ToArray();
        var rules = ends.ToHashSet();
        var begin = 0;
        for (var next = 1; next < tokens.Count; next++)
        {
            var isEnd = starts.Contains(tokens[next].Start);
            if (!rules.Contains(next) && SentenceBoundaries.IsCandidate(looks, begin, next))
            {
                var count = SentenceBoundaries.Features(looks, begin, next, features);
                gaps.Add(new(features[..count], isEnd));
            }
            if (isEnd || rules.Contains(next)) begin = next;
        }
        return gaps;
    }

    // The rules' own boundaries.
    private static (List<RawToken> Tokens, List<int> Ends) Split(string text)
    {
        var tokens = new List<RawToken>();
        var ends = new List<int>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        SentenceSplitter.Split(text, tokens, 0, ends, null);
        return (tokens, ends);
    }

    // The raw text of each paragraph, with where its sentences begin.
    private static IEnumerable<(string Text, HashSet<int> Starts)> Paragraphs(List<ConlluSentence> gold)
    {
        for (var first = 0; first < gold.Count;)
        {
            var next = first + 1;
            while (next < gold.Count && !gold[next].BeginsParagraph) next++;
            var (text, sentences) = ParserEvaluation.Join(gold, first, next);
            yield return (text, sentences.Select(s => s.Span.Start).ToHashSet());
            first = next;
        }
    }

    // The paragraphs of our own reports, in which stops end all sentences; the first one with its headline run into it.
    private static IEnumerable<(string Text, HashSet<int> Starts)> News(string corpus)
    {
        foreach (var report in CorpusFolder.Read(corpus).Of("train"))
        {
            var headline = report.Header.GetValueOrDefault("title", "");
            foreach (var paragraph in report.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                var text = headline.Length > 0 && char.IsLetterOrDigit(headline[^1]) ? $"{headline} {paragraph}" : paragraph;
                yield return (text, [text.Length - paragraph.Length]);
                headline = "";
            }
        }
    }
}
