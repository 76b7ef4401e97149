using System.Collections.Immutable;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

internal static class RenderToBuilder
{
    /// <summary>Renders into a string builder, which tests compare.</summary>
    public static ImmutableArray<Diagnostic> Render(this Template template, RenderOptions options, IReadOnlyDictionary<string, object?> globals, StringBuilder output)
    {
        var text = new TextBuffer();
        var findings = template.Render(options, globals, text);
        output.Append(text.Text);
        return findings;
    }
}
