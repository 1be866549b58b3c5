namespace Entente.Intake;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _headLength;
    private int _at;

    public PeekStream(Stream inner, int size)
    {
        _inner = inner;
        _head = new byte[size];
        _headLength = inner.ReadAtLeast(_head, size, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, as many as there are up to the size asked for.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>Bytes handed out so far.</summary>
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int n;
        if (_at < _headLength)
        {
            n = Math.Min(buffer.Length, _headLength - _at);
            _head.AsSpan(_at, n).CopyTo(buffer);
            _at += n;
        }
        else
        {
            n = _inner.Read(buffer);
        }

        BytesRead += n;
        return n;
    }
}

/// <summary>Stops a decompressed stream that unfolds more than a hundredfold beyond a limit.</summary>
internal sealed class BombGuard : ReadOnlyStream
{
    private const int MostRatio = 100;
    private readonly Stream _inner;
    private readonly Func<long> _packed;
    private readonly IntakeLimits _limits;
    private readonly Tally _all;
    private long _unfolded;

    /// <summary>Guards <paramref name="inner"/>, which unfolds as many bytes as <paramref name="packed"/> says; adds what comes out to <paramref name="all"/>.</summary>
    public BombGuard(Stream inner, Func<long> packed, IntakeLimits limits, Tally all) => (_inner, _packed, _limits, _all) = (inner, packed, limits, all);

    /// <summary>Whether <paramref name="packed"/> bytes unfold to more than news does, and to more than <paramref name="most"/>.</summary>
    public static bool IsBomb(long unfolded, long packed, long most) => unfolded > most && unfolded / MostRatio > Math.Max(1, packed);

    public override int Read(Span<byte> buffer)
    {
        var n = _inner.Read(buffer);
        _unfolded += n;
        _all.Bytes += n;
        return IsBomb(_unfolded, _packed(), _limits.BombBytes)
            ? throw new IntakeException($"unfolds more than {MostRatio}-fold, over {_limits.BombBytes >> 20} MB: a decompression bomb; not read further")
            : n;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A count of bytes that several streams add to.</summary>
internal sealed class Tally
{
    /// <summary>The sum.</summary>
    public long Bytes { get; set; }
}

/// <summary>What every stream that is only read has in common.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public abstract override int Read(Span<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
