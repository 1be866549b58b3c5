using System.Threading.Channels;
using Entente.Intake;

namespace Entente.Cli;

/// <summary>What became of one arrival: bytes to print, or word of a failure.</summary>
/// <param name="Input">The file and record.</param>
/// <param name="Output">What to print; null for a failure.</param>
/// <param name="Failure">What is wrong; null where all went well.</param>
internal sealed record Outcome(string Input, byte[]? Output, string? Failure);

/// <summary>Reads many reports at a time and gives their outcomes in the order of the input, in bounded memory.</summary>
internal static class Pipeline
{
    /// <summary>
    /// Runs <paramref name="work"/> over <paramref name="arrivals"/> on <paramref name="jobs"/> threads and hands each outcome to
    /// <paramref name="write"/> in order. On cancellation what has begun is finished and written.
    /// </summary>
    public static async Task Run(IEnumerable<Arrival> arrivals, Func<RawReport, byte[]> work, Action<Outcome> write, int jobs, CancellationToken cancelled)
    {
        // Few reports wait at a time, so memory is bounded however large the input is.
        var outcomes = Channel.CreateBounded<Task<Outcome>>(new BoundedChannelOptions(jobs * 16) { SingleReader = true, SingleWriter = true });
        using var free = new SemaphoreSlim(jobs);
        var producing = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var arrival in arrivals)
                    {
                        if (cancelled.IsCancellationRequested) break;
                        if (arrival is not RawReport report)
                        {
                            await outcomes.Writer.WriteAsync(Task.FromResult(new Outcome(arrival.Input, null, ((FailedInput)arrival).Message)), CancellationToken.None);
                            continue;
                        }

                        await free.WaitAsync(CancellationToken.None);
                        await outcomes.Writer.WriteAsync(Task.Run(() => Work(report, work, free), CancellationToken.None), CancellationToken.None);
                    }

                    outcomes.Writer.Complete();
                }
                catch (Exception e)
                {
                    outcomes.Writer.Complete(e);
                    throw;
                }
            },
            CancellationToken.None);
        await foreach (var outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None)) write(await outcome);
        await producing;
    }

    private static Outcome Work(RawReport report, Func<RawReport, byte[]> work, SemaphoreSlim free)
    {
        try
        {
            return new Outcome(report.Input, work(report), null);
        }
        catch (IntakeException e)
        {
            return new Outcome(report.Input, null, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of the program's own in one report must not cost the thousand others.
            return new Outcome(report.Input, null, $"the program failed on it, please report this: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}");
        }
        finally
        {
            free.Release();
        }
    }
}
