namespace StaticSite.Templating;

internal enum TokenKind
{
    /// <summary>Text outside of code, white space already stripped; Value is the text.</summary>
    Text,
    /// <summary>`{{` with its strip sign; Value is the indentation before it when it stands alone on its line, else null.</summary>
    CodeEnter,
    CodeExit,
    NewLine,
    /// <summary>A name or keyword; Value is the name.</summary>
    Identifier,
    /// <summary>`$name`; Value is "name".</summary>
    Local,
    /// <summary>`$0`; Value is the number as int.</summary>
    LocalIndex,
    /// <summary>`$`.</summary>
    Arguments,
    /// <summary>`$$`.</summary>
    Block,
    /// <summary>Value is int, long, BigInteger, float, double or decimal.</summary>
    Number,
    /// <summary>Value is the text without quotes and escapes.</summary>
    String,
    /// <summary>`$"`; text and code parts follow up to InterpolationEnd.</summary>
    InterpolationStart,
    InterpolationText,
    InterpolationOpen,
    InterpolationClose,
    InterpolationEnd,
    /// <summary>Operators and brackets; Value is their text.</summary>
    Sign,
    /// <summary>The end of the source, always the last token.</summary>
    End,
}

/// <param name="Start">0-based offset in the source, UTF-16 code units.</param>
/// <param name="End">Offset behind the last character.</param>
/// <param name="Spaced">True when white space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, object? Value, bool Spaced)
{
    public string Text => Value as string ?? "";

    public bool Is(string sign) => Kind == TokenKind.Sign && (string)Value! == sign;

    public bool IsName(string name) => Kind == TokenKind.Identifier && (string)Value! == name;
}
