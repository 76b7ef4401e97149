namespace StaticSite.Symbols;

/// <summary>Reads UN document symbols and gives them their canonical form.</summary>
public static class SymbolParser
{
    /// <summary>Reads a whole string as one symbol: "A/67/776", "A/66/5 (Vol. II)", "64/259" (a resolution of the Assembly).</summary>
    public static bool TryParse(string text, out DocumentSymbol symbol)
    {
        symbol = DocumentSymbol.FromCanonical(text);
        return text.Contains('/');
    }
}
