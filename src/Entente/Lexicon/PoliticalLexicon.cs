namespace Entente.Lexicon;

/// <summary>All that Entente knows of the world and of the language of politics.</summary>
public sealed class PoliticalLexicon
{
    /// <summary>Reads the shipped lexicon, with the files of the folder <paramref name="overlay"/> laid over it.</summary>
    public static PoliticalLexicon Load(string? overlay = null)
    {
        var files = new LexiconFiles(overlay);
        // The three that take longest, each beside the others.
        var gazetteer = Task.Run(() => new Gazetteer(files));
        var frames = Task.Run(() => new Frames(files));
        var hash = Task.Run(files.Hash);
        return new PoliticalLexicon
        {
            Agents = new AgentWords(files),
            Operators = new Operators(files),
            Sets = new WordSets(files),
            Hedges = new Hedges(files),
            GivenNames = FirstColumn(files.Table("given-names.tsv")),
            Gazetteer = gazetteer.GetAwaiter().GetResult(),
            Frames = frames.GetAwaiter().GetResult(),
            Hash = hash.GetAwaiter().GetResult(),
        };
    }

    private static HashSet<string> FirstColumn(LexiconTable table)
    {
        var words = new HashSet<string>(table.Count, StringComparer.Ordinal);
        for (var row = 0; row < table.Count; row++) words.Add(table.Column(row, 0));
        return words;
    }

    /// <summary>Names.</summary>
    public required Gazetteer Gazetteer { get; init; }

    /// <summary>Nouns for offices and kinds of agents.</summary>
    public required AgentWords Agents { get; init; }

    /// <summary>Meanings of verbs and nouns.</summary>
    public required Frames Frames { get; init; }

    /// <summary>Words that change the event in their clause.</summary>
    public required Operators Operators { get; init; }

    /// <summary>Sets of words.</summary>
    public required WordSets Sets { get; init; }

    /// <summary>Words that say how sure a statement is.</summary>
    public required Hedges Hedges { get; init; }

    /// <summary>Given names of persons.</summary>
    public required IReadOnlySet<string> GivenNames { get; init; }

    /// <summary>Hash of all lines, the user's included: readings name it.</summary>
    public required string Hash { get; init; }
}
