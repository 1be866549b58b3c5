namespace Entente.Lexicon;

/// <summary>
/// Where names stand in the lexicon's text, found by one of their words. Made of numbers only: a name becomes a string, and its
/// entity an object, when a text has it (of 30,000 names a run meets some hundreds).
/// </summary>
internal sealed class NameIndex
{
    private readonly List<Place> _places = new(1 << 14);
    private int[] _first = [];
    private int[] _next = [];

    /// <summary>A name.</summary>
    /// <param name="Word">Hash of the word that it is found by.</param>
    /// <param name="Entity">Number of its entity.</param>
    /// <param name="Start">First character, in the text of the entity's file.</param>
    /// <param name="Length">Its characters.</param>
    /// <param name="Use">How it stands for the entity.</param>
    internal readonly record struct Place(int Word, int Entity, int Start, int Length, NameUse Use);

    public void Add(ReadOnlySpan<char> word, int entity, int start, int length, NameUse use) =>
        _places.Add(new Place(string.GetHashCode(word), entity, start, length, use));

    /// <summary>Ends the adding: names that share a word are then found in the order in which they were added.</summary>
    public void Close()
    {
        _first = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_places.Count + 1)];
        _next = new int[_places.Count];
        Array.Fill(_first, -1);
        for (var i = _places.Count - 1; i >= 0; i--)
        {
            ref var first = ref _first[_places[i].Word & (_first.Length - 1)];
            (_next[i], first) = (first, i);
        }
    }

    /// <summary>The names found by <paramref name="word"/>, and a few others whose words have the same hash.</summary>
    public Places Of(ReadOnlySpan<char> word) => new(this, string.GetHashCode(word));

    /// <summary>Goes through the names of a word.</summary>
    internal ref struct Places(NameIndex index, int word)
    {
        private int _at = index._first[word & (index._first.Length - 1)];

        public Place Current { get; private set; }

        public readonly Places GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at >= 0)
            {
                Current = index._places[_at];
                _at = index._next[_at];
                if (Current.Word == word) return true;
            }

            return false;
        }
    }
}
