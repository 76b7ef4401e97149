namespace StaticSite.Printing;

/// <summary>The files of a site at the address where they will be published, so that the links of a PDF lead there. No request leaves the machine.</summary>
/// <param name="baseUrl">Absolute, with a slash at its end: "https://example.org/site/".</param>
/// <param name="read">A file of the site by its path below the output folder; null when there is none. Called from many threads.</param>
public sealed class PrintedSite(string baseUrl, Func<string, byte[]?> read)
{
    private readonly Uri root = new(baseUrl);

    /// <summary>The address of a link path: "/site/zh/A/67/776/".</summary>
    public string AddressOf(string link) => new Uri(root, link).AbsoluteUri;

    /// <summary>The file at an address; null when it is none of this site, or has no file.</summary>
    public (byte[] Content, string Type)? FileAt(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != root.GetLeftPart(UriPartial.Authority)) return null;
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var top = Uri.UnescapeDataString(root.AbsolutePath);
        if (!path.StartsWith(top, StringComparison.Ordinal)) return null;
        var file = path[top.Length..];
        if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
        return read(file) is { } content ? (content, TypeOf(file)) : null;
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".gif" => "image/gif",
        _ => "application/octet-stream",
    };
}
