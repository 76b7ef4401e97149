using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`regex.…`, .NET's expressions, bounded in time. Options: i ignore case, m multi-line, s single line, x ignore blanks.</summary>
internal static class RegexFunctions
{
    // Expressions remembered per use: templates write few of them, loops use them often.
    private const int Remembered = 64;

    // UTF-16 code units; reading an expression has no limit in time.
    private const int LongestPattern = 5000;

    [ThreadStatic]
    private static Dictionary<(string, RegexOptions, TimeSpan), Regex>? cache;

    public static readonly FunctionGroup Group = new("regex",
        new("escape", [Words("pattern")], c => Regex.Escape(c.Text(0))),
        new("unescape", [Words("pattern")], Unescape),
        new("match", [Words("text"), Words("pattern"), OptionalText("options", null)], c => Search(c, 2, regex => Groups(c, regex.Match(c.Text(0))))),
        new("matches", [Words("text"), Words("pattern"), OptionalText("options", null)], c => Search(c, 2, regex => Matches(c, regex))),
        new("replace", [Words("text"), Words("pattern"), Words("replace"), OptionalText("options", null)], c => Search(c, 3, regex => Replace(c, regex))),
        new("split", [Words("text"), Words("pattern"), OptionalText("options", null)], c => Search(c, 2, regex => Split(c, regex))));

    private static object? Search(Call call, int options, Func<Regex, object?> search)
    {
        if (call.Text(1).Length > LongestPattern) return call.Wrong($"the regular expression is longer than {LongestPattern} characters");
        call.Renderer.ChargePattern(call.Text(1), call.Site.Span);
        try
        {
            return search(Timed(call, () => Find(call.Text(1), OptionsOf(call.Text(options)), call.Renderer.Limits.RegexTime)));
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Renderer.Exceeded(call.Site.Span, $"the search with this regular expression takes more than {call.Renderer.Limits.RegexTime.TotalMilliseconds} ms", "");
        }
        catch (ArgumentException)
        {
            return call.Wrong($"\"{call.Text(1)}\" is no regular expression");
        }
    }

    // One match behind the other: the limit of an expression is for one search, so the time of all is counted too.
    private static IEnumerable<Match> All(Call call, Regex regex)
    {
        for (var match = Timed(call, () => regex.Match(call.Text(0))); match.Success; match = Timed(call, match.NextMatch))
        {
            call.Renderer.Step(call.Site.Span);
            yield return match;
        }
    }

    private static T Timed<T>(Call call, Func<T> search)
    {
        var started = Stopwatch.GetTimestamp();
        var found = search();
        call.Renderer.ChargeSearch(Stopwatch.GetElapsedTime(started), call.Site.Span);
        return found;
    }

    private static Regex Find(string pattern, RegexOptions options, TimeSpan time)
    {
        cache ??= [];
        if (cache.TryGetValue((pattern, options, time), out var regex)) return regex;
        if (cache.Count >= Remembered) cache.Clear();
        return cache[(pattern, options, time)] = new(pattern, options, time);
    }

    private static RegexOptions OptionsOf(string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }
        return options;
    }

    private static object? Unescape(Call call)
    {
        try
        {
            return Regex.Unescape(call.Text(0));
        }
        catch (ArgumentException)
        {
            return call.Wrong($"\"{call.Text(0)}\" is no escaped text");
        }
    }

    private static ScriptArray Groups(Call call, Match match)
    {
        if (!match.Success) return [];
        call.Renderer.ChargeList(match.Groups.Count, call.Site.Span);
        return new(match.Groups.Cast<Group>().Select(g => g.Value));
    }

    private static ScriptArray Matches(Call call, Regex regex)
    {
        var all = new ScriptArray();
        foreach (var match in All(call, regex))
        {
            call.Renderer.ChargeGrowth(all.Count, all.Count + 1, call.Site.Span);
            all.Add(Groups(call, match));
        }
        return all;
    }

    private static object? Replace(Call call, Regex regex)
    {
        var (text, by, at) = (call.Text(0), call.Text(2), 0);
        var replaced = new StringBuilder();
        foreach (var match in All(call, regex))
        {
            // What a replacement will be shows only when it is built, so its bound is tested first: "$_" is the whole text, "$1" a group.
            var bound = replaced.Length + match.Index - at + by.Length + (long)by.AsSpan().Count('$') * text.Length;
            if (bound > call.Renderer.Limits.StringLength) call.Renderer.ChargeText(replaced.Length + match.Index - at + LongestResult(by, text, match), call.Site.Span);
            call.Renderer.Charge(by.Length, call.Site.Span);
            var replacement = match.Result(by);
            call.Renderer.Charge(match.Index - at + replacement.Length, call.Site.Span);
            replaced.Append(text, at, match.Index - at).Append(replacement);
            at = match.Index + match.Length;
        }
        if (at == 0 && replaced.Length == 0) return text;
        call.Renderer.ChargeText(replaced.Length + (long)text.Length - at, call.Site.Span);
        return replaced.Append(text, at, text.Length - at).ToString();
    }

    // Each "$" as long as the longest that it can stand for.
    private static long LongestResult(string by, string text, Match match)
    {
        var wholes = by.AsSpan().Count("$_") + by.AsSpan().Count("$`") + by.AsSpan().Count("$'");
        return by.Length + (long)wholes * text.Length + (by.AsSpan().Count('$') - wholes) * match.Groups.Cast<Group>().Max(g => (long)g.Length);
    }

    // The groups of what is cut out stand between the parts, as in .NET.
    private static ScriptArray Split(Call call, Regex regex)
    {
        var (text, at, parts) = (call.Text(0), 0, new ScriptArray());
        foreach (var match in All(call, regex))
        {
            call.Renderer.ChargeGrowth(parts.Count, parts.Count + match.Groups.Count, call.Site.Span);
            parts.Add(text[at..match.Index]);
            foreach (var group in match.Groups.Cast<Group>().Skip(1))
                if (group.Success) parts.Add(group.Value);
            at = match.Index + match.Length;
        }
        parts.Add(text[at..]);
        return parts;
    }
}
