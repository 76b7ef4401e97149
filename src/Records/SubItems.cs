using System.Collections.Immutable;
using System.Text.RegularExpressions;

using StaticSite.Text;

namespace StaticSite.Records;

/// <summary>A sub-item of a provision.</summary>
/// <param name="Path">"(a)", "(a)(ii)": brackets and letters as in English, whatever the source prints.</param>
/// <param name="Start">0-based offset of its label.</param>
/// <param name="Depth">1 for (a), 2 for (i).</param>
internal sealed record SubItem(string Path, int Start, int Depth);

/// <summary>Finds the sub-items of a text, and where the last one of a sentence ends.</summary>
internal static partial class SubItems
{
    private enum Style { Letter, Roman }

    // How many labels may stand between the first item of a run and its second: those of the items nested in the first.
    private const int Lookahead = 64;

    private sealed record Candidate(int Start, string Value, bool AtStart);

    /// <summary>The items in order of the text.</summary>
    public static ImmutableArray<SubItem> Find(string plain)
    {
        if (!MayHaveLabels(plain)) return [];
        var candidates = Candidates(plain);
        var items = ImmutableArray.CreateBuilder<SubItem>();
        var open = new List<(Style Style, int Ordinal, string Path)>();
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!Continue(open, candidates[i]) && !Begin(open, candidates, i)) continue;
            items.Add(new(open[^1].Path, candidates[i].Start, open.Count));
        }
        return items.DrainToImmutable();
    }

    /// <summary>Where the last item of a paragraph ends: an item that has the paragraph to itself with it, one inside a sentence with the sentence.</summary>
    public static int End(string plain, SubItem item, int paragraphStart, int paragraphEnd)
    {
        if (item.Start == paragraphStart || item.Depth > 1) return paragraphEnd;
        var depth = 0;
        for (var i = item.Start; i < paragraphEnd; i++)
        {
            var c = plain[i];
            if (c is '(' or '（') depth++;
            else if (c is ')' or '）') depth = Math.Max(0, depth - 1);
            if (depth > 0 || !(c == '。' || c == '.' && IsFullStop(plain, i, paragraphEnd))) continue;
            var end = i + 1;
            while (end < paragraphEnd && plain[end] is '”' or '"' or '’' or '）' or ')' or '\uFFFC') end++;
            return end;
        }
        return paragraphEnd;
    }

    // The next of an open run: (b) after (a); the innermost run first, so that (i) after (h) in letters goes on in letters only where none is nested.
    private static bool Continue(List<(Style Style, int Ordinal, string Path)> open, Candidate candidate)
    {
        for (var level = open.Count - 1; level >= 0; level--)
        {
            var (style, ordinal, path) = open[level];
            if (Ordinal(candidate, style) != ordinal + 1) continue;
            open.RemoveRange(level, open.Count - level);
            open.Add((style, ordinal + 1, path[..path.LastIndexOf('(')] + Print(style, ordinal + 1)));
            return true;
        }
        return false;
    }

    // A run begins with (a), or with (i) inside an item; inside a sentence only when a second item follows.
    private static bool Begin(List<(Style Style, int Ordinal, string Path)> open, List<Candidate> candidates, int i)
    {
        var candidate = candidates[i];
        var style = Ordinal(candidate, Style.Letter) == 1 ? Style.Letter : Style.Roman;
        if (Ordinal(candidate, style) != 1) return false;
        if (!candidate.AtStart && !candidates.Skip(i + 1).Take(Lookahead).Any(c => Ordinal(c, style) == 2)) return false;
        if (style == Style.Letter || open.Count > 0 && open[0].Style == Style.Roman) open.Clear();
        else if (open.Count > 1) open.RemoveRange(1, open.Count - 1);
        open.Add((style, 1, (open.Count > 0 ? open[^1].Path : "") + Print(style, 1)));
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> LabelStarts = System.Buffers.SearchValues.Create("(（㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩");

    /// <summary>False for a text in which certainly nothing stands that <see cref="LabelPattern"/> takes for a label. Most texts have none.</summary>
    public static bool MayHaveLabels(string plain)
    {
        for (var at = 0; at < plain.Length;)
        {
            var next = plain.AsSpan(at).IndexOfAny(LabelStarts);
            if (next < 0) return false;
            at += next + 1;
            if (plain[at - 1] is not ('(' or '（')) return true;
            var close = plain.AsSpan(at, Math.Min(6, plain.Length - at)).IndexOfAny(')', '）');
            if (close > 0 && (char.IsAsciiLetterLower(plain[at]) || HanNumber.IsPart(plain[at]))) return true;
        }
        return false;
    }

    private static List<Candidate> Candidates(string plain)
    {
        var candidates = new List<Candidate>();
        foreach (Match match in LabelPattern().Matches(plain))
        {
            var atStart = match.Index == 0 || plain[match.Index - 1] == '\n';
            if (!atStart && !MayStand(plain, match.Index)) continue;
            if (Reference().IsMatch(plain[(match.Index + match.Length)..Math.Min(plain.Length, match.Index + match.Length + 6)])) continue;
            candidates.Add(new(match.Index, match.Groups["v"].Value, atStart));
        }
        return candidates;
    }

    // Behind a mark or a conjunction, or behind the label of the item around it.
    private static bool MayStand(string plain, int at)
    {
        var before = plain.AsSpan(0, at).TrimEnd();
        if (before.Length == 0) return true;
        if (before[^1] is '：' or ':' or '；' or ';' or '，' or ',' or '、' or '。' or '.' or '—' or '–') return !before.EndsWith("para.") && !before.EndsWith("paras.");
        if (before[^1] is ')' or '）') return LabelAtEnd().IsMatch(before[Math.Max(0, before.Length - 6)..].ToString()) && (before.Length < 4 || !char.IsAsciiDigit(before[..before.LastIndexOfAny('(', '（')].TrimEnd() is [.., var c] ? c : ' '));
        return Conjunction().IsMatch(before[Math.Max(0, before.Length - 10)..].ToString());
    }

    private static int? Ordinal(Candidate candidate, Style style)
    {
        var value = candidate.Value;
        if (value.Length == 0) return null;
        if (HanNumber.Parse(value) is { } chinese) return style == Style.Roman ? chinese : null;
        if (value[0] is >= '㈠' and <= '㈩') return style == Style.Roman ? value[0] - '㈠' + 1 : null;
        if (style == Style.Roman) return Roman.Parse(value.ToUpperInvariant());
        return value.Length == 1 ? value[0] - 'a' + 1 : value[0] == value[1] ? 26 + value[0] - 'a' + 1 : null;
    }

    private static string Print(Style style, int ordinal) => style == Style.Roman ? $"({Roman.Format(ordinal).ToLowerInvariant()})"
        : ordinal <= 26 ? $"({(char)('a' + ordinal - 1)})" : $"({new string((char)('a' + ordinal - 27), 2)})";

    // A point ends a sentence when a capital or nothing follows and no abbreviation stands before it.
    private static bool IsFullStop(string plain, int at, int end)
    {
        if (at + 1 >= end) return true;
        if (!char.IsWhiteSpace(plain[at + 1]) && plain[at + 1] is not ('”' or '"' or '\uFFFC')) return false;
        var next = at + 1;
        while (next < end && (char.IsWhiteSpace(plain[next]) || plain[next] is '”' or '"' or '\uFFFC')) next++;
        if (next < end && !char.IsUpper(plain[next]) && !Han.IsWide(plain[next])) return false;
        return !Abbreviation().IsMatch(plain[Math.Max(0, at - 8)..at]);
    }

    [GeneratedRegex(@"[(（](?<v>[a-z]{1,2}|[ivx]{1,5}|(?<zh>[一二三四五六七八九十]{1,3}))[)）]|(?<v>[㈠-㈩])", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^\s*(段|分段|项|款|至\s*[(（]|-\s*[(（]|to\s*\()", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[(（][a-z]{1,2}[)）]$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex LabelAtEnd();

    [GeneratedRegex(@"([；;，,、。]\s*(和|及|以及|或|或者|并且|并)|\b(and|or|as well as|namely|to|by|for|that|of|in|the|on|with|include|including|comprise|comprises|comprising|are|is|were|was|should|both|either)|包括|即|[一-龥])$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"(^|[\s(])(para|paras|sect|sects|No|Nos|Corr|Add|Rev|Vol|vol|Mr|Ms|Mrs|Dr|St|art|arts|e\.g|i\.e|cf|pp|p|chap|Inc|U\.S|ibid|op|cit|fig|al)$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Abbreviation();
}
