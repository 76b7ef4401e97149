using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Review;

/// <summary>The rules of a `_redirects` file: one a line, "/old/ /new/ 301"; "*" at the end of a path is ":splat" in the target; the first rule that fits counts.</summary>
internal sealed class Redirects
{
    public const string File = "_redirects";

    private readonly ImmutableArray<(string From, string To)> rules;

    private Redirects(ImmutableArray<(string, string)> rules) => this.rules = rules;

    public static Redirects Read(ReadOnlySpan<byte> file)
    {
        var rules = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => !w.StartsWith('#')).ToArray();
            if (words is not [['/', ..] from, var to, ..]) continue;
            // Only what sends the reader on: not 200, which shows another file, nor 404; conditions ("Language=zh") are not for everybody.
            var rest = words[2..];
            var leadsOn = rest.Length == 0 || (rest.Length == 1 && rest[0].TrimEnd('!') is "301" or "302" or "303" or "307" or "308");
            if (leadsOn) rules.Add((from, to));
        }
        return new(rules.ToImmutable());
    }

    /// <summary>Where a URL leads; null when no rule fits.</summary>
    public string? Target(string url)
    {
        foreach (var (from, to) in rules)
        {
            if (from.EndsWith("/*", StringComparison.Ordinal))
            {
                if ((url + "/").StartsWith(from[..^1], StringComparison.Ordinal))
                    return to.Replace(":splat", url[Math.Min(url.Length, from.Length - 1)..], StringComparison.Ordinal);
            }
            // Hosts take "/old" and "/old/" for the same.
            else if (from.TrimEnd('/') == url.TrimEnd('/')) return to;
        }
        return null;
    }
}
