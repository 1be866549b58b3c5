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
    private readonly Dictionary<string, List<KnownName>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownName>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, List<Entity>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, string Office), List<Entity>> _holders = [];
    private readonly Dictionary<string, Entity> _states = new(StringComparer.Ordinal);

    /// <summary>Reads the names of <paramref name="files"/>.</summary>
    public Gazetteer(LexiconFiles files)
    {
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in files.Rows("states.tsv")) AddState(row);
        foreach (var row in files.Rows("organisations.tsv")) AddOrganisation(row);
        foreach (var row in files.Rows("groups.tsv")) AddGroup(row);
        foreach (var row in files.Rows("persons.tsv", 2)) AddPerson(row);
        foreach (var row in files.Rows("places.tsv", 3)) AddPlace(row);
        foreach (var names in _byFirstWord.Values)
            names.Sort(static (a, b) => a.Text.Length != b.Text.Length ? b.Text.Length.CompareTo(a.Text.Length) : Rank(a).CompareTo(Rank(b)));
    }

    /// <summary>The state with this code, or null.</summary>
    public Entity? State(string? code) => code is not null && _states.TryGetValue(code, out var state) ? state : null;

    /// <summary>All states.</summary>
    public IEnumerable<Entity> States => _states.Values;

    /// <summary>
    /// The longest name that begins at <paramref name="start"/> of the folded <paramref name="text"/> and ends at the end of a
    /// word; all entities that bear it are given, the likeliest kind first. 0 where there is none.
    /// </summary>
    public int Match(string text, int start, List<KnownName> found)
    {
        found.Clear();
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        if (end == start || !_lookup.TryGetValue(text.AsSpan(start, end - start), out var names)) return 0;
        var length = 0;
        foreach (var name in names)
        {
            if (length > 0 && name.Text.Length < length) break;
            if (!text.AsSpan(start).StartsWith(name.Text, StringComparison.Ordinal)) continue;
            var after = start + name.Text.Length;
            if (after < text.Length && char.IsLetterOrDigit(text[after])) continue;
            length = name.Text.Length;
            found.Add(name);
        }

        return length;
    }

    /// <summary>Persons whose last name or short form is <paramref name="surname"/> (folded).</summary>
    public IReadOnlyList<Entity> BySurname(string surname) => _bySurname.TryGetValue(surname, out var persons) ? persons : [];

    /// <summary>Persons who ever held <paramref name="office"/> of the state <paramref name="country"/>.</summary>
    public IReadOnlyList<Entity> Holders(string country, string office) =>
        _holders.TryGetValue((country, office), out var persons) ? persons : [];

    private void AddState(string[] row)
    {
        var state = new Entity
        {
            Id = row[0], Name = row[1], Kind = ActorKind.State, Country = row[0],
            From = Term.Day(row[6], end: false), To = Term.Day(row[7], end: true),
        };
        _states[row[0]] = state;
        Add(row[1], state, NameUse.Name);
        foreach (var name in LexiconFiles.Values(row[2])) Add(name, state, NameUse.Name);
        foreach (var name in LexiconFiles.Values(row[3])) Add(name, state, NameUse.Adjective);
        foreach (var name in LexiconFiles.Values(row[4])) Add(name, state, NameUse.Capital);
        foreach (var name in LexiconFiles.Values(row[5])) Add(name, state, NameUse.Metonym);
    }

    private void AddOrganisation(string[] row)
    {
        var organisation = new Entity
        {
            Id = Spelling.Slug(row[0]), Name = row[0], Kind = ActorKind.Organisation, Country = NullIfEmpty(row[2]),
            Sectors = LexiconFiles.Values(row[3]), From = Term.Day(row[5], end: false), To = Term.Day(row[6], end: true),
        };
        Add(row[0], organisation, NameUse.Name);
        foreach (var name in LexiconFiles.Values(row[1])) Add(name, organisation, NameUse.Name);
    }

    private void AddGroup(string[] row)
    {
        var group = new Entity
        {
            Id = Spelling.Slug(row[0]), Name = row[0], Kind = ActorKind.Group, Country = NullIfEmpty(row[2]),
            Sectors = LexiconFiles.Values(row[3]), From = Term.Day(row[4], end: false), To = Term.Day(row[5], end: true),
        };
        Add(row[0], group, NameUse.Name);
        foreach (var name in LexiconFiles.Values(row[1])) Add(name, group, NameUse.Name);
    }

    private void AddPerson(string[] row)
    {
        var person = new Entity
        {
            Id = Spelling.Slug(row[0]), Name = row[0], Kind = ActorKind.Person, Country = NullIfEmpty(row[1]),
            Terms = Term.ParseAll(row[2]), Sectors = LexiconFiles.Values(row[4]),
        };
        var last = row[0].LastIndexOf(' ');
        AddName(row[0]);
        foreach (var name in LexiconFiles.Values(row[3])) AddName(name);
        if (last > 0) AddSurname(row[0][(last + 1)..]);
        foreach (var term in person.Terms)
        {
            if (term.Body is not null || person.Country is null) continue;
            if (!_holders.TryGetValue((person.Country, term.Office), out var holders)) _holders[(person.Country, term.Office)] = holders = [];
            if (!holders.Contains(person)) holders.Add(person);
        }

        void AddName(string name)
        {
            // One word alone may be anybody's: it is looked up by the reader, who knows the article.
            if (name.Contains(' ')) Add(name, person, NameUse.Name);
            else AddSurname(name);
        }

        void AddSurname(string name)
        {
            var folded = Spelling.Fold(name);
            if (!_bySurname.TryGetValue(folded, out var persons)) _bySurname[folded] = persons = [];
            if (!persons.Contains(person)) persons.Add(person);
        }
    }

    private void AddPlace(string[] row)
    {
        var place = new Entity
        {
            Id = Spelling.Slug(row[0]), Name = row[0], Kind = ActorKind.Place, Country = NullIfEmpty(row[1]), PlaceKind = row[2],
            Position = double.TryParse(row[3], out var latitude) && double.TryParse(row[4], out var longitude) ? (latitude, longitude) : null,
        };
        Add(row[0], place, NameUse.Name);
        foreach (var name in LexiconFiles.Values(row[5])) Add(name, place, NameUse.Name);
    }

    private void Add(string name, Entity entity, NameUse use)
    {
        var folded = Spelling.Fold(name);
        var end = 0;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end])) end++;
        if (end == 0) return;
        var first = _lookup.TryGetValue(folded.AsSpan(0, end), out var names) ? names : _byFirstWord[folded[..end]] = [];
        first.Add(new KnownName(folded, entity, use));
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
