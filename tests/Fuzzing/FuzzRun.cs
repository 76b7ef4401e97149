using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace StaticSite.Tests.Fuzzing;

/// <summary>Many inputs that nobody wrote, each made from its own number, so that one that fails can be made again alone.</summary>
/// <remarks>Every test run takes the same few. FUZZ_SEED takes others; FUZZ_COUNT takes so many of each kind, FUZZ_SECONDS as many as there is time for:
/// FUZZ_SEED=7 FUZZ_SECONDS=600 tests/run --filter FullyQualifiedName~Fuzz --logger "console;verbosity=detailed"</remarks>
public static class FuzzRun
{
    // Of one input: milliseconds are usual. The time is long because other tests run beside this one.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Of the first input; the seed of whatever else is drawn.</summary>
    public static readonly int Seed = (int)(Number("FUZZ_SEED") ?? 20261122);

    private static readonly long? Count = Number("FUZZ_COUNT"), Seconds = Number("FUZZ_SECONDS");

    /// <summary>Fails with the inputs that fail, at most ten; a thread for each processor, and a watch over all of them.</summary>
    /// <param name="count">How many inputs every run of the tests takes.</param>
    /// <param name="failure">What is wrong about an input and its number; null when nothing is. What it throws is wrong too.</param>
    /// <param name="show">The input as a person reads it.</param>
    /// <returns>How many inputs were tried, and in which time.</returns>
    public static string Of<T>(int count, Func<Random, T> make, Func<T, int, string?> failure, Func<T, string> show) where T : class
    {
        var workers = Environment.ProcessorCount;
        var (under, since, done) = (new T?[workers], new long[workers], new int[workers]);
        var failures = new ConcurrentQueue<string>();
        var start = Stopwatch.GetTimestamp();
        bool IsOver(int i) => Seconds is { } seconds && Count is null ? Stopwatch.GetElapsedTime(start).TotalSeconds > seconds || i < 0 : i < 0 || i >= (Count ?? count);
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
        {
            for (var i = worker; !IsOver(i) && failures.Count < 10; i = unchecked(i + workers))
            {
                var input = make(new Random(unchecked((Seed * 397) ^ i)));
                Volatile.Write(ref since[worker], Stopwatch.GetTimestamp());
                under[worker] = input;
                if (Try(failure, input, i) is { } wrong) failures.Enqueue($"input {i}: {wrong}\n{show(input)}");
                done[worker]++;
            }
            under[worker] = null;
        })
        { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        while (threads.Exists(t => !t.Join(100)))
        {
            var stuck = Enumerable.Range(0, workers).Where(w => under[w] is not null && Stopwatch.GetElapsedTime(Volatile.Read(ref since[w])) > Longest).ToList();
            stuck.ForEach(w => failures.Enqueue($"an input still runs after {Longest}\n{(under[w] is { } input ? show(input) : "")}"));
            if (stuck.Count > 0) break;
        }
        if (!failures.IsEmpty) Assert.Fail(string.Join("\n\n", failures));
        return string.Create(CultureInfo.InvariantCulture, $"{done.Sum(n => (long)n):#,##0} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
    }

    private static string? Try<T>(Func<T, int, string?> failure, T input, int number)
    {
        try
        {
            return failure(input, number);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"throws {e}";
        }
    }

    private static long? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : null;
}
