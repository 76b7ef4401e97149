using System.Diagnostics;
using System.Text.RegularExpressions;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`regex.…`, .NET's expressions, bounded in time. Options: i ignore case, m multi-line, s single line, x ignore blanks.</summary>
internal static class RegexFunctions
{
    // Expressions remembered per use: templates write few of them, loops use them often.
    private const int Remembered = 64;

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
        try
        {
            var started = Stopwatch.GetTimestamp();
            var result = search(Find(call.Text(1), OptionsOf(call.Text(options)), call.Renderer.Limits.RegexTime));
            call.Renderer.ChargeSearch(Stopwatch.GetElapsedTime(started), call.Site.Span);
            return result;
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
        for (var match = regex.Match(call.Text(0)); match.Success; match = match.NextMatch())
        {
            call.Renderer.ChargeList(all.Count + 1, call.Site.Span);
            all.Add(Groups(call, match));
        }
        return all;
    }

    // Match by match, so that the result is charged before it is built.
    private static object? Replace(Call call, Regex regex)
    {
        var (text, by) = (call.Text(0), call.Text(2));
        var length = (long)text.Length;
        return regex.Replace(text, match =>
        {
            var replacement = match.Result(by);
            length += replacement.Length;
            call.Renderer.ChargeText(replacement.Length, call.Site.Span);
            if (length > call.Renderer.Limits.StringLength) call.Renderer.ChargeText(length, call.Site.Span);
            return replacement;
        });
    }

    private static ScriptArray Split(Call call, Regex regex)
    {
        var parts = regex.Split(call.Text(0));
        call.Renderer.ChargeList(parts.Length, call.Site.Span);
        return new(parts);
    }
}
