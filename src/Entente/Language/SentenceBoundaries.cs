using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Entente.Language;

/// <summary>
/// Tells where sentences end that no stop tells of: headings, signatures, lists and lines of e-mails that were run together.
/// A linear classifier over hashed features of the tokens on both sides, trained on EWT and GUM; its sums are integers.
/// </summary>
internal sealed class SentenceBoundaries
{
    /// <summary>Number of weights, a power of two; features that share one are told apart by the others.</summary>
    public const int Size = 1 << 17;

    /// <summary>More features than this no gap has.</summary>
    public const int MostFeatures = 64;

    /// <summary>Length of the file: the least sum that ends a sentence, the weights, the set of common words.</summary>
    public const int FileLength = 4 + Size + Size / 8;

    private readonly int _threshold;
    private readonly byte[] _weights;
    private readonly byte[] _common;

    private SentenceBoundaries(byte[] file)
    {
        _threshold = BinaryPrimitives.ReadInt32LittleEndian(file);
        _weights = file[4..(4 + Size)];
        _common = file[(4 + Size)..];
    }

    /// <summary>The classifier that is part of this assembly, or null where it was built without it.</summary>
    public static SentenceBoundaries? Shipped { get; } = Embedded();

    /// <summary>A classifier from the bytes that training makes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a classifier.</exception>
    public static SentenceBoundaries FromBytes(byte[] file) =>
        file.Length == FileLength ? new(file) : throw new InvalidDataException("models/sentences.bin is not a classifier of sentence boundaries");

    private static SentenceBoundaries? Embedded()
    {
        using var stream = typeof(SentenceBoundaries).Assembly.GetManifestResourceStream("models/sentences.bin");
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromBytes(bytes);
    }

    /// <summary>The bytes of a classifier.</summary>
    /// <param name="threshold">The least sum that ends a sentence.</param>
    /// <param name="weights">As many as <see cref="Size"/>.</param>
    /// <param name="common">A bit for each place of a word that is written small.</param>
    public static byte[] ToBytes(int threshold, ReadOnlySpan<sbyte> weights, ReadOnlySpan<byte> common)
    {
        var file = new byte[FileLength];
        BinaryPrimitives.WriteInt32LittleEndian(file, threshold);
        MemoryMarshal.AsBytes(weights).CopyTo(file.AsSpan(4));
        common.CopyTo(file.AsSpan(4 + Size));
        return file;
    }

    /// <summary>Whether a word, given in lower case, is written small in most places.</summary>
    public bool IsCommon(string small) => TokenLook.Of(small, new(0, small.Length, 0), _common).Common;

    /// <summary>Looks at a token.</summary>
    public TokenLook Look(ReadOnlySpan<char> text, RawToken token) => TokenLook.Of(text, token, _common);

    /// <summary>Whether a sentence that began at token <paramref name="begin"/> ends before token <paramref name="next"/>.</summary>
    public bool EndsBefore(ReadOnlySpan<TokenLook> looks, int begin, int next)
    {
        if (!IsCandidate(looks, begin, next)) return false;
        Span<int> features = stackalloc int[MostFeatures];
        var sum = 0;
        foreach (var feature in features[..Features(looks, begin, next, features)]) sum += (sbyte)_weights[feature];
        return sum >= _threshold;
    }

    /// <summary>Whether a sentence might end before token <paramref name="next"/>; for most gaps a look tells that none does.</summary>
    public static bool IsCandidate(ReadOnlySpan<TokenLook> looks, int begin, int next)
    {
        var (before, after) = (looks[next - 1].Kind, looks[next].Kind);
        if (after is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon or TokenKind.Closing || before == TokenKind.Opening) return false;
        if (looks[next].Glued) return before == TokenKind.Stop && after != TokenKind.Quote;
        // In the middle of a sentence a name goes on with it: Parliament (MP) Yvette Cooper, the new government — Johnson came in July —.
        if (after is not (TokenKind.Title or TokenKind.Capitals or TokenKind.Initial)) return true;
        return before switch
        {
            TokenKind.Closing => OpensAt(looks, begin, next - 1) == begin || Before(looks, begin, next).Small == 0,
            TokenKind.Dash => looks[next].Common || Before(looks, begin, next).Small == 0,
            _ => true,
        };
    }

    // Where the bracket opens that closes at a token; the beginning where none does.
    private static int OpensAt(ReadOnlySpan<TokenLook> looks, int begin, int closing)
    {
        for (var i = closing - 1; i >= begin; i--)
            if (looks[i].Kind == TokenKind.Opening) return i;
        return begin;
    }

    /// <summary>The places of the weights that speak for or against a boundary before token <paramref name="next"/>.</summary>
    public static int Features(ReadOnlySpan<TokenLook> looks, int begin, int next, Span<int> into)
    {
        var none = default(TokenLook);
        ref readonly var a1 = ref looks[next - 1];
        ref readonly var a2 = ref next - 2 >= begin ? ref looks[next - 2] : ref none;
        ref readonly var a3 = ref next - 3 >= begin ? ref looks[next - 3] : ref none;
        ref readonly var b1 = ref looks[next];
        ref readonly var b2 = ref next + 1 < looks.Length ? ref looks[next + 1] : ref none;
        ref readonly var b3 = ref next + 2 < looks.Length ? ref looks[next + 2] : ref none;
        uint k1 = (uint)a1.Kind, k2 = (uint)a2.Kind, k3 = (uint)a3.Kind, m1 = (uint)b1.Kind, m2 = (uint)b2.Kind, m3 = (uint)b3.Kind;
        var length = Bucket(next - begin);
        var (small, quotes) = Before(looks, begin, next);
        var capitals = Capitals(looks, next, 1);
        var capitalsBefore = Capitals(looks, next - 1, -1);
        var around = k1 | m1 << 8;
        var glued = b1.Glued ? 1u : 0;
        ref readonly var first = ref looks[begin];
        var n = 0;
        into[n++] = Place(Hash.Mix(1, 0));
        into[n++] = Place(Hash.Mix(2, around, glued));
        into[n++] = Place(Hash.Mix(3, around, k2 | m2 << 8));
        into[n++] = Place(Hash.Mix(4, around, m2 | m3 << 8));
        into[n++] = Place(Hash.Mix(5, around, k2 | k3 << 8));
        into[n++] = Place(Hash.Mix(6, around, k2 | m2 << 8, k3 | m3 << 8));
        into[n++] = Place(Hash.Mix(7, a1.Lower));
        into[n++] = Place(Hash.Mix(8, b1.Lower));
        into[n++] = Place(Hash.Mix(9, a1.Lower, b1.Lower));
        into[n++] = Place(Hash.Mix(10, a1.Lower, k1 | m1 << 8));
        into[n++] = Place(Hash.Mix(11, b1.Lower, k1 | m1 << 8));
        into[n++] = Place(Hash.Mix(12, b1.Lower, b2.Lower));
        into[n++] = Place(Hash.Mix(13, a2.Lower, a1.Lower));
        into[n++] = Place(Hash.Mix(14, b2.Lower, m1 | k1 << 8));
        into[n++] = Place(Hash.Mix(15, a2.Lower, m1 | k1 << 8));
        into[n++] = Place(Hash.Mix(16, a1.Ending, around));
        into[n++] = Place(Hash.Mix(17, b1.Ending, around));
        into[n++] = Place(Hash.Mix(18, length, around));
        into[n++] = Place(Hash.Mix(19, length, around, m2));
        into[n++] = Place(Hash.Mix(20, length, small, around));
        into[n++] = Place(Hash.Mix(21, capitals, capitalsBefore, around));
        into[n++] = Place(Hash.Mix(22, capitals, length, small));
        into[n++] = Place(Hash.Mix(23, quotes, around));
        into[n++] = Place(Hash.Mix(24, first.Lower, around));
        into[n++] = Place(Hash.Mix(25, first.Lower, length));
        into[n++] = Place(Hash.Mix(26, (uint)first.Kind, small, around));
        into[n++] = Place(Hash.Mix(27, b1.Lower, length, small));
        into[n++] = Place(Hash.Mix(28, a1.Lower, length, small));
        into[n++] = Place(Hash.Mix(29, b1.Lower, m2, capitals));
        into[n++] = Place(Hash.Mix(30, a1.Ending, b1.Ending, around));
        into[n++] = Place(Hash.Mix(31, b1.Ending, b2.Ending, around));
        into[n++] = Place(Hash.Mix(32, a2.Ending, a1.Ending, around));
        into[n++] = Place(Hash.Mix(33, b3.Lower, m1 | m2 << 8));
        uint common = (a2.Common ? 1u : 0) | (a1.Common ? 2u : 0) | (b1.Common ? 4u : 0) | (b2.Common ? 8u : 0);
        into[n++] = Place(Hash.Mix(34, around, common & 6));
        into[n++] = Place(Hash.Mix(35, around, common, k2 | m2 << 8));
        into[n++] = Place(Hash.Mix(36, around, common & 6 | length << 8, small));
        into[n++] = Place(Hash.Mix(37, a1.Lower, common & 4, m1));
        into[n++] = Place(Hash.Mix(38, common, capitals, capitalsBefore));
        return n;
    }

    /// <summary>The place of a hash among the weights, and among the bits of common words.</summary>
    public static int Place(uint hash) => (int)(hash & (Size - 1));

    private static uint Bucket(int tokens) => tokens switch { < 5 => (uint)tokens, < 7 => 5, < 10 => 6, < 15 => 7, < 25 => 8, < 40 => 9, _ => 10 };

    // Whether the sentence so far has small words (and many), and whether a quotation is open in it.
    private static (uint Small, uint Quotes) Before(ReadOnlySpan<TokenLook> looks, int begin, int next)
    {
        uint small = 0, quotes = 0;
        for (var i = begin; i < next; i++)
        {
            if (looks[i].Kind == TokenKind.Small) small++;
            else if (looks[i].Kind is TokenKind.Quote or TokenKind.Opening) quotes++;
            else if (looks[i].Kind == TokenKind.Closing) quotes--;
        }
        return (Math.Min(small, 3), quotes & 1);
    }

    // How many capitalised words follow each other from a token on.
    private static uint Capitals(ReadOnlySpan<TokenLook> looks, int from, int step)
    {
        uint count = 0;
        for (var i = from; i >= 0 && i < looks.Length && count < 5 && looks[i].Kind is TokenKind.Title or TokenKind.Capitals or TokenKind.Initial; i += step) count++;
        return count;
    }
}

/// <summary>What sort of word or mark a token is, for <see cref="SentenceBoundaries"/>.</summary>
internal enum TokenKind : byte
{
    None, Small, Title, Capitals, Initial, Number, Date, Address, Mixed, Stop, Comma, Colon, Dash, Hyphen, Opening, Closing, Quote, Line, Sign, Ellipsis, Question, Abbreviation,
}

/// <summary>What <see cref="SentenceBoundaries"/> sees of a token.</summary>
/// <param name="Lower">Hash of the token in lower case, its digits made 0.</param>
/// <param name="Ending">Hash of its last three characters, likewise.</param>
/// <param name="Kind">Its sort.</param>
/// <param name="Common">Whether it is a word that is written small in most places.</param>
/// <param name="Glued">Whether no space stands before it.</param>
internal readonly record struct TokenLook(uint Lower, uint Ending, TokenKind Kind, bool Common, bool Glued)
{
    /// <summary>Looks at <paramref name="token"/>; <paramref name="common"/> has a bit for each word that is written small.</summary>
    public static TokenLook Of(ReadOnlySpan<char> text, RawToken token, ReadOnlySpan<byte> common)
    {
        var form = text[token.Start..token.End];
        var lower = Hash.Empty;
        foreach (var c in form) lower = Hash.Add(lower, Plain(c));
        var ending = Hash.Empty;
        foreach (var c in form[Math.Max(0, form.Length - 3)..]) ending = Hash.Add(ending, Plain(c));
        var kind = KindOf(form);
        var place = SentenceBoundaries.Place(lower);
        var isCommon = (common[place >> 3] >> (place & 7) & 1) != 0;
        return new(lower, ending, kind, isCommon, token.Start > 0 && !Tokenizer.IsSpace(text[token.Start - 1]));
    }

    private static char Plain(char c) => char.IsAsciiDigit(c) ? '0' : c is '’' or '‘' ? '\'' : c is '“' or '”' ? '"' : char.ToLowerInvariant(c);

    private static TokenKind KindOf(ReadOnlySpan<char> form)
    {
        var c = form[0];
        if (char.IsLetter(c))
        {
            if (form.Length > 4 && (form.Contains('@') || form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www.", StringComparison.OrdinalIgnoreCase))) return TokenKind.Address;
            if (form[^1] == '.' && form.Length > 2) return TokenKind.Abbreviation;
            if (!char.IsUpper(c)) return char.IsLower(c) ? TokenKind.Small : TokenKind.Mixed;
            if (form.Length == 1 || form.Length == 2 && form[1] == '.') return TokenKind.Initial;
            foreach (var other in form[1..])
                if (char.IsLower(other)) return TokenKind.Title;
            return TokenKind.Capitals;
        }
        if (char.IsAsciiDigit(c))
        {
            foreach (var other in form)
                if (other is '/' or ':' or '-') return TokenKind.Date;
                else if (char.IsLetter(other)) return TokenKind.Mixed;
            return TokenKind.Number;
        }
        if (form.Length > 2 && c is '-' or '=' or '_' or '*' or '~' or '+' or '#' && form.Length > 2) return TokenKind.Line;
        return c switch
        {
            '.' when form.Length == 1 => TokenKind.Stop,
            '.' or '…' => TokenKind.Ellipsis,
            '!' or '?' or '。' or '！' or '？' => TokenKind.Question,
            ',' or ';' or '、' or '，' => TokenKind.Comma,
            ':' when form.Length == 1 => TokenKind.Colon,
            '–' or '—' or '-' when form.Length > 1 || c != '-' => TokenKind.Dash,
            '-' => TokenKind.Hyphen,
            '(' or '[' or '{' or '“' or '‘' or '«' or '「' or '『' or '（' or '《' or '„' => TokenKind.Opening,
            ')' or ']' or '}' or '”' or '»' or '」' or '』' or '）' or '》' => TokenKind.Closing,
            '"' or '\'' or '’' => form.Length < 3 ? TokenKind.Quote : TokenKind.Small,
            _ => TokenKind.Sign,
        };
    }
}
