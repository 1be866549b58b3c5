using System.Buffers;
using System.Globalization;

namespace Entente.Language;

/// <summary>A token before it has a form: where it stands, and whether a contraction begins with it.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="End">Index after the last UTF-16 unit.</param>
/// <param name="Contraction">Number of words of the contraction that begins here, else 0.</param>
internal readonly record struct RawToken(int Start, int End, byte Contraction);

/// <summary>Cuts a paragraph into the words of UD English (EWT and GUM 2.16 decide what a word is).</summary>
internal static class Tokenizer
{
    /// <summary>Whether a character stands between words: white space and the invisible separators.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060';

    /// <summary>Adds the tokens of <c>text[start..end]</c> to <paramref name="tokens"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, int start, int end, List<RawToken> tokens)
    {
        var openQuote = false;
        var position = start;
        while (true)
        {
            while (position < end && IsSpace(text[position])) position++;
            if (position >= end) return;
            var chunkEnd = position + 1;
            while (chunkEnd < end && !IsSpace(text[chunkEnd])) chunkEnd++;
            var first = position == start || text[position - 1] is '\n' or '\r';
            Chunk(text, position, chunkEnd, first, ref openQuote, tokens);
            position = chunkEnd;
        }
    }

    private static void Chunk(ReadOnlySpan<char> text, int start, int end, bool first, ref bool openQuote, List<RawToken> tokens)
    {
        if (PlainWord(text, start, end))
        {
            Word(text, start, end, end, tokens);
            return;
        }
        var p = start;
        while (p < end)
        {
            var stop = Address(text, p, end);
            if (stop == p) stop = FileName(text, p, end);
            if (stop == p) stop = StartsWord(text, p, end) ? WordEnd(text, p, end, first && p == start, ref openQuote) : MarkEnd(text, p, end, ref openQuote);
            if (IsWordLike(text[p])) Word(text, p, stop, end, tokens);
            else tokens.Add(new(p, stop, 0));
            p = stop;
        }
    }

    private static bool PlainWord(ReadOnlySpan<char> text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsAsciiLetter(text[i])) return false;
        return true;
    }

    private static bool IsWordLike(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.IsLetterOrDigit(c) || IsMark(c);
    }

    // What changes the letter before it or is not seen at all, the soft hyphen among them.
    private static bool IsMark(char c) => c == '\u00AD' || c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static bool StartsWord(ReadOnlySpan<char> text, int p, int end)
    {
        var c = text[p];
        if (IsWordLike(c)) return true;
        if (p + 1 >= end) return false;
        var next = text[p + 1];
        var free = p == 0 || !IsWordLike(text[p - 1]);
        return c switch
        {
            '.' => char.IsAsciiDigit(next) && free,
            '+' => char.IsAsciiDigit(next) && free,
            '#' or '@' => char.IsLetter(next) && free,
            '\'' or '’' or '‘' => free && (WordTables.IsClipped(Letters(text, p + 1, end)) || IsYear(text, p + 1, end)),
            _ => false,
        };
    }

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, int p, int end)
    {
        var q = p;
        while (q < end && char.IsLetter(text[q])) q++;
        return text[p..q];
    }

    private static bool IsYear(ReadOnlySpan<char> text, int p, int end) =>
        p + 2 <= end && char.IsAsciiDigit(text[p]) && char.IsAsciiDigit(text[p + 1])
        && (p + 2 == end || text[p + 2] == 's' || !IsWordLike(text[p + 2]) && !IsApostrophe(text[p + 2]));

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create("<>\"“”»«|[]{}（）「」");

    // Web and e-mail addresses run to the end of the chunk, less the punctuation that closes the clause around them.
    private static int Address(ReadOnlySpan<char> text, int p, int end)
    {
        var rest = text[p..end];
        if (rest.Length < 5 || !char.IsAsciiLetterOrDigit(rest[0])) return p;
        var scheme = rest.IndexOf("://");
        var isUrl = scheme is > 1 and < 12 && Letters(rest, 0, scheme).Length == scheme
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (!isUrl)
        {
            var at = rest.IndexOf('@');
            if (at < 1 || at + 2 >= rest.Length || !char.IsLetterOrDigit(rest[at + 1])) return p;
            foreach (var c in rest[..at])
                if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '\'')) return p;
            var mailEnd = at + 1;
            while (mailEnd < rest.Length && (char.IsAsciiLetterOrDigit(rest[mailEnd]) || rest[mailEnd] is '.' or '-' or '_')) mailEnd++;
            while (rest[mailEnd - 1] is '.' or '-' or '_') mailEnd--;
            return p + mailEnd;
        }
        var stop = rest.IndexOfAny(AddressEnds);
        stop = stop < 0 ? rest.Length : stop;
        while (stop > 0 && rest[stop - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ')' or '*')
        {
            if (rest[stop - 1] == ')' && rest[..(stop - 1)].Contains('(')) break;
            stop--;
        }
        return p + Math.Max(stop, 1);
    }

    // A name with the ending of a kind of file, whatever marks are in it: notes-2#1.doc.
    private static int FileName(ReadOnlySpan<char> text, int p, int end)
    {
        if (!char.IsAsciiLetterOrDigit(text[p])) return p;
        var q = p;
        var dot = p;
        while (q < end && (char.IsAsciiLetterOrDigit(text[q]) || text[q] is '-' or '_' or '#' or '~' or '.' or '%'))
        {
            if (text[q] == '.' && q + 1 < end && char.IsAsciiLetter(text[q + 1])) dot = q;
            q++;
        }
        while (q > p && text[q - 1] == '.') q--;
        return dot > p && dot < q && WordTables.IsFileKind(text[(dot + 1)..q]) ? q : p;
    }

    // Runs of the same mark are one token (..., !!, --), and so are mixed stops (?!, .?) and lines drawn with marks (--==--).
    private static int MarkEnd(ReadOnlySpan<char> text, int p, int end, ref bool openQuote)
    {
        var c = text[p];
        var q = p + 1;
        switch (c)
        {
            case '!' or '?':
                while (q < end && text[q] is '!' or '?' or '.') q++;
                return q;
            case '.' or '…':
                while (q < end && text[q] is '.' or '…') q++;
                if (q == p + 1 && c == '.') while (q < end && text[q] is '!' or '?') q++;
                return q;
            case '-' or '*' or '=' or '_' or '~' or '<' or '>' or '+' or '^' or '|':
                while (q < end && text[q] is '-' or '*' or '=' or '_' or '~' or '<' or '>' or '+' or '^' or '|') q++;
                if (q - p >= 4) return q;
                q = p + 1;
                while (q < end && text[q] == c) q++;
                return q;
            case '#' or '`' or '•' or '·' or '$':
                while (q < end && text[q] == c) q++;
                return q;
            case '\'' or '’' or '‘':
                if (q < end && text[q] == c && (q + 1 == end || text[q + 1] != c)) return q + 1;
                openQuote = p == 0 || IsSpace(text[p - 1]) || !IsWordLike(text[p - 1]) && q < end && IsWordLike(text[q]);
                return q;
            case ':' or ';' when p == 0 || IsSpace(text[p - 1]) || q < end && text[q] == '-':
                return Smiley(text, p, end);
            default:
                if (char.IsHighSurrogate(c) && q < end && char.IsLowSurrogate(text[q])) q++;
                while (q < end && IsMark(text[q])) q++;
                return q;
        }
    }

    private static int Smiley(ReadOnlySpan<char> text, int p, int end)
    {
        var q = p + 1;
        if (q < end && text[q] is '-' or '\'') q++;
        if (q < end && text[q] is ')' or '(' or 'D' or 'P' or '/' or '|' && q + 1 == end) return q + 1;
        return p + 1;
    }

    // The end of the word that begins at p: letters and digits, and the marks that UD keeps within a word.
    private static int WordEnd(ReadOnlySpan<char> text, int p, int end, bool firstOfLine, ref bool openQuote)
    {
        var q = p + 1;
        if (!IsWordLike(text[p]) && q < end && IsApostrophe(text[p])) while (q < end && IsWordLike(text[q])) q++;
        var ideograph = IsIdeograph(text[p]);
        while (q < end)
        {
            var c = text[q];
            if (IsWordLike(c))
            {
                if (ideograph != IsIdeograph(c) && !IsMark(c)) break;
                q++;
                continue;
            }
            var before = text[q - 1];
            var next = q + 1 < end ? text[q + 1] : ' ';
            var digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(next);
            var joins = c switch
            {
                '.' => digits || JoinsAtStop(text, p, q, end),
                ',' => digits && IsGrouped(text, p, q, end),
                ':' => digits && DigitRun(text, q + 1, end) <= 2,
                '/' => digits && IsDateOrFraction(text, p, q, end) || WordTables.IsSlashed(text[p..Math.Min(end, q + 2)]) && !IsWordLike(q + 2 < end ? text[q + 2] : ' '),
                '-' or '‑' => IsWordLike(next) && JoinsAtHyphen(text, p, q, end),
                '&' => char.IsUpper(before) && char.IsUpper(next),
                '*' => char.IsLetter(before) && (char.IsLetter(next) || next == '*' && StarredWord(text, q, end)),
                '$' => char.IsUpper(before) && q - p <= 3 && (q + 1 == end || char.IsAsciiDigit(next)),
                _ => IsApostrophe(c) && JoinsAtApostrophe(text, p, q, end, ref openQuote),
            };
            if (!joins) break;
            q++;
            if (c == '$') return q;
        }
        if (q < end && text[q] == '-' && IsBrokenOff(text, p, q, end)) return q + 1;
        if (q < end && text[q] == '/' && q == p + 1 && text[p] is 'w') return q + 1;
        if (q < end && text[q] == '.' && KeepsStop(text, p, q, end, firstOfLine)) q++;
        return q;
    }

    private static bool StarredWord(ReadOnlySpan<char> text, int q, int end)
    {
        while (q < end && text[q] == '*') q++;
        return q < end && char.IsLetter(text[q]);
    }

    private static int DigitRun(ReadOnlySpan<char> text, int p, int end)
    {
        var q = p;
        while (q < end && char.IsAsciiDigit(text[q])) q++;
        return q - p;
    }

    // 1,200 or, as on the continent, 3,40.
    private static bool IsGrouped(ReadOnlySpan<char> text, int p, int comma, int end)
    {
        var digits = DigitRun(text, comma + 1, end);
        var next = comma + 1 + digits;
        return digits == 3 || digits < 3 && comma - p <= 3 && !text[p..comma].Contains(',') && (next == end || text[next] is not (',' or '-' or '–'));
    }

    private static bool IsDateOrFraction(ReadOnlySpan<char> text, int p, int slash, int end)
    {
        var left = slash - 1;
        while (left >= p && (char.IsAsciiDigit(text[left]) || text[left] == '/')) left--;
        return left < p && (slash - p <= 2 || text[p..slash].Contains('/') || slash - p == 4) && DigitRun(text, slash + 1, end) is <= 2 or 4;
    }

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    // A word that its speaker broke off: th- or w-.
    private static bool IsBrokenOff(ReadOnlySpan<char> text, int p, int hyphen, int end)
    {
        if (hyphen - p > 3 || p > 0 && !IsSpace(text[p - 1]) || hyphen + 1 < end && (IsWordLike(text[hyphen + 1]) || text[hyphen + 1] == '-')) return false;
        var word = text[p..hyphen];
        return Letters(text, p, hyphen).Length == word.Length && (word.Length == 1 || !word.ContainsAny(Vowels) && char.IsLower(word[^1]));
    }

    // U.S, e.g, Ph.D; names of hosts, files and newsgroups; not "war.The".
    private static bool JoinsAtStop(ReadOnlySpan<char> text, int p, int stop, int end)
    {
        if (stop + 1 >= end || !IsWordLike(text[stop + 1])) return false;
        var after = Letters(text, stop + 1, end);
        var before = stop - 1;
        while (before >= p && char.IsLetter(text[before])) before--;
        var beforeLength = stop - 1 - before;
        if (beforeLength == 1 && after.Length == 1) return true;
        if (after.Length == 0) return beforeLength == 0 || char.IsAsciiDigit(text[stop + 1]) && text[p..stop].Contains('.');
        if (beforeLength == 2 && after.Length == 1 && text[p..stop] is "Ph" or "ph") return true;
        if (beforeLength == 1 && after.Length > 1 && char.IsUpper(text[stop - 1])) return stop + 1 + after.Length < end && after.Length <= 2 && text[stop + 1 + after.Length] == '.';
        if (IsNewsgroup(text[p..stop])) return true;
        // A lower-case label of a host: each label must be lower case and the last one a domain or a kind of file.
        var last = after;
        var q = stop + 1 + after.Length;
        while (q < end && (IsWordLike(text[q]) || text[q] is '-' || text[q] == '.' && q + 1 < end && IsWordLike(text[q + 1])))
        {
            if (text[q] == '.') last = Letters(text, q + 1, end);
            q++;
        }
        return WordTables.IsDomain(last) && (char.IsLower(text[stop + 1]) || char.IsUpper(text[stop - 1]));
    }

    private static bool IsNewsgroup(ReadOnlySpan<char> word) =>
        word.IndexOf('.') is var dot && (dot < 0 ? word : word[..dot]) is "alt" or "comp" or "rec" or "soc" or "sci" or "misc" or "talk";

    private static bool KeepsStop(ReadOnlySpan<char> text, int p, int stop, int end, bool firstOfLine)
    {
        var word = text[p..stop];
        // Of two stops the first may be the abbreviation's, of three none is.
        if (stop + 1 < end && text[stop + 1] == '.' && (stop + 2 < end && text[stop + 2] == '.' || word.Length == 1)) return false;
        if (word.Contains('.') && char.IsLetter(word[^1]))
        {
            // U.S. or a.m. or Ph.D., but not gawker.com.
            var tail = word[(word.LastIndexOf('.') + 1)..];
            return tail.Length <= 2 && word.IndexOf('.') <= 2;
        }
        if (word.Length == 1 && char.IsLetter(word[0])) return char.IsUpper(word[0]) ? word[0] != 'I' || NextIsUpper(text, stop, end) : word[0] is 'c' or 'b' or 'd' or 'v' or 'p' && stop + 1 < text.Length;
        if (char.IsAsciiDigit(word[0])) return firstOfLine && word.Length <= 2 && stop + 1 == end && stop + 1 < text.Length;
        if (WordTables.IsBeforeNumber(word) && !(stop + 2 < text.Length && stop + 1 == end && char.IsDigit(text[stop + 2]))) return false;
        return WordTables.IsAbbreviation(word) && (stop + 1 >= end || !IsWordLike(text[stop + 1]) || WordTables.IsTitle(word));
    }

    private static bool NextIsUpper(ReadOnlySpan<char> text, int stop, int end)
    {
        var q = end;
        return stop + 1 == end && q + 1 < text.Length && text[q] == ' ' && char.IsUpper(text[q + 1]) && q >= 4 && IsInitialBefore(text, stop);
    }

    private static bool IsInitialBefore(ReadOnlySpan<char> text, int stop) => stop >= 3 && IsSpace(text[stop - 2]) && char.IsLetter(text[stop - 3]);

    private static bool JoinsAtHyphen(ReadOnlySpan<char> text, int p, int hyphen, int end)
    {
        var before = text[p..hyphen];
        if (char.IsAsciiDigit(before[0]))
        {
            var digits = DigitRun(text, hyphen + 1, end);
            if (before.Contains('-')) return digits >= 2; // a telephone number or a date under way
            var goesOn = hyphen + 1 + digits + 2 < end && text[hyphen + 1 + digits] == '-' && char.IsAsciiDigit(text[hyphen + 2 + digits]);
            if (digits == 2 && before.Length is 1 or 2 or 4 && goesOn) return true;
            // An extension, a postal code of the United States, a number with the country before it.
            if (digits == 4 && before.Length is 1 or 5 && !goesOn || digits == 3 && before.Length == 1 && goesOn) return true;
            return before.Length == 3 && digits is 3 or 4 && hyphen + 1 + digits is var q && (q == end || digits == 4 || text[q] == '-');
        }
        var after = Letters(text, hyphen + 1, end);
        if (IsNewsgroup(before) && before.Contains('.') || WordTables.IsSuffix(after)) return true;
        if (before.Contains('-')) before = before[(before.LastIndexOf('-') + 1)..];
        if (WordTables.IsPrefix(before)) return true;
        return after.Length > 0 && hyphen + 1 + after.Length is var stop
            && (stop == end || text[stop] != '-') && WordTables.IsSyllable(before) && WordTables.IsSyllable(after);
    }

    // O'Brien, don't, Qur'an, writers'; the clitic is cut off later, in Word.
    private static bool JoinsAtApostrophe(ReadOnlySpan<char> text, int p, int mark, int end, ref bool openQuote)
    {
        if (mark + 1 < end && IsWordLike(text[mark + 1]))
            return !char.IsAsciiDigit(text[mark - 1]) || !char.IsAsciiDigit(text[mark + 1]);
        if (text[mark] is '`' or '´' or '‘') return false;
        if (mark + 1 < end && text[mark + 1] == text[mark]) return false;
        // A mark after s closes a quotation where one is open, else it is a genitive.
        if (openQuote)
        {
            openQuote = false;
            return false;
        }
        return mark - p >= 2 && text[mark - 1] is 's' or 'S' or 'x' or 'z' && (mark + 1 < end || mark + 1 < text.Length);
    }

    // Adds a word, cut in two where it is a contraction, a number with its unit or an amount.
    private static void Word(ReadOnlySpan<char> text, int start, int end, int chunkEnd, List<RawToken> tokens)
    {
        var word = text[start..end];
        if (char.IsAsciiDigit(word[0]))
        {
            var unit = UnitStart(word);
            if (unit > 0)
            {
                tokens.Add(new(start, start + unit, 0));
                tokens.Add(new(start + unit, end, 0));
                return;
            }
        }
        if (word.Length == 5 && word.Equals("dunno", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Add(new(start, start + 2, 3));
            tokens.Add(new(start + 2, start + 3, 0));
            tokens.Add(new(start + 3, end, 0));
            return;
        }
        var cut = ContractionCut(word);
        if (cut == 0 && word.Length == 4 && end == chunkEnd && WordTables.IsContractedBefore(word, NextWord(text, end))) cut = 3;
        if (cut == 0 && word.Length is 3 && end == chunkEnd && WordTables.IsContractedBefore(word, NextWord(text, end))) cut = 2;
        if (cut > 0 && cut < word.Length)
        {
            // A second clitic (shouldn't've) is rare; the first cut then is the one before n't.
            var inner = ContractionCut(word[..cut]);
            if (inner > 0 && inner < cut && word[..cut].IndexOfAny('\'', '’') > 0)
            {
                tokens.Add(new(start, start + inner, 3));
                tokens.Add(new(start + inner, start + cut, 0));
                tokens.Add(new(start + cut, end, 0));
                return;
            }
            tokens.Add(new(start, start + cut, 2));
            tokens.Add(new(start + cut, end, 0));
            return;
        }
        tokens.Add(new(start, end, 0));
    }

    // The word behind the space, empty where it is the first part of a compound.
    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ') return default;
        var word = Letters(text, end + 1, text.Length);
        var next = end + 1 + word.Length;
        return next < text.Length && text[next] is '-' or '‑' ? default : word;
    }

    private static int UnitStart(ReadOnlySpan<char> word)
    {
        var i = word.Length;
        while (i > 0 && (char.IsLetter(word[i - 1]) || word[i - 1] == '.' && i > 1 && char.IsLetter(word[i - 2]) || word[i - 1] == '.' && i == word.Length)) i--;
        return i > 0 && i < word.Length && char.IsAsciiDigit(word[i - 1]) && WordTables.IsUnit(word[i..]) ? i : 0;
    }

    private static int ContractionCut(ReadOnlySpan<char> word)
    {
        var mark = word.LastIndexOfAny("'’‘`´");
        if (mark < 0) return word.Length <= 8 ? WordTables.PlainContraction(word) : 0;
        if (mark == 0) return 0;
        var clitic = word[(mark + 1)..];
        switch (clitic.Length)
        {
            case 0:
                return mark;
            case 1 when clitic[0] is 't' or 'T' && word[mark - 1] is 'n' or 'N' && mark > 1:
                return mark - 1;
            case 1 when clitic[0] is 's' or 'S':
                return char.IsAsciiDigit(word[mark - 1]) && word[mark - 1] == '0' && mark is 2 or 4 ? 0 : mark;
            case 1 when clitic[0] is 'm' or 'M' or 'd' or 'D':
                return mark;
            case 2 when clitic.Equals("re", StringComparison.OrdinalIgnoreCase) || clitic.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || clitic.Equals("ll", StringComparison.OrdinalIgnoreCase):
                return mark;
            default:
                return 0;
        }
    }
}
