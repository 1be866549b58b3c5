using Entente.Language;

namespace Entente.Training.Language;

internal static class Measure
{
    public static int Print(string path, string? modelFile, bool raw, bool errors)
    {
        var model = modelFile is null ? LanguageModel.Load() : LanguageModel.FromFile(modelFile);
        Print(model, path, raw);
        if (errors) Errors(model, Treebanks.Read(path));
        return 0;
    }

    public static void Print(LanguageModel model, string path, bool raw)
    {
        var gold = Treebanks.Read(path);
        var s = raw ? ParserEvaluation.OnRawText(model, gold) : ParserEvaluation.OnGoldTokens(model, gold);
        Console.WriteLine($"{Path.GetFileName(path)} {(raw ? "raw" : "gold tokens")}: tokens {s.TokenF1:P2} sentences {s.SentenceF1:P2} words {s.WordF1:P2}"
            + $" UPOS {s.Upos:P2} XPOS {s.Xpos:P2} feats {s.Feats:P2} lemma {s.Lemma:P2} UAS {s.Uas:P2} LAS {s.Las:P2} ({s.LasWithSubtype:P2} with subtypes)");
    }

    /// <summary>Words a second for all of the analysis of raw text on one thread, by processor time, so that a busy machine does not blur it.</summary>
    public static int Speed(string path, string? modelFile)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var model = modelFile is null ? LanguageModel.Load() : LanguageModel.FromFile(modelFile);
        model.Analyze("Loaded.", [new TextSpan(0, 7)]);
        Console.WriteLine($"loaded and first sentence read in {clock.Elapsed.TotalMilliseconds:F1} ms");
        var texts = Treebanks.Read(path).Chunk(20).Select(c => string.Join("\n\n", c.Select(s => s.Text))).ToList();
        for (var round = 0; round < 6; round++)
        {
            var words = 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var used = Environment.CpuUsage.TotalTime;
            foreach (var text in texts)
                foreach (var sentence in model.Analyze(text, [new TextSpan(0, text.Length)])) words += sentence.Tokens.Length;
            Console.WriteLine($"{words / (Environment.CpuUsage.TotalTime - used).TotalSeconds:F0} words per second of processor time, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / words} bytes a word");
        }
        return 0;
    }

    /// <summary>Writes the treebank as the model reads it, or a plain text (a paragraph a line).</summary>
    public static int Parse(string path, string? modelFile)
    {
        var model = modelFile is null ? LanguageModel.Load() : LanguageModel.FromFile(modelFile);
        if (path.EndsWith(".txt", StringComparison.Ordinal))
        {
            foreach (var line in File.ReadLines(path))
                foreach (var sentence in model.Analyze(line, [new TextSpan(0, line.Length)])) ConlluWriter.Write(Console.Out, sentence, line);
            return 0;
        }
        foreach (var sentence in Treebanks.Read(path)) ConlluWriter.Write(Console.Out, model.Annotate(sentence.Sentence), sentence.Text, sentence.Comments);
        return 0;
    }

    // Where sentences or tokens of the raw text differ from the treebank's, for a look by eye.
    private static void Errors(LanguageModel model, List<ConlluSentence> gold)
    {
        for (var first = 0; first < gold.Count;)
        {
            var next = first + 1;
            while (next < gold.Count && !gold[next].BeginsParagraph) next++;
            var text = string.Concat(gold[first..next].Select(s => s.Text + (s.Sentence.Tokens[^1].NoSpaceAfter ? "" : " ")));
            var offset = 0;
            var goldTokens = new HashSet<TextSpan>();
            var goldEnds = new HashSet<int>();
            foreach (var s in gold[first..next])
            {
                foreach (var t in s.Sentence.Tokens) goldTokens.Add(new(t.Span.Start + offset, t.Span.End + offset));
                goldEnds.Add(s.Sentence.Span.End + offset);
                offset += s.Text.Length + (s.Sentence.Tokens[^1].NoSpaceAfter ? 0 : 1);
            }
            var found = model.Analyze(text, [new TextSpan(0, text.Length)]);
            foreach (var s in found)
                foreach (var t in s.Tokens)
                    if (!goldTokens.Contains(t.Span)) Console.WriteLine($"TOKEN {text[Math.Max(0, t.Span.Start - 12)..t.Span.Start]}[{t.Form}]{text[t.Span.End..Math.Min(text.Length, t.Span.End + 12)]} gold {string.Join(" ", goldTokens.Where(g => g.Overlaps(t.Span)).Order().Select(g => g.In(text)))}");
            var ends = found.Select(s => s.Span.End).ToHashSet();
            foreach (var e in ends.Where(e => !goldEnds.Contains(e))) Console.WriteLine($"SPLIT {text[Math.Max(0, e - 40)..e]} || {text[e..Math.Min(text.Length, e + 30)]}");
            foreach (var e in goldEnds.Where(e => !ends.Contains(e))) Console.WriteLine($"MISS {text[Math.Max(0, e - 40)..e]} || {text[e..Math.Min(text.Length, e + 30)]}");
            first = next;
        }
    }
}
