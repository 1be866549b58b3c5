namespace Entente.Lexicon;

/// <summary>What a verb, noun or adjective means when it is used in one way: a line of <c>frames.tsv</c>.</summary>
public sealed record Frame
{
    /// <summary>Base form, with a particle after a space.</summary>
    public required string Lemma { get; init; }

    /// <summary>V verb, N noun, A adjective.</summary>
    public required char Pos { get; init; }

    /// <summary>What must hold; all of it.</summary>
    public required IReadOnlyList<Condition> When { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>Nearest CAMEO code.</summary>
    public required string Cameo { get; init; }

    /// <summary>Slots of the source, tried in order.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>Slots of the target, tried in order.</summary>
    public required IReadOnlyList<string> Target { get; init; }

    /// <summary>Whether all sides are equals.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>How particular the frame is: conditions count first, then how narrow each is.</summary>
    public int Weight => When.Sum(c => 100 + c.Narrowness);

    /// <summary>The key of its line, as <c>--why</c> prints it.</summary>
    public string Line => When.Count == 0 ? $"{Lemma}/{Pos}" : $"{Lemma}/{Pos} {string.Join(' ', When)}";
}

/// <summary>A condition of a frame: a slot that must be filled, by certain words, or must not be there.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Absent">Whether it must not be there (or not hold such words).</param>
/// <param name="Words">Lemmas, sets (<c>@troops</c>) and ACTOR, STATE, PERSON, any of which will do; empty for any filler.</param>
public sealed record Condition(string Slot, bool Absent, IReadOnlyList<string> Words)
{
    /// <summary>A list of words is narrower than a set, a set than a kind of actor, that than any filler.</summary>
    public int Narrowness => Words.Count == 0 ? (Absent ? -50 : 0) : Absent ? -40 : Words[0] switch
    {
        "ACTOR" => 10,
        "STATE" or "PERSON" => 20,
        ['@', ..] => 30,
        _ => 40,
    };

    /// <inheritdoc/>
    public override string ToString() => (Absent ? "!" : "") + Slot + (Words.Count == 0 ? "" : ":" + string.Join(',', Words));
}

/// <summary>The frames of a lexicon, by word.</summary>
public sealed class Frames
{
    private readonly LexiconTable _table;
    private readonly WordTable<Word> _words = new();
    private readonly WordTable<List<string[]>> _longer = new();

    /// <summary>Reads <c>frames.tsv</c>. A line is parsed when its word is first met: most of the 11,000 never are in a run.</summary>
    public Frames(LexiconFiles files)
    {
        _table = files.Table("frames.tsv", 3);
        for (var row = 0; row < _table.Count; row++)
        {
            if (_table.Span(row, 1) is not [var pos] || _words.Of(pos) is not { } words) continue;
            var lemma = _table.Span(row, 0);
            if (!words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lemma, out var word))
            {
                words[lemma.ToString()] = word = new Word();
                if (lemma.Contains(' ') || (pos == 'N' && lemma.Contains('-'))) AddPhrase(lemma.ToString(), pos);
            }

            word.Rows.Add(row);
        }
    }

    /// <summary>The lines of a word, and the frames in them once they are asked for.</summary>
    private sealed class Word
    {
        public List<int> Rows { get; } = new(4);

        public Frame[]? Frames { get; set; }
    }

    /// <summary>The frames of a word, the most particular first; empty if it has none.</summary>
    public IReadOnlyList<Frame> Of(string lemma, char pos)
    {
        if (_words.Find(lemma, pos) is not { } word) return [];
        // Two threads may both parse them: they get the same.
        return word.Frames ??= Parse(word.Rows);
    }

    /// <summary>Whether the word has a frame.</summary>
    public bool Has(string lemma, char pos) => _words.Find(lemma, pos) is not null;

    /// <summary>In a stable order: the more particular first, then as the file has them.</summary>
    private Frame[] Parse(List<int> rows) => [.. rows.Select(row => Parse(_table.Split(row))).OrderByDescending(frame => frame.Weight)];

    /// <summary>Phrases of several words of this part of speech that have <paramref name="word"/> as head (a noun's last, a verb's first).</summary>
    public IReadOnlyList<string[]> Phrases(string word, char pos) => _longer.Find(word, pos) ?? (IReadOnlyList<string[]>)[];

    /// <summary>All frames, in the order of the file; for tests and tools.</summary>
    public IEnumerable<Frame> All() => Enumerable.Range(0, _table.Count).Select(row => Parse(_table.Split(row)));

    private void AddPhrase(string lemma, char pos)
    {
        var words = lemma.Replace("-", " - ", StringComparison.Ordinal).Split(' ');
        var head = pos == 'V' ? words[0] : words[^1];
        var longer = _longer.Of(pos)!;
        if (!longer.TryGetValue(head, out var phrases)) longer[head] = phrases = [];
        phrases.Add([lemma, .. words]);
        phrases.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    internal static Frame Parse(string[] row) => new()
    {
        Lemma = row[0],
        Pos = row[1][0],
        When = ParseConditions(row[2]),
        Type = row[3],
        Mode = row[4].Length == 0 ? null : row[4],
        Cameo = row[5],
        Source = LexiconFiles.Values(row[6]),
        Target = LexiconFiles.Values(row[7]),
        Reciprocal = row[8] == "y",
        Context = LexiconFiles.Values(row[9]),
    };

    internal static Condition[] ParseConditions(string column) =>
        [.. column.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c =>
        {
            var absent = c[0] == '!';
            var parts = (absent ? c[1..] : c).Split(':', 2);
            return new Condition(parts[0], absent, parts.Length == 1 ? [] : parts[1].Split(','));
        })];
}
