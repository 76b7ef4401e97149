namespace StaticSite.Styles;

/// <summary>What may stand in a block.</summary>
internal enum BlockKind : byte
{
    /// <summary>Rules: the style sheet itself, and what holds a part of it under a condition.</summary>
    Rules,

    /// <summary>Declarations and nested rules.</summary>
    Style,

    /// <summary>The steps of an animation.</summary>
    Keyframes,

    /// <summary>Declarations of descriptors, as in @font-face and @page.</summary>
    Descriptors,

    /// <summary>Whatever there is: names of the author's own, or of a browser's.</summary>
    Free,

    /// <summary>No block at all: the at-rule ends with ";".</summary>
    None,
}

/// <summary>The at-rules of CSS, and what their blocks hold.</summary>
/// <remarks>As the specifications of the W3C have them; webref (see tests/css-names) lists the same.</remarks>
internal static class AtRules
{
    /// <summary>Names in lower case, without "@". A rule that may come without its block is in <see cref="MayEnd"/>.</summary>
    private static readonly Dictionary<string, BlockKind> Known = Table(
        (BlockKind.None, "charset import namespace custom-media custom-selector apply"),
        (BlockKind.Rules, "media supports container layer starting-style when else document scope supports-condition"),
        (BlockKind.Keyframes, "keyframes"),
        (BlockKind.Style, "contents mixin"),
        (BlockKind.Descriptors, "font-face page property counter-style font-palette-values position-try view-transition color-profile function location navigation"),
        (BlockKind.Descriptors, "top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center bottom-right"),
        (BlockKind.Descriptors, "bottom-right-corner left-top left-middle left-bottom right-top right-middle right-bottom"),
        (BlockKind.Free, "font-feature-values stylistic historical-forms styleset character-variant swash ornaments annotation private"));

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    /// <summary>Null for a name that CSS does not have.</summary>
    public static BlockKind? Find(string name) =>
        name.StartsWith('-') || name.Contains('\\', StringComparison.Ordinal) ? BlockKind.Free : Known.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Whether it may be a statement too, without a block.</summary>
    public static bool MayEnd(string name) => name is "layer" or "contents" or "mixin" or "apply" or "view-transition" || name.StartsWith('-');

    /// <summary>A condition around a part of a rule holds what the rule may hold.</summary>
    public static BlockKind Inside(BlockKind around, string name, BlockKind kind) =>
        kind != BlockKind.Rules ? kind : name == "scope" ? BlockKind.Style : around is BlockKind.Style or BlockKind.Descriptors or BlockKind.Free ? around : kind;

    private static Dictionary<string, BlockKind> Table(params ReadOnlySpan<(BlockKind Kind, string Names)> rows)
    {
        var table = new Dictionary<string, BlockKind>(StringComparer.Ordinal);
        foreach (var (kind, names) in rows)
            foreach (var name in names.Split(' ')) table.Add(name, kind);
        return table;
    }
}
