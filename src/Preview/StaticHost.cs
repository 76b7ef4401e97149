namespace StaticSite.Preview;

/// <summary>What a static host answers to a path, from files in memory: index.html for folders, a redirect to the final slash, 404 pages. Pure.</summary>
public static class StaticHost
{
    private const string Index = "index.html", NotFound = "404.html";

    /// <param name="root">Path that the site stands below, with slashes at both ends.</param>
    /// <param name="files">By path below the output folder.</param>
    /// <param name="path">Path of the request, percent-decoded: "/zh/A/67/776/".</param>
    public static HostAnswer Answer(string root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string path)
    {
        if (!path.StartsWith(root, StringComparison.Ordinal))
            return path + "/" == root || path == "/" ? new(301, null, default, root) : Missing(files, path.TrimStart('/'));
        var name = path[root.Length..];
        if (name.Length == 0 || name.EndsWith('/')) return Found(name + Index) ?? Missing(files, name);
        if (Found(name) is { } file) return file;
        return files.ContainsKey($"{name}/{Index}") ? new(301, null, default, Escape($"{root}{name}/")) : Missing(files, name);

        HostAnswer? Found(string at) => files.TryGetValue(at, out var content) ? new(200, ContentTypes.Of(at), content, null) : null;
    }

    // The page of the language that the path begins with, else the one for hosts that know only one.
    private static HostAnswer Missing(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string name)
    {
        var language = name.Split('/')[0];
        foreach (var page in new[] { $"{language}/{NotFound}", NotFound })
            if (files.TryGetValue(page, out var content)) return new(404, ContentTypes.Of(page), content, null);
        return new(404, ContentTypes.Of("404.txt"), "404 Not Found\n"u8.ToArray(), null);
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

/// <param name="ContentType">Null for a redirect.</param>
/// <param name="Location">Where a redirect leads; null for every other answer.</param>
public readonly record struct HostAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Content, string? Location);

/// <summary>Content types by the end of the file name.</summary>
public static class ContentTypes
{
    public const string Html = "text/html; charset=utf-8";

    /// <remarks>The two kinds of XML that the host is told of by name in netlify.toml, and then what every host knows.</remarks>
    public static string Of(string path) => Path.GetFileName(path) switch
    {
        "index.xml" => "application/akn+xml; charset=utf-8",
        "feed.xml" => "application/atom+xml; charset=utf-8",
        _ => OfExtension(path),
    };

    private static string OfExtension(string path) => Path.GetExtension(path) switch
    {
        ".html" => Html,
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".xml" => "application/xml; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        ".webmanifest" => "application/manifest+json; charset=utf-8",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
}
