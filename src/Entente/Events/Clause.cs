using Entente.Language;

namespace Entente.Events;

/// <summary>How a clause is told.</summary>
internal enum Mood
{
    Asserted,
    Planned,
    Hypothetical,
    Obliged,
}

/// <summary>A predicate (verb, noun or adjective) with what fills its slots, as token indices.</summary>
internal sealed class Clause
{
    public required int Token { get; init; }

    public required char Pos { get; init; }

    /// <summary>Base form, with its particle.</summary>
    public required string Lemma { get; set; }

    /// <summary>Logical subjects: the agent of a passive, the possessor of a noun.</summary>
    public List<int> Subject { get; } = [];

    /// <summary>Logical objects: the subject of a passive, the "of" of a noun.</summary>
    public List<int> Object { get; } = [];

    public List<int> IndirectObject { get; } = [];

    /// <summary>Complements that are clauses.</summary>
    public List<int> Clauses { get; } = [];

    /// <summary>Phrases by their preposition.</summary>
    public Dictionary<string, List<int>> Phrases { get; } = new(StringComparer.Ordinal);

    public bool Passive { get; set; }

    public bool Negated { get; set; }

    public Mood Mood { get; set; }

    /// <summary>The verb that only carries this noun; -1 if none.</summary>
    public int LightVerb { get; set; } = -1;

    /// <summary>What fills a slot; empty if nothing.</summary>
    public IReadOnlyList<int> Slot(string name) => name switch
    {
        "subj" => Subject,
        "obj" => Object,
        "iobj" => IndirectObject,
        "clause" => Clauses,
        "light" => LightVerb < 0 ? [] : [LightVerb],
        _ => Phrases.TryGetValue(name, out var tokens) ? tokens : [],
    };

    public void AddPhrase(string preposition, int token)
    {
        if (!Phrases.TryGetValue(preposition, out var tokens)) Phrases[preposition] = tokens = [];
        if (!tokens.Contains(token)) tokens.Add(token);
    }

    public override string ToString() => $"{Lemma}/{Pos}";
}

/// <summary>The children of each token of a sentence, in order.</summary>
internal sealed class Tree
{
    private readonly int[] _first, _next;

    public Tree(Token[] tokens)
    {
        Tokens = tokens;
        _first = new int[tokens.Length];
        _next = new int[tokens.Length];
        Array.Fill(_first, -1);
        for (var t = tokens.Length - 1; t >= 0; t--)
        {
            var head = tokens[t].Head;
            _next[t] = -1;
            if (head < 0 || head >= tokens.Length) continue;
            _next[t] = _first[head];
            _first[head] = t;
        }
    }

    public Token[] Tokens { get; }

    public ChildTokens Children(int token) => new(_first[token], _next);

    /// <summary>Goes through the children of a token; no object, for it is asked some hundred times a sentence.</summary>
    internal struct ChildTokens(int first, int[] next)
    {
        private int _following = first;

        public int Current { get; private set; } = -1;

        public readonly ChildTokens GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_following < 0) return false;
            Current = _following;
            _following = next[_following];
            return true;
        }
    }

    /// <summary>The lemma of the preposition (or the marker) of a phrase, or null.</summary>
    public string? CaseOf(int token)
    {
        foreach (var child in Children(token))
            if (Tokens[child].Relation is "case" or "mark") return Tokens[child].Lemma.ToLowerInvariant();
        return null;
    }

    public bool Has(int token, string relation)
    {
        foreach (var child in Children(token))
            if (Tokens[child].Relation == relation) return true;
        return false;
    }

    /// <summary>The first token of the chain of conjuncts that <paramref name="token"/> belongs to.</summary>
    public int FirstConjunct(int token)
    {
        for (var hops = 0; hops < 20 && Tokens[token].Relation == "conj" && Tokens[token].Head >= 0; hops++) token = Tokens[token].Head;
        return token;
    }

    /// <summary>The first and last token of the phrase below <paramref name="token"/>.</summary>
    public (int First, int Last) Extent(int token, int depth = 0)
    {
        var (first, last) = (token, token);
        if (depth > 60) return (first, last);
        foreach (var child in Children(token))
        {
            var (f, l) = Extent(child, depth + 1);
            first = Math.Min(first, f);
            last = Math.Max(last, l);
        }

        return (first, last);
    }
}
