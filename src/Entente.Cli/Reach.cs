namespace Entente.Cli;

/// <summary>How far a run has come through its input files, in bytes.</summary>
internal sealed class Reach(IReadOnlyList<string> inputs)
{
    private readonly Lazy<long> _total = new(() => inputs.Contains("-") ? 0 : inputs.Sum(Size));
    private long _before;
    private FileStream? _current;

    /// <summary>The share that was read, 0 to 1; null where nobody knows how much is to come (standard input).</summary>
    public double? Share => _total.Value == 0 ? null : Math.Min(1, (double)(_before + Position()) / _total.Value);

    /// <summary>The next file is being read.</summary>
    public void Begin(FileStream file) => _current = file;

    /// <summary>The file is done.</summary>
    public void End(FileStream file)
    {
        _current = null;
        _before += file.Length;
    }

    private long Position()
    {
        try
        {
            return _current?.Position ?? 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    private static long Size(string input)
    {
        try
        {
            return Directory.Exists(input) ? new DirectoryInfo(input).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint }).Sum(f => f.Length)
                : File.Exists(input) ? new FileInfo(input).Length : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
