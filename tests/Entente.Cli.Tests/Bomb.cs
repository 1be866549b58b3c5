using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Entente.Cli.Tests;

/// <summary>Small files that unfold to ten gigabytes, made without compressing ten gigabytes.</summary>
internal static class Bomb
{
    private const int Pieces = 1024;
    private const int PieceBytes = 10 << 20;

    /// <summary>A gzip file: the same member over and over, which is one stream to whoever unfolds it.</summary>
    public static void WriteGzip(Stream file, byte fill)
    {
        var member = TempFolder.Gzip(Piece(fill));
        for (var i = 0; i < Pieces; i++) file.Write(member);
    }

    /// <summary>A zip file of one entry: the same deflated block over and over.</summary>
    public static void WriteZip(Stream file, string entry, byte fill)
    {
        var (first, next) = Blocks(fill);
        var name = Encoding.ASCII.GetBytes(entry);
        var packed = first.Length + ((long)next.Length * (Pieces - 1)) + 2;
        var local = Header(0x04034b50, name, (uint)packed, []);
        file.Write(local);
        file.Write(first);
        for (var i = 1; i < Pieces; i++) file.Write(next);
        file.Write([0x03, 0x00]);
        WriteDirectory(file, name, (uint)packed, (uint)(local.Length + packed));
    }

    private static byte[] Piece(byte fill)
    {
        var piece = new byte[PieceBytes];
        piece.AsSpan().Fill(fill);
        piece[^1] = fill == 0 ? fill : (byte)'\n';
        return piece;
    }

    /// <summary>What deflates to the first piece, and to each later one: flushing ends both on whole bytes.</summary>
    private static (byte[] First, byte[] Next) Blocks(byte fill)
    {
        using var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize);
        deflate.Write(Piece(fill));
        deflate.Flush();
        var end = (int)packed.Length;
        deflate.Write(Piece(fill));
        deflate.Flush();
        var all = packed.ToArray();
        return (all[..end], all[end..]);
    }

    /// <summary>A local header; the unfolded size does not fit in its 32 bits, so a field of the ZIP64 kind says it.</summary>
    private static byte[] Header(uint signature, byte[] name, uint packed, ReadOnlySpan<byte> more)
    {
        var header = new MemoryStream();
        void Two(int value) => header.Write([(byte)value, (byte)(value >> 8)]);
        void Four(uint value) => header.Write([(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)]);
        Four(signature);
        if (signature == 0x02014b50) Two(45);
        Two(45);
        Two(0);
        Two(8);
        Four(0);
        Four(0);
        Four(packed);
        Four(uint.MaxValue);
        Two(name.Length);
        Two(12);
        header.Write(more);
        header.Write(name);
        Two(1);
        Two(8);
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, (long)PieceBytes * Pieces);
        header.Write(size);
        return header.ToArray();
    }

    private static void WriteDirectory(Stream file, byte[] name, uint packed, uint at)
    {
        var directory = Header(0x02014b50, name, packed, new byte[14]);
        file.Write(directory);
        Span<byte> end = stackalloc byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        end[8] = end[10] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], at);
        file.Write(end);
    }
}
