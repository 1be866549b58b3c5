namespace Entente.Language;

/// <summary>A sentence of a text, with its tokens and their tree.</summary>
public sealed class Sentence
{
    /// <summary>Where it stands in the text that it was read from.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its words in order, in the sense of Universal Dependencies (<c>don't</c> is two).</summary>
    public required Token[] Tokens { get; init; }
}

/// <summary>A word of a sentence and its place in the dependency tree (Universal Dependencies 2).</summary>
public struct Token
{
    /// <summary>Where it stands in the text; the parts of a contraction divide its characters.</summary>
    public TextSpan Span { get; set; }

    /// <summary>The word as written.</summary>
    public string Form { get; set; }

    /// <summary>Base form, in lower case but for proper nouns.</summary>
    public string Lemma { get; set; }

    /// <summary>Universal part of speech (<c>VERB</c>).</summary>
    public string Upos { get; set; }

    /// <summary>Penn Treebank tag (<c>VBD</c>).</summary>
    public string Xpos { get; set; }

    /// <summary>UD features (<c>Mood=Ind|Tense=Past</c>), or <c>_</c>.</summary>
    public string Feats { get; set; }

    /// <summary>0-based index of the head in <see cref="Sentence.Tokens"/>; -1 for the root.</summary>
    public int Head { get; set; }

    /// <summary>Relation to the head, with its subtype (<c>nsubj:pass</c>).</summary>
    public string Relation { get; set; }

    /// <summary>
    /// Its part in a mention of a kind: <c>B-person</c> at the first word, <c>I-person</c> at others; null outside of mentions. The kinds
    /// are person, state, organisation, group, place, office, date and quantity (docs/mentions.md).
    /// </summary>
    public string? Mention { get; set; }

    /// <summary>Whether no space stands between it and the next word (as in UD's <c>SpaceAfter=No</c>).</summary>
    public bool NoSpaceAfter { get; set; }

    /// <summary>Number of words of the contraction that begins here (<c>don't</c>: 2 at <c>do</c>), else 0.</summary>
    public byte ContractionLength { get; set; }
}
