using Entente.Language;

namespace Entente.Actors;

/// <summary>A sentence of an article with what is named in it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="In">What it is a sentence of: null for the text, <c>title</c>, or <c>caption:0</c>.</param>
/// <param name="Groups">Names and nouns for agents, in order.</param>
/// <param name="Map">For each token the group it belongs to.</param>
internal sealed record Part(Sentence Sentence, string? In, List<NameGroup> Groups, NameGroup?[] Map)
{
    /// <summary>The words.</summary>
    public Token[] Tokens => Sentence.Tokens;

    /// <summary>Index of the token of <paramref name="group"/> whose head lies outside it.</summary>
    public int HeadOf(NameGroup group)
    {
        for (var t = group.First; t <= group.Last; t++)
        {
            var head = Tokens[t].Head;
            if ((head < group.First || head > group.Last) && Tokens[t].Upos != "PUNCT") return t;
        }

        return group.Last;
    }

    /// <summary>The words of the tokens from <paramref name="first"/> to <paramref name="last"/>, spaced as in the text.</summary>
    public string Words(int first, int last)
    {
        var words = new System.Text.StringBuilder();
        for (var t = first; t <= last; t++)
        {
            words.Append(Tokens[t].Form);
            if (t < last && Tokens[t + 1].Span.Start > Tokens[t].Span.End) words.Append(' ');
        }

        return words.ToString();
    }

    /// <summary>Where the tokens from <paramref name="first"/> to <paramref name="last"/> stand in their text.</summary>
    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);
}
