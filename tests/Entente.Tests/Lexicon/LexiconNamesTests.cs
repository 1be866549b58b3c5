using Entente.Lexicon;
using Entente.Tests.Approved;
using Xunit;

namespace Entente.Tests.Lexicon;

/// <summary>Names can be found, and are names.</summary>
public class LexiconNamesTests
{
    private static readonly (string File, int[] Columns)[] NameColumns =
        [("states.tsv", [1, 2, 3, 4, 5]), ("organisations.tsv", [0, 1]), ("groups.tsv", [0, 1]), ("persons.tsv", [0, 3]), ("places.tsv", [0, 5])];

    private static IEnumerable<(Line Line, string Name)> Names() =>
        from file in NameColumns from line in Tsv.Lines(file.File) from column in file.Columns from name in line.Values(column) select (line, name);

    /// <summary>A name in lower case (<c>peshmerga</c>) would be found in any sentence that uses the word, so it must not be one of the language's.</summary>
    [Fact]
    public void No_name_is_only_a_common_word()
    {
        var common = new[] { "agents.tsv", "frames.tsv", "operators.tsv", "hedges.tsv" }.SelectMany(Tsv.Lines).Select(l => l.Columns[0]).ToHashSet(StringComparer.Ordinal);
        Tsv.Refuse(Names().Where(n => !Tsv.HasCapital(n.Name) && common.Contains(n.Name)).Select(n => n.Line.Says($"'{n.Name}' is a common word")));
    }

    [Fact]
    public void Every_name_is_found_where_it_stands_alone()
    {
        var found = new List<KnownName>();
        Tsv.Refuse(Names().Where(n => !IsFound(n.Line, n.Name)).Select(n => n.Line.Says($"'{n.Name}' is never found, for a name begins with a letter or digit")));

        bool IsFound(Line line, string name)
        {
            var folded = Spelling.Fold(name);
            if (line.File == "persons.tsv" && !name.Contains(' ')) return Checkout.Reader.Lexicon.Gazetteer.BySurname(folded).Count > 0;
            if (Checkout.Reader.Lexicon.Gazetteer.Match(folded, 0, found) == folded.Length) return true;
            // A sign before the name is read over, so the line needs the name without it.
            var bare = folded.TrimStart('#', '\'', '"', 'ʻ');
            return bare != folded && Checkout.Reader.Lexicon.Gazetteer.Match(bare, 0, found) == bare.Length;
        }
    }

    [Fact]
    public void No_line_has_one_name_twice()
    {
        Tsv.Refuse(from file in NameColumns
                   where file.File != "states.tsv"
                   from line in Tsv.Lines(file.File)
                   from twice in file.Columns.SelectMany(line.Values).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1)
                   select line.Says($"'{twice.Key}' stands there twice"));
    }

    [Fact]
    public void No_two_lines_have_one_id()
    {
        var lines = new[] { "organisations.tsv", "groups.tsv", "persons.tsv" }.SelectMany(Tsv.Lines);
        Tsv.Refuse(lines.GroupBy(l => Spelling.Slug(l.Columns[0])).Where(g => g.Count() > 1)
            .Select(g => g.Last().Says($"'{g.Last().Columns[0]}' has the id of lexicon/{g.First().File}:{g.First().Number} '{g.First().Columns[0]}'")));
    }

    [Fact]
    public void No_two_states_of_one_time_bear_one_name() =>
        Tsv.Refuse(from state in Tsv.Lines("states.tsv")
                   where state.Columns[7].Length == 0
                   from name in state.Values(2).Append(state.Columns[1])
                   group state by name into bearers
                   where bearers.Distinct().Count() > 1
                   select bearers.Last().Says($"'{bearers.Key}' is the name of {bearers.First().Columns[0]} too"));
}
