using System.Collections.Concurrent;

namespace Entente.Lexicon;

/// <summary>How a name stands for its entity.</summary>
public enum NameUse
{
    /// <summary>The name itself.</summary>
    Name,

    /// <summary>A state's adjective or its people.</summary>
    Adjective,

    /// <summary>A capital, which may be the place or the government.</summary>
    Capital,

    /// <summary>A seat or by-name of a government.</summary>
    Metonym,
}

/// <summary>A name in the gazetteer.</summary>
/// <param name="Text">Folded spelling (see <see cref="Spelling"/>).</param>
/// <param name="Entity">Whom it names.</param>
/// <param name="Use">How.</param>
public sealed record KnownName(string Text, Entity Entity, NameUse Use);

/// <summary>Names of states, persons, organisations, groups and places, found by their first word.</summary>
public sealed class Gazetteer
{
    private readonly List<Source> _sources = [];
    private readonly NameIndex _names = new();
    private readonly NameIndex _surnames = new();
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Country, string Office), IReadOnlyList<Entity>> _holders = [];
    private readonly Source _persons;
    private readonly Dictionary<string, List<int>> _citizens = new(StringComparer.Ordinal);
    private readonly Entity?[] _entities;

    /// <summary>Reads the names of <paramref name="files"/>.</summary>
    public Gazetteer(LexiconFiles files)
    {
        var states = Open(files.Table("states.tsv"), MakeState);
        for (var row = 0; row < states.Table.Count; row++)
        {
            _states[states.Table.Column(row, 0)] = row;
            AddNames(states, row, 1, NameUse.Name);
            AddNames(states, row, 2, NameUse.Name);
            AddNames(states, row, 3, NameUse.Adjective);
            AddNames(states, row, 4, NameUse.Capital);
            AddNames(states, row, 5, NameUse.Metonym);
        }

        AddAll(Open(files.Table("organisations.tsv"), MakeOrganisation), 0, 1);
        AddAll(Open(files.Table("groups.tsv"), MakeGroup), 0, 1);
        _persons = Open(files.Table("persons.tsv", 2), MakePerson);
        AddPersons();
        AddAll(Open(files.Table("places.tsv", 3), MakePlace), 0, 5);
        _names.Close();
        _surnames.Close();
        _entities = new Entity?[_sources[^1].First + _sources[^1].Table.Count];
    }

    /// <summary>A file of entities.</summary>
    /// <param name="Table">Its rows.</param>
    /// <param name="Folded">Its text with plain spelling.</param>
    /// <param name="First">Number of the entity of its first row.</param>
    /// <param name="Make">Makes the entity of a row.</param>
    private sealed record Source(LexiconTable Table, string Folded, int First, Func<LexiconTable, int, Entity> Make);

    /// <summary>The state with this code, or null.</summary>
    public Entity? State(string? code) => code is not null && _states.TryGetValue(code, out var state) ? EntityOf(state) : null;

    /// <summary>All states.</summary>
    public IEnumerable<Entity> States => _states.Values.Select(EntityOf);

    /// <summary>
    /// The longest name that begins at <paramref name="start"/> of the folded <paramref name="text"/> and ends at the end of a
    /// word; all entities that bear it are given, the likeliest kind first. 0 where there is none.
    /// </summary>
    public int Match(string text, int start, List<KnownName> found)
    {
        found.Clear();
        var rest = text.AsSpan(start);
        var word = rest[..WordLength(rest)];
        if (word.IsEmpty) return 0;
        var length = 0;
        foreach (var place in _names.Of(word))
        {
            if (place.Length < length || !rest.StartsWith(Folded(place))) continue;
            if (place.Length < rest.Length && char.IsLetterOrDigit(rest[place.Length])) continue;
            if (place.Length > length) found.Clear();
            length = place.Length;
            found.Add(new KnownName(Folded(place).ToString(), EntityOf(place.Entity), place.Use));
        }

        if (found.Count > 1) found.Sort(static (a, b) => Rank(a).CompareTo(Rank(b)));
        return length;
    }

    /// <summary>Persons whose last name or short form is <paramref name="surname"/> (folded).</summary>
    public IReadOnlyList<Entity> BySurname(string surname)
    {
        List<Entity>? persons = null;
        foreach (var place in _surnames.Of(surname))
        {
            if (!Folded(place).SequenceEqual(surname)) continue;
            var person = EntityOf(place.Entity);
            persons ??= [];
            if (!persons.Contains(person)) persons.Add(person);
        }

        return persons ?? (IReadOnlyList<Entity>)[];
    }

    /// <summary>Persons who ever held <paramref name="office"/> of the state <paramref name="country"/>.</summary>
    public IReadOnlyList<Entity> Holders(string country, string office) =>
        _holders.GetOrAdd((country, office), static (key, gazetteer) => gazetteer.FindHolders(key.Country, key.Office), this);

    private List<Entity> FindHolders(string country, string office)
    {
        var holders = new List<Entity>();
        if (!_citizens.TryGetValue(country, out var rows)) return holders;
        foreach (var row in rows)
        {
            if (!_persons.Table.Span(row, 2).Contains(office, StringComparison.Ordinal)) continue;
            var person = EntityOf(_persons.First + row);
            if (person.Terms.Any(t => t.Body is null && t.Office == office)) holders.Add(person);
        }

        return holders;
    }

    /// <summary>The entity of this number, made when it is first met and the same one ever after.</summary>
    private Entity EntityOf(int number)
    {
        if (_entities[number] is { } known) return known;
        var source = SourceOf(number);
        var made = source.Make(source.Table, number - source.First);
        return Interlocked.CompareExchange(ref _entities[number], made, null) ?? made;
    }

    private ReadOnlySpan<char> Folded(NameIndex.Place place) => SourceOf(place.Entity).Folded.AsSpan(place.Start, place.Length);

    private Source SourceOf(int entity)
    {
        var i = _sources.Count - 1;
        while (_sources[i].First > entity) i--;
        return _sources[i];
    }

    private Source Open(LexiconTable table, Func<LexiconTable, int, Entity> make)
    {
        var first = _sources.Count == 0 ? 0 : _sources[^1].First + _sources[^1].Table.Count;
        var source = new Source(table, Spelling.Fold(table.Text), first, make);
        _sources.Add(source);
        return source;
    }

    private void AddAll(Source source, int name, int names)
    {
        for (var row = 0; row < source.Table.Count; row++)
        {
            AddNames(source, row, name, NameUse.Name);
            AddNames(source, row, names, NameUse.Name);
        }
    }

    /// <summary>Adds the names of a column, which are parted by bars.</summary>
    private void AddNames(Source source, int row, int column, NameUse use)
    {
        var (start, end) = source.Table.Bounds(row, column);
        while (NextName(source, ref start, end, out var first, out var length))
        {
            var word = source.Folded.AsSpan(first, WordLength(source.Folded.AsSpan(first, length)));
            if (word.Length > 0) _names.Add(word, source.First + row, first, length, use);
        }
    }

    private void AddPersons()
    {
        var table = _persons.Table;
        var citizens = _citizens.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < table.Count; row++)
        {
            var (start, end) = table.Bounds(row, 0);
            AddPerson(row, start, end - start);
            var last = _persons.Folded.AsSpan(start, end - start).LastIndexOf(' ');
            if (last > 0) AddSurname(row, start + last + 1, end - start - last - 1);
            (start, end) = table.Bounds(row, 3);
            while (NextName(_persons, ref start, end, out var first, out var length)) AddPerson(row, first, length);
            if (citizens.TryGetValue(table.Span(row, 1), out var rows)) rows.Add(row);
            else _citizens[table.Column(row, 1)] = [row];
        }
    }

    /// <summary>One word alone may be anybody's: it is looked up by the reader, who knows the article.</summary>
    private void AddPerson(int row, int start, int length)
    {
        var name = _persons.Folded.AsSpan(start, length);
        if (!name.Contains(' ')) AddSurname(row, start, length);
        else if (WordLength(name) is > 0 and var word) _names.Add(name[..word], _persons.First + row, start, length, NameUse.Name);
    }

    private void AddSurname(int row, int start, int length) =>
        _surnames.Add(_persons.Folded.AsSpan(start, length), _persons.First + row, start, length, NameUse.Name);

    private static bool NextName(Source source, ref int start, int end, out int first, out int length)
    {
        while (start < end && source.Folded[start] == '|') start++;
        first = start;
        length = source.Folded.AsSpan(start, end - start).IndexOf('|');
        if (length < 0) length = end - start;
        start += length;
        return length > 0;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length])) length++;
        return length;
    }

    private static Entity MakeState(LexiconTable table, int row)
    {
        var code = table.Column(row, 0);
        return new Entity
        {
            Id = code,
            Name = table.Column(row, 1),
            Kind = ActorKind.State,
            Country = code,
            From = Term.Day(table.Span(row, 6), end: false),
            To = Term.Day(table.Span(row, 7), end: true),
        };
    }

    private static Entity MakeOrganisation(LexiconTable table, int row) => MakeBody(table, row, ActorKind.Organisation, from: 5);

    private static Entity MakeGroup(LexiconTable table, int row) => MakeBody(table, row, ActorKind.Group, from: 4);

    private static Entity MakeBody(LexiconTable table, int row, ActorKind kind, int from)
    {
        var name = table.Column(row, 0);
        return new Entity
        {
            Id = Spelling.Slug(name),
            Name = name,
            Kind = kind,
            Country = NullIfEmpty(table.Column(row, 2)),
            Sectors = table.Values(row, 3),
            From = Term.Day(table.Span(row, from), end: false),
            To = Term.Day(table.Span(row, from + 1), end: true),
        };
    }

    private static Entity MakePerson(LexiconTable table, int row)
    {
        var name = table.Column(row, 0);
        return new Entity
        {
            Id = Spelling.Slug(name),
            Name = name,
            Kind = ActorKind.Person,
            Country = NullIfEmpty(table.Column(row, 1)),
            Terms = Term.ParseAll(table.Column(row, 2)),
            Sectors = table.Values(row, 4),
        };
    }

    private static Entity MakePlace(LexiconTable table, int row)
    {
        var name = table.Column(row, 0);
        return new Entity
        {
            Id = Spelling.Slug(name),
            Name = name,
            Kind = ActorKind.Place,
            Country = NullIfEmpty(table.Column(row, 1)),
            PlaceKind = table.Column(row, 2),
            Position = double.TryParse(table.Span(row, 3), out var latitude) && double.TryParse(table.Span(row, 4), out var longitude) ? (latitude, longitude) : null,
        };
    }

    /// <summary>Of two bearers of one name, which is meant where nothing else tells.</summary>
    private static int Rank(KnownName name) => (name.Use, name.Entity.Kind) switch
    {
        (NameUse.Name, ActorKind.State) => name.Entity.To is null ? 0 : 3,
        (NameUse.Adjective, _) => name.Entity.To is null ? 1 : 3,
        (NameUse.Capital, _) => 2,
        (NameUse.Metonym, _) => 4,
        (_, ActorKind.Organisation) => 5,
        (_, ActorKind.Group) => 6,
        (_, ActorKind.Person) => 7,
        _ => 8,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
