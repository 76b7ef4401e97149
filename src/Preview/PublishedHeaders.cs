using System.Collections.Immutable;

namespace StaticSite.Preview;

/// <summary>The headers that the host sends with every page, netlify.toml says which: what they forbid there fails in the preview already.</summary>
/// <remarks>A test holds the two together. Left out are the promise of HTTPS, which 127.0.0.1 cannot keep, and caching: a preview is never stored.</remarks>
public static class PublishedHeaders
{
    public static readonly ImmutableArray<KeyValuePair<string, string>> All =
    [
        new("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];
}
