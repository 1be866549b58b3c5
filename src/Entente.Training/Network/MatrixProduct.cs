using System.Runtime.Intrinsics;

namespace Entente.Training.Network;

/// <summary>
/// Adds products of row-major matrices of floats to a third, on one thread, in an order of sums that depends on the sizes only.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int PanelDepth = 256;
    private const int PanelWidth = 32;
    private const int PanelRows = 6;

    [ThreadStatic] private static float[]? t_transposed;

    /// <summary><c>C[rows, columns] += A[rows, inner] B[inner, columns]</c>.</summary>
    public static void Add(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        Require(a.Length >= rows * inner && b.Length >= inner * columns && c.Length >= rows * columns);
        fixed (float* left = a, right = b, sum = c) Run(left, right, sum, rows, inner, columns);
    }

    /// <summary><c>C[rows, columns] += A[inner, rows]ᵀ B[inner, columns]</c>.</summary>
    public static void AddTransposedLeft(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        Require(a.Length >= rows * inner);
        Add(Transposed(a, inner, rows), b, c, rows, inner, columns);
    }

    /// <summary><c>C[rows, columns] += A[rows, inner] B[columns, inner]ᵀ</c>.</summary>
    public static void AddTransposedRight(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        Require(b.Length >= inner * columns);
        Add(a, Transposed(b, columns, inner), c, rows, inner, columns);
    }

    /// <summary>Writes the transpose of <paramref name="matrix"/> to <paramref name="result"/>.</summary>
    public static void Transpose(ReadOnlySpan<float> matrix, Span<float> result, int rows, int columns)
    {
        // Small squares, so that neither side leaves the cache.
        const int tile = 16;
        for (var top = 0; top < rows; top += tile)
            for (var left = 0; left < columns; left += tile)
                for (var i = top; i < Math.Min(rows, top + tile); i++)
                    for (var j = left; j < Math.Min(columns, left + tile); j++)
                        result[j * rows + i] = matrix[i * columns + j];
    }

    private static Span<float> Transposed(ReadOnlySpan<float> matrix, int rows, int columns)
    {
        var size = rows * columns;
        if (t_transposed is null || t_transposed.Length < size) t_transposed = new float[size];
        Transpose(matrix, t_transposed, rows, columns);
        return t_transposed.AsSpan(0, size);
    }

    private static void Require(bool fits)
    {
        if (!fits) throw new ArgumentException("a matrix is smaller than its sizes say");
    }

    private static void Run(float* a, float* b, float* c, int rows, int inner, int columns)
    {
        for (var first = 0; first < inner; first += PanelDepth)
        {
            var depth = Math.Min(PanelDepth, inner - first);
            var column = 0;
            for (; column + PanelWidth <= columns; column += PanelWidth)
            {
                var panel = b + (long)first * columns + column;
                var row = 0;
                for (; row + PanelRows <= rows; row += PanelRows)
                    SixRows(a + (long)row * inner + first, inner, panel, c + (long)row * columns + column, columns, depth);
                for (; row < rows; row++)
                    OneRow(a + (long)row * inner + first, panel, c + (long)row * columns + column, columns, depth);
            }
            if (column == columns) continue;
            for (var row = 0; row < rows; row++)
            {
                var to = c + (long)row * columns;
                for (var k = first; k < first + depth; k++)
                {
                    var x = a[(long)row * inner + k];
                    var from = b + (long)k * columns;
                    for (var j = column; j < columns; j++) to[j] += x * from[j];
                }
            }
        }
    }

    // Twelve sums stay in registers while two rows of the panel and one factor pass by.
    private static void SixRows(float* a, int inner, float* b, float* c, int columns, int depth)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector512<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (var k = 0; k < depth; k++, b += columns)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[k]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[inner + k]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2 * inner + k]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3 * inner + k]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a[4 * inner + k]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a[5 * inner + k]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
        }
        AddTo(c, c00, c01);
        AddTo(c + columns, c10, c11);
        AddTo(c + 2 * columns, c20, c21);
        AddTo(c + 3 * columns, c30, c31);
        AddTo(c + 4 * columns, c40, c41);
        AddTo(c + 5 * columns, c50, c51);
    }

    private static void OneRow(float* a, float* b, float* c, int columns, int depth)
    {
        Vector512<float> c0 = default, c1 = default;
        for (var k = 0; k < depth; k++, b += columns)
        {
            var x = Vector512.Create(a[k]);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
        }
        AddTo(c, c0, c1);
    }

    private static void AddTo(float* c, Vector512<float> x, Vector512<float> y)
    {
        (Vector512.Load(c) + x).Store(c);
        (Vector512.Load(c + 16) + y).Store(c + 16);
    }
}
