using Entente.Language.Network;
using Xunit;

namespace Entente.Tests.Language.Network;

public unsafe class IntegerProductTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 1, 4, 16 }, { 2, 8, 32 }, { 3, 12, 16 }, { 4, 256, 48 }, { 5, 4, 32 }, { 9, 64, 16 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_of_bytes_is_that_of_the_definition(int rows, int inner, int columns)
    {
        var random = new Random(rows + inner);
        var a = new byte[rows * inner];
        for (var i = 0; i < a.Length; i++) a[i] = (byte)random.Next(128);
        AssertProduct(rows, inner, columns, 4, (row, k) => a[row * inner + k], (b, c) =>
        {
            fixed (byte* from = a) IntegerProduct.Multiply(from, inner, rows, b, inner, columns, c);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_largest_bytes_do_not_overflow(int rows, int inner, int columns)
    {
        var a = new byte[rows * inner];
        a.AsSpan().Fill(127);
        AssertProduct(rows, inner, columns, 4, (_, _) => 127, (b, c) =>
        {
            fixed (byte* from = a) IntegerProduct.Multiply(from, inner, rows, b, inner, columns, c);
        }, largest: true);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_of_wider_integers_is_that_of_the_definition(int rows, int inner, int columns)
    {
        var random = new Random(rows * inner);
        var a = new short[rows * inner];
        for (var i = 0; i < a.Length; i++) a[i] = (short)random.Next(-16000, 16000);
        AssertProduct(rows, inner, columns, 2, (row, k) => a[row * inner + k], (b, c) =>
        {
            fixed (short* from = a) IntegerProduct.MultiplyWide(from, rows, b, inner, columns, c);
        });
    }

    [Fact]
    public void A_dot_product_sums_all_products()
    {
        short[] a = [.. Enumerable.Range(-16, 32).Select(i => (short)(i * 9))];
        short[] b = [.. Enumerable.Range(3, 32).Select(i => (short)(i * 50))];
        fixed (short* left = a, right = b) Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), IntegerProduct.Dot(left, right, 32));
    }

    private delegate void Product(sbyte* b, int* c);

    private static void AssertProduct(int rows, int inner, int columns, int together, Func<int, int, int> a, Product product, bool largest = false)
    {
        const int panel = IntegerProduct.PanelWidth;
        var random = new Random(7);
        var plain = new sbyte[inner * columns];
        for (var i = 0; i < plain.Length; i++) plain[i] = largest ? (sbyte)(i % 2 == 0 ? 127 : -127) : (sbyte)random.Next(-127, 128);
        var packed = new sbyte[plain.Length];
        for (var k = 0; k < inner; k++)
            for (var j = 0; j < columns; j++)
                packed[j / panel * panel * inner + k / together * together * panel + j % panel * together + k % together] = plain[k * columns + j];
        var c = new int[rows * columns];
        fixed (sbyte* b = packed)
        fixed (int* to = c) product(b, to);
        for (var row = 0; row < rows; row++)
            for (var j = 0; j < columns; j++)
                Assert.Equal(Enumerable.Range(0, inner).Sum(k => a(row, k) * plain[k * columns + j]), c[row * columns + j]);
    }
}
