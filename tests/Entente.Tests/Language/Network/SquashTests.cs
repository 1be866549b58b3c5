using System.Runtime.Intrinsics;
using Entente.Language.Network;
using Xunit;

namespace Entente.Tests.Language.Network;

public class SquashTests
{
    [Fact]
    public void Both_functions_are_near_those_of_the_library_and_within_their_bounds()
    {
        for (var x = -60f; x < 60; x += 0.01f)
        {
            var tanh = Squash.Tanh(Vector256.Create(x)).GetElement(3);
            var sigmoid = Squash.Sigmoid(Vector256.Create(x)).GetElement(5);
            Assert.Equal(Math.Tanh(x), tanh, 0.0005);
            Assert.Equal(1 / (1 + Math.Exp(-x)), sigmoid, 0.0005);
            Assert.InRange(tanh, -1, 1);
            Assert.InRange(sigmoid, 0, 1);
        }
    }
}
