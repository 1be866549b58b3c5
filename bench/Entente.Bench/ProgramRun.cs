using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Entente.Bench;

/// <summary>Runs of the built program, as a user starts it.</summary>
/// <param name="Elapsed">Times by the clock, the shortest first.</param>
/// <param name="Cpu">Times of the processor, the shortest first; empty where the system does not tell.</param>
/// <param name="PeakBytes">Most memory that a run held; 0 where the system does not tell.</param>
internal sealed partial record ProgramRun(IReadOnlyList<TimeSpan> Elapsed, IReadOnlyList<TimeSpan> Cpu, long PeakBytes)
{
    /// <summary>Starts <c>entente read --format json</c> on <paramref name="inputs"/> <paramref name="times"/> times.</summary>
    public static ProgramRun Of(string program, string[] inputs, int times)
    {
        var (elapsed, cpu, peak) = (new List<TimeSpan>(), new List<TimeSpan>(), 0L);
        for (var i = 0; i < times; i++)
        {
            var before = ChildrenCpu();
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "read", "--format", "json", "--quiet", .. inputs]) { RedirectStandardOutput = true })!;
            var reading = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            // Its memory can be seen only while it runs.
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(5))) peak = Math.Max(peak, PeakOf(process));
            reading.Wait();
            elapsed.Add(clock.Elapsed);
            if (process.ExitCode != 0) throw new InvalidOperationException($"entente read {inputs[0]} ended with {process.ExitCode}");
            if (ChildrenCpu() - before is { } used) cpu.Add(used);
        }

        elapsed.Sort();
        cpu.Sort();
        return new ProgramRun(elapsed, cpu, peak);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    /// <summary>Processor time of all child processes that have ended.</summary>
    private static TimeSpan? ChildrenCpu()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return null;
        const int RusageChildren = -1;
        Span<long> usage = stackalloc long[18];
        if (GetResourceUsage(RusageChildren, ref MemoryMarshal.GetReference(usage)) != 0) return null;
        // struct rusage begins with seconds and microseconds in user mode, then the same in the kernel.
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ref long usage);
}
