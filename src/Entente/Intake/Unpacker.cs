using System.IO.Compression;

namespace Entente.Intake;

/// <summary>Opens an input of any supported kind and yields its reports, one after the other, in bounded memory.</summary>
public static class Unpacker
{
    /// <summary>
    /// Reads reports from <paramref name="stream"/>: HTML, text, CoNLL-U, JSONL, JSON, CSV, TSV, and gzip and zip of these.
    /// What can't be read comes as a <see cref="FailedInput"/>; nothing is thrown for bad input.
    /// </summary>
    /// <param name="stream">The bytes; read once from front to back, not closed.</param>
    /// <param name="name">The input's name: its ending tells the kind, where the content doesn't.</param>
    /// <param name="hints">What is known of all reports in it.</param>
    /// <param name="fields">Names of the fields of rows.</param>
    /// <param name="limits">How much is taken.</param>
    public static IEnumerable<Arrival> Open(Stream stream, string name, Hints hints, FieldNames fields, IntakeLimits? limits = null) =>
        Guarded(name, Open(stream, name, name, hints, fields, limits ?? IntakeLimits.Default, 0));

    /// <summary>The rows of a table (JSONL, JSON, CSV or TSV, or gzip of these), for commands whose rows are no articles.</summary>
    public static IEnumerable<Row> OpenRows(Stream stream, string name, IntakeLimits? limits = null)
    {
        var most = limits ?? IntakeLimits.Default;
        var peeked = new PeekStream(stream, 4096);
        if (peeked.Head is [0x1F, 0x8B, ..])
        {
            var kindName = Without(name, ".gz");
            peeked = new PeekStream(new BombGuard(new GZipStream(peeked, CompressionMode.Decompress), peeked, most), 4096);
            return OpenRows(peeked, name, kindName, most);
        }

        return OpenRows(peeked, name, name, most);
    }

    private static IEnumerable<Row> OpenRows(PeekStream stream, string name, string kindName, IntakeLimits limits) => Kind(kindName, stream.Head) switch
    {
        InputKind.Json => JsonRows.ReadArray(stream, name, limits),
        InputKind.Csv => CsvRows.Read(stream, name, limits),
        InputKind.JsonLines => JsonRows.ReadLines(stream, name, limits),
        InputKind.Text => CsvRows.Read(stream, name, limits),
        _ => [new Row(name, 0, 1, null, "is no table: give JSONL, CSV or TSV with a header")],
    };

    private static IEnumerable<Arrival> Open(Stream stream, string name, string kindName, Hints hints, FieldNames fields, IntakeLimits limits, int depth)
    {
        var peeked = new PeekStream(stream, 4096);
        var head = peeked.Head;
        if (head.Length == 0) return [new FailedInput(name, "is empty")];
        if (head is [0x1F, 0x8B, ..])
            return depth >= limits.ArchiveDepth ? [TooDeep(name)]
                : Open(new BombGuard(new GZipStream(peeked, CompressionMode.Decompress), peeked, limits), name, Without(kindName, ".gz"), hints, fields, limits, depth + 1);
        if (head is [0x50, 0x4B, 0x03 or 0x05, ..])
            return depth >= limits.ArchiveDepth ? [TooDeep(name)] : OpenZip(peeked, name, hints, fields, limits, depth + 1);
        return Kind(kindName, head) switch
        {
            InputKind.JsonLines => Rows.Reports(JsonRows.ReadLines(peeked, name, limits), hints, fields),
            InputKind.Json => Rows.Reports(JsonRows.ReadArray(peeked, name, limits), hints, fields),
            InputKind.Csv => Rows.Reports(CsvRows.Read(peeked, name, limits), hints, fields),
            InputKind.Html => One(peeked, name, ReportForm.Html, hints, limits),
            InputKind.Conllu => One(peeked, name, ReportForm.Conllu, hints, limits),
            InputKind.Text => One(peeked, name, ReportForm.Text, hints, limits),
            _ => [new FailedInput(name, "is not text: a picture, a program or another binary file")],
        };
    }

    private static IEnumerable<Arrival> OpenZip(Stream stream, string name, Hints hints, FieldNames fields, IntakeLimits limits, int depth)
    {
        // A zip file's directory stands at its end, so a stream that can't seek is held in memory first.
        using var seekable = new MemoryStream(ReadAll(stream, limits.BombBytes, "the archive"));
        using var archive = new ZipArchive(seekable, ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.ArchiveEntries)
        {
            yield return new FailedInput(name, $"holds {archive.Entries.Count} entries, more than {limits.ArchiveEntries}");
            yield break;
        }

        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var entryName = $"{name}/{entry.FullName}";
            Stream? opened = null;
            FailedInput? failure = null;
            try
            {
                opened = new BombGuard(entry.Open(), entry.CompressedLength, limits);
            }
            catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
            {
                failure = new FailedInput(entryName, $"can't be unpacked: {e.Message}");
            }

            if (failure is not null) yield return failure;
            if (opened is null) continue;
            using (opened)
                foreach (var arrival in Guarded(entryName, Open(opened, entryName, entryName, hints, fields, limits, depth)))
                    yield return arrival;
        }
    }

    /// <summary>Turns what a broken stream throws into a failed input, after what was read before it.</summary>
    private static IEnumerable<Arrival> Guarded(string name, IEnumerable<Arrival> arrivals)
    {
        IEnumerator<Arrival>? walk = null;
        while (true)
        {
            Arrival? next = null;
            try
            {
                walk ??= arrivals.GetEnumerator();
                if (walk.MoveNext()) next = walk.Current;
            }
            catch (Exception e) when (e is InvalidDataException or IntakeException or IOException)
            {
                next = new FailedInput(name, e is IntakeException ? e.Message : $"is broken or cut off: {e.Message}");
                walk?.Dispose();
                walk = ((IEnumerable<Arrival>)[]).GetEnumerator();
            }

            if (next is null) break;
            yield return next;
        }

        walk?.Dispose();
    }

    private static IEnumerable<Arrival> One(Stream stream, string name, ReportForm form, Hints hints, IntakeLimits limits)
    {
        yield return new RawReport(name, form, ReadAll(stream, limits.ReportBytes, "one report"), hints);
    }

    internal static byte[] ReadAll(Stream stream, long limit, string what)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = stream.Read(buffer)) > 0;)
        {
            if (all.Length + n > limit)
                throw new IntakeException($"is larger than {limit >> 20} MB, the most that is read of {what}");
            all.Write(buffer, 0, n);
        }

        return all.ToArray();
    }

    private static FailedInput TooDeep(string name) => new(name, "is an archive in an archive in an archive; unpack it first");

    private static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;

    private enum InputKind { Unknown, Text, Html, JsonLines, Json, Csv, Conllu }

    private static InputKind Kind(string name, ReadOnlySpan<byte> head)
    {
        var wide = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!wide && head.IndexOf((byte)0) >= 0) return InputKind.Unknown;
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson": return InputKind.JsonLines;
            case ".json": return FirstIs(head, '[') ? InputKind.Json : InputKind.JsonLines;
            case ".csv" or ".tsv" or ".tab": return InputKind.Csv;
            case ".html" or ".htm" or ".xhtml" or ".shtml" or ".asp" or ".aspx" or ".php": return InputKind.Html;
            case ".conllu": return InputKind.Conllu;
        }

        if (FirstIs(head, '{')) return InputKind.JsonLines;
        if (LooksLikeHtml(head)) return InputKind.Html;
        return !wide && CountControls(head) * 20 > head.Length ? InputKind.Unknown : InputKind.Text;
    }

    private static bool FirstIs(ReadOnlySpan<byte> head, char first)
    {
        foreach (var b in head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head)
            if (b > ' ') return b == first;
        return false;
    }

    internal static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        if (!FirstIs(head, '<')) return false;
        Span<byte> lower = stackalloc byte[Math.Min(head.Length, 4096)];
        for (var i = 0; i < lower.Length; i++) lower[i] = (byte)(head[i] is >= (byte)'A' and <= (byte)'Z' ? head[i] | 0x20 : head[i]);
        return lower.IndexOf("<html"u8) >= 0 || lower.IndexOf("<!doctype html"u8) >= 0 || lower.IndexOf("<head"u8) >= 0
            || lower.IndexOf("<body"u8) >= 0 || lower.IndexOf("<div"u8) >= 0 || lower.IndexOf("<p>"u8) >= 0 || lower.IndexOf("<article"u8) >= 0;
    }

    private static int CountControls(ReadOnlySpan<byte> head)
    {
        var n = 0;
        foreach (var b in head)
            if (b < 32 && b is not (9 or 10 or 12 or 13)) n++;
        return n;
    }
}
