using Entente.Intake;
using Entente.Output;

namespace Entente.Evaluation;

/// <summary>Precision, recall and F1 of one root of PLV.</summary>
/// <param name="Root">The label.</param>
/// <param name="Rows">Rows that have it in the gold.</param>
/// <param name="Right">Rows that have it in both.</param>
/// <param name="Predicted">Rows that got it.</param>
public sealed record PlvRoot(string Root, int Rows, int Right, int Predicted)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Rows + Predicted == 0 ? 0 : 2.0 * Right / (Rows + Predicted);
}

/// <summary>Measures the relation of marked actors on rows of PLV (Hu et al. 2024): macro-F1 over roots and over quads.</summary>
/// <param name="Rows">Rows measured.</param>
/// <param name="Accuracy">Share of rows with the right root.</param>
/// <param name="Roots">Each root that occurs in the gold.</param>
/// <param name="Quads">Each quad class that occurs in the gold.</param>
/// <param name="Errors">Rows with a wrong root: id, gold, predicted, sentence.</param>
public sealed record PlvEvaluation(int Rows, double Accuracy, IReadOnlyList<PlvRoot> Roots, IReadOnlyList<PlvRoot> Quads, IReadOnlyList<(string Id, string Gold, string Predicted, string Sentence)> Errors)
{
    /// <summary>Mean F1 of the roots.</summary>
    public double RootMacroF1 => Roots.Average(r => r.F1);

    /// <summary>Mean F1 of the quads.</summary>
    public double QuadMacroF1 => Quads.Average(r => r.F1);

    /// <summary>Measures on the rows of a table with the fields <c>uid sentence source target root</c>; throws <see cref="IntakeException"/> on a row without them.</summary>
    public static PlvEvaluation Run(Stream table, string name, Reader reader)
    {
        var pairs = new List<(string Gold, string Predicted)>();
        var errors = new List<(string, string, string, string)>();
        foreach (var row in Unpacker.OpenRows(table, name))
        {
            if (row.Fields is not { } fields || !fields.TryGetValue("sentence", out var sentence) || !fields.TryGetValue("root", out var gold))
                throw new IntakeException($"{name}:{row.Line}: {row.Failure ?? "the row has no sentence and root"}");
            var predicted = reader.Relate(sentence, fields.GetValueOrDefault("source", ""), fields.GetValueOrDefault("target", "")).PlvRoot;
            pairs.Add((gold, predicted));
            if (gold != predicted) errors.Add((fields.GetValueOrDefault("uid", ""), gold, predicted, sentence));
        }

        var quads = pairs.Select(p => (Plover.PlvQuad(p.Gold).ToString(), Plover.PlvQuad(p.Predicted).ToString())).ToList();
        return new PlvEvaluation(pairs.Count, pairs.Count == 0 ? 0 : (double)pairs.Count(p => p.Gold == p.Predicted) / pairs.Count, Count(pairs), Count(quads), errors);
    }

    private static List<PlvRoot> Count(List<(string Gold, string Predicted)> pairs) =>
        [.. pairs.GroupBy(p => p.Gold).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            new PlvRoot(g.Key, g.Count(), g.Count(p => p.Predicted == g.Key), pairs.Count(p => p.Predicted == g.Key)))];
}
