using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Network;

/// <summary>
/// Products of integers, exact and so the same on every machine, in whatever order they are summed. Activations are bytes of 0 to 127
/// (more would overflow the sixteen-bit sums of machines that have no better instruction) or 16-bit integers, weights signed bytes.
/// </summary>
internal static unsafe class IntegerProduct
{
    /// <summary>Columns of weights that lie together.</summary>
    public const int PanelWidth = 16;

    private const int RowsAtOnce = 4;

    /// <summary><c>C[rows, columns] = A[rows, inner] B</c>, for bytes.</summary>
    /// <param name="a">Rows of bytes.</param>
    /// <param name="stride">How far they are apart.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="b">Panels of 16 columns; in each, four bytes of a column side by side, column by column.</param>
    /// <param name="c">Rows of <paramref name="columns"/> integers.</param>
    /// <param name="inner">A multiple of 4.</param>
    /// <param name="columns">A multiple of 16.</param>
    public static void Multiply(byte* a, int stride, int rows, sbyte* b, int inner, int columns, int* c)
    {
        for (var column = 0; column < columns; column += PanelWidth, b += inner * PanelWidth)
            for (var row = 0; row < rows; row += RowsAtOnce)
            {
                var count = Math.Min(RowsAtOnce, rows - row);
                if (Avx2.IsSupported) MultiplyPanel(a + row * stride, stride, count, b, inner, c + row * columns + column, columns);
                else MultiplyPanelPlainly(a + row * stride, stride, count, b, inner, c + row * columns + column, columns);
            }
    }

    /// <summary><c>C[rows, columns] = A[rows, inner] B</c>, for 16-bit integers.</summary>
    /// <param name="a">Rows of integers, one after the other.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="b">Panels of 16 columns; in each, two bytes of a column side by side, column by column.</param>
    /// <param name="c">Rows of <paramref name="columns"/> integers.</param>
    /// <param name="inner">An even number.</param>
    /// <param name="columns">A multiple of 16.</param>
    public static void MultiplyWide(short* a, int rows, sbyte* b, int inner, int columns, int* c)
    {
        for (var column = 0; column < columns; column += PanelWidth, b += inner * PanelWidth)
            for (var row = 0; row < rows; row += RowsAtOnce)
            {
                var count = Math.Min(RowsAtOnce, rows - row);
                if (Avx2.IsSupported) MultiplyWidePanel(a + row * inner, count, b, inner, c + row * columns + column, columns);
                else MultiplyWidePanelPlainly(a + row * inner, count, b, inner, c + row * columns + column, columns);
            }
    }

    /// <summary>The sum of products of two rows of 16-bit integers; <paramref name="count"/> is a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(short* a, short* b, int count)
    {
        if (!Avx2.IsSupported)
        {
            var plain = 0;
            for (var i = 0; i < count; i++) plain += a[i] * b[i];
            return plain;
        }
        var sum = Vector256<int>.Zero;
        for (var i = 0; i < count; i += 16) sum = AddProducts(sum, Vector256.Load(a + i), Vector256.Load(b + i));
        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyPanel(byte* a, int stride, int rows, sbyte* b, int inner, int* c, int columns)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector256<int> c20 = default, c21 = default, c30 = default, c31 = default;
        var a1 = rows > 1 ? a + stride : a;
        var a2 = rows > 2 ? a + 2 * stride : a;
        var a3 = rows > 3 ? a + 3 * stride : a;
        for (var k = 0; k < inner; k += 4, b += 64)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 32);
            var x = Vector256.Create(*(int*)(a + k)).AsByte();
            c00 = AddProducts(c00, x, b0);
            c01 = AddProducts(c01, x, b1);
            if (rows == 1) continue;
            x = Vector256.Create(*(int*)(a1 + k)).AsByte();
            c10 = AddProducts(c10, x, b0);
            c11 = AddProducts(c11, x, b1);
            if (rows == 2) continue;
            x = Vector256.Create(*(int*)(a2 + k)).AsByte();
            c20 = AddProducts(c20, x, b0);
            c21 = AddProducts(c21, x, b1);
            if (rows == 3) continue;
            x = Vector256.Create(*(int*)(a3 + k)).AsByte();
            c30 = AddProducts(c30, x, b0);
            c31 = AddProducts(c31, x, b1);
        }
        StoreRows(c, columns, rows, c00, c01, c10, c11, c20, c21, c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sum, Vector256<byte> a, Vector256<sbyte> b)
        => AvxVnni.IsSupported
            ? AvxVnni.MultiplyWideningAndAdd(sum, a, b)
            : sum + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(a, b), Vector256<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> AddProducts(Vector256<int> sum, Vector256<short> a, Vector256<short> b)
        => AvxVnni.IsSupported ? AvxVnni.MultiplyWideningAndAdd(sum, a, b) : sum + Avx2.MultiplyAddAdjacent(a, b);

    private static void MultiplyPanelPlainly(byte* a, int stride, int rows, sbyte* b, int inner, int* c, int columns)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < PanelWidth; column++)
            {
                var sum = 0;
                var from = a + row * stride;
                for (var k = 0; k < inner; k += 4)
                {
                    var weights = b + k * PanelWidth + 4 * column;
                    sum += from[k] * weights[0] + from[k + 1] * weights[1] + from[k + 2] * weights[2] + from[k + 3] * weights[3];
                }
                c[row * columns + column] = sum;
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyWidePanel(short* a, int rows, sbyte* b, int inner, int* c, int columns)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector256<int> c20 = default, c21 = default, c30 = default, c31 = default;
        var a1 = rows > 1 ? a + inner : a;
        var a2 = rows > 2 ? a + 2 * inner : a;
        var a3 = rows > 3 ? a + 3 * inner : a;
        for (var k = 0; k < inner; k += 2, b += 32)
        {
            var b0 = Avx2.ConvertToVector256Int16(b);
            var b1 = Avx2.ConvertToVector256Int16(b + 16);
            var x = Vector256.Create(*(int*)(a + k)).AsInt16();
            c00 = AddProducts(c00, x, b0);
            c01 = AddProducts(c01, x, b1);
            if (rows == 1) continue;
            x = Vector256.Create(*(int*)(a1 + k)).AsInt16();
            c10 = AddProducts(c10, x, b0);
            c11 = AddProducts(c11, x, b1);
            if (rows == 2) continue;
            x = Vector256.Create(*(int*)(a2 + k)).AsInt16();
            c20 = AddProducts(c20, x, b0);
            c21 = AddProducts(c21, x, b1);
            if (rows == 3) continue;
            x = Vector256.Create(*(int*)(a3 + k)).AsInt16();
            c30 = AddProducts(c30, x, b0);
            c31 = AddProducts(c31, x, b1);
        }
        StoreRows(c, columns, rows, c00, c01, c10, c11, c20, c21, c30, c31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(
        int* c, int columns, int rows, Vector256<int> c00, Vector256<int> c01, Vector256<int> c10, Vector256<int> c11,
        Vector256<int> c20, Vector256<int> c21, Vector256<int> c30, Vector256<int> c31)
    {
        c00.Store(c);
        c01.Store(c + 8);
        if (rows == 1) return;
        c10.Store(c + columns);
        c11.Store(c + columns + 8);
        if (rows == 2) return;
        c20.Store(c + 2 * columns);
        c21.Store(c + 2 * columns + 8);
        if (rows == 3) return;
        c30.Store(c + 3 * columns);
        c31.Store(c + 3 * columns + 8);
    }

    private static void MultiplyWidePanelPlainly(short* a, int rows, sbyte* b, int inner, int* c, int columns)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < PanelWidth; column++)
            {
                var sum = 0;
                var from = a + row * inner;
                for (var k = 0; k < inner; k += 2)
                {
                    var weights = b + k * PanelWidth + 2 * column;
                    sum += from[k] * weights[0] + from[k + 1] * weights[1];
                }
                c[row * columns + column] = sum;
            }
    }
}
