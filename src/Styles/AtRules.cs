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
    /// <summary>Names in lower case, without "@", by the kind of their blocks. A rule that may come without its block is in <see cref="MayEnd"/>.</summary>
    private static readonly string[][] Known =
    [
        /* Rules */ Split("media supports container layer starting-style when else document scope supports-condition"),
        /* Style */ Split("contents mixin"),
        /* Keyframes */ ["keyframes"],
        /* Descriptors */ Split("""
            font-face page property counter-style font-palette-values position-try view-transition color-profile function location navigation
            top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center bottom-right
            bottom-right-corner left-top left-middle left-bottom right-top right-middle right-bottom
            """),
        /* Free */ Split("font-feature-values stylistic historical-forms styleset character-variant swash ornaments annotation private"),
        /* None */ Split("charset import namespace custom-media custom-selector apply"),
    ];

    public static IEnumerable<string> Names => Known.SelectMany(names => names).Order(StringComparer.Ordinal);

    /// <summary>Null for a name that CSS does not have.</summary>
    public static BlockKind? Find(string name)
    {
        if (name.StartsWith('-') || name.Contains('\\', StringComparison.Ordinal)) return BlockKind.Free;
        for (var kind = 0; kind < Known.Length; kind++)
            if (Array.IndexOf(Known[kind], name) >= 0) return (BlockKind)kind;
        return null;
    }

    /// <summary>Whether it may be a statement too, without a block.</summary>
    public static bool MayEnd(string name) => name is "layer" or "contents" or "mixin" || name.StartsWith('-');

    /// <summary>A condition around a part of a rule holds what the rule may hold.</summary>
    public static BlockKind Inside(BlockKind around, string name, BlockKind kind) =>
        kind != BlockKind.Rules ? kind : name == "scope" ? BlockKind.Style : around is BlockKind.Style or BlockKind.Descriptors or BlockKind.Free ? around : kind;

    private static string[] Split(string names) => names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
