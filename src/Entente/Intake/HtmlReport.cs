namespace Entente.Intake;

internal static class HtmlReport
{
    public static Article Read(ReadOnlyMemory<byte> bytes, Hints hints) => throw new IntakeException($"{bytes.Length} bytes of HTML: not yet read{hints.Url}");
}
