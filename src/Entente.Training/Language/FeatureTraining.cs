using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Learns which features a word has: a table where form and tag tell, a classifier where only the tree does.</summary>
internal static class FeatureTraining
{
    private const int Epochs = 8;

    /// <summary>Tags are left to the table if it gets all but so many of their words right.</summary>
    private const double Tolerated = 0.005;

    /// <summary>The table of forms, the weights of the classifier, and the sets of features by tag.</summary>
    public static (byte[] Forms, byte[] Weights, List<string> Sets) Train(List<ConlluSentence> train)
    {
        var words = train.ConvertAll(s => Array.ConvertAll(s.Sentence.Tokens, t => Word.Of(t.Form)));
        var byTag = new SortedDictionary<uint, Dictionary<string, int>>();
        var byForm = new SortedDictionary<(uint Tag, uint Key), Dictionary<string, int>>();
        for (var s = 0; s < train.Count; s++)
        {
            var tokens = train[s].Sentence.Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                var tag = Morphology.TagKey(tokens[i]);
                Count(byTag, tag, tokens[i].Feats);
                Count(byForm, (tag, Morphology.FormKey(tag, words[s][i])), tokens[i].Feats);
            }
        }
        var sets = new List<string>();
        var pairs = new List<KeyValuePair<uint, uint>>();
        var known = new Dictionary<uint, List<string>>();
        var errors = byForm.GroupBy(f => f.Key.Tag).ToDictionary(g => g.Key, g => g.Sum(f => Errors(f.Value, byTag[g.Key])));
        foreach (var (tag, counts) in byTag)
        {
            var own = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Where((c, i) => i == 0 || c.Value > 1).Take(Morphology.MostSets).Select(c => c.Key).ToList();
            var open = own.Count > 1 && errors[tag] > Tolerated * counts.Values.Sum();
            pairs.Add(new(tag, Morphology.TagEntry(sets.Count, own.Count, open)));
            sets.AddRange(own);
            known[tag] = own;
            foreach (var ((_, key), feats) in byForm.Where(f => f.Key.Tag == tag))
            {
                var (most, count) = feats.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First();
                var set = own.IndexOf(most);
                var total = feats.Values.Sum();
                var sure = total >= 3 && total - count <= total / 200;
                if (set < 0 || (open ? !sure : set == 0)) continue;
                pairs.Add(new(key, Morphology.FormEntry(set, sure)));
            }
        }
        var forms = HashTable.Build([.. pairs.DistinctBy(p => p.Key)]);
        return (forms, Classifier(train, words, LanguageTraining.Table(forms), known), sets);
    }

    // Words that the table gets wrong; a form is not known to itself.
    private static int Errors(Dictionary<string, int> feats, Dictionary<string, int> tag)
    {
        var total = feats.Values.Sum();
        if (total > 1) return total - feats.Values.Max();
        return feats.Keys.First() == tag.MaxBy(t => t.Value).Key ? 0 : 1;
    }

    private static void Count<TKey>(SortedDictionary<TKey, Dictionary<string, int>> table, TKey key, string feats)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var counts)) table[key] = counts = [];
        counts[feats] = counts.GetValueOrDefault(feats) + 1;
    }

    private static byte[] Classifier(List<ConlluSentence> train, List<Word[]> words, HashTable forms, Dictionary<uint, List<string>> known)
    {
        var cases = new List<(uint[] Features, int Classes, int Gold)>();
        var places = new TreePlace[1000];
        for (var s = 0; s < train.Count; s++)
        {
            var tokens = train[s].Sentence.Tokens;
            for (var i = 0; i < tokens.Length; i++) places[i] = TreePlace.Of(tokens[i]);
            TreePlace.Note(tokens, places);
            for (var i = 0; i < tokens.Length; i++)
            {
                var tag = Morphology.TagKey(tokens[i]);
                if ((forms.Find(tag) & 1) == 0 || (forms.Find(Morphology.FormKey(tag, words[s][i])) & 1) != 0) continue;
                var gold = known[tag].IndexOf(tokens[i].Feats);
                if (gold < 0) continue;
                var features = new uint[Morphology.Templates];
                Morphology.Describe(tokens, words[s], places, i, tag, features);
                cases.Add((features, known[tag].Count, gold));
            }
        }
        var trainer = new SparseTrainer();
        var random = new Random(1);
        Span<int> scores = stackalloc int[Morphology.MostSets];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var order = Enumerable.Range(0, cases.Count).ToArray();
            random.Shuffle(order);
            foreach (var c in order)
            {
                var (features, classes, gold) = cases[c];
                trainer.Tick();
                trainer.Score(features, scores);
                var best = SparseModel.Best(scores[..classes]);
                if (best != gold) trainer.Update(features, gold, best);
            }
        }
        return trainer.Build(16, 0.1, 3);
    }
}
