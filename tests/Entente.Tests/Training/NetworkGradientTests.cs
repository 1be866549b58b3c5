using Entente.Training.Network;
using Xunit;

namespace Entente.Tests.Training;

public class NetworkGradientTests
{
    // A large step crosses kinks of the rectifiers, and for a small one sums of floats are rough: a right gradient fits one of them.
    private static readonly float[] Steps = [2e-3f, 7e-4f, 2e-4f];
    private const int Seed = 3;

    private readonly NetworkParameters _parameters;
    private readonly Batch _batch;

    public NetworkGradientTests()
    {
        var encoder = SmallTreebank.Encoder();
        _parameters = new(encoder.Sizes, 1);
        // Weights as large as trained ones, and biases that are not zero, so that few units are near their kink.
        var random = new Random(21);
        foreach (var values in _parameters.All.Select(p => p.Values))
            for (var i = 0; i < values.Length; i++) values[i] = 2 * values[i] + random.NextSingle() - 0.5f;
        // Two sentences learn from a teacher too, one of them with the teacher's tree.
        var sentences = SmallTreebank.Encoded(encoder);
        var taught = new Teachers([new(encoder.Sizes, 2)]).Teach([(sentences[1], true), (sentences[3], false)]);
        _batch = new([sentences[0], taught[0], sentences[2], taught[1]]);
    }

    public static TheoryData<string> Names => [.. new NetworkParameters(SmallTreebank.Encoder().Sizes, 1).All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_slope_of_the_loss(string name)
    {
        foreach (var dropout in new[] { 0f, 0.3f })
        {
            var parameter = _parameters.All.Single(p => p.Name == name);
            var gradients = new Gradients(_parameters);
            Loss(gradients, dropout);
            var gradient = gradients[parameter];
            var norm = Math.Sqrt(gradient.Sum(x => (double)x * x));
            Assert.NotEqual(0, norm);
            var uphill = Array.ConvertAll(gradient, x => (float)(x / norm));
            AssertSlope(norm, 0.01 * norm, parameter, uphill, dropout);

            var random = new Random(2);
            for (var k = 0; k < 8; k++)
            {
                var index = random.Next(gradient.Length);
                var direction = new float[gradient.Length];
                direction[index] = 1;
                AssertSlope(gradient[index], 0.02 * Math.Abs(gradient[index]) + 5e-4, parameter, direction, dropout);
            }
        }
    }

    private void AssertSlope(double expected, double tolerance, Parameter parameter, float[] direction, float dropout)
    {
        var slopes = Array.ConvertAll(Steps, step => Slope(parameter, direction, dropout, step));
        Assert.True(Array.Exists(slopes, slope => Math.Abs(slope - expected) <= tolerance), $"{expected} is none of {string.Join(", ", slopes)}");
    }

    private double Slope(Parameter parameter, float[] direction, float dropout, float step)
    {
        var kept = (float[])parameter.Values.Clone();
        double At(float distance)
        {
            for (var i = 0; i < kept.Length; i++) parameter.Values[i] = kept[i] + distance * direction[i];
            return Loss(new(_parameters), dropout);
        }
        var slope = (At(step) - At(-step)) / (2 * step);
        kept.CopyTo(parameter.Values, 0);
        return slope;
    }

    // The same random numbers each time, so that dropout hides the same.
    private double Loss(Gradients gradients, float dropout)
    {
        var result = new PassResult();
        NeuralParser.Train(_parameters, _batch, gradients, new Random(Seed), dropout, result);
        return result.Loss / result.Words;
    }
}
