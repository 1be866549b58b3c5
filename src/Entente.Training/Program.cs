using Entente.Training.Language;

return args switch
{
    ["language-eval", var file, .. var rest] => Measure.Print(file, rest.Contains("--raw"), rest.Contains("--errors")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: entente-train language --treebanks DIR --vectors DIR --out DIR");
    return 2;
}
