using Entente.Language;

namespace Entente.Training.Language;

/// <summary>Counts which rule the words with an ending follow, and chooses one for each ending that needs its own.</summary>
internal sealed class Votes
{
    private readonly SortedDictionary<(uint Tag, uint Kind, int Length, uint Ending), (string Form, SortedDictionary<uint, int> Counts)> _votes = [];

    /// <summary>Counts a word for all of its endings.</summary>
    public void Add(uint tag, uint kind, string form, int longest, uint rule)
    {
        for (var length = 0; length <= longest && length <= form.Length; length++)
        {
            var key = (tag, kind, length, Lemmatizer.Ending(form, length));
            if (!_votes.TryGetValue(key, out var vote)) _votes[key] = vote = (form, []);
            vote.Counts[rule] = vote.Counts.GetValueOrDefault(rule) + 1;
        }
    }

    /// <summary>The rule of each ending that at least two words have and that so large a part of them follows, but where the next shorter ending gives the same.</summary>
    public IEnumerable<(uint Tag, uint Kind, int Length, uint Ending, uint Rule)> Chosen(double part)
    {
        var chosen = new Dictionary<(uint Tag, uint Kind, int Length, uint Ending), uint>();
        foreach (var (key, (form, counts)) in _votes)
        {
            var (rule, count) = counts.OrderByDescending(c => c.Value).First();
            if (key.Length > 0 && (count < 2 || count < part * counts.Values.Sum())) continue;
            chosen[key] = rule;
            var shorter = Enumerable.Range(1, key.Length).Select(cut => key with { Length = key.Length - cut, Ending = Lemmatizer.Ending(form, key.Length - cut) }).FirstOrDefault(chosen.ContainsKey);
            if (key.Length == 0 || chosen[shorter] != rule) yield return (key.Tag, key.Kind, key.Length, key.Ending, rule);
        }
    }

    /// <summary>For each tag its rules, the most frequent first.</summary>
    public IEnumerable<(uint Tag, List<(uint Rule, int Count)> Rules)> General() =>
        _votes.Where(v => v.Key.Length == 0).Select(v => (v.Key.Tag, v.Value.Counts.OrderByDescending(c => c.Value).Select(c => (c.Key, c.Value)).ToList()));
}
