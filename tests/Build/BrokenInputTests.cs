using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>Whatever an editor writes, a build ends with findings and not with an exception.</summary>
public class BrokenInputTests
{
    [Theory]
    [InlineData("input/documents/A-67-776/document.yaml", "id: \"5\"", "id: \"4\"", "records/duplicate-id")]
    [InlineData("input/site.yaml", "code: en, tag: en", "code: zh, tag: en", "records/duplicate-id")]
    [InlineData("input/site.yaml", "tag: zh-Hans", "tag: zh-Hant", null)]
    [InlineData("input/documents/A-67-776/text.zh.yaml", "language: zh-Hans", "language: fr", null)]
    public void A_mistake_that_once_ended_a_build_is_a_finding(string file, string was, string wrote, string? rule)
    {
        var input = RealSite.Input();
        var source = input.Records.Single(r => r.Path == file);
        Assert.Contains(was, source.Text, StringComparison.Ordinal);
        var built = Build(input with { Records = input.Records.Replace(source, new(file, source.Text.Replace(was, wrote, StringComparison.Ordinal))) });
        if (rule is not null) Assert.Contains(built.Diagnostics, d => d.Rule.Id == rule);
    }

    [Fact]
    public void A_text_in_a_language_that_the_site_does_not_have_is_no_exception()
    {
        var input = RealSite.Input();
        Build(input with { Records = input.Records.Add(new("input/documents/A-67-776/text.fr.yaml", "language: fr\nstatus: draft\ntitle: Rapport\n")) });
    }

    [Fact]
    public void Random_edits_of_the_records_end_in_findings_and_never_in_an_exception()
    {
        var input = RealSite.Input();
        var random = new Random(20261122);
        // As in the preview: what an edit leaves as it was is taken over, so that four hundred builds take no longer than a few.
        var memory = new BuildMemory(TimeProvider.System);
        string[] scraps = ["", " ", "\n", ":", "- ", "\"", "{", "]", "null", "17", "\"4\"", "zh", "x: y\n", "[^1]", "第 9 段", "A/1/1", "\t", "&a", "*a", "|", "  "];
        for (var i = 0; i < 400; i++)
        {
            var source = input.Records[random.Next(input.Records.Length)];
            var at = random.Next(source.Text.Length);
            var length = Math.Min(random.Next(12), source.Text.Length - at);
            var text = source.Text[..at] + scraps[random.Next(scraps.Length)] + source.Text[(at + length)..];
            var broken = input with { Records = input.Records.Replace(source, source with { Text = text }) };
            var failure = Record.Exception(() => Build(broken, memory));
            Assert.True(failure is null, $"{source.Path} at {at}: {text.AsSpan(at, Math.Min(40, text.Length - at))}: {failure}");
        }
    }

    private static Outcome<BuildSummary> Build(SiteInput input, BuildMemory? memory = null) =>
        SiteBuilder.Build(input, new NoOutput(), new(TimeProvider.System), memory: memory);
}
