using System.Text;
using System.Text.RegularExpressions;
using Entente.Language;
using Entente.Output;

namespace Entente.Corpus;

/// <summary>What a corpus is made of: counts, vocabulary, lengths and near-duplicates.</summary>
public static partial class CorpusStatistics
{
    /// <summary>Two texts are near-duplicates where they share more than this of their three-word sequences, names and numbers masked.</summary>
    public const double NearDuplicate = 0.5;

    /// <summary>The tables, as Markdown.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="sentences">Sentences to compare lengths with (one a string); empty where there are none.</param>
    public static string Write(CorpusFolder corpus, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var text = new StringBuilder();
        var (reports, single) = (corpus.Items.Where(i => i.IsReport).ToList(), corpus.Items.Where(i => !i.IsReport).ToList());
        var events = corpus.Items.SelectMany(i => i.Events).ToList();
        text.AppendLine($"{reports.Count} reports, {single.Count} sentences, {events.Count} events, {corpus.Items.Sum(i => i.Facts.Count)} visits, treaties, trade figures and predictions\n");
        Table(text, ["part", "reports", "sentences", "events", "facts"], CorpusFolder.Parts.Select(part =>
        {
            var items = corpus.Of(part);
            return new object[] { part, items.Count(i => i.IsReport), items.Count(i => !i.IsReport), items.Sum(i => i.Events.Count), items.Sum(i => i.Facts.Count) };
        }));
        Table(text, ["variety", "figure"],
        [
            ["words a report, from, median, to", Spread(reports.Select(i => Words(i.Text).Count))],
            ["words a sentence, from, median, to", Spread(single.Select(i => Words(i.Text).Count))],
            ["words a sentence, mean", Mean(single.Select(i => Words(i.Text).Count))],
            .. sentences.Count == 0 ? (IEnumerable<object[]>)[] : [["words a sentence of the sentences compared with, mean", Mean(sentences.Select(s => Words(s).Count))]],
            .. Vocabulary(corpus.Items),
            ["years of publication", $"{corpus.Items.Min(i => i.Published.Year)} to {corpus.Items.Max(i => i.Published.Year)}"],
            ["near-duplicates among sentences (pairs that are meant apart)", $"{NearDuplicates(single).Count} ({(double)NearDuplicates(single).Count / Math.Max(1, single.Count):P2})"],
        ]);
        Table(text, ["reports by", "values"],
        [
            ["shape", Counts(reports.Select(r => r.Header.GetValueOrDefault("shape", "?")))],
            ["region", Counts(reports.Select(r => r.Header.GetValueOrDefault("region", "?")))],
            ["translated from", Counts(reports.Where(r => r.Header.ContainsKey("translated")).Select(r => r.Header["translated"]))],
            ["without event", Counts(reports.Where(r => r.None is not null).Select(r => r.None!))],
            ["facts", Counts(reports.SelectMany(r => r.Facts).Select(f => f.Kind switch { 'v' => "visits", 't' => "treaties", 'r' => "trade", _ => "predictions" }))],
        ]);
        Table(text, ["sentences without event", "values"], [["reason", Counts(single.Where(s => s.None is not null).Select(s => s.None!))]]);
        Table(text, ["type", "events", .. CorpusCodes.Constructions], Plover.Types.Select(type =>
        {
            var of = events.Where(e => e.Type == type).ToList();
            return new object[] { type, of.Count }.Concat(CorpusCodes.Constructions.Select(c => (object)of.Count(e => e.Construction == c))).ToArray();
        }).Append(["all", events.Count, .. CorpusCodes.Constructions.Select(c => (object)events.Count(e => e.Construction == c))]));
        Table(text, ["type", "modes"], CorpusCodes.Modes.Select(pair => new object[]
        {
            pair.Key, string.Join(", ", pair.Value.Select(mode => $"{mode} {events.Count(e => e.Type == pair.Key && e.Modes.Contains(mode))}")),
        }));
        Table(text, ["status", "events"], CorpusCodes.Statuses.Select(status => new object[] { status, events.Count(e => e.Status == status) }));
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Pairs of texts that are nearly the same, those of one <c>pair=</c> left out.</summary>
    public static IReadOnlyList<(CorpusItem First, CorpusItem Second)> NearDuplicates(IReadOnlyList<CorpusItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var triples = items.Select(Triples).ToList();
        var at = new Dictionary<string, List<int>>();
        var found = new List<(CorpusItem, CorpusItem)>();
        for (var i = 0; i < items.Count; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var triple in triples[i])
            {
                if (!at.TryGetValue(triple, out var with)) at[triple] = with = [];
                foreach (var other in with) shared[other] = shared.GetValueOrDefault(other) + 1;
                with.Add(i);
            }

            foreach (var (other, count) in shared)
            {
                var isPair = items[i].Pair is { } pair && items[other].Pair == pair && items[i].Batch == items[other].Batch;
                if (!isPair && (double)count / (triples[i].Count + triples[other].Count - count) > NearDuplicate) found.Add((items[other], items[i]));
            }
        }

        return found;
    }

    // Sequences of three words, actors and numbers masked, so that a frame filled with other names is seen as the same.
    private static HashSet<string> Triples(CorpusItem item)
    {
        var masked = new StringBuilder();
        var at = 0;
        foreach (var span in item.Marked.Marks.Where(m => m.IsActor).Select(m => m.Span).OrderBy(s => s.Start).ThenByDescending(s => s.End))
        {
            if (span.Start < at) continue;
            masked.Append(item.Text, at, span.Start - at).Append(" ACTOR ");
            at = span.End;
        }

        masked.Append(item.Text, at, item.Text.Length - at);
        var words = Words(Number().Replace(masked.ToString(), "0"));
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
    }

    private static IEnumerable<object[]> Vocabulary(IReadOnlyList<CorpusItem> items)
    {
        var model = LanguageModel.Load();
        var (lemmas, predicates) = (new HashSet<string>(), new HashSet<string>());
        foreach (var item in items)
        {
            var triggers = item.Marked.Marks.Where(m => !m.IsActor && char.IsAsciiDigit(m.Name[0])).Select(m => m.Span).ToList();
            foreach (var token in model.Analyze(item.Text, [new(0, item.Text.Length)]).SelectMany(s => s.Tokens))
            {
                if (token.Upos is "PUNCT" or "NUM" or "SYM" or "X") continue;
                lemmas.Add(token.Lemma.ToLowerInvariant());
                if (token.Upos is "VERB" or "NOUN" or "ADJ" && triggers.Exists(t => t.Overlaps(token.Span))) predicates.Add($"{token.Lemma.ToLowerInvariant()}/{token.Upos}");
            }
        }

        yield return ["distinct lemmas", lemmas.Count];
        yield return ["distinct predicates (lemma and part of speech of triggers)", predicates.Count];
        yield return ["distinct actors (words of their mentions)", items.SelectMany(i => i.Marked.Marks.Where(m => m.IsActor).Select(m => m.Span.In(i.Text).ToLowerInvariant())).Distinct().Count()];
        yield return ["states and organisations' codes", items.SelectMany(i => i.Actors).Select(a => a.Country).Distinct().Count()];
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    private static string Spread(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? "-" : $"{sorted[0]}, {sorted[sorted.Count / 2]}, {sorted[^1]}";
    }

    private static string Mean(IEnumerable<int> numbers) => FormattableString.Invariant($"{numbers.DefaultIfEmpty().Average():0.0}");

    private static string Counts(IEnumerable<string> values) =>
        string.Join(", ", values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));

    private static void Table(StringBuilder text, string[] head, IEnumerable<object[]> rows)
    {
        text.AppendLine($"| {string.Join(" | ", head)} |").AppendLine($"|{string.Concat(Enumerable.Repeat(" --- |", head.Length))}");
        foreach (var row in rows) text.AppendLine($"| {string.Join(" | ", row)} |");
        text.AppendLine();
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();
}
