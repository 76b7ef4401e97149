using System.Text;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

public class OutputFolderTests
{
    [Fact]
    public void The_new_files_take_the_place_of_the_old_as_a_whole()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary, ("a.html", "1"), ("b/c.html", "2"));
        Publish(temporary, ("a.html", "3"));
        Assert.Equal([OutputFolder.Marker, "a.html"], temporary.Snapshot("site").Keys.Order(StringComparer.Ordinal));
        Assert.Equal("3", System.IO.File.ReadAllText(temporary.PathOf("site/a.html")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.PathOf(""), ".site*"));
    }

    [Fact]
    public void What_is_not_published_leaves_no_trace()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary, ("a.html", "1"));
        using (var folder = OutputFolder.Open(temporary.PathOf("site"), out _)!) folder.Write(New("a.html", "half"));
        Assert.Equal("1", System.IO.File.ReadAllText(temporary.PathOf("site/a.html")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.PathOf(""), ".site*"));
    }

    [Fact]
    public void A_folder_with_files_of_somebody_is_never_replaced()
    {
        using var temporary = new TemporaryFolder();
        temporary.Write("site/thesis.txt", "all my work");
        Assert.Null(OutputFolder.Open(temporary.PathOf("site"), out var problem));
        Assert.Contains("no build wrote", problem, StringComparison.Ordinal);
        Assert.Equal("all my work", System.IO.File.ReadAllText(temporary.PathOf("site/thesis.txt")));
    }

    [Fact]
    public void A_link_to_the_published_folder_stays_a_link()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.PathOf("real"));
        Directory.CreateSymbolicLink(temporary.PathOf("site"), temporary.PathOf("real"));
        Publish(temporary, ("a.html", "1"));
        Assert.NotNull(new DirectoryInfo(temporary.PathOf("site")).LinkTarget);
        Assert.Equal("1", System.IO.File.ReadAllText(temporary.PathOf("real/a.html")));
    }

    [Fact]
    public void A_second_build_at_the_same_time_is_told_so()
    {
        using var temporary = new TemporaryFolder();
        using var first = OutputFolder.Open(temporary.PathOf("site"), out _);
        Assert.NotNull(first);
        Assert.Null(OutputFolder.Open(temporary.PathOf("site"), out var problem));
        Assert.Contains("another build", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_build_left_is_cleared()
    {
        using var temporary = new TemporaryFolder();
        temporary.Write(".site.new/stale.html", "stale");
        Publish(temporary, ("a.html", "1"));
        Assert.DoesNotContain("stale.html", temporary.Snapshot("site").Keys);
    }

    [Fact]
    public void A_path_out_of_the_folder_is_our_own_mistake()
    {
        using var temporary = new TemporaryFolder();
        using var folder = OutputFolder.Open(temporary.PathOf("site"), out _)!;
        Assert.Throws<InvalidOperationException>(() => folder.Write(New("../x", "1")));
    }

    private static void Publish(TemporaryFolder temporary, params (string Path, string Text)[] files)
    {
        using var folder = OutputFolder.Open(temporary.PathOf("site"), out var problem);
        Assert.Null(problem);
        foreach (var (path, text) in files) folder!.Write(New(path, text));
        folder!.Publish();
    }

    private static StaticSite.Exports.OutputFile New(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
