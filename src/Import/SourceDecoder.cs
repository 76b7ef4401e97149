using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Markdown;

namespace StaticSite.Import;

/// <summary>Bytes of a source file -> text; refuses what is no text.</summary>
internal static class SourceDecoder
{
    /// <summary>Largest source in bytes: the longest budget documents of the UN are about 3 MB of text.</summary>
    public const int LargestSource = 20_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null with a finding when the bytes are no usable text.</returns>
    public static Outcome<SourceText?> Decode(string path, byte[] bytes)
    {
        if (bytes.Length > LargestSource)
            return Refuse(path, ImportRules.TooLarge, $"the file has more than the {LargestSource / 1_000_000} MB that an import reads", "import the text of one document at a time");
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
            return Refuse(path, ImportRules.NotADocument, "the file is a PDF, not text", "extract its text first and import the text file");
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8))
            return Refuse(path, ImportRules.NotADocument, "the file is a ZIP archive or a Word file, not text", "save it as plain text in UTF-8 first");
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Refuse(path, ImportRules.NotUtf8, "the file is UTF-16", "save it as UTF-8");
        string text;
        try
        {
            text = Strict.GetString(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            var line = 1 + bytes.AsSpan(0, Math.Max(0, invalid.Index)).Count((byte)'\n');
            return Refuse(path, ImportRules.NotUtf8, $"line {line} is not UTF-8", "save the file as UTF-8");
        }
        if (text.Contains('\0', StringComparison.Ordinal)) return Refuse(path, ImportRules.NotADocument, "the file is binary, not text", "extract its text first and import the text file");
        if (Forbidden(text) is { } at)
        {
            var source = new SourceText(path, text);
            var name = text[at] == RichText.Call ? "The object replacement character U+FFFC" : SourceText.NameOf(text[at]);
            return new(null, [new(ImportRules.NotADocument, new(path, at, 1), $"{name} in line {source.Position(at).Line} is no text", "put there what the printed document shows")]);
        }
        return string.IsNullOrWhiteSpace(text) ? Refuse(path, ImportRules.Empty, "the file is empty", "") : new(new SourceText(path, text), []);
    }

    // Records could not hold it; U+FFFC stands for a footnote call in their texts. A form feed ends a page.
    private static int? Forbidden(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] == RichText.Call || (text[at] != '\f' && SourceText.Forbidden.Contains(text[at]))) return at;
        return null;
    }

    private static Outcome<SourceText?> Refuse(string path, Rule rule, string message, string hint) =>
        new(null, [new Diagnostic(rule, new(path, 0, 0), message, hint)]);
}
