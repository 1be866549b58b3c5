using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Corpus;
using Entente.Lexicon;
using Entente.Output;
using Xunit;

namespace Entente.Tests.Lexicon;

/// <summary>Codes are known, and what a line refers to exists.</summary>
public partial class LexiconCodesTests
{
    private static readonly HashSet<string> Sectors =
        [.. "GOV MIL LEG JUD COP SPY PTY OPP REB PRM UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF PRE REL SOC".Split(' ')];

    private static readonly HashSet<string> Contexts = [.. CorpusCodes.Contexts];

    private static readonly Dictionary<string, string[]> Modes =
        Plover.Types.ToDictionary(type => type, type => CorpusCodes.Modes.TryGetValue(type, out var modes) ? modes.ToArray() : []);

    // CAMEO's roots (two digits) with the digits that may follow: 03 with 1 to 9, and so on.
    internal static readonly HashSet<string> Cameo =
    [
        .. ("010 011 012 013 014 015 016 017 018 019 020 021 0211 0212 0213 0214 022 023 0231 0232 0233 0234 024 0241 0242 0243 0244 025 0251 0252 0253 0254 0255 0256 026 027 028 155 176 "
        + "030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354 0355 0356 036 037 038 039 "
        + "040 041 042 043 044 045 046 050 051 052 053 054 055 056 057 060 061 062 063 064 070 071 072 073 074 075 "
        + "080 081 0811 0812 0813 0814 082 083 0831 0832 0833 0834 084 0841 0842 085 086 0861 0862 0863 087 0871 0872 0873 0874 090 091 092 093 094 "
        + "100 101 1011 1012 1013 1014 102 103 1031 1032 1033 1034 104 1041 1042 1043 1044 105 1051 1052 1053 1054 1055 1056 106 107 108 "
        + "110 111 112 1121 1122 1123 1124 1125 113 114 115 116 120 121 1211 1212 122 1221 1222 1223 1224 123 1231 1232 1233 1234 "
        + "124 1241 1242 1243 1244 1245 1246 125 126 127 128 129 130 131 1311 1312 1313 132 1321 1322 1323 1324 133 134 135 136 137 "
        + "138 1381 1382 1383 1384 1385 139 140 141 1411 1412 1413 1414 142 1421 1422 1423 1424 143 1431 1432 1433 1434 144 1441 1442 1443 1444 "
        + "145 1451 1452 1453 1454 150 151 152 153 154 160 161 162 1621 1622 1623 163 164 165 166 1661 1662 1663 "
        + "170 171 1711 1712 172 1721 1722 1723 1724 173 174 175 180 181 182 1821 1822 1823 183 1831 1832 1833 1834 184 185 186 "
        + "190 191 192 193 194 195 1951 1952 196 200 201 202 203 204 2041 2042").Split(' '),
    ];

    private static readonly string[] Prepositions =
        ["on", "against", "with", "to", "from", "in", "into", "over", "at", "for", "of", "about", "between", "by", "as", "toward", "towards"];

    private static readonly HashSet<string> FrameSlots = [.. Prepositions, "subj", "obj", "iobj", "clause", "light"];

    private static readonly string[] SetsOfTheCode = ["accident", "name-of-thing", "pair-noun", "patient-noun", "quantity", "sport-word"];

    [Fact]
    public void Types_modes_and_cameo_codes_of_frames_are_known()
    {
        Tsv.Refuse(Tsv.Lines("frames.tsv").SelectMany(Faults));

        static IEnumerable<string> Faults(Line line)
        {
            var (type, mode) = (line.Columns[3], line.Columns[4]);
            if (!Modes.TryGetValue(type, out var modes)) yield return line.Says($"no type '{type}'");
            else if (mode.Length > 0 && !modes.Contains(mode)) yield return line.Says($"{type} has no mode '{mode}'");
            if (!Cameo.Contains(line.Columns[5])) yield return line.Says($"no CAMEO code '{line.Columns[5]}'");
            foreach (var context in line.Values(9).Where(c => !Contexts.Contains(c))) yield return line.Says($"no context '{context}'");
            if (line.Columns[8] is not ("" or "y")) yield return line.Says($"reciprocal is y or empty, not '{line.Columns[8]}'");
        }
    }

    [Fact]
    public void The_types_and_modes_that_may_stand_in_frames_are_those_that_have_a_score() =>
        Tsv.Refuse(from type in Modes
                   from mode in type.Value
                   where type.Key + mode != "PROTESTvandalize" && Entente.Output.Plover.Scale(type.Key, mode) == 0 && mode != "meet"
                   select $"{type.Key} {mode} has no score");

    [Fact]
    public void Conditions_and_slots_of_frames_are_known()
    {
        var sets = Tsv.Lines("sets.tsv").Select(l => l.Columns[0]).ToHashSet();
        Tsv.Refuse(Tsv.Lines("frames.tsv").SelectMany(Faults));

        IEnumerable<string> Faults(Line line)
        {
            if (line.Columns[1] is not ("V" or "N" or "A")) yield return line.Says($"no part of speech '{line.Columns[1]}'");
            if (Tsv.HasCapital(line.Columns[0])) yield return line.Says("a lemma is in lower case");
            foreach (var slot in line.Values(6).Concat(line.Values(7)).Where(s => !FrameSlots.Contains(s) || s == "light"))
                yield return line.Says($"no slot '{slot}' of a source or target");
            foreach (var condition in Frames.ParseConditions(line.Columns[2]))
            {
                if (!FrameSlots.Contains(condition.Slot)) yield return line.Says($"no slot '{condition.Slot}' in '{condition}'");
                foreach (var word in condition.Words)
                    if (word.Length == 0) yield return line.Says($"an empty word in '{condition}'");
                    else if (word[0] == '@' && !sets.Contains(word[1..])) yield return line.Says($"no set '{word}' in sets.tsv");
                    else if (word[0] != '@' && word is not ("ACTOR" or "STATE" or "PERSON") && Tsv.HasCapital(word))
                        yield return line.Says($"'{word}' is no lemma, set or kind of actor");
            }
        }
    }

    [Fact]
    public void No_frame_has_the_conditions_of_another_in_another_order() =>
        Tsv.Refuse(Tsv.Lines("frames.tsv")
            .GroupBy(l => $"{l.Columns[0]}\t{l.Columns[1]}\t{string.Join(' ', l.Columns[2].Split(' ').Select(c => string.Join(',', c.Split(',').Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal))}")
            .Where(g => g.Count() > 1)
            .Select(g => g.Last().Says($"'{g.Last().Columns[2]}' asks the same as line {g.First().Number}, so it is never reached")));

    [Fact]
    public void Sets_are_used_by_frames_or_by_the_program()
    {
        var used = Tsv.Lines("frames.tsv").SelectMany(l => SetName().Matches(l.Columns[2]).Select(m => m.Value)).Concat(SetsOfTheCode).ToHashSet();
        var sets = Tsv.Lines("sets.tsv").Select(l => l.Columns[0]).ToHashSet();
        // A set that nothing uses does no harm, but somebody may think that it does something.
        TestContext.Current.SendDiagnosticMessage($"sets that nothing uses: {string.Join(", ", sets.Except(used).Order(StringComparer.Ordinal))}");
        Tsv.Refuse(SetsOfTheCode.Except(sets).Select(s => $"the program asks for the set '{s}', which sets.tsv has not"));
    }

    [Fact]
    public void Operators_and_their_slots_are_known()
    {
        Tsv.Refuse(Tsv.Lines("operators.tsv").SelectMany(Faults));

        static IEnumerable<string> Faults(Line line)
        {
            if (line.Columns[1] is not ("V" or "N" or "A")) yield return line.Says($"no part of speech '{line.Columns[1]}'");
            if (!Enum.TryParse<OperatorKind>(line.Columns[2], ignoreCase: true, out _) || Tsv.HasCapital(line.Columns[2]))
                yield return line.Says($"no operator '{line.Columns[2]}'");
            if (line.Columns[3].Length == 0) yield return line.Says("an operator needs a slot");
            foreach (var slot in line.Values(3).Where(s => !Prepositions.Contains(s) && s is not ("clause" or "obj" or "iobj")))
                yield return line.Says($"no slot '{slot}'");
        }
    }

    [Fact]
    public void Countries_and_sectors_are_known()
    {
        var countries = Tsv.Lines("states.tsv").Select(l => l.Columns[0]).Concat(["IGO", "NGO", "MNC", "IMG"]).ToHashSet();
        Tsv.Refuse(Columns("persons.tsv", 1, 4).Concat(Columns("organisations.tsv", 2, 3)).Concat(Columns("groups.tsv", 2, 3))
            .Concat(Columns("places.tsv", 1, -1)).Concat(Columns("agents.tsv", -1, 2)));

        IEnumerable<string> Columns(string file, int country, int sectors) => Tsv.Lines(file).SelectMany(line =>
            (country >= 0 && line.Columns[country].Length > 0 && !countries.Contains(line.Columns[country]) ? [line.Says($"no state '{line.Columns[country]}'")] : Array.Empty<string>())
            .Concat(sectors < 0 ? [] : line.Values(sectors).Where(s => !Sectors.Contains(s)).Select(s => line.Says($"no sector '{s}'"))));
    }

    [Fact]
    public void Kinds_are_known()
    {
        Tsv.Refuse(Column("agents.tsv", 1, "office", "organisation", "group", "population")
            .Concat(Column("places.tsv", 2, "base", "city", "country-part", "province", "region", "site", "water"))
            .Concat(Column("furniture.tsv", 0, "after", "notice", "signoff", "tags", "root", "title", "editorial", "analysis", "interview", "statement"))
            .Concat(Column("furniture.tsv", 2, "is", "starts", "ends", "has"))
            .Concat(Tsv.Lines("agents.tsv").Concat(Tsv.Lines("hedges.tsv")).Where(l => Tsv.HasCapital(l.Columns[0])).Select(l => l.Says("a phrase is in lower case"))));

        static IEnumerable<string> Column(string file, int column, params string[] allowed) =>
            Tsv.Lines(file).Where(l => !allowed.Contains(l.Columns[column])).Select(l => l.Says($"'{l.Columns[column]}' is none of {string.Join(", ", allowed)}"));
    }

    [Fact]
    public void Terms_of_persons_parse_and_stand_oldest_first()
    {
        var offices = Tsv.Lines("agents.tsv").Select(l => l.Columns[0]).ToHashSet();
        var bodies = Tsv.Lines("organisations.tsv").Concat(Tsv.Lines("groups.tsv")).SelectMany(l => l.Values(1).Append(l.Columns[0]))
            .Concat(Tsv.Lines("states.tsv").SelectMany(l => l.Values(2).Append(l.Columns[1])))
            .Concat(Tsv.Lines("places.tsv").SelectMany(l => l.Values(5).Append(l.Columns[0]))).ToHashSet();
        Tsv.Refuse(Tsv.Lines("persons.tsv").SelectMany(Faults));

        IEnumerable<string> Faults(Line line)
        {
            var before = "";
            foreach (var value in line.Values(2))
            {
                if (TermForm().Match(value) is not { Success: true } term)
                {
                    yield return line.Says($"'{value}' is no office[/organisation]@from..to");
                    continue;
                }

                var (from, to) = (term.Groups["from"].Value, term.Groups["to"].Value);
                if (!offices.Contains(term.Groups["office"].Value)) yield return line.Says($"the office '{term.Groups["office"].Value}' is not in agents.tsv");
                if (term.Groups["body"] is { Success: true } body && !bodies.Contains(body.Value)) yield return line.Says($"'{body.Value}' is no organisation, state or place of the lexicon");
                if (DateFault(from, to) is { } fault) yield return line.Says($"{fault} in '{value}'");
                if (from.Length > 0 && string.CompareOrdinal(from, 0, before, 0, Math.Min(from.Length, before.Length)) < 0) yield return line.Says($"'{value}' is older than the term before it");
                if (from.Length > 0) before = from;
            }
        }
    }

    [Fact]
    public void States_organisations_and_groups_begin_before_they_end() =>
        Tsv.Refuse(new[] { ("states.tsv", 6), ("organisations.tsv", 5), ("groups.tsv", 4) }
            .SelectMany(f => Tsv.Lines(f.Item1).Select(l => (Line: l, Fault: DateFault(l.Columns[f.Item2], l.Columns[f.Item2 + 1]))))
            .Where(l => l.Fault is not null).Select(l => l.Line.Says(l.Fault!)));

    [Fact]
    public void Places_lie_on_the_earth()
    {
        Tsv.Refuse(Tsv.Lines("places.tsv").Where(l => !IsOnEarth(l.Columns[3], l.Columns[4])).Select(l => l.Says($"'{l.Columns[3]}' '{l.Columns[4]}' is no latitude and longitude")));

        static bool IsOnEarth(string latitude, string longitude) => (latitude.Length == 0 && longitude.Length == 0)
            || (Degrees(latitude) is >= -90 and <= 90 && Degrees(longitude) is >= -180 and <= 180);

        static double Degrees(string text) =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
    }

    [Fact]
    public void Hedges_are_probabilities()
    {
        Tsv.Refuse(Tsv.Lines("hedges.tsv").Where(l => !(Share(l.Columns[1]) <= Share(l.Columns[2]))).Select(l => l.Says($"'{l.Columns[1]}' to '{l.Columns[2]}' is no range within 0 and 1")));

        static double Share(string text) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : double.NaN;
    }

    [Fact]
    public void Codes_of_states_have_their_form()
    {
        Tsv.Refuse(Tsv.Lines("states.tsv").SelectMany(Faults));

        static IEnumerable<string> Faults(Line line)
        {
            if (!CountryForm().IsMatch(line.Columns[0])) yield return line.Says($"'{line.Columns[0]}' is no ISO 3166-1 alpha-3");
            if (line.Columns[8] is not "" && !Iso2Form().IsMatch(line.Columns[8])) yield return line.Says($"'{line.Columns[8]}' is no ISO 3166-1 alpha-2");
            foreach (var number in line.Columns[9..11].Where(n => n.Length > 0 && !(int.TryParse(n, out var code) && code is > 0 and < 1000)))
                yield return line.Says($"'{number}' is no number of the Correlates of War or of Gleditsch and Ward");
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void No_two_states_of_one_time_share_a_code(int column) =>
        Tsv.Refuse(from a in Tsv.Lines("states.tsv")
                   from b in Tsv.Lines("states.tsv")
                   where a.Number < b.Number && a.Columns[column].Length > 0 && a.Columns[column] == b.Columns[column]
                       && a.Columns[7].Length == 0 && b.Columns[7].Length == 0
                   select b.Says($"'{b.Columns[column]}' is the code of {a.Columns[0]} too"));

    private static string? DateFault(string from, string to)
    {
        foreach (var date in new[] { from, to })
            if (date.Length > 0 && (!DateForm().IsMatch(date) || Term.Day(date, end: false) is null)) return $"no date '{date}'";
        return Term.Day(from, end: false) > Term.Day(to, end: true) ? $"'{from}' is after '{to}'" : null;
    }

    [GeneratedRegex("^(?<office>[^@/|]+)(?:/(?<body>[^@|]+))?@(?<from>[0-9-]*)\\.\\.(?<to>[0-9-]*)$")]
    private static partial Regex TermForm();

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$")]
    private static partial Regex DateForm();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CountryForm();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Iso2Form();

    [GeneratedRegex("(?<=@)[a-z-]+")]
    private static partial Regex SetName();
}
