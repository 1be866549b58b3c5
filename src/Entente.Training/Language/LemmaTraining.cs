using System.Text;
using Entente.Language;

namespace Entente.Training.Language;

internal static class LemmaTraining
{
    /// <summary>Rules by ending and tag, and the words that they would get wrong.</summary>
    public static (byte[] Exceptions, byte[] Text, byte[] RuleTable, List<string> Rules) Train(List<ConlluSentence> train, Inventory inventory, HashTable clusters)
    {
        var lemmas = new SortedDictionary<(string Form, byte Tag), Dictionary<string, int>>();
        foreach (var token in train.SelectMany(s => s.Sentence.Tokens))
        {
            if (token.Lemma == "_" && token.Form != "_") continue;
            var key = (token.Form.Replace('’', '\''), inventory.Tag(token));
            if (!lemmas.TryGetValue(key, out var counts)) lemmas[key] = counts = [];
            counts[token.Lemma] = counts.GetValueOrDefault(token.Lemma) + 1;
        }
        var words = lemmas.Select(l => (l.Key.Form, l.Key.Tag, Lemma: l.Value.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key)).ToList();

        var rules = new List<string>();
        var votes = new SortedDictionary<(int Length, uint Ending, byte Tag), Dictionary<int, int>>();
        foreach (var (form, tag, lemma) in words)
        {
            if (Rule(form, lemma) is not { } rule) continue;
            var id = rules.IndexOf(rule);
            if (id < 0) (id, _) = (rules.Count, 0);
            if (id == rules.Count) rules.Add(rule);
            for (var length = 0; length <= Lemmatizer.LongestEnding && length <= form.Length; length++)
            {
                var key = (length, Lemmatizer.Ending(form, length), tag);
                if (!votes.TryGetValue(key, out var counts)) votes[key] = counts = [];
                counts[id] = counts.GetValueOrDefault(id) + 1;
            }
        }
        var chosen = new List<KeyValuePair<uint, uint>>();
        foreach (var ((length, ending, tag), counts) in votes)
        {
            var (rule, count) = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First();
            var total = counts.Values.Sum();
            if (length > 0 && (count < 2 || count < 0.6 * total)) continue;
            chosen.Add(new(Lemmatizer.RuleKey(length, ending, tag), (uint)rule + 1));
        }
        chosen = chosen.DistinctBy(c => c.Key).ToList();
        var ruleTable = HashTable.Build(chosen);
        var byRule = new Lemmatizer(default, 0, LanguageTraining.Table(ruleTable), [.. rules], clusters);
        var text = new MemoryStream();
        text.WriteByte(0);
        var exceptions = new Dictionary<uint, uint>();
        foreach (var (form, tag, lemma) in words)
        {
            if (byRule.Lemma(form, tag) == lemma) continue;
            var bytes = Encoding.UTF8.GetBytes(lemma);
            if (bytes.Length > 255) continue;
            exceptions.TryAdd(Lemmatizer.ExceptionKey(form, tag), (uint)text.Length);
            text.WriteByte((byte)bytes.Length);
            text.Write(bytes);
        }
        return (HashTable.Build(exceptions), text.ToArray(), ruleTable, rules);
    }

    // How the lemma is made: letters to cut, letters to add, k where capitals are kept.
    private static string? Rule(string form, string lemma)
    {
        var lower = form.ToLowerInvariant();
        var keep = lemma.Any(char.IsUpper);
        var start = keep ? form : lower;
        var common = 0;
        while (common < start.Length && common < lemma.Length && start[common] == lemma[common]) common++;
        var cut = start.Length - common;
        if (cut > 5 || lemma.Length - common > 4 || common == 0) return null;
        return $"{cut} {lemma[common..]} {(keep ? "k" : "l")}";
    }
}
