using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticSite.Import;

/// <summary>Finds what belongs to the page and not to the document: running heads, page numbers, job numbers, bar codes.</summary>
internal static partial class PageFurniture
{
    private const int LongestLine = 90, ShortestTitle = 12;

    /// <summary>Numbers of the lines that are page furniture.</summary>
    /// <param name="symbol">The symbol of the document when it is known; a line with nothing else is a running head.</param>
    public static ImmutableSortedSet<int> Find(ImmutableArray<SourceLine> lines, string? symbol)
    {
        var found = ImmutableSortedSet.CreateBuilder<int>();
        var masthead = MastheadLength(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Text;
            if (IsAlways(text) || i >= masthead && symbol is not null && IsSymbol(text, symbol)) found.Add(lines[i].Number);
        }
        AddRunningTitles(lines, masthead, symbol, found);
        AddRepeated(lines, masthead, found);
        AddPageNumbers(lines, masthead, found);
        return found.ToImmutable();
    }

    /// <summary>The symbol that stands alone on most lines, at least beside other furniture; null when there is none.</summary>
    public static string? RunningSymbol(ImmutableArray<SourceLine> lines)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Text.Length > LongestLine || SymbolLine().Match(lines[i].Text) is not { Success: true } match) continue;
            var beside = i > 0 && IsAlways(lines[i - 1].Text) || i + 1 < lines.Length && IsAlways(lines[i + 1].Text);
            var symbol = match.Groups["s"].Value.TrimEnd('*');
            counts[symbol] = counts.GetValueOrDefault(symbol) + (beside || match.Groups["org"].Success || lines[i].PageStart ? 4 : 1);
        }
        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }

    /// <summary>True for a line that is furniture wherever it stands: a job number with or without a page number, a bar code, "12/15", "Page 3".</summary>
    public static bool IsAlways(string text) =>
        text.Length <= LongestLine && (JobNumber().IsMatch(text) || BarCode().IsMatch(text) || PageOfPages().IsMatch(text) || Continuation().IsMatch(text));

    // The masthead of the first page carries the symbol once as content.
    private static int MastheadLength(ImmutableArray<SourceLine> lines)
    {
        for (var i = 0; i < Math.Min(lines.Length, 12); i++)
        {
            if (lines[i].Text.Length <= LongestLine && SymbolLine().IsMatch(lines[i].Text)) return i + 1;
            if (!Masthead.IsPart(lines[i].Text)) return 0;
        }
        return 0;
    }

    private static bool IsSymbol(string text, string symbol) =>
        text.Length <= LongestLine && SymbolLine().Match(text) is { Success: true } match
        && string.Equals(WithoutBlanks(match.Groups["s"].Value.TrimEnd('*')), WithoutBlanks(symbol), StringComparison.Ordinal);

    // "S/RES/2719(2023)" and "S/RES/2719 (2023)" are one symbol.
    private static string WithoutBlanks(string symbol) => symbol.Replace(" ", "", StringComparison.Ordinal);

    // The title of the document above a page, as far as it stands in one line, alone or beside the symbol: words of the title page, which ends
    // where the first running head or the first numbered paragraph stands.
    private static void AddRunningTitles(ImmutableArray<SourceLine> lines, int masthead, string? symbol, ImmutableSortedSet<int>.Builder found)
    {
        var start = masthead;
        while (symbol is not null && start < lines.Length && !IsSymbol(lines[start].Text, symbol) && !IsBesideSymbol(lines[start].Text, symbol, out _)) start++;
        if (symbol is null || masthead == 0 || start == lines.Length) return;
        // Paragraphs of the first page may be said again in so many words: only what stands before them can be a title.
        var titlePage = string.Join(' ', lines.Take(start).TakeWhile((l, i) => i < masthead || Labels.Number(l.Text) is null && !Formulas.IsEnacting(l.Text) && !Formulas.IsSummary(l.Text) && !Displays.StartsContents(l.Text)).Select(l => l.Text));
        for (var i = start; i < lines.Length; i++)
        {
            var text = lines[i].Text;
            if (found.Contains(lines[i].Number) || text.Length > 2 * LongestLine || Sentence.EndsOrPauses(text) || Labels.Heading(text).Any()) continue;
            var beside = IsBesideSymbol(text, symbol, out var title);
            if (!beside)
            {
                if (!(found.Contains(lines[i - 1].Number) || i + 1 < lines.Length && found.Contains(lines[i + 1].Number))) continue;
                title = text;
            }
            if (title.Length >= ShortestTitle && titlePage.Contains(title, StringComparison.Ordinal)) found.Add(lines[i].Number);
        }
    }

    private static bool IsBesideSymbol(string text, string symbol, out string title)
    {
        title = text.StartsWith(symbol + " ", StringComparison.Ordinal) ? text[(symbol.Length + 1)..]
            : text.EndsWith(" " + symbol, StringComparison.Ordinal) ? text[..^(symbol.Length + 1)] : "";
        return title.Length > 0;
    }

    // A short line that comes back at least three times, each time beside other furniture or at the start of a page, is a running title.
    private static void AddRepeated(ImmutableArray<SourceLine> lines, int masthead, ImmutableSortedSet<int>.Builder found)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = masthead; i < lines.Length; i++)
        {
            if (found.Contains(lines[i].Number) || lines[i].Width > 90 || Labels.Number(lines[i].Text) is not null) continue;
            var beside = lines[i].PageStart || i + 1 < lines.Length && lines[i + 1].PageStart
                || i > 0 && found.Contains(lines[i - 1].Number) || i + 1 < lines.Length && found.Contains(lines[i + 1].Number);
            if (!beside || Sentence.EndsOrPauses(lines[i].Text)) continue;
            var key = Digits().Replace(lines[i].Text, "");
            if (key.Trim().Length < 2) continue;
            if (!places.TryGetValue(key, out var list)) places.Add(key, list = []);
            list.Add(i);
        }
        foreach (var list in places.Values)
            if (list.Count >= 3) found.UnionWith(list.Select(i => lines[i].Number));
    }

    // A number alone on its line beside furniture or alone at a page's start or end is its page number, unless a rule before it makes it a footnote.
    private static void AddPageNumbers(ImmutableArray<SourceLine> lines, int masthead, ImmutableSortedSet<int>.Builder found)
    {
        for (var i = masthead; i < lines.Length; i++)
        {
            if (!LoneNumber().IsMatch(lines[i].Text) || lines[i].AfterRule) continue;
            var before = i > 0 && (found.Contains(lines[i - 1].Number) || lines[i].PageStart);
            var after = i + 1 < lines.Length && (found.Contains(lines[i + 1].Number) || lines[i + 1].PageStart);
            // Directly below the text that it marks, without an empty line: a footnote call at the end of a page.
            var call = after && !before && lines[i].Gap == 0 && i > 0 && lines[i - 1].Gap > 0;
            if ((before || after) && !call) found.Add(lines[i].Number);
        }
    }

    [GeneratedRegex(@"^([0-9]{1,3}(/[0-9]{1,3})?\s*)?([A-Z]{1,3}\.)?[0-9]{2}-[0-9]{5}[A-Z]?(\s*\*)?(\s*\([A-Z]\))?((\s+[0-9]{6}){0,3})(\s*\*[0-9A-Z]{6,9}\*)?(\s*[0-9]{1,3}(/[0-9]{1,3})?)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"^\*\s?[0-9]{6,9}[A-Z]?\s?\*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BarCode();

    [GeneratedRegex(@"^([0-9]{1,3}/[0-9]{1,3}|(Page|page|PAGE)\s?[0-9]{1,3}(\s(of|/)\s[0-9]{1,3})?|第\s?[0-9]{1,3}\s?页(，?\s?共\s?[0-9]{1,3}\s?页)?|[-–—]\s?[0-9]{1,3}\s?[-–—])$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageOfPages();

    [GeneratedRegex(@"^(/(\.\.\.|…)|Please recycle.*|请回收.*|♲+|♻+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^((?<org>United Nations|联合国)\s+)?([0-9]{1,3}\s+)?(?<s>[A-Z]{1,4}(/[A-Za-z0-9\-]+(\.[A-Za-z0-9]+)*)+( ?[A-Z]( and [A-Z])?)?(\s?\([0-9]{4}\))?(\s?\((Vol|Part|Vols)\.?\s?[IVX0-9]+\))?(/(Add|Corr|Rev)\.[0-9]+)*\*{0,3})(\s+[0-9]{1,3})?$",
        RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex SymbolLine();

    [GeneratedRegex(@"^[0-9]{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
