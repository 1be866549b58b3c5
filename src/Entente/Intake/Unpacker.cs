using System.IO.Compression;
using System.Text;

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
        Guarded(name, () => Open(stream, name, name, new Terms(hints, fields, limits ?? IntakeLimits.Default), 0), failure => failure);

    /// <summary>What is the same for all reports of an input.</summary>
    private sealed record Terms(Hints Hints, FieldNames Fields, IntakeLimits Limits)
    {
        /// <summary>Bytes that came out of its archives so far, at all depths.</summary>
        public Tally Unfolded { get; } = new();
    }

    /// <summary>The rows of a table (JSONL, JSON, CSV or TSV, or gzip of these), for commands whose rows are no articles.</summary>
    public static IEnumerable<Row> OpenRows(Stream stream, string name, IntakeLimits? limits = null) =>
        Guarded(name, () => OpenRows(stream, name, name, limits ?? IntakeLimits.Default, 0), failure => new Row(failure.Input, 0, 1, null, failure.Message));

    private static IEnumerable<Row> OpenRows(Stream stream, string name, string kindName, IntakeLimits limits, int depth)
    {
        var peeked = Peek(stream);
        if (IsGzip(peeked.Head) && depth < limits.ArchiveDepth) return OpenRows(Unfold(peeked, limits, new Tally()), name, Without(kindName, ".gz"), limits, depth + 1);
        peeked = WideAsUtf8(peeked);
        return Kind(kindName, peeked.Head) switch
        {
            InputKind.Json => JsonRows.ReadWhole(TableAsUtf8(peeked), name, limits),
            InputKind.JsonLines => JsonRows.ReadLines(TableAsUtf8(peeked), name, limits),
            InputKind.Csv or InputKind.Text => CsvRows.Read(TableAsUtf8(peeked), name, limits),
            _ => [new Row(name, 0, 1, null, peeked.Head.IsEmpty ? "is empty" : "is no table: give JSONL, CSV or TSV with a header")],
        };
    }

    private static IEnumerable<Arrival> Open(Stream stream, string name, string kindName, Terms terms, int depth)
    {
        var peeked = Peek(stream);
        if (peeked.Head.IsEmpty) return [new FailedInput(name, "is empty: it holds nothing to read")];
        if (IsGzip(peeked.Head))
            return depth >= terms.Limits.ArchiveDepth ? [TooDeep(name)] : Open(Unfold(peeked, terms.Limits, terms.Unfolded), name, Without(kindName, ".gz"), terms, depth + 1);
        if (peeked.Head is [0x50, 0x4B, 0x03 or 0x05, ..])
            return depth >= terms.Limits.ArchiveDepth ? [TooDeep(name)] : OpenZip(stream, peeked, name, terms, depth + 1);
        peeked = WideAsUtf8(peeked);
        return Kind(kindName, peeked.Head) switch
        {
            InputKind.JsonLines => Rows.Reports(JsonRows.ReadLines(TableAsUtf8(peeked), name, terms.Limits), terms.Hints, terms.Fields),
            InputKind.Json => Rows.Reports(JsonRows.ReadWhole(TableAsUtf8(peeked), name, terms.Limits), terms.Hints, terms.Fields),
            InputKind.Csv => Rows.Reports(CsvRows.Read(TableAsUtf8(peeked), name, terms.Limits), terms.Hints, terms.Fields),
            InputKind.Html => One(peeked, name, ReportForm.Html, terms.Hints, terms.Limits),
            InputKind.Conllu => One(peeked, name, ReportForm.Conllu, terms.Hints, terms.Limits),
            InputKind.Text => One(peeked, name, ReportForm.Text, terms.Hints, terms.Limits),
            _ => [new FailedInput(name, "is not text: a picture, a program or another binary file; leave it out, or save it as text")],
        };
    }

    private static PeekStream Peek(Stream stream) => new(stream, 4096);

    private static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    private static BombGuard Unfold(PeekStream packed, IntakeLimits limits, Tally unfolded) =>
        new(new GZipStream(packed, CompressionMode.Decompress), () => packed.BytesRead, limits, unfolded);

    /// <summary>UTF-16 and UTF-32, which Windows programs write, as UTF-8; anything else as it is.</summary>
    private static PeekStream WideAsUtf8(PeekStream stream) =>
        Charset.Marked(stream.Head) is { } wide && wide.CodePage != Encoding.UTF8.CodePage ? Peek(Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8)) : stream;

    /// <summary>A table in an old charset as UTF-8, where its head shows the charset; JSON and CSV are else read as UTF-8.</summary>
    private static Stream TableAsUtf8(PeekStream stream) =>
        Charset.OldCharset(stream.Head) is { } old ? Encoding.CreateTranscodingStream(stream, old, Encoding.UTF8) : stream;

    private static IEnumerable<Arrival> OpenZip(Stream stream, PeekStream peeked, string name, Terms terms, int depth)
    {
        // A zip file's directory stands at its end, so a stream that can't seek is laid down in a file first.
        using var laidDown = stream.CanSeek ? null : LayDown(peeked, terms.Limits);
        using var archive = new ZipArchive(laidDown ?? stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > terms.Limits.ArchiveEntries)
        {
            yield return new FailedInput(name, $"holds {archive.Entries.Count} entries, more than {terms.Limits.ArchiveEntries}; split it");
            yield break;
        }

        var (before, length) = (terms.Unfolded.Bytes, (laidDown ?? stream).Length);
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (BombGuard.IsBomb(terms.Unfolded.Bytes - before, length, terms.Limits.BombBytes * 4))
            {
                yield return new FailedInput(name, $"is a decompression bomb: {(terms.Unfolded.Bytes - before) >> 20} MB came out of it before {entry.FullName}; not read further");
                yield break;
            }

            BombGuard? opened = null;
            var inside = $"{name}/{entry.FullName}";
            IEnumerable<Arrival> OpenEntry() =>
                Open(opened = new BombGuard(entry.Open(), () => entry.CompressedLength, terms.Limits, terms.Unfolded), inside, inside, terms, depth);
            foreach (var arrival in Guarded(inside, OpenEntry, failure => failure)) yield return arrival;
            opened?.Dispose();
        }
    }

    private static FileStream LayDown(Stream stream, IntakeLimits limits)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[1 << 16];
            for (int n; (n = stream.Read(buffer)) > 0; file.Write(buffer, 0, n))
                if (file.Length + n > limits.ArchiveBytes) throw new IntakeException($"is larger than {limits.ArchiveBytes >> 20} MB, the most that is read of an archive in a stream; give it as a file");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Turns what a broken stream throws into a failure, after what was read before it.</summary>
    private static IEnumerable<T> Guarded<T>(string name, Func<IEnumerable<T>> open, Func<FailedInput, T> fail)
        where T : class
    {
        IEnumerator<T>? walk = null;
        try
        {
            FailedInput? failure = null;
            while (failure is null)
            {
                T? next = null;
                try
                {
                    walk ??= open().GetEnumerator();
                    if (walk.MoveNext()) next = walk.Current;
                }
                catch (Exception e) when (e is InvalidDataException or NotSupportedException or IntakeException or IOException)
                {
                    failure = new FailedInput(name, e is IntakeException ? e.Message : $"is broken or cut off: {e.Message.TrimEnd('.')}; what stood before is read, fetch it again for the rest");
                    next = fail(failure);
                }

                if (next is null) break;
                yield return next;
            }
        }
        finally
        {
            walk?.Dispose();
        }
    }

    private static IEnumerable<Arrival> One(Stream stream, string name, ReportForm form, Hints hints, IntakeLimits limits)
    {
        yield return new RawReport(name, form, ReadAll(stream, limits.ReportBytes, "one report"), hints);
    }

    internal static ReadOnlyMemory<byte> ReadAll(Stream stream, long limit, string what)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = stream.Read(buffer)) > 0;)
        {
            if (all.Length + n > limit)
                throw new IntakeException($"is larger than {limit >> 20} MB, the most that is read of {what}");
            all.Write(buffer, 0, n);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static FailedInput TooDeep(string name) => new(name, "is an archive in an archive in an archive; unpack it first");

    private static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;

    private enum InputKind { Unknown, Text, Html, JsonLines, Json, Csv, Conllu }

    private static InputKind Kind(string name, ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0)) return InputKind.Unknown;
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson": return InputKind.JsonLines;
            case ".json": return IsWholeJson(head) ? InputKind.Json : InputKind.JsonLines;
            case ".csv" or ".tsv" or ".tab": return InputKind.Csv;
            case ".html" or ".htm" or ".xhtml" or ".shtml" or ".asp" or ".aspx" or ".php": return InputKind.Html;
            case ".conllu": return InputKind.Conllu;
        }

        if (IsWholeJson(head)) return InputKind.Json;
        if (FirstIs(head, '{')) return InputKind.JsonLines;
        if (LooksLikeHtml(head)) return InputKind.Html;
        return CountControls(head) * 20 > head.Length ? InputKind.Unknown : InputKind.Text;
    }

    /// <summary>Whether JSON is one list of objects, or one object over several lines, and not an object a line.</summary>
    private static bool IsWholeJson(ReadOnlySpan<byte> head)
    {
        var first = head.TrimStart(" \t\r\n\uFEFF"u8);
        if (first is [(byte)'[', .. var rest]) return rest.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..];
        var end = first.IndexOf((byte)'\n');
        return end > 0 && first[..end].TrimEnd(" \t\r"u8) is [(byte)'{', .., (byte)',' or (byte)'[' or (byte)'{'] or [(byte)'{'];
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
