using System.Diagnostics;

namespace Entente.Cli;

/// <summary>A bar on the terminal that shows how much of the input was read, and counts reports, for work over a second; nothing where standard error is no terminal.</summary>
internal sealed class Progress(bool quiet, Reach reach) : IDisposable
{
    private readonly bool _shown = !quiet && !Console.IsErrorRedirected && Console.IsOutputRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _nextMilliseconds = 1000;
    private int _done;

    /// <summary>One more report is done.</summary>
    public void Step()
    {
        _done++;
        if (!_shown || _clock.ElapsedMilliseconds < _nextMilliseconds) return;
        _nextMilliseconds = _clock.ElapsedMilliseconds + 200;
        Console.Error.Write($"\r{Bar(reach.Share)}{_done} reports, {_done / _clock.Elapsed.TotalSeconds:0} a second ");
    }

    /// <summary>The bar, 30 characters wide; empty where the end is not known.</summary>
    internal static string Bar(double? share) => share is not { } s ? "" : $"{new string('━', (int)(s * 30)).PadRight(30, '┄')} {(int)(s * 100),3} %  ";

    /// <summary>Prints a message on standard error, clear of the counting line.</summary>
    public void Say(string message)
    {
        if (_shown) Console.Error.Write("\r\u001b[K");
        Console.Error.WriteLine(message);
    }

    public void Dispose()
    {
        if (_shown && _nextMilliseconds > 1000) Console.Error.Write("\r\u001b[K");
    }
}
