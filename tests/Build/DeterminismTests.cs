using System.Globalization;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

/// <summary>Same input, same bytes.</summary>
public class DeterminismTests
{
    private static readonly Lazy<SortedDictionary<string, string>> Expected = new(() => Build(RealSite.Input(), threads: 1));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("zh-CN")]
    public void Culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new(culture);
            Same(Build(RealSite.Input(), threads: 2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = null;
        }
    }

    [Fact]
    public void Number_of_threads_changes_nothing() => Same(Build(RealSite.Input(), threads: 8));

    [Fact]
    public void Order_of_the_files_changes_nothing()
    {
        var input = RealSite.Input();
        Same(Build(input with { Records = [.. input.Records.Reverse()], Partials = [.. input.Partials.Reverse()], Strings = [.. input.Strings.Reverse()] }, threads: 2));
    }

    [Fact]
    public void Dropping_the_texts_of_documents_changes_nothing()
    {
        var input = SiteFiles.ReadOnce(Path.Combine(TestFiles.Root, "input"), Path.Combine(TestFiles.Root, "theme"), null);
        Assert.DoesNotContain(input.Records, r => r.Path.StartsWith("input/documents/A-", StringComparison.Ordinal));
        Same(Build(input, threads: 2));
    }

    [Fact]
    public void The_folder_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(TestFiles.Root, "input"), "elsewhere/input");
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "elsewhere/theme");
        Same(Build(SiteFiles.Read(folder.PathOf("elsewhere/input"), folder.PathOf("elsewhere/theme"), null), threads: 2));
    }

    private static void Same(SortedDictionary<string, string> actual)
    {
        Assert.Equal(Expected.Value.Keys, actual.Keys);
        foreach (var (path, hash) in Expected.Value) Assert.True(hash == actual[path], path);
    }

    private static SortedDictionary<string, string> Build(SiteInput input, int threads)
    {
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(input, output, new(TimeProvider.System), threads: threads);
        Assert.False(built.HasErrors);
        return new(output.Files.ToDictionary(
            f => f.Key, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Value.Span)), StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
