namespace StaticSite.Commands;

/// <summary>The entry point: arguments in, exit code out.</summary>
public static class Program
{
    /// <returns>0 done; 1 findings of error severity; 2 wrong usage.</returns>
    public static int Main(string[] args)
    {
        Console.Error.WriteLine($"not yet: {args.Length}");
        return 2;
    }
}
