using Entente.Training.Network;
using Xunit;

namespace Entente.Tests.Training;

public class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 31)]
    [InlineData(7, 257, 33)]
    [InlineData(13, 300, 64)]
    [InlineData(6, 1, 97)]
    [InlineData(3, 0, 5)]
    public void The_three_products_are_those_of_the_definition(int rows, int inner, int columns)
    {
        var random = new Random(rows + inner + columns);
        var a = Some(random, rows * inner);
        var b = Some(random, inner * columns);
        var start = Some(random, rows * columns);
        var expected = Naive(a, b, start, rows, inner, columns);
        var transposedA = new float[a.Length];
        var transposedB = new float[b.Length];
        MatrixProduct.Transpose(a, transposedA, rows, inner);
        MatrixProduct.Transpose(b, transposedB, inner, columns);

        var result = (float[])start.Clone();
        MatrixProduct.Add(a, b, result, rows, inner, columns);
        AssertNear(expected, result);
        result = (float[])start.Clone();
        MatrixProduct.AddTransposedLeft(transposedA, b, result, rows, inner, columns);
        AssertNear(expected, result);
        result = (float[])start.Clone();
        MatrixProduct.AddTransposedRight(a, transposedB, result, rows, inner, columns);
        AssertNear(expected, result);
    }

    [Fact]
    public void A_matrix_that_is_too_small_is_refused()
        => Assert.Throws<ArgumentException>(() => MatrixProduct.Add(new float[5], new float[6], new float[4], 2, 3, 2));

    [Fact]
    public void A_transpose_has_rows_for_columns()
    {
        var result = new float[6];
        MatrixProduct.Transpose([1, 2, 3, 4, 5, 6], result, 2, 3);
        Assert.Equal([1f, 4, 2, 5, 3, 6], result);
    }

    private static float[] Some(Random random, int count)
    {
        var result = new float[count];
        for (var i = 0; i < count; i++) result[i] = random.NextSingle() - 0.5f;
        return result;
    }

    private static float[] Naive(float[] a, float[] b, float[] start, int rows, int inner, int columns)
    {
        var result = new float[rows * columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                double sum = start[i * columns + j];
                for (var k = 0; k < inner; k++) sum += (double)a[i * inner + k] * b[k * columns + j];
                result[i * columns + j] = (float)sum;
            }
        return result;
    }

    private static void AssertNear(float[] expected, float[] result)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], result[i], 1e-4f);
    }
}
