using System.Runtime.CompilerServices;

using StaticSite.Diagnostics;
using StaticSite.Styles;

namespace StaticSite.Build;

/// <summary>The style sheets of a site: what is wrong in them, and whether there is what they load.</summary>
internal static class StyleChecks
{
    // Any host that is none.
    private const string Host = "http://site.invalid";

    /// <param name="root">Path that the site stands below: "/", "/site/".</param>
    /// <param name="known">Style sheets that an earlier build has read, taken over and kept; null for none.</param>
    public static IEnumerable<Diagnostic> Check(SiteInput input, string root, ReadStyles? known)
    {
        var assets = new Lazy<HashSet<string>>(() => input.Assets.Select(a => Uri.UnescapeDataString(root) + a.Path).ToHashSet(StringComparer.Ordinal));
        foreach (var source in input.Styles)
        {
            var sheet = known?.Of(source) ?? StyleSheet.Read(source);
            foreach (var finding in sheet.Diagnostics) yield return finding;
            foreach (var address in sheet.Value.Addresses)
                if (Fault(address, new(Host + root + source.Path[(source.Path.IndexOf('/', StringComparison.Ordinal) + 1)..]), assets.Value) is { } fault) yield return fault;
        }
    }

    /// <param name="sheet">Where the style sheet will be.</param>
    private static Diagnostic? Fault(StyleAddress address, Uri sheet, HashSet<string> assets)
    {
        // A part of the page, and what the address itself holds.
        if (address.Url.StartsWith('#') || address.Url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return null;
        if (!Uri.TryCreate(sheet, address.Url, out var target) || target.GetLeftPart(UriPartial.Authority) != Host)
            return new(StyleRules.ForeignUrl, address.Span, $"\"{Shown(address.Url)}\" is not of this site, whose pages load nothing from elsewhere", "put the file into theme/assets and write its name");
        var path = Uri.UnescapeDataString(target.AbsolutePath);
        return assets.Contains(path) ? null
            : new(StyleRules.MissingFile, address.Span, $"there is no file {Shown(path)}", Meant(path, assets) is { } meant
                ? $"did you mean {Uri.UnescapeDataString(sheet.MakeRelativeUri(new(sheet, Uri.EscapeDataString(meant).Replace("%2F", "/", StringComparison.Ordinal))).ToString())}?"
                : "addresses are relative to the style sheet, as in url(icon.svg) and url(../images/map.png)");
    }

    // A file of the same name, or nearly.
    private static string? Meant(string path, HashSet<string> assets)
    {
        var named = assets.Order(StringComparer.Ordinal).ToLookup(NameOf, StringComparer.Ordinal);
        var name = NameOf(path);
        return named[name].FirstOrDefault() ?? (Suggestion.Nearest(name, named.Select(n => n.Key)) is { } near ? named[near].First() : null);

        static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
    }

    private static string Shown(string address) => address.Length <= 80 ? address : address[..(char.IsHighSurrogate(address[79]) ? 79 : 80)] + "…";
}

/// <summary>Style sheets by their texts: the same text object is not read twice.</summary>
public sealed class ReadStyles
{
    private readonly ConditionalWeakTable<SourceText, Read> known = [];

    internal Outcome<StyleSheet> Of(SourceText source) => known.GetValue(source, s => new(StyleSheet.Read(s))).Sheet;

    private sealed record Read(Outcome<StyleSheet> Sheet);
}
