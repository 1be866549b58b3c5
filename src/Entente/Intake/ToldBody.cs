namespace Entente.Intake;

/// <summary>The body as JSON-LD tells it, as a check of the one that was found on the page.</summary>
internal sealed class ToldBody
{
    private const int Run = 3;
    private readonly HashSet<ulong> _runs = [];
    private readonly int _length;

    private ToldBody(string? body)
    {
        if (body is null) return;
        _length = body.Length;
        foreach (var run in Runs(body)) _runs.Add(run);
    }

    /// <summary>Takes the words of <paramref name="body"/> in.</summary>
    public static ToldBody Of(string? body) => new(body);

    /// <summary>
    /// Leaves out what follows the last paragraph that JSON-LD has, where it has about as much as the page: publishers put
    /// the bare text there, but some without lists and quotes, and some only its beginning.
    /// </summary>
    public List<HtmlBlock> Check(List<HtmlBlock> blocks)
    {
        if (_length < 300) return blocks;
        int found = 0, after = 0, last = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            after += blocks[i].Text.Length;
            if (!IsTold(blocks[i])) continue;
            found += blocks[i].Text.Length;
            (last, after) = (i, 0);
        }
        return found < _length * 0.8 || after > found * 0.5 ? blocks : blocks[..(last + 1)];
    }

    private bool IsTold(HtmlBlock block)
    {
        int all = 0, found = 0;
        foreach (var run in Runs(block.Text))
        {
            all++;
            if (_runs.Contains(run)) found++;
        }
        return all > 0 && found * 2 >= all;
    }

    /// <summary>A number for each three words that follow one another.</summary>
    private static IEnumerable<ulong> Runs(string text)
    {
        ulong a = 0, b = 0, word = 0;
        var words = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word = word * 1099511628211UL + char.ToLowerInvariant(text[i]);
                continue;
            }
            if (word == 0) continue;
            if (++words >= Run) yield return (a * 31 + b) * 31 + word;
            (a, b, word) = (b, word, 0);
        }
        if (words is > 0 and < Run) yield return (a * 31 + b) * 31 + word;
    }
}
