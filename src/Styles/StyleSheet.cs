using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>A style sheet, as far as the site must know it.</summary>
/// <param name="Addresses">What it asks the browser to load, in order.</param>
public sealed record StyleSheet(ImmutableArray<StyleAddress> Addresses)
{
    /// <summary>Reads a style sheet and finds what browsers would pass over in silence. Pure; never throws; time grows with the length of the text.</summary>
    /// <remarks>CSS Syntax Module Level 3 (https://www.w3.org/TR/css-syntax-3/) with CSS Nesting. Values are not checked against the grammars of their
    /// properties, nor custom properties and blocks of prefixed at-rules at all.</remarks>
    public static Outcome<StyleSheet> Read(SourceText source)
    {
        var findings = new StyleFindings(source);
        var brackets = Brackets.Match(source, CssTokenizer.Read(source, findings), findings);
        var addresses = new StyleAddresses(source, brackets);
        new StructureReader(source.Text, brackets, findings, addresses).Read();
        return new(new(addresses.Found), findings.All);
    }
}

/// <summary>An address in a style sheet.</summary>
/// <param name="Url">As the browser understands it, escapes resolved: "icon.svg", "https://example.org/x.png".</param>
public sealed record StyleAddress(SourceSpan Span, string Url);
