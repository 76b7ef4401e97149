namespace StaticSite.Styles;

/// <summary>The tokens of CSS Syntax Module Level 3, section 4. Numbers of all kinds are one; white space and comments are none.</summary>
internal enum CssKind : byte
{
    Ident,

    /// <summary>A name with its opening parenthesis.</summary>
    Function,
    AtKeyword,
    Hash,
    String,
    BadString,

    /// <summary>An address without quotes, with "url(" and ")".</summary>
    Url,
    BadUrl,
    Number,
    Delim,
    Colon,
    Semicolon,
    Comma,
    OpenBrace,
    CloseBrace,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,

    /// <summary>"&lt;!--" or "--&gt;".</summary>
    HtmlComment,
}

/// <param name="start">Offset in the text.</param>
/// <param name="end">Offset of what follows.</param>
internal readonly struct CssToken(CssKind kind, int start, int end)
{
    public readonly CssKind Kind = kind;
    public readonly int Start = start;
    public readonly int End = end;

    public bool IsOpening => Kind is CssKind.OpenBrace or CssKind.OpenParen or CssKind.OpenBracket or CssKind.Function;

    public bool IsClosing => Kind is CssKind.CloseBrace or CssKind.CloseParen or CssKind.CloseBracket;
}
