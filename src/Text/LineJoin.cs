using System.Globalization;
using System.Text;

namespace StaticSite.Text;

/// <summary>Joins hard-wrapped lines. Whether a blank belongs between a Han character and a Latin one at a line break is decided by what
/// the same text does inside its lines: "第 64/259 号" prints blanks, "第64/259号" does not.</summary>
public sealed class LineJoin
{
    private const int TailLength = 60;

    private readonly Dictionary<(string Left, string Right), (int Blank, int None)> seen;

    private LineJoin(Dictionary<(string Left, string Right), (int Blank, int None)> seen) => this.seen = seen;

    /// <summary>Learns the habits of a text from the insides of its lines.</summary>
    public static LineJoin Learn(IEnumerable<string> lines)
    {
        var habits = new Dictionary<(string Left, string Right), (int Blank, int None)>();
        foreach (var line in lines)
        {
            for (var i = 0; i + 1 < line.Length; i++)
            {
                if (char.IsWhiteSpace(line[i])) continue;
                var blank = char.IsWhiteSpace(line[i + 1]);
                if (blank && i + 2 >= line.Length) continue;
                var right = blank ? line[i + 2] : line[i + 1];
                if (char.IsWhiteSpace(right) || Han.IsWide(line[i]) == Han.IsWide(right)) continue;
                Count(habits, (Exact(line[i]), Exact(right)), blank);
                Count(habits, (Class(line[i]), Class(right)), blank);
            }
        }
        return new(habits);
    }

    /// <summary>Two stretches as one, with a blank between or none.</summary>
    /// <param name="left">Without blanks at its end.</param>
    /// <param name="right">Without blanks at its start.</param>
    /// <param name="blankPrinted">True when the source prints a blank at this place on one line; null at a line break, where it cannot.</param>
    public string Join(string left, string right, bool? blankPrinted = null) =>
        left.Length == 0 ? right : right.Length == 0 ? left : NeedsBlank(left, right, blankPrinted) ? left + " " + right : left + right;

    /// <summary>True when a blank belongs between the two.</summary>
    public bool NeedsBlank(string left, string right, bool? blankPrinted = null)
    {
        var (l, r) = (left[^1], right[0]);
        if (Han.IsWide(l) && Han.IsWide(r) && (Han.Occurs(left) || Han.Occurs(right))) return false;
        if (blankPrinted is { } printed) return printed;
        if (Han.IsHan(l) || Han.IsHan(r) || IsFullWidth(l) || IsFullWidth(r))
        {
            if (IsFullWidth(l) || IsFullWidth(r)) return false;
            if (seen.TryGetValue((Exact(l), Exact(r)), out var exact) && exact.Blank != exact.None) return exact.Blank > exact.None;
            // "第 8(d)" + "段": a label in brackets and the word that it belongs to.
            if (l is ')' or '）' && r is '段' or '节' or '款' or '条' or '号' or '分' or '项') return false;
            if (seen.TryGetValue((Class(l), Class(r)), out var kind) && kind.Blank != kind.None) return kind.Blank > kind.None;
            return char.IsAsciiLetterOrDigit(l) || char.IsAsciiLetterOrDigit(r);
        }
        // "inter-" + "agency", "A/67/" + "776", "2012–" + "2013" are one word; "years - " + "and" are not.
        if (l is '-' or '\u2010' or '\u2011' or '/' or '–' or '—' or '\u00AD') return left.Length > 1 && char.IsWhiteSpace(left[^2]);
        return l is not ('(' or '[' or '“' or '‘') && r is not (')' or ']' or ',' or ';' or '”' or '/');
    }

    /// <summary>The end of a text that is being built, as much of it as a join looks at.</summary>
    public static string Tail(StringBuilder text) => text.ToString(Math.Max(0, text.Length - TailLength), Math.Min(TailLength, text.Length));

    /// <summary>One line as it is set: no blanks at its ends, runs of blanks as one.</summary>
    public static string Tidy(string line)
    {
        var tidy = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c)) tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        }
        if (tidy.Length > 0 && tidy[^1] == ' ') tidy.Length--;
        return tidy.ToString();
    }

    private static bool IsFullWidth(char c) => Han.IsWide(c) && !Han.IsHan(c) && c is not ('“' or '”' or '‘' or '’');

    private static void Count(Dictionary<(string Left, string Right), (int Blank, int None)> seen, (string, string) key, bool blank)
    {
        var (blanks, none) = seen.GetValueOrDefault(key);
        seen[key] = blank ? (blanks + 1, none) : (blanks, none + 1);
    }

    // Han characters and marks count as themselves, digits and letters as their class: 第 before any digit is one habit.
    private static string Exact(char c) => char.IsAsciiDigit(c) ? "0" : char.IsLetter(c) && !Han.IsHan(c) ? "a" : c.ToString();

    private static string Class(char c) => Han.IsHan(c) ? "han" : Han.IsWide(c) ? "wide"
        : char.IsAsciiDigit(c) ? "digit" : char.IsLetter(c) ? "letter" : "mark" + ((int)c).ToString(CultureInfo.InvariantCulture);
}
