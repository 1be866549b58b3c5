using System.Text.RegularExpressions;
using Entente.Language;

namespace Entente.Tests.Language.Nasty;

/// <summary>What is wanted of a word: its tag, its head and its relation; <c>_</c> where nothing is.</summary>
internal sealed record WantedWord(string Item, string Line, string Word, string Upos, string Head, string Relation);

/// <summary>A nasty text, the tokens of each of its sentences, and what is wanted of some words.</summary>
internal sealed record NastyItem(string Name, string Text, IReadOnlyList<string> Sentences, IReadOnlyList<WantedWord> Words)
{
    /// <summary>The items of all files beside the tests, in order.</summary>
    public static List<NastyItem> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Where(f => !f.EndsWith("known-failures.txt", StringComparison.Ordinal)).SelectMany(f => ReadFile(File.ReadAllLines(f)))];

    private static IEnumerable<NastyItem> ReadFile(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("== ", StringComparison.Ordinal)) continue;
            var name = lines[i][3..];
            var text = Unescape(lines[++i]);
            var sentences = new List<string>();
            var words = new List<WantedWord>();
            for (i++; i < lines.Length && lines[i].Length > 0; i++)
            {
                var line = Unescape(lines[i]);
                if (line.StartsWith("> ", StringComparison.Ordinal)) sentences.Add(line[2..]);
                else if (line.Split(' ') is [var word, var upos, var head, var relation]) words.Add(new(name, line, word, upos, head, relation));
                else throw new InvalidDataException($"{name}: \"{line}\" is neither \"> tokens\" nor \"word UPOS head relation\"");
            }
            yield return new(name, text, sentences, words);
        }
    }

    private static string Unescape(string line) => Regex.Replace(line, @"\\(n|u[0-9A-F]{4})", m => m.Value == @"\n" ? "\n" : ((char)Convert.ToInt32(m.Value[2..], 16)).ToString());

    /// <summary>What of the wanted words is not so.</summary>
    public IEnumerable<WantedWord> Wrong(IReadOnlyList<Sentence> sentences) => Words.Where(w => !IsRight(w, sentences));

    private static bool IsRight(WantedWord wanted, IReadOnlyList<Sentence> sentences)
    {
        var (form, number) = Numbered(wanted.Word);
        foreach (var sentence in sentences)
            foreach (var token in sentence.Tokens)
            {
                if (token.Form != form || --number > 0) continue;
                return (wanted.Upos == "_" || wanted.Upos == token.Upos)
                    && (wanted.Relation == "_" || token.Relation == wanted.Relation)
                    && (wanted.Head == "_" || (token.Head < 0 ? "0" : sentence.Tokens[token.Head].Form) == Numbered(wanted.Head).Form);
            }
        throw new InvalidDataException($"{wanted.Item}: there is no {wanted.Word}");
    }

    // said:2 is the second "said" of the text.
    private static (string Form, int Number) Numbered(string word) =>
        word.Length > 2 && word[^2] == ':' && char.IsAsciiDigit(word[^1]) ? (word[..^2], word[^1] - '0') : (word, 1);
}
