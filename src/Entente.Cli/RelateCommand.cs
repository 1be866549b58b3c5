using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Intake;
using Entente.Output;

namespace Entente.Cli;

/// <summary><c>entente relate</c>: what the source of each row does to its target.</summary>
internal static class RelateCommand
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var input = new Argument<string>("INPUT") { Description = "JSONL, CSV or TSV with fields sentence, source, target (and id or uid); - is standard input" };
        var scheme = new Option<string>("--scheme") { Description = "Labels: PLOVER's sixteen types, or the fifteen roots of the PLV benchmark", DefaultValueFactory = _ => "plover" };
        scheme.AcceptOnlyFromAmong("plover", "plv");
        var lexicon = new Option<string?>("--lexicon") { Description = "Lay the lexicon lines of folder DIR over the shipped ones", HelpName = "DIR" };
        var command = new Command("relate", "Say which relation the source of each row has to its target, one JSON line a row, in order.\n\nExample: entente relate coded.csv --scheme plv")
        {
            input, scheme, lexicon,
        };
        command.SetAction(parsed => Run(parsed.GetValue(input)!, parsed.GetValue(scheme)!, parsed.GetValue(lexicon)));
        return command;
    }

    private static int Run(string input, string scheme, string? lexicon)
    {
        if (OwnLexicon.Complaint(lexicon) is { } complaint) return Say(complaint, ExitCodes.WrongUsage);
        using var stream = input == "-" ? Console.OpenStandardInput() : Open(input);
        if (stream is null) return Say($"{input}: is not there, or may not be read: check the path", ExitCodes.SomeFailed);
        var reader = Reader.Load(lexicon);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var failed = false;
        foreach (var row in Unpacker.OpenRows(stream, input))
        {
            if (row.Fields is null || !row.Fields.TryGetValue("sentence", out var sentence))
            {
                failed = true;
                Say($"{row.Input}:{row.Line}: {row.Failure ?? "the row has no field sentence"}", 0);
                if (row.Fields is null) continue;
                sentence = "";
            }

            var relation = reader.Relate(sentence, row.Fields!.GetValueOrDefault("source", ""), row.Fields.GetValueOrDefault("target", ""));
            output.Write(Line(row, relation, scheme));
        }

        return failed ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private static byte[] Line(Row row, Events.Relation relation, string scheme)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            foreach (var name in (ReadOnlySpan<string>)["id", "uid"])
                if (row.Fields!.TryGetValue(name, out var id)) json.WriteString(name, id);
            json.WriteString("root", scheme == "plv" ? relation.PlvRoot : relation.Type);
            json.WriteString("cameo", relation.Cameo);
            json.WriteNumber("quad", scheme == "plv" ? Plover.PlvQuad(relation.PlvRoot) : Plover.Quad(relation.Type));
            json.WriteNumber("certainty", relation.Certainty);
            json.WriteString("status", relation.Status.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine($"entente: {message}");
        return code;
    }
}
