using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Review;

/// <summary>The rules of a `_redirects` file: one a line, "/old/ /new/ 301"; "*" at the end of a path is ":splat" in the target; the first rule that fits counts.</summary>
/// <remarks>A host never sees an anchor. Where one went stands in a comment: "# /page/#old /page/#new".</remarks>
internal sealed class Redirects
{
    public const string File = "_redirects";

    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal), anchors = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string From, string To, int Order)> wildcards;
    private readonly Dictionary<string, int> orders = new(StringComparer.Ordinal);

    private Redirects(IEnumerable<(string From, string To)> rules)
    {
        var open = ImmutableArray.CreateBuilder<(string, string, int)>();
        foreach (var (index, (from, to)) in rules.Index())
        {
            if (from.Contains('#', StringComparison.Ordinal)) anchors.TryAdd(from, to);
            else if (from.EndsWith("/*", StringComparison.Ordinal)) open.Add((from, to, index));
            else if (exact.TryAdd(Name(from), to)) orders.Add(Name(from), index);
        }
        wildcards = open.ToImmutable();
    }

    public static Redirects Read(ReadOnlySpan<byte> file) => new(Rules(Encoding.UTF8.GetString(file)));

    /// <summary>Where a URL leads; null when no rule fits.</summary>
    public string? Target(string url)
    {
        var hasExact = exact.TryGetValue(Name(url), out var target);
        var before = hasExact ? orders[Name(url)] : int.MaxValue;
        foreach (var (from, to, order) in wildcards)
        {
            if (order > before) break;
            if ((url + "/").StartsWith(from[..^1], StringComparison.Ordinal))
                return to.Replace(":splat", url[Math.Min(url.Length, from.Length - 1)..], StringComparison.Ordinal);
        }
        return target;
    }

    /// <summary>Where an anchor went, "/page/#old"; null when nothing says so.</summary>
    public string? AnchorTarget(string address) => anchors.GetValueOrDefault(address);

    private static IEnumerable<(string From, string To)> Rules(string file)
    {
        foreach (var line in file.Split('\n'))
        {
            var all = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (all is ["#", ['/', ..] moved, var place] && moved.Contains('#', StringComparison.Ordinal))
            {
                yield return (moved, place);
                continue;
            }
            var words = all.TakeWhile(w => !w.StartsWith('#')).ToArray();
            if (words is not [['/', ..] from, var to, ..]) continue;
            // Only what sends the reader on: not 200, which shows another file, nor 404; conditions ("Language=zh") are not for everybody.
            var rest = words[2..];
            var leadsOn = rest.Length == 0 || (rest.Length == 1 && rest[0].TrimEnd('!') is "301" or "302" or "303" or "307" or "308");
            if (leadsOn) yield return (from, to);
        }
    }

    // Hosts take "/old" and "/old/" for the same.
    private static string Name(string url) => url.TrimEnd('/');
}
