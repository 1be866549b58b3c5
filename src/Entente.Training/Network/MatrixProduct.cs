using System.Runtime.Intrinsics;

namespace Entente.Training.Network;

/// <summary>
/// Adds products of row-major matrices of floats to a third, on one thread, in an order of sums that depends on the sizes only.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const int PanelDepth = 256;
    private const int PanelRows = 6;

    [ThreadStatic] private static float[]? t_transposed;
    [ThreadStatic] private static PackedMatrix? t_packed;

    /// <summary><c>C[rows, columns] += A[rows, inner] B[inner, columns]</c>.</summary>
    public static void Add(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        var packed = t_packed ??= new PackedMatrix();
        packed.Fill(b, inner, columns);
        Add(a, packed, c, rows);
    }

    /// <summary><c>C[rows, columns] += A[rows, inner] B[inner, columns]</c>.</summary>
    public static void Add(ReadOnlySpan<float> a, PackedMatrix b, Span<float> c, int rows)
    {
        if (a.Length < rows * b.Inner || c.Length < rows * b.Columns) throw new ArgumentException("a matrix is smaller than its sizes say");
        fixed (float* left = a, right = b.Values, sum = c) Run(left, right, sum, rows, b.Inner, b.Columns);
    }

    /// <summary><c>C[rows, columns] += A[inner, rows]ᵀ B[inner, columns]</c>.</summary>
    public static void AddTransposedLeft(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        var size = rows * inner;
        if (t_transposed is null || t_transposed.Length < size) t_transposed = new float[size];
        Transpose(a, t_transposed, inner, rows);
        Add(t_transposed, b, c, rows, inner, columns);
    }

    /// <summary><c>C[rows, columns] += A[rows, inner] B[columns, inner]ᵀ</c>.</summary>
    public static void AddTransposedRight(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        var packed = t_packed ??= new PackedMatrix();
        packed.FillTransposed(b, inner, columns);
        Add(a, packed, c, rows);
    }

    /// <summary>Writes the transpose of <paramref name="matrix"/> to <paramref name="result"/>.</summary>
    public static void Transpose(ReadOnlySpan<float> matrix, Span<float> result, int rows, int columns)
    {
        // Small squares, so that neither side leaves the cache.
        const int tile = 16;
        for (var top = 0; top < rows; top += tile)
            for (var left = 0; left < columns; left += tile)
                for (var j = left; j < Math.Min(columns, left + tile); j++)
                    for (var i = top; i < Math.Min(rows, top + tile); i++)
                        result[j * rows + i] = matrix[i * columns + j];
    }

    private static void Run(float* a, float* b, float* c, int rows, int inner, int columns)
    {
        const int width = PackedMatrix.PanelWidth;
        var rest = stackalloc float[PanelRows * width];
        for (var first = 0; first < inner; first += PanelDepth)
        {
            var depth = Math.Min(PanelDepth, inner - first);
            for (var column = 0; column < columns; column += width)
            {
                var panel = b + (long)column * inner + (long)first * width;
                for (var row = 0; row < rows; row += PanelRows)
                {
                    var from = a + (long)row * inner + first;
                    var to = c + (long)row * columns + column;
                    var (height, breadth) = (Math.Min(PanelRows, rows - row), Math.Min(width, columns - column));
                    if (height == PanelRows && breadth == width)
                    {
                        SixRows(from, inner, PanelRows - 1, panel, to, columns, depth);
                        continue;
                    }
                    new Span<float>(rest, PanelRows * width).Clear();
                    SixRows(from, inner, height - 1, panel, rest, width, depth);
                    for (var i = 0; i < height; i++)
                        for (var j = 0; j < breadth; j++) to[(long)i * columns + j] += rest[i * width + j];
                }
            }
        }
    }

    // Twelve sums stay in registers while a row of the panel and six factors pass by. Rows after the last are the last again.
    private static void SixRows(float* a, int inner, int last, float* b, float* c, int columns, int depth)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector512<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        var a1 = a + Math.Min(1, last) * inner;
        var a2 = a + Math.Min(2, last) * inner;
        var a3 = a + Math.Min(3, last) * inner;
        var a4 = a + Math.Min(4, last) * inner;
        var a5 = a + Math.Min(5, last) * inner;
        for (var k = 0; k < depth; k++, b += PackedMatrix.PanelWidth)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[k]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[k]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[k]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[k]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[k]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[k]);
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

    private static void AddTo(float* c, Vector512<float> x, Vector512<float> y)
    {
        (Vector512.Load(c) + x).Store(c);
        (Vector512.Load(c + 16) + y).Store(c + 16);
    }
}
