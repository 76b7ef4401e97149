using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>Whatever an author writes into any text, the pages show it as text. The browser tests open them.</summary>
public class HostileSiteTests
{
    [Fact]
    public void No_text_becomes_mark_up_that_runs_or_loads()
    {
        Assert.InRange(HostileSite.Strings.Length, 200, 1000);
        // A page refuses what looks like a link of ours or a link that could do harm; it says so, and it is a finding of the page.
        Assert.All(HostileSite.Refused(HostileSite.WithoutPages()), refused => Assert.All(refused.Value, rule => Assert.StartsWith("markdown/", rule, StringComparison.Ordinal)));

        var output = new MemoryOutput();
        var built = SiteBuilder.Build(HostileSite.Input(), output, new(TimeProvider.System));
        var errors = string.Join('\n', built.Diagnostics.Where(d => d.Rule.Severity == Severity.Error).Select(d => $"{d.Span.Path}: {d.Rule.Id}: {d.Message}").Take(20));
        Assert.True(errors.Length == 0, errors);

        var parser = new HtmlParser();
        var faults = output.Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).AsParallel().AsOrdered()
            .SelectMany(f => FaultsOf(parser.ParseDocument(Encoding.UTF8.GetString(f.Value.Span))).Select(fault => $"{f.Key}: {fault}")).Take(20).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> FaultsOf(IDocument page)
    {
        foreach (var element in page.All)
        {
            var src = element.GetAttribute("src");
            if (element.LocalName is "iframe" or "object" or "embed" or "base" or "applet" or "style" or "marquee" or "video" or "audio" or "plaintext" or "frameset"
                || element.LocalName == "script" && (src is null || !src.StartsWith("/assets/", StringComparison.Ordinal)) && element.GetAttribute("type") != "application/ld+json"
                || element.LocalName == "meta" && element.HasAttribute("http-equiv"))
                yield return element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)];
            foreach (var attribute in element.Attributes)
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "ping" or "background" or "formaction"
                    // A page may link to whom it likes; nothing loads from there.
                    || !(element.LocalName == "a" && attribute.Value.StartsWith("https://", StringComparison.Ordinal))
                    && attribute.Name is ("href" or "src" or "action" or "srcset" or "data" or "poster") && !IsOwn(attribute.Value))
                    yield return $"{element.LocalName} {attribute.Name}={attribute.Value}";
        }
    }

    private static bool IsOwn(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith('#') || address.StartsWith("https://hostile.example.org/", StringComparison.Ordinal);
}
