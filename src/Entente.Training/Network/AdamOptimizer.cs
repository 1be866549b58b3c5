using System.Numerics.Tensors;

namespace Entente.Training.Network;

/// <summary>
/// Adam (Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization"), with gradients clipped by their norm, a rate that rises
/// and then falls as half a cosine, and a decaying mean of the weights.
/// </summary>
/// <param name="parameters">What is trained.</param>
/// <param name="rate">The highest rate.</param>
internal sealed class AdamOptimizer(NetworkParameters parameters, float rate)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;
    private const float AverageDecay = 0.9985f;
    private const float LargestNorm = 5;
    private const float LeastRate = 1e-6f;
    private const int WarmUp = 100;

    private int _step;

    /// <summary>Takes a step by the mean of the gradients and sets them to zero.</summary>
    /// <param name="workers">Added in this order, so that the sum does not depend on who was ready first.</param>
    /// <param name="steps">Number of steps in all, by which the rate falls.</param>
    public void Step(ReadOnlySpan<Gradients> workers, int steps)
    {
        _step++;
        double norm = 0;
        var sums = workers[0];
        foreach (var parameter in parameters.All)
        {
            var sum = sums[parameter];
            foreach (var other in workers[1..])
            {
                TensorPrimitives.Add(sum, other[parameter], sum);
                Array.Clear(other[parameter]);
            }
            TensorPrimitives.Multiply(sum, 1f / workers.Length, sum);
            norm += TensorPrimitives.SumOfSquares<float>(sum);
        }
        var clip = (float)Math.Min(1, LargestNorm / Math.Sqrt(norm + 1e-12));
        var now = Rate(steps);
        Parallel.ForEach(parameters.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, p => Update(p, sums[p], clip, now));
    }

    private float Rate(int steps)
    {
        var done = MathF.Min(1, (float)_step / steps);
        return rate * MathF.Min(1, (float)_step / WarmUp) * 0.5f * (1 + MathF.Cos(MathF.PI * done)) + LeastRate;
    }

    private void Update(Parameter parameter, float[] gradient, float clip, float now)
    {
        var (first, second, values, averages) = (parameter.FirstMoments, parameter.SecondMoments, parameter.Values, parameter.Averages);
        var firstBias = 1 - MathF.Pow(FirstDecay, _step);
        var secondBias = 1 - MathF.Pow(SecondDecay, _step);
        // The mean forgets the first, random weights soon.
        var decay = MathF.Min(AverageDecay, (1f + _step) / (10f + _step));
        for (var i = 0; i < gradient.Length; i++)
        {
            var g = gradient[i] * clip;
            first[i] = FirstDecay * first[i] + (1 - FirstDecay) * g;
            second[i] = SecondDecay * second[i] + (1 - SecondDecay) * g * g;
            values[i] -= now * (first[i] / firstBias) / (MathF.Sqrt(second[i] / secondBias) + 1e-8f);
            averages[i] = decay * averages[i] + (1 - decay) * values[i];
        }
        Array.Clear(gradient);
    }
}
