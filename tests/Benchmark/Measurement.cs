using System.Diagnostics;

namespace StaticSite.Benchmark;

/// <summary>What one run of a piece of code costs.</summary>
/// <param name="Microseconds">First quartile of the samples: what else the machine does only ever adds to the time.</param>
/// <param name="Spread">How far the median is above it, as a part of it: 0.02 is 2 %. Large on a busy machine.</param>
/// <param name="Allocated">Bytes that the running thread allocates.</param>
internal readonly record struct Measurement(double Microseconds, double Spread, long Allocated)
{
    private const int Rounds = 200;
    // Many short samples: what interrupts one spoils that one only.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1), Sample = TimeSpan.FromMilliseconds(2);

    /// <summary>Measures pieces of code in turns, so that what else the machine does hits all of them alike: their ratios hold, whatever it does.</summary>
    public static IReadOnlyList<Measurement> Of(IReadOnlyList<Action> actions)
    {
        var repeats = actions.Select(WarmedUp).ToList();
        var samples = actions.Select(_ => new double[Rounds]).ToList();
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < actions.Count; i++) samples[i][round] = Time(actions[i], repeats[i]).TotalMicroseconds / repeats[i];
        return [.. actions.Select((action, i) => From(samples[i], Allocation(action)))];
    }

    // Runs until the code is compiled for good; gives how often it runs in one sample.
    private static int WarmedUp(Action action)
    {
        var (runs, start) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(start) < WarmUp || runs < 100; runs++) action();
        const int Trial = 5;
        return Math.Max(1, (int)(Sample / (Time(action, Trial) / Trial)));
    }

    private static TimeSpan Time(Action action, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++) action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static long Allocation(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Measurement From(double[] samples, long allocated)
    {
        Array.Sort(samples);
        var (quartile, median) = (samples[samples.Length / 4], samples[samples.Length / 2]);
        return new(quartile, (median - quartile) / quartile, allocated);
    }
}
