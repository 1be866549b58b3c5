using Xunit;

namespace Entente.Tests;

public class CodePointsTests
{
    [Fact]
    public void An_index_after_a_surrogate_pair_counts_it_as_one_code_point()
    {
        var points = new CodePoints("a😀b😀c");
        Assert.Equal([0, 1, 2, 3, 4], new[] { 0, 1, 3, 4, 6 }.Select(points.Of));
    }
}
