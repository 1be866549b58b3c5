using System.Diagnostics;

namespace Entente.Cli;

/// <summary>A line on the terminal that counts reports, for work over a second; nothing where standard error is no terminal.</summary>
internal sealed class Progress(bool quiet) : IDisposable
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
        Console.Error.Write($"\r{_done} reports, {_done / _clock.Elapsed.TotalSeconds:0} a second ");
    }

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
