using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>Collects what a style sheet asks the browser to load: CSS Values and Units Level 4, section 4.5.</summary>
internal sealed class StyleAddresses(SourceText source, Brackets brackets)
{
    private readonly CssToken[] tokens = brackets.Tokens;
    private readonly List<StyleAddress> found = [];
    private readonly string text = source.Text;

    public ImmutableArray<StyleAddress> Found => [.. found];

    /// <summary>@import takes a string for an address.</summary>
    public void Import(int at)
    {
        if (at < tokens.Length && tokens[at].Kind == CssKind.String) Add(tokens[at], 1);
        else if (at < tokens.Length) Of(at, brackets.After(at));
    }

    /// <summary>Those of a value.</summary>
    public void Of(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Kind == CssKind.Url) Add(tokens[i], 4);
            if (tokens[i].Kind != CssKind.Function) continue;
            var name = text.AsSpan(tokens[i].Start, tokens[i].End - 1 - tokens[i].Start);
            if (name.Equals("url", StringComparison.OrdinalIgnoreCase) || name.Equals("src", StringComparison.OrdinalIgnoreCase))
            {
                if (tokens[i + 1].Kind == CssKind.String) Add(tokens[i + 1], 1);
            }
            else if (name.EndsWith("image-set", StringComparison.OrdinalIgnoreCase))
                for (var j = i + 1; j < brackets.CloseOf(i); j = brackets.After(j))
                    if (tokens[j].Kind == CssKind.String) Add(tokens[j], 1);
        }
    }

    /// <param name="before">Characters before the address.</param>
    private void Add(CssToken token, int before)
    {
        var url = text.AsSpan(token.Start + before, token.End - 1 - token.Start - before).Trim(" \t\r\n\f");
        if (!url.IsEmpty) found.Add(new(new(source.Path, token.Start, token.End - token.Start), Unescaped(url)));
    }

    // CSS Syntax Module Level 3, section 4.3.7.
    private static string Unescaped(ReadOnlySpan<char> url)
    {
        if (!url.Contains('\\')) return url.ToString();
        var made = new StringBuilder();
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] != '\\' || i + 1 == url.Length)
            {
                made.Append(url[i]);
                continue;
            }
            var digits = 0;
            while (digits < 6 && i + 1 + digits < url.Length && char.IsAsciiHexDigit(url[i + 1 + digits])) digits++;
            if (digits == 0)
            {
                // An escaped line break is nothing.
                if (url[++i] is not ('\n' or '\r' or '\f')) made.Append(url[i]);
                continue;
            }
            var code = int.Parse(url.Slice(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            made.Append(Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\uFFFD");
            i += digits;
            if (i + 1 < url.Length && url[i + 1] is ' ' or '\t' or '\n' or '\r' or '\f') i++;
        }
        return made.ToString();
    }
}
