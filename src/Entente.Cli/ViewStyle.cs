namespace Entente.Cli;

/// <summary>How the view looks.</summary>
/// <param name="Width">Cells of a line.</param>
/// <param name="Colours">Colours and underlining, else <c>_words_</c> and <c>[1]</c>.</param>
internal sealed record ViewStyle(int Width, bool Colours)
{
    /// <summary>Colours on a terminal unless NO_COLOR is set; the terminal's width, else COLUMNS, else 80.</summary>
    public static ViewStyle For(ReadOutput output)
    {
        var colours = output.IsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        var width = output.IsTerminal ? TerminalWidth() : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) ? columns : 80;
        return new ViewStyle(Math.Clamp(width, 40, 400), colours);
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
