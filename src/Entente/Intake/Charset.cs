using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Entente.Intake;

/// <summary>Turns a page's or a file's bytes into text.</summary>
public static class Charset
{
    /// <summary>Bytes at the head of a page that are searched for what it says of its charset (HTML asks for 1,024).</summary>
    private const int Head = 4096;

    /// <summary>Bytes from the first that is not ASCII on that the detector sees: more changes its mind seldom and costs time.</summary>
    private const int Probe = 65_536;

    /// <summary>Decodes by byte order mark, by what the page says of itself, unless its bytes belie it, by <paramref name="header"/>, else by detection.</summary>
    /// <param name="bytes">The page as it came.</param>
    /// <param name="header">The charset, or the whole content type, that a header named.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? header) => Decode(bytes, header, []);

    /// <summary>As <see cref="Decode(ReadOnlySpan{byte}, string?)"/>; what could not be decoded is said in <paramref name="warnings"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? header, ICollection<string> warnings)
    {
        if (ByteOrderMark(bytes) is var (marked, length)) return Decode(bytes[length..], marked, warnings);
        if (!bytes.ContainsAnyExceptInRange((byte)1, (byte)127) && !bytes.Contains((byte)0x1B)) return Encoding.ASCII.GetString(bytes);

        // Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever the page says: pages are re-encoded on their way.
        if (IsUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        var claimed = Named(ClaimIn(bytes[..Math.Min(bytes.Length, Head)])) ?? Named(header);
        if (claimed is not null && claimed.GetString(bytes).AsSpan().Count('\uFFFD') * 50 > bytes.Length) claimed = Detected(bytes) ?? claimed;
        return Decode(bytes, claimed ?? (IsMostlyUtf8(bytes) ? Encoding.UTF8 : Detected(bytes)) ?? Encoding.UTF8, warnings);
    }

    /// <summary>The encoding that a byte order mark at the head of a file tells, or null.</summary>
    internal static Encoding? Marked(ReadOnlySpan<byte> head) => ByteOrderMark(head)?.Encoding;

    /// <summary>The charset of a table whose head is not UTF-8 (a character cut at its end apart), or null where it is.</summary>
    internal static Encoding? OldCharset(ReadOnlySpan<byte> head)
    {
        var whole = head;
        while (head.Length - whole.Length < 3 && !whole.IsEmpty && !IsUtf8(whole)) whole = whole[..^1];
        return whole.IsEmpty || IsUtf8(whole) || IsMostlyUtf8(head) ? null : Detected(head);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Whether a few broken characters stand in what is UTF-8 else: in another charset few bytes would fit by chance.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var done = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (done != OperationStatus.Done) broken++;
            else if (length > 1) good++;
            bytes = bytes[length..];
        }

        return good > 4 * broken;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, ICollection<string> warnings)
    {
        var text = encoding.GetString(bytes);
        var lost = text.AsSpan().Count('\uFFFD');
        if (lost > 0) warnings.Add($"{lost} byte sequences are not {encoding.WebName} and became U+FFFD");
        return text;
    }

    /// <summary>What follows <c>charset=</c> or <c>encoding=</c> (of an XML declaration) in the head of a page.</summary>
    private static string? ClaimIn(ReadOnlySpan<byte> head)
    {
        var ascii = Encoding.Latin1.GetString(head);
        var at = ascii.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at >= 0) return ValueAfter(ascii, at + "charset".Length);
        if (!ascii.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return null;
        at = ascii.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : ValueAfter(ascii, at + "encoding".Length);
    }

    private static string? ValueAfter(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart();
        if (rest is not ['=', ..]) return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAnyExcept(LabelCharacters);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.+");

    /// <summary>The encoding of a label as browsers read it: Latin-1 means Windows-1252, and a UTF-16 that is not marked means UTF-8.</summary>
    private static Encoding? Named(string? label)
    {
        if (label is null) return null;
        var at = label.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at >= 0) label = ValueAfter(label, at + "charset".Length);
        return label?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "utf-8" or "utf8" or "unicode-1-1-utf-8" => Encoding.UTF8,
            "utf-16" or "utf-16le" or "unicode" => Encoding.UTF8,
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" or "cp1252" => CodePage(1252),
            "iso-8859-9" or "latin5" or "iso8859-9" => CodePage(1254),
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" => CodePage(936),
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "korean" or "cseuckr" => CodePage(949),
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" => CodePage(932),
            "tis-620" or "iso-8859-11" => CodePage(874),
            "cp1251" or "win-1251" => CodePage(1251),
            var other => ByName(other),
        };
    }

    private static Encoding? CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    private static Encoding? ByName(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } found) return found;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A label that nobody knows, or UTF-7, says nothing: the next source decides.
            return null;
        }
    }

    private static Encoding? Detected(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        var start = first < 0 ? 0 : first;
        var probe = bytes.Slice(start, Math.Min(Probe, bytes.Length - start));
        return Named(CharsetDetector.DetectFromBytes(probe.ToArray()).Detected?.EncodingName);
    }
}
