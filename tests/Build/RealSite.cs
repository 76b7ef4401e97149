using System.Collections.Immutable;
using System.Text;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>The site of this repository, built once in memory for all tests that look at it.</summary>
public sealed class RealSite
{
    public RealSite()
    {
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(Input(), output, new(TimeProvider.System));
        Summary = built.Value;
        Diagnostics = built.Diagnostics;
        Files = output.Files;
        var parser = new HtmlParser(new() { IsStrictMode = true });
        Pages = Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(f => f.Key, f => parser.ParseDocument(Text(f.Key)), StringComparer.Ordinal);
    }

    public BuildSummary Summary { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <summary>Every page, read by an HTML parser that takes no mistake.</summary>
    public ImmutableSortedDictionary<string, IHtmlDocument> Pages { get; }

    public string Text(string path) => Encoding.UTF8.GetString(Files[path].Span);

    public static SiteInput Input() => SiteFiles.Read(Path.Combine(TestFiles.Root, "input"), Path.Combine(TestFiles.Root, "theme"), null);
}
