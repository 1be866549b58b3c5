using Microsoft.Win32.SafeHandles;

namespace Entente.Cli;

/// <summary>Where <c>read</c> writes: standard output or a file. After a failure it takes no more, and says what failed.</summary>
internal sealed class ReadOutput
{
    private const int BrokenPipe = 32, BrokenPipeOnWindows = unchecked((int)0x8007006D), NoReaderOnWindows = unchecked((int)0x800700E8);

    private readonly Lock _lock = new();
    private readonly Stream _stream;
    private bool _open = true;

    private ReadOutput(Stream stream, bool isTerminal) => (_stream, IsTerminal) = (new BufferedStream(stream, 1 << 16), isTerminal);

    /// <summary>Whether people read it as it comes.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether who reads it has gone away (<c>| head</c>), which is no failure.</summary>
    public bool HasNoReader { get; private set; }

    /// <summary>What went wrong in writing; null while all goes well.</summary>
    public string? Failure { get; private set; }

    /// <summary>Opens <paramref name="path"/>, or standard output for null; <paramref name="error"/> says why it could not.</summary>
    public static ReadOutput? Open(string? path, out string? error)
    {
        error = null;
        if (path is null) return new ReadOutput(StandardOutput(), !Console.IsOutputRedirected);
        try
        {
            return new ReadOutput(File.Create(path), isTerminal: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = e is DirectoryNotFoundException ? "there is no such folder" : Directory.Exists(path) ? "is a folder" : e.Message;
            return null;
        }
    }

    /// <summary>Writes <paramref name="bytes"/>; false once no more can be written.</summary>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (!_open) return false;
            try
            {
                _stream.Write(bytes);
                if (IsTerminal) _stream.Flush();
            }
            catch (IOException e)
            {
                Fail(e);
            }

            return _open;
        }
    }

    /// <summary>Writes out what is still held back, and takes no more.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (!_open) return;
            try
            {
                _stream.Dispose();
                _open = false;
            }
            catch (IOException e)
            {
                Fail(e);
            }
        }
    }

    private void Fail(IOException e)
    {
        _open = false;
        if (e.HResult is BrokenPipe or BrokenPipeOnWindows or NoReaderOnWindows) HasNoReader = true;
        else Failure = e.Message;
    }

    /// <summary>
    /// The console's stream hides that the other end of a pipe is closed, so reading would go on for nobody; a file stream
    /// tells. But a file's place must be kept for those who write to it after us, which only the console's stream does.
    /// </summary>
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var raw = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return raw.CanSeek ? Console.OpenStandardOutput() : raw;
    }
}
