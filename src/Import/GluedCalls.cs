using System.Collections.Immutable;
using System.Text.RegularExpressions;

using StaticSite.Markdown;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Finds footnote calls that an extraction has set as plain digits behind a word or a mark: "the report,2 and", "成果管理制1 框架".</summary>
/// <remarks>Only for a footnote that nothing else calls, only between the call of the footnote before it and the footnote itself, and
/// only where exactly one place qualifies: a number of the sentence is never taken for a call.</remarks>
internal static partial class GluedCalls
{
    public static ImmutableArray<Row> Attach(ImmutableArray<Row> rows, ImmutableArray<SourceFootnote> notes)
    {
        var called = rows.SelectMany(r => r.Text.Markers).ToHashSet(StringComparer.Ordinal);
        var attached = rows.ToBuilder();
        var from = 0;
        foreach (var note in notes)
        {
            if (called.Contains(note.Marker))
            {
                for (var i = from; i < attached.Count; i++)
                {
                    if (!attached[i].Text.Markers.Contains(note.Marker)) continue;
                    from = i;
                    break;
                }
                continue;
            }
            var place = OnlyPlace(attached, from, note);
            if (place is not { } found) continue;
            attached[found.Row] = WithCall(attached[found.Row], found.Offset, note.Marker);
            from = found.Row;
        }
        return attached.ToImmutable();
    }

    private static (int Row, int Offset)? OnlyPlace(ImmutableArray<Row>.Builder rows, int from, SourceFootnote note)
    {
        var places = new List<(int Row, int Offset, bool BehindMark)>();
        for (var i = from; i < rows.Count && rows[i].First < note.Lines.First; i++)
        {
            var text = rows[i].Text.Plain;
            for (var at = text.IndexOf(note.Marker, StringComparison.Ordinal); at >= 0; at = text.IndexOf(note.Marker, at + 1, StringComparison.Ordinal))
                if (MayCall(text, at, note.Marker.Length)) places.Add((i, at, IsMark(text[at - 1])));
        }
        // A footnote stands at the bottom of the page that calls it.
        if (places.Count > 1)
        {
            var page = places[^1].Row;
            while (page > from && !rows[page].PageBreak) page--;
            if (places.Exists(p => p.Row >= page)) places.RemoveAll(p => p.Row < page);
        }
        if (places.Count > 1 && places.Count(p => p.BehindMark) == 1) places.RemoveAll(p => !p.BehindMark);
        return places.Count == 1 ? (places[0].Row, places[0].Offset) : null;
    }

    private static bool MayCall(string text, int at, int length)
    {
        if (at == 0) return false;
        // Asterisks mean nothing else in these texts.
        if (text[at] == '*') return text[at - 1] != '*' && (at + length == text.Length || text[at + length] != '*');
        // "B1" alone on its line: part B, note 1.
        if (at == 1 && text.Length == 1 + length && char.IsAsciiLetterUpper(text[0])) return true;
        // "A/64/596/Add.1" is a symbol, "(A/64/596).1" a symbol and a call.
        if ((text[at - 1] == '-' || text[at - 1] == '.' && at > 1 && char.IsAsciiLetter(text[at - 2])) && text.LastIndexOf('/', at - 1) > text.LastIndexOf(' ', at - 1)) return false;
        var (before, after) = (text[at - 1], at + length < text.Length ? text[at + length] : ' ');
        if (char.IsAsciiDigit(after) || after is '/' or '-' or '–' or '%' or '(' || Unit().IsMatch(text[(at + length)..])) return false;
        var behindDocument = Han.IsHan(after) && (IsMark(before) || "告议明件书信则".Contains(before));
        if (!(char.IsWhiteSpace(after) || IsMark(after) || after is ')' or '）' or RichText.Call || behindDocument)) return false;
        // "Add.1" and "Corr.1" alone, "para.5".
        if (before == '.' && Abbreviation().IsMatch(text[..at])) return false;
        // "in 20224": a year of four digits and the call behind it.
        if (char.IsAsciiDigit(before)) return Year().IsMatch(text[..at]);
        if (IsMark(before)) return at > 1 && (!char.IsAsciiDigit(text[at - 2]) || Year().IsMatch(text[..(at - 1)]));
        // "P4" and "A1" are no calls: a word of small letters, or Han characters that do not announce a number.
        return Han.IsHan(before) ? !"第表图年月约共有达至的为近逾和个到第款条".Contains(before) : char.IsAsciiLetterLower(before) && at > 2 && char.IsLetter(text[at - 2]);
    }

    private static bool IsMark(char c) => c is ',' or '.' or ';' or ':' or '，' or '。' or '；' or '：' or '、' or '”' or '’' or ')' or '）' or '》';

    private static Row WithCall(Row row, int offset, string marker)
    {
        var plain = row.Text.Plain;
        var earlier = plain.AsSpan(0, offset).Count(RichText.Call);
        return row with { Text = new(plain[..offset] + RichText.Call + plain[(offset + marker.Length)..], row.Text.Markers.Insert(earlier, marker)) };
    }

    [GeneratedRegex(@"\b(Add|Corr|Rev|Amend|Nos?|[Vv]ols?|[Pp]aras?|[Ss]ects?|[Aa]rts?|pp?)\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(^|[\s(–-])(19|20)[0-9]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s?(年|月|日|号|段|次|个|名|人|项|款|条|页|届|节|亿|万|美元|[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unit();
}
