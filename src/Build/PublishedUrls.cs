using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

using StaticSite.Exports;

namespace StaticSite.Build;

/// <summary>Passes the files of a build on, and notes down the address and the anchors of every page. Taken from many threads at once.</summary>
public sealed class PublishedUrls(IOutput next) : IOutput
{
    private const string Index = "index.html";

    private readonly ConcurrentDictionary<string, ImmutableSortedSet<string>> pages = new(StringComparer.Ordinal);

    /// <summary>Path from the root of the site, "/zh/A/67/776/", to the ids of the elements of the page, in ordinal order.</summary>
    public IReadOnlyDictionary<string, ImmutableSortedSet<string>> Pages => pages;

    public bool Keeps => next.Keeps;

    public void Write(OutputFile file)
    {
        // A page that only leads on is no address of its own: what it takes the place of is redirected.
        if (!file.LeadsOn && (file.Path == Index || file.Path.EndsWith("/" + Index, StringComparison.Ordinal)))
            pages["/" + file.Path[..^Index.Length]] = IdsIn(file.Content.Span);
        next.Write(file);
    }

    /// <summary>The ids of the elements of a page that somebody can link to: those inside of a picture name its parts.</summary>
    /// <remarks>The templates escape quotation marks in text, so ` id="` stands only in tags.</remarks>
    public static ImmutableSortedSet<string> IdsIn(ReadOnlySpan<byte> html)
    {
        var ids = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        while (html.IndexOf(" id=\""u8) is >= 0 and var at)
        {
            if (html[..at].IndexOf("<svg"u8) is >= 0 and var picture)
            {
                if (html[picture..].IndexOf("</svg>"u8) is not (>= 0 and var length)) break;
                html = html[(picture + length)..];
                continue;
            }
            html = html[(at + 5)..];
            if (html.IndexOf((byte)'"') is not (>= 0 and var end)) break;
            ids.Add(Encoding.UTF8.GetString(html[..end]));
            html = html[end..];
        }
        return ids.ToImmutable();
    }
}
