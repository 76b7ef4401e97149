using StaticSite.Markdown;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <content>Reports that are named in words: what their words mean, and which body's report a symbol or call introduces.</content>
internal sealed partial class EnPassageReader
{
    /// <summary>A report in words, "his second report", "the related report of the Advisory Committee on …", told by what follows or by its body.</summary>
    private bool Report(int start, PlaceList places)
    {
        var at = Scan.At;
        var end = ReportWord(out var body);
        if (end < 0) return false;
        Scan.At = end;
        var behind = end;
        if (body is IssuingBody.None && (Scan.Eat(" of the ") || Scan.Eat(" of ") || Scan.Eat(" by the ")))
        {
            body = Bodies.ReporterAt(Scan.Rest, out var length);
            behind = Scan.At += length;
            if (length == 0) behind = Scan.At = end;
        }
        // The symbol or call of the report itself stands behind its title in the same clause.
        if (Reference(behind) is var (reference, isCall) && reference >= 0)
        {
            Scan.At = reference;
            if (!isCall && ReadSymbol(places, start)) return true;
            if (isCall && Context.Footnotes.Find(MarkerAt(reference)!) is { } target)
            {
                Scan.At = reference + 1;
                Emit(CitationKind.Footnote, target.Symbol, start, Scan.At, places);
                return true;
            }
        }
        Scan.At = behind;
        if (places.ToPinpoints() is [{ Annex: "", Paragraph: null }]) return true;
        var topic = Scan.Rest[..Math.Min(120, Scan.Rest.Length)].ToString();
        var named = Context.Introductions.ReportNamed(NameBefore(Scan.Text.AsSpan(at, end - at - (Scan.Text[end - 1] == 's' ? 7 : 6))));
        Emit(CitationKind.Anaphora, named ?? Context.ReportOf(body, topic), start, behind, places);
        return true;
    }

    // The end of the word "report" and the body of "his report" or "the Secretary-General’s report"; -1 when the clause names no report.
    private int ReportWord(out IssuingBody body)
    {
        body = IssuingBody.None;
        var start = Scan.At;
        for (var words = 0; words < 9 && !Scan.AtEnd; words++)
        {
            if (Scan.EatWord("report") || Scan.EatWord("reports"))
            {
                var end = Scan.At;
                Scan.At = start;
                return end;
            }
            if (Scan.EatWord("his") || Scan.EatWord("her")) body = IssuingBody.SecretaryGeneral;
            else if (Bodies.ReporterAt(Scan.Rest, out var length) is not IssuingBody.None and var named)
            {
                body = named;
                Scan.At += length;
                if (!Scan.Eat("’s") && !Scan.Eat("'s")) break;
            }
            else if (Ascii.IsLetter(Scan.Peek()))
            {
                while (Ascii.IsLetter(Scan.Peek()) || Scan.Peek() is '-' or '’' or '\'') Scan.At++;
            }
            if (!Scan.Eat(' ')) break;
        }
        Scan.At = start;
        return -1;
    }

    private static readonly string[] NewClauses =
    [
        "and the ", "and that ", "and its ", "and his ", "and in ", "and to ", "and also ", "and further ", "and requests", "and decides", "and notes", "and stresses", "and encourages",
        "and emphasizes", "and urges", "and invites", "and reiterates", "and recalls", "and welcomes", "and trusts", "and approves", "and endorses", "and regrets", "and expresses",
        "and reaffirms", "and looks", "and calls", "and takes", "and underlines", "and acknowledges", "and recognizes", "and affirms", "and highlights", "and authorizes", "and appropriates",
        "in which", "and concurs", "and recommends", "and considers",
    ];

    // The call or the bracketed symbol that belongs to a report whose name ends at an offset; -1 when its clause has none.
    private (int At, bool IsCall) Reference(int from)
    {
        for (var i = from; i < Scan.Text.Length && i - from < 250; i++)
        {
            var c = Scan.Text[i];
            if (c == RichText.Call) return (MarkerAt(i) is not null ? i : -1, true);
            if (c == '(') return SymbolParser.ReadNormal(Scan.Text.AsSpan(i + 1), out _) is not null ? (i + 1, false) : (-1, false);
            if (c is ';' or '\n' || c is ',' or '.' or ':' && !(i + 1 < Scan.Text.Length && Scan.Text[i + 1] == RichText.Call)) return (-1, false);
            if (c is 'a' or 'i' && Scan.Text[i - 1] == ' ')
                foreach (var clause in NewClauses)
                    if (Scan.Text.AsSpan(i).StartsWith(clause, StringComparison.Ordinal)) return (-1, false);
        }
        return (-1, false);
    }

    protected override int ReportWordBefore(int call)
    {
        var before = Before(call).TrimEnd(" ,;.”\"");
        return before.EndsWith("report", StringComparison.Ordinal) ? call - Before(call).Length + before.Length - 6 : call;
    }

    protected override (IssuingBody Body, string Topic, string Name)? Introduction(ReadOnlySpan<char> before, ReadOnlySpan<char> after, IssuingBody previous)
    {
        if (previous is IssuingBody.None && !before.Contains("report", StringComparison.Ordinal)) return null;
        before = before[SentenceStart(before)..];
        var report = before.IndexOf("report", StringComparison.Ordinal);
        if (report < 0)
        {
            var rest = before.TrimStart(Joints);
            return previous is not IssuingBody.None && rest.StartsWith("and on ", StringComparison.Ordinal) ? (previous, rest[4..].ToString(), "") : null;
        }
        if (StartsNewClause(before[report..])) return null;
        var name = NameBefore(before[..report]);
        var body = Bodies.FirstReporter(before[report..], out var end);
        if (body is not IssuingBody.None) return (body, before[(report + end)..].ToString(), name);
        body = Bodies.LastReporter(before[..report], out end);
        if (body is not IssuingBody.None) return NamesAnother(before[end..report]) ? null : (body, before[report..].ToString(), name);
        // "In its report (JIU/REP/2018/3), the Joint Inspection Unit": the body may come behind.
        var clause = after.IndexOf(", the ", StringComparison.Ordinal);
        if (clause is < 0 or > 40 || !before[..report].TrimEnd(' ').EndsWith("its", StringComparison.Ordinal)) return null;
        body = Bodies.ReporterAt(after[(clause + 6)..], out _);
        return body is IssuingBody.None ? null : (body, "", "");
    }

    private static readonly string Joints = " ,)" + RichText.Call;

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth", "final", "interim",
    ];

    /// <summary>An ordinal and what follows it at the end of a text, "eleventh progress": the name of one report among several; empty when there is none.</summary>
    private static string NameBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(' ');
        for (var (start, words) = (text.Length, 0); start > 0 && words < 4; words++)
        {
            start = text[..start].TrimEnd(' ').LastIndexOf(' ') + 1;
            var word = text[start..];
            foreach (var ordinal in Ordinals)
                if (word.StartsWith(ordinal, StringComparison.Ordinal) && (word.Length == ordinal.Length || word[ordinal.Length] == ' ')) return word.ToString();
        }
        return "";
    }

    // "The Secretary-General informed the Committee … in its report": the last body named is not one that can be told.
    private static bool NamesAnother(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["the Committee", "the Assembly", "the Council", "the Unit", "the Board", "the Commission"])
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly string[] Abbreviations = ["No", "Nos", "vol", "vols", "para", "paras", "sect", "sects", "chap", "chaps", "art", "arts", "Vol", "Sect", "Add", "Corr", "Rev", "Mr", "Ms", "Mrs", "Dr", "St", "p", "pp"];

    private static int SentenceStart(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 3; i > 0; i--)
        {
            if (text[i] != '.' || text[i + 1] != ' ' || !Ascii.IsUpper(text[i + 2])) continue;
            var word = text[..i];
            word = word[(word.LastIndexOfAny(" (") + 1)..];
            var isAbbreviation = false;
            foreach (var abbreviation in Abbreviations) isAbbreviation |= word.SequenceEqual(abbreviation);
            if (!isAbbreviation) return i + 2;
        }
        return 0;
    }

    // "the report of the Advisory Committee, notes that the Financial Regulations²": the call belongs to something else.
    private static bool StartsNewClause(ReadOnlySpan<char> text)
    {
        foreach (var clause in NewClauses)
            if (clause[^1] == ' ' ? clause is not "and the " && text.Contains(clause, StringComparison.Ordinal) : text.Contains(clause.AsSpan(clause.IndexOf(' ') + 1), StringComparison.Ordinal)) return true;
        return text.Contains(" that ", StringComparison.Ordinal);
    }

    protected override string ConsideredWord => "onsidered";
}
