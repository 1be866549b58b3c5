using System.Text;

namespace Entente.Intake;

internal static class Charset
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? header) => (header is null ? Encoding.UTF8 : Encoding.UTF8).GetString(bytes);
}
