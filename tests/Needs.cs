using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace StaticSite.Tests;

/// <summary>What a test asks of its machine, and not every machine grants.</summary>
public enum Need { Linux, Mounting, SymbolicLinks, FreeNames, Pipes, Sha256Sum }

/// <summary>A test that is skipped, and said so with the reason, where something is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(Need need) => Skip = Machine.WhyNot(need);
}

/// <inheritdoc cref="NeedsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(Need need) => Skip = Machine.WhyNot(need);
}

/// <summary>The machine that runs the tests. What it grants is tried once, in a folder of its own: users, containers and disks differ more than their names.</summary>
internal static class Machine
{
    private static readonly ImmutableDictionary<Need, Lazy<string?>> Missing = new Dictionary<Need, (Func<bool> IsThere, string Reason)>
    {
        [Need.Linux] = (OperatingSystem.IsLinux, "needs Linux"),
        [Need.Mounting] = (() => OperatingSystem.IsLinux() && Environment.UserName == "root" && Mounts(), "needs a Linux where this user may mount a tmpfs"),
        [Need.SymbolicLinks] = (Links, "needs a system where this user may make symbolic links"),
        [Need.FreeNames] = (Names, "needs a disk that takes \"\\\" and \":\" in names"),
        [Need.Pipes] = (() => Try(folder => Run("mkfifo", folder.PathOf("pipe"))), "needs mkfifo and a disk that holds named pipes"),
        [Need.Sha256Sum] = (() => Run("sha256sum", "--version"), "needs sha256sum"),
    }.ToImmutableDictionary(n => n.Key, n => new Lazy<string?>(() => n.Value.IsThere() ? null : n.Value.Reason));

    /// <summary>Null where the machine has it.</summary>
    public static string? WhyNot(Need need) => Missing[need].Value;

    /// <summary>True when the program is there and ends well; what it tells is dropped.</summary>
    public static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static bool Mounts() => Try(folder => Run("mount", "-t", "tmpfs", "-o", "size=8k", "none", folder.PathOf("")) && Run("umount", folder.PathOf("")));

    private static bool Links() => Try(folder => File.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("link")).LinkTarget is not null);

    private static bool Names() => Try(folder =>
    {
        folder.Write("a\\b:c", "");
        return Path.GetFileName(Assert.Single(Directory.GetFiles(folder.PathOf("")))) == "a\\b:c";
    });

    private static bool Try(Func<TemporaryFolder, bool> isGranted)
    {
        using var folder = new TemporaryFolder();
        try
        {
            return isGranted(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
