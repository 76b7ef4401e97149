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

    [Fact]
    public void A_file_that_has_not_changed_is_not_written_again()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary, ("a.html", "1"), ("b/c.html", "2"), ("same-length.html", "x"));
        var old = new DateTime(2012, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var path in new[] { "a.html", "b/c.html", "same-length.html" }) System.IO.File.SetLastWriteTimeUtc(temporary.PathOf("site/" + path), old);
        Publish(temporary, ("a.html", "1"), ("b/c.html", "3"), ("same-length.html", "y"), ("new.html", "1"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(old, System.IO.File.GetLastWriteTimeUtc(temporary.PathOf("site/a.html")));
        Assert.NotEqual(old, System.IO.File.GetLastWriteTimeUtc(temporary.PathOf("site/b/c.html")));
        Assert.Equal(["1", "3", "1", "y"], new[] { "a.html", "b/c.html", "new.html", "same-length.html" }.Select(p => System.IO.File.ReadAllText(temporary.PathOf("site/" + p))));
    }

    [Fact]
    public void A_second_file_of_a_path_leaves_the_published_one_alone()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary, ("a.html", "1"));
        using (var folder = OutputFolder.Open(temporary.PathOf("site"), out _)!)
        {
            folder.Write(New("a.html", "1"));
            folder.Write(New("a.html", "2"));
            Assert.Equal("1", System.IO.File.ReadAllText(temporary.PathOf("site/a.html")));
        }
        Assert.Equal("1", System.IO.File.ReadAllText(temporary.PathOf("site/a.html")));
    }

    [Fact]
    public void A_link_in_the_published_folder_is_replaced_by_the_file()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary, ("a.html", "1"));
        temporary.Write("elsewhere.html", "1");
        System.IO.File.Delete(temporary.PathOf("site/a.html"));
        System.IO.File.CreateSymbolicLink(temporary.PathOf("site/a.html"), temporary.PathOf("elsewhere.html"));
        Publish(temporary, ("a.html", "1"));
        Assert.Null(new FileInfo(temporary.PathOf("site/a.html")).LinkTarget);
        Assert.Equal("1", System.IO.File.ReadAllText(temporary.PathOf("site/a.html")));
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
