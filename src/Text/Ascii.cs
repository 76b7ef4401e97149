namespace StaticSite.Text;

/// <summary>What the framework has too; but code that is compiled ahead calls the framework for each character, and these are asked of every
/// character of every text.</summary>
internal static class Ascii
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    public static bool IsLower(char c) => c is >= 'a' and <= 'z';

    public static bool IsLetter(char c) => (c | 0x20) is >= 'a' and <= 'z';

    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);
}
