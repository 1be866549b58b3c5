using System.Buffers;

namespace Entente.Language;

/// <summary>Finds where sentences end among the tokens of a paragraph.</summary>
internal static class SentenceSplitter
{
    /// <summary>More tokens than this are cut, at a comma or semicolon where there is one: no sentence of a report is longer.</summary>
    public const int Longest = 250;

    /// <summary>Adds to <paramref name="ends"/> the index after the last token of each sentence of <c>tokens[first..]</c>.</summary>
    public static void Split(ReadOnlySpan<char> text, List<RawToken> tokens, int first, List<int> ends) =>
        Split(text, tokens, first, ends, SentenceBoundaries.Shipped);

    /// <summary>The same with another classifier of boundaries that no stop tells of, or with none.</summary>
    public static void Split(ReadOnlySpan<char> text, List<RawToken> tokens, int first, List<int> ends, SentenceBoundaries? boundaries)
    {
        var room = boundaries is null ? null : ArrayPool<TokenLook>.Shared.Rent(tokens.Count);
        var looks = room.AsSpan(0, room is null ? 0 : tokens.Count);
        for (var k = first; k < looks.Length; k++) looks[k] = boundaries!.Look(text, tokens[k]);
        var begin = first;
        var i = Dateline(text, tokens, first);
        if (i > first)
        {
            ends.Add(i);
            begin = i;
        }
        while (i < tokens.Count)
        {
            if (i > begin && (StartsLine(text, tokens, i) || boundaries is not null && !InContraction(tokens, i) && boundaries.EndsBefore(looks, begin, i)))
            {
                ends.Add(i);
                begin = i;
            }
            var close = EndsWith(text, tokens, begin, i) ? Closing(text, tokens, begin, i) : -1;
            if (close >= 0 && close < tokens.Count && Separates(text, tokens, begin, i, close))
            {
                ends.Add(close);
                begin = close;
                i = close;
                continue;
            }
            i++;
            if (i - begin >= Longest)
            {
                begin = CutAt(text, tokens, begin, i);
                ends.Add(begin);
            }
        }
        if (begin < tokens.Count) ends.Add(tokens.Count);
        if (room is not null) ArrayPool<TokenLook>.Shared.Return(room);
    }

    // MOSCOW (AP) — or BEIJING, Jan. 5 (Xinhua) --: a sentence of its own, as in EWT.
    private static int Dateline(ReadOnlySpan<char> text, List<RawToken> tokens, int first)
    {
        if (first >= tokens.Count || tokens[first].End - tokens[first].Start < 3) return first;
        foreach (var c in text[tokens[first].Start..tokens[first].End])
            if (!char.IsUpper(c)) return first;
        var agency = false;
        for (var i = first + 1; i < tokens.Count - 1 && i < first + 16; i++)
        {
            var c = text[tokens[i].Start];
            agency |= c == ')';
            if (c is '—' or '–' or '-' && Tokenizer.IsSpace(text[tokens[i].Start - 1])) return agency || i <= first + 4 && c != '-' ? i + 1 : first;
            if (char.IsLower(c)) return first;
        }
        return first;
    }

    private static int CutAt(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int end)
    {
        for (var i = end - 1; i > begin + Longest / 2; i--)
            if (text[tokens[i].Start] is ',' or ';' && i + 1 <= end) return i + 1;
        while (end > begin + 1 && end < tokens.Count && InContraction(tokens, end)) end--;
        return end;
    }

    private static bool InContraction(List<RawToken> tokens, int i) =>
        tokens[i - 1].Contraction >= 2 || i >= 2 && tokens[i - 2].Contraction == 3;

    // A blank line, or a line that begins with a bullet, begins a sentence whatever stands before it.
    private static bool StartsLine(ReadOnlySpan<char> text, List<RawToken> tokens, int i)
    {
        var lines = 0;
        for (var p = tokens[i - 1].End; p < tokens[i].Start; p++)
            if (text[p] is '\n' or '\u2028' or '\u2029' || text[p] == '\r' && text[p + 1] != '\n') lines++;
        if (lines == 0) return false;
        if (lines > 1) return true;
        var c = text[tokens[i].Start];
        if (c is '•' or '*' or '·' or '▪' or '■' or '–' or '—' or '-') return true;
        return char.IsAsciiDigit(c) && tokens[i].End - tokens[i].Start <= 3 && text[tokens[i].End - 1] is '.' or ')';
    }

    private static bool EndsWith(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int i)
    {
        var last = text[tokens[i].End - 1];
        if (last is '。' or '！' or '？' or '…') return true;
        if (last is not ('.' or '!' or '?')) return false;
        // A mark in brackets, (?) or (!), comments on a word.
        return i > begin || tokens[i].End - tokens[i].Start > 1;
    }

    // The index after the quotation marks and brackets that close behind the stop.
    private static int Closing(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int i)
    {
        var next = i + 1;
        while (next < tokens.Count && tokens[next].Start == tokens[next - 1].End)
        {
            var c = text[tokens[next].Start];
            var closes = c is '”' or '’' or ')' or ']' or '»' or '」' or '』' or '）' or '>' || c is '"' or '\'' && ClosesQuote(text, tokens, begin, next)
                || c is '.' or '!' or '?';
            if (!closes) break;
            next++;
        }
        // A reference to a note, [17] or [citation needed], belongs to the sentence before it.
        while (next + 2 < tokens.Count && text[tokens[next].Start] == '[' && Reference(text, tokens, next) is > 0 and var past) next = past;
        // A detached quotation mark: He said. " Then.
        if (next < tokens.Count && text[tokens[next].Start] == '"' && tokens[next].End < text.Length && tokens[next].Start > tokens[next - 1].End
            && Tokenizer.IsSpace(text[tokens[next].End]) && ClosesQuote(text, tokens, begin, next)) next++;
        return next;
    }

    private static int Reference(ReadOnlySpan<char> text, List<RawToken> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Count && i < open + 4; i++)
        {
            if (text[tokens[i].Start] == ']') return i + 1;
            if (!char.IsAsciiDigit(text[tokens[i].Start]) && !text[tokens[i].Start..tokens[i].End].SequenceEqual("citation") && !text[tokens[i].Start..tokens[i].End].SequenceEqual("needed")) return 0;
        }
        return 0;
    }

    private static bool ClosesQuote(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int mark)
    {
        if (mark + 1 < tokens.Count && tokens[mark].End == tokens[mark + 1].Start && char.IsLetterOrDigit(text[tokens[mark + 1].Start]))
            return false;
        return true;
    }

    private static bool Separates(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int stop, int next)
    {
        var mark = tokens[stop];
        var following = tokens[next];
        var lead = text[following.Start];
        var glued = following.Start == tokens[next - 1].End;
        if (lead is ',' or ';' or ':' or '.' or '!' or '?' or ')' or ']' or '”' || lead == '-' && glued) return false;
        var quoted = next > stop + 1;
        // The first letter or digit behind opening marks tells how the next sentence would begin.
        var word = next;
        while (word < tokens.Count - 1 && !char.IsLetterOrDigit(text[tokens[word].Start])) word++;
        var initial = text[tokens[word].Start];
        var lower = char.IsLower(initial);
        var length = mark.End - mark.Start;

        if (length > 1 && char.IsLetter(text[mark.Start]))
            return EndsAtAbbreviation(text, tokens, begin, stop, word, lower, glued);
        if (length > 1 && char.IsAsciiDigit(text[mark.Start])) return false; // "1." at the head of a line
        if (text[mark.Start] is '…' || length > 1 && text[mark.Start] == '.') return !lower && !glued && !char.IsAsciiDigit(initial);
        if (quoted && lower) return false;
        if (quoted && lead is '—' or '–') return false;
        if (text[mark.Start] is '。' or '！' or '？') return true;
        if (glued) return text[mark.Start] == '.' ? char.IsUpper(initial) && stop > begin && !quoted && char.IsLower(text[tokens[stop - 1].End - 1]) : !lower;
        if (lower && text[mark.Start] is '!' or '?') return lead is not ('—' or '–' or '-' or '(');
        if (lower) return lead is not ('—' or '–' or '-' or '(') && LooksFinished(text, tokens, begin, stop);
        return true;
    }

    // A stop before a lower-case word ends a sentence of careless writers, but not after a word that may be an unknown abbreviation.
    private static bool LooksFinished(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int stop)
    {
        if (stop - begin < 3) return false;
        var before = tokens[stop - 1];
        return before.End == mark(tokens, stop) && before.End - before.Start > 3 && char.IsLower(text[before.Start]);

        static int mark(List<RawToken> tokens, int stop) => tokens[stop].Start;
    }

    private static bool EndsAtAbbreviation(ReadOnlySpan<char> text, List<RawToken> tokens, int begin, int stop, int word, bool lower, bool glued)
    {
        if (lower || glued || stop == begin) return false;
        var token = tokens[stop];
        var bare = text[token.Start..(token.End - 1)];
        if (WordTables.IsTitle(bare)) return false;
        var next = text[tokens[word].Start..tokens[word].End];
        if (char.IsAsciiDigit(next[0])) return false;
        if (bare.Length == 1) return WordTables.StartsSentence(next) && next.Length > 1 && stop > begin && !char.IsUpper(text[tokens[stop - 1].Start]);
        if (bare.IndexOf('.') >= 0 && bare is "i.e" or "e.g" or "I.e" or "E.g") return false;
        if (bare is "vs" or "No" or "Nos" or "Fig" or "Art" or "Vol" or "v" or "eg" or "ie" or "ca" or "pp") return false;
        return WordTables.StartsSentence(next);
    }
}
