using Entente.Training.Detection;
using Entente.Training.Language;
using Entente.Training.Network;

return args switch
{
    ["language", .. var rest] when NetworkOptions.Parse(rest) is { } options => LanguageTraining.Run(options),
    ["word-forms", "--treebanks", var treebanks, "--model", var model] => WordFormTraining.Run(treebanks, model),
    ["word-forms-eval", var file, .. var rest] => WordFormMeasure.Print(file, rest.FirstOrDefault(r => r.EndsWith(".bin", StringComparison.Ordinal)), rest.FirstOrDefault(r => r.Contains(".conllu", StringComparison.Ordinal)), rest.Contains("--own-tags"), rest.Contains("--errors")),
    ["sentences", "--treebanks", var treebanks, "--corpus", var corpus, "--out", var output] => BoundaryTraining.Run(treebanks, corpus, output),
    ["language-eval", var file, .. var rest] => Measure.Print(file, rest.FirstOrDefault(r => r.EndsWith(".bin", StringComparison.Ordinal)), rest.Contains("--raw"), rest.Contains("--errors")),
    ["language-parse", var file, .. var rest] => Measure.Parse(file, rest.FirstOrDefault()),
    ["mentions-eval", "--treebanks", var treebanks, "--corpus", var corpus, var part, .. var rest] => MentionMeasure.Run(treebanks, corpus, part, rest.FirstOrDefault()),
    ["language-speed", var file, .. var rest] => Measure.Speed(file, rest.FirstOrDefault()),
    ["detector", "--lingua", var lingua, "--declarations", var declarations, "--texts", var texts, "--out", var output] => DetectorTraining.Run(lingua, declarations, texts, output),
    ["detector-eval", var texts, .. var rest] => DetectorMeasure.Run(texts, rest.FirstOrDefault()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(NetworkOptions.Usage);
    Console.Error.WriteLine("       entente-train mentions-eval --treebanks DIR --corpus DIR PART [MODEL]");
    Console.Error.WriteLine("       entente-train sentences --treebanks DIR --corpus DIR --out DIR");
    Console.Error.WriteLine("       entente-train detector --lingua DIR --declarations DIR --texts FILE --out DIR");
    Console.Error.WriteLine("       entente-train word-forms --treebanks DIR --model FILE");
    return 2;
}
