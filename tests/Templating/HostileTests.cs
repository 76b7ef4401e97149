using System.Text;

using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

/// <summary>Templates that want all the time and memory there is, under a twentieth of the usual limits.</summary>
public class HostileTests
{
    private static readonly Limits Limits = new()
    {
        Steps = Limits.Default.Steps / 20,
        OutputLength = Limits.Default.OutputLength / 20,
        StringLength = 1_000_000,
        ArrayLength = 100_000,
        TotalBuilt = Limits.Default.TotalBuilt / 20,
        RegexTime = TimeSpan.FromMilliseconds(50),
    };

    // Of one rendering, garbage included.
    private const long MostBytes = 768 << 20;

    // A second is usual; long enough for a machine that does other things too, and short for what would never end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Much work, but less than the limits allow.
    private static readonly string[] EndByThemselves = ["Attributes that are never closed", "Indented lines"];

    public static TheoryData<string, string> Templates()
    {
        var data = new TheoryData<string, string>();
        foreach (var part in TestFiles.Read("Templating/Cases/hostile.txt").Split("=== ").Skip(1))
            data.Add(part[..part.IndexOf('\n', StringComparison.Ordinal)], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n'));
        return data;
    }

    [Theory, MemberData(nameof(Templates))]
    public void Hostile_templates_end_in_bounded_time_and_memory(string name, string text)
    {
        var template = Template.Parse(new("page", text));
        Assert.Empty(template.Diagnostics);
        var part = Template.Parse(new("tpl", "text"));
        var output = new StringBuilder();
        var options = new RenderOptions { Include = included => included == "tpl" ? part : null, Limits = Limits };
        var (rules, bytes) = (new List<string>(), 0L);
        var thread = new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            rules.AddRange(template.Value.Render(options, new Dictionary<string, object?>(StringComparer.Ordinal), output).Select(f => f.Rule.Id));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(Longest), $"{name}: still runs after {Longest}");
        Assert.InRange(bytes, 0, MostBytes);
        Assert.True(rules.Count > 0 || EndByThemselves.Contains(name, StringComparer.Ordinal), $"{name}: ends without a finding");
        Assert.InRange(output.Length, 0, Limits.OutputLength);
    }
}
