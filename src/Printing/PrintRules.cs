using StaticSite.Diagnostics;

namespace StaticSite.Printing;

/// <summary>What can go wrong while documents are printed to PDF.</summary>
public static class PrintRules
{
    /// <summary>No Chromium was found, or the one that was named does not start.</summary>
    public static readonly Rule NoChromium = new("print/no-chromium", Severity.Error);

    /// <summary>A page could not be printed.</summary>
    public static readonly Rule Failed = new("print/failed", Severity.Error);

    /// <summary>The site has no absolute base URL: links in a PDF would lead nowhere.</summary>
    public static readonly Rule NoAddress = new("print/no-address", Severity.Error);
}
