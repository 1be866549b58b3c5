namespace Entente.Lexicon;

/// <summary>What a word does to the event in its clause.</summary>
public enum OperatorKind
{
    /// <summary>Is willing, promises, offers.</summary>
    Agree,

    /// <summary>Plans, prepares.</summary>
    Intend,

    /// <summary>Will not.</summary>
    Refuse,

    /// <summary>Says that it will, to coerce.</summary>
    Threaten,

    /// <summary>Asks another to act.</summary>
    Request,

    /// <summary>Wishes that it came about.</summary>
    Want,

    /// <summary>Says that another did it, as a reproach.</summary>
    Accuse,

    /// <summary>Reports it.</summary>
    Say,

    /// <summary>Says that it is not so.</summary>
    Deny,

    /// <summary>Says that it will come.</summary>
    Predict,

    /// <summary>Begins, continues, manages: changes nothing.</summary>
    Begin,

    /// <summary>Ceases, suspends, ends.</summary>
    Stop,

    /// <summary>Does not come about.</summary>
    Fail,

    /// <summary>Is attempted.</summary>
    Try,

    /// <summary>Lets another act.</summary>
    Allow,

    /// <summary>Makes another act.</summary>
    Force,

    /// <summary>Helps another act.</summary>
    Help,

    /// <summary>Only carries its noun.</summary>
    Light,
}

/// <summary>A line of <c>operators.tsv</c>.</summary>
/// <param name="Lemma">Base form, with a particle after a space.</param>
/// <param name="Pos">V, N or A.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Slots">Where the event stands that it changes: <c>clause</c>, <c>obj</c>, prepositions.</param>
public sealed record Operator(string Lemma, char Pos, OperatorKind Kind, IReadOnlyList<string> Slots);

/// <summary>Words that change the status or type of the event in their clause.</summary>
public sealed class Operators
{
    private readonly WordTable<List<Operator>> _byWord = new();

    /// <summary>Reads <c>operators.tsv</c>.</summary>
    public Operators(LexiconFiles files)
    {
        foreach (var row in files.Rows("operators.tsv", 3))
        {
            if (row[1] is not [var pos] || _byWord.Of(pos) is not { } words) continue;
            var kind = Enum.Parse<OperatorKind>(row[2], ignoreCase: true);
            if (!words.TryGetValue(row[0], out var list)) words[row[0]] = list = [];
            list.Add(new Operator(row[0], pos, kind, LexiconFiles.Values(row[3])));
        }
    }

    /// <summary>The operators that a word can be.</summary>
    public IReadOnlyList<Operator> Of(string lemma, char pos) => _byWord.Find(lemma, pos) ?? (IReadOnlyList<Operator>)[];
}
