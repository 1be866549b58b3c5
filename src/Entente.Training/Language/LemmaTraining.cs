using System.Text;
using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Learns rules for lemmas by ending and tag, rules for their capitals, and the words that both would get wrong.</summary>
internal static class LemmaTraining
{
    // A word of the treebanks with a tag, and how often it had which lemma.
    private sealed record Entry(string Form, uint Tag, Token Token, bool Opening, Dictionary<string, int> Counts)
    {
        public string Lemma => Counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>The tables of a <see cref="Lemmatizer"/> and the names of its rules.</summary>
    public static (byte[] Exceptions, byte[] Text, byte[] RuleTable, List<string> Rules) Train(List<ConlluSentence> train, HashTable known)
    {
        var entries = Entries(train);
        var rules = new List<string>();
        var pairs = new Dictionary<uint, uint>();
        AddRules(entries, rules, pairs);
        AddCasings(entries, pairs);
        foreach (var entry in entries.Where(e => e.Token.Upos is "VERB" or "AUX" && e.Token.Xpos is "VB" or "VBP" && string.Equals(e.Lemma, e.Form, StringComparison.OrdinalIgnoreCase) && !e.Lemma.Any(char.IsUpper))) pairs.TryAdd(Lemmatizer.VerbKey(entry.Lemma), 1);
        var ruleTable = HashTable.Build(pairs);
        var byRule = new Lemmatizer(default, 0, LanguageTraining.Table(ruleTable), [.. rules], known);
        var (exceptions, text) = Exceptions(entries, byRule);
        return (exceptions, text, ruleTable, rules);
    }

    private static List<Entry> Entries(List<ConlluSentence> train)
    {
        var entries = new SortedDictionary<(string Form, uint Tag, bool Opening), Entry>(Comparer<(string Form, uint Tag, bool Opening)>.Create((a, b) =>
            (string.CompareOrdinal(a.Form, b.Form), a.Tag.CompareTo(b.Tag), a.Opening.CompareTo(b.Opening)) switch { (0, 0, var c) => c, (0, var c, _) => c, (var c, _, _) => c }));
        foreach (var tokens in train.Select(s => s.Sentence.Tokens))
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                var token = tokens[i];
                if (token.Lemma == "_" && token.Form != "_") continue;
                var key = (Form: token.Form.Replace('’', '\''), Tag: Morphology.TagKey(token), Opening: WordForms.IsOpening(tokens, i));
                if (!entries.TryGetValue(key, out var entry)) entries[key] = entry = new(key.Form, key.Tag, token, key.Opening, []);
                entry.Counts[token.Lemma] = entry.Counts.GetValueOrDefault(token.Lemma) + 1;
            }
        }
        return [.. entries.Values];
    }

    private static void AddRules(List<Entry> entries, List<string> rules, Dictionary<uint, uint> pairs)
    {
        var votes = new Votes();
        foreach (var (form, tag, lemma) in entries.Where(e => !IsIrregular(e)).Select(e => (e.Form.ToLowerInvariant(), e.Tag, e.Lemma)).Distinct())
        {
            if (Rule(form, lemma.ToLowerInvariant()) is not { } rule) continue;
            if (!rules.Contains(rule)) rules.Add(rule);
            votes.Add(tag, 0, form, Lemmatizer.LongestEnding, (uint)rules.IndexOf(rule) + 1);
        }
        foreach (var (tag, _, length, ending, rule) in votes.Chosen(0.6)) pairs.TryAdd(Lemmatizer.RuleKey(length, ending, tag), rule);
        foreach (var (tag, counts) in votes.General())
        {
            var rank = 1;
            foreach (var (rule, _) in counts.Where(c => rules[(int)c.Rule - 1] is not ("0 " or "3 " or "4 ") && c.Count > 2 && c.Count * 50 > counts.Sum(o => o.Count)).Take(Lemmatizer.MostGeneral))
                pairs.TryAdd(Lemmatizer.GeneralKey(rank++, tag), rule);
        }
    }

    private static bool IsIrregular(Entry entry) => entry.Token.Upos is "VERB" or "AUX" && entry.Token.Xpos is "VBD" or "VBN" or "VBG" && IrregularVerbs.Base(entry.Form.ToLowerInvariant()) is not null;

    private static void AddCasings(List<Entry> entries, Dictionary<uint, uint> pairs)
    {
        var votes = new Votes();
        foreach (var entry in entries)
            if (CasingOf(entry.Form, entry.Lemma) is var casing and not Casing.None)
                votes.Add(entry.Tag, Capitals.Kind(entry.Form, entry.Opening), entry.Form, Lemmatizer.LongestCasing, (uint)casing);
        foreach (var (tag, kind, length, ending, casing) in votes.Chosen(0.7)) pairs.TryAdd(Lemmatizer.CasingKey(length, ending, tag, kind), casing);
    }

    private static Casing CasingOf(string form, string lemma)
    {
        if (Rule(form.ToLowerInvariant(), lemma.ToLowerInvariant()) is not { } rule) return Casing.None;
        var (cut, add) = rule.Split(' ') is [var c, var a] ? (int.Parse(c), a) : default;
        foreach (var casing in new[] { Casing.Keep, Casing.Lower, Casing.Title, Casing.Upper })
            if (Capitals.Apply(casing, form, cut, add) == lemma) return casing;
        return Casing.None;
    }

    private static (byte[] Table, byte[] Text) Exceptions(List<Entry> entries, Lemmatizer byRule)
    {
        var text = new MemoryStream();
        text.WriteByte(0);
        var exceptions = new Dictionary<uint, uint>();
        foreach (var forms in entries.GroupBy(e => (e.Form, e.Tag)))
        {
            var all = forms.SelectMany(e => e.Counts).GroupBy(c => c.Key).Select(g => (Lemma: g.Key, Count: g.Sum(c => c.Value))).OrderByDescending(c => c.Count).ThenBy(c => c.Lemma, StringComparer.Ordinal).First().Lemma;
            if (forms.All(e => byRule.Lemma(e.Token, e.Tag, e.Opening) == all)) continue;
            var bytes = Encoding.UTF8.GetBytes(all);
            if (bytes.Length > 255) continue;
            exceptions.TryAdd(Lemmatizer.ExceptionKey(forms.Key.Form, forms.Key.Tag), (uint)text.Length);
            text.WriteByte((byte)bytes.Length);
            text.Write(bytes);
        }
        return (HashTable.Build(exceptions), text.ToArray());
    }

    // How the lemma is made, both in small letters: letters to cut, letters to add.
    private static string? Rule(string form, string lemma)
    {
        var common = 0;
        while (common < form.Length && common < lemma.Length && form[common] == lemma[common]) common++;
        var cut = form.Length - common;
        if (cut > 5 || lemma.Length - common > 4 || common == 0 || lemma.Contains(' ')) return null;
        return $"{cut} {lemma[common..]}";
    }
}
