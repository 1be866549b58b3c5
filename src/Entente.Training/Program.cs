using Entente.Training.Detection;
using Entente.Training.Language;
using Entente.Training.Network;

return args switch
{
    ["language", "--treebanks", var treebanks, "--vectors", var vectors, "--out", var output] => LanguageTraining.Run(treebanks, vectors, output, null),
    ["language", "--treebanks", var treebanks, "--vectors", var vectors, "--out", var output, "--stages", var stages] => LanguageTraining.Run(treebanks, vectors, output, stages),
    ["sentences", "--treebanks", var treebanks, "--corpus", var corpus, "--out", var output] => BoundaryTraining.Run(treebanks, corpus, output),
    ["language-eval", var file, .. var rest] => Measure.Print(file, rest.FirstOrDefault(r => r.EndsWith(".bin", StringComparison.Ordinal)), rest.Contains("--raw"), rest.Contains("--errors")),
    ["language-parse", var file, .. var rest] => Measure.Parse(file, rest.FirstOrDefault()),
    ["language-speed", var file, .. var rest] => Measure.Speed(file, rest.FirstOrDefault()),
    ["detector", "--lingua", var lingua, "--declarations", var declarations, "--texts", var texts, "--out", var output] => DetectorTraining.Run(lingua, declarations, texts, output),
    ["detector-eval", var texts, .. var rest] => DetectorMeasure.Run(texts, rest.FirstOrDefault()),
    ["network", .. var rest] when NetworkOptions.Parse(rest) is { } options => NetworkTraining.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: entente-train language --treebanks DIR --vectors DIR --out DIR");
    Console.Error.WriteLine("       entente-train detector --lingua DIR --declarations DIR --texts FILE --out DIR");
    Console.Error.WriteLine("       entente-train sentences --treebanks DIR --corpus DIR --out DIR");
    Console.Error.WriteLine(NetworkOptions.Usage);
    return 2;
}
