using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Places inside a document as English texts name them: "paras. 8 (d) and 12 (b)", "annex, table 1 and figure I", "sect. II.B".</summary>
/// <remarks>On normalized text.<code>
/// pinpoints = element *(join element)             join: "," nests; "and", "or" stand beside
/// element   = word list                           a list of the plural only: "paragraphs 10, 11 and 15"
/// word      = paragraph(s) para(s). / section(s) sect(s). / annex(es) appendix enclosure / chapter(s) chap(s). / table(s) / figure(s) fig(s). / footnote
/// paragraph = number [" bis"] [" (a)"] ["(ii)"]      section = roman *("." label) / capital      annex = [roman / number / capital]
/// </code>Budget sections ("section 28A") have Arabic numbers and are no sections of a document.</remarks>
internal sealed class EnPinpoints(Scan scan) : IParagraphWords
{
    /// <summary>Reads the places here; null, and the place unchanged, when there are none.</summary>
    /// <param name="behind">Whether they stand behind their document. Then an element before "of" is left to what follows:
    /// in "60/254, section I of its resolution 60/260" the section is not one of 60/254.</param>
    public PlaceList? Read(bool behind = false)
    {
        if (!MayStart(scan.Text, scan.At)) return null;
        var start = scan.At;
        var places = new PlaceList();
        if (!Element(places, PlaceJoin.Nested) || behind && BelongsToNext())
        {
            scan.At = start;
            return null;
        }
        while (true)
        {
            var before = scan.At;
            if (Join() is not { } join || !Element(places, join))
            {
                scan.At = before;
                return places;
            }
            if (behind && BelongsToNext())
            {
                places.Undo();
                scan.At = before;
                return places;
            }
        }
    }

    /// <summary>False where certainly no place begins: no word for places has these first letters. Asked at every word of every text.</summary>
    public static bool MayStart(string text, int at)
    {
        if (at + 2 >= text.Length) return false;
        var (second, third) = (text[at + 1], text[at + 2]);
        return (char)(text[at] | 0x20) switch
        {
            'p' => second == 'a' && third == 'r' || second == 'r' && third == 'e',
            'o' => second == 'p' && third == 'e',
            's' => second == 'e' && third == 'c',
            'a' => second == 'n' && third == 'n' || second == 'p' && third == 'p',
            'e' => second == 'n' && third == 'c',
            'c' => second == 'h' && third == 'a',
            't' => second == 'a' && third == 'b',
            'f' => second == 'i' && third == 'g' || second == 'o' && third == 'o',
            _ => false,
        };
    }

    private bool BelongsToNext() =>
        scan.Rest.StartsWith(" of ", StringComparison.Ordinal) && !scan.Rest.StartsWith(" of which", StringComparison.Ordinal)
        || scan.Rest.StartsWith(", of ", StringComparison.Ordinal) && !scan.Rest.StartsWith(", of which", StringComparison.Ordinal)
        || scan.Rest.StartsWith(" to the ", StringComparison.Ordinal) || scan.Rest.StartsWith(" above", StringComparison.Ordinal) || scan.Rest.StartsWith(" below", StringComparison.Ordinal);

    private PlaceJoin? Join()
    {
        var comma = scan.Eat(',');
        if (!scan.Eat(' ')) return comma ? PlaceJoin.Nested : null;
        if (scan.Eat("and ") || scan.Eat("or ") || scan.Eat("as well as ")) return PlaceJoin.Beside;
        return comma ? PlaceJoin.Nested : null;
    }

    private bool Element(PlaceList places, PlaceJoin join)
    {
        var start = scan.At;
        if (MayStart(scan.Text, start) && (Paragraphs(places, join, start) || AnyOther(places, join, start))) return true;
        scan.At = start;
        return false;
    }

    // By the first letter of its word, which "operative" and "preambular" may stand before.
    private bool AnyOther(PlaceList places, PlaceJoin join, int start) => (char)(scan.Peek() | 0x20) switch
    {
        's' => Sections(places, join, start),
        'a' or 'e' => Annexes(places, join, start),
        'c' => Chapters(places, join, start),
        't' => Numbered(places, join, start),
        'f' => Numbered(places, join, start) || Footnotes(places, join, start),
        _ => false,
    };

    private bool Word(string plural, string singular, string shortPlural, string shortSingular, out bool isPlural)
    {
        isPlural = scan.EatWord(plural) || scan.EatWord(shortPlural) && Dot();
        return isPlural || scan.EatWord(singular) || scan.EatWord(shortSingular) && Dot();
    }

    private bool Dot()
    {
        scan.Eat('.');
        return true;
    }

    private bool Paragraphs(PlaceList places, PlaceJoin join, int start)
    {
        if ((scan.Peek() | 0x20) is not ('p' or 'o')) return false;
        var preambular = scan.EatWord("preambular");
        if (preambular || scan.EatWord("operative")) scan.SkipBlank();
        if (!Word("paragraphs", "paragraph", "paras", "para", out var plural)) return false;
        scan.SkipBlank();
        var found = new ParagraphList(scan, this).Read(start, single: !plural);
        if (found is null)
        {
            scan.At = start;
            return false;
        }
        if (preambular) found = [.. found.Select(p => p with { Paragraph = "PP" + p.Paragraph })];
        places.Add(PlaceLevel.Leaf, join, found);
        return true;
    }

    public ListSeparator Separator()
    {
        var comma = scan.Eat(',');
        var blank = scan.Eat(' ');
        if (blank && (scan.Eat("and ") || scan.Eat("or ")) || comma && scan.Eat("and ")) return ListSeparator.And;
        if (blank && (scan.Eat("to ") || scan.Eat("through ") || scan.Eat("- "))) return ListSeparator.Range;
        if (!comma && !blank && scan.Eat('-')) return ListSeparator.Range;
        return comma ? ListSeparator.And : ListSeparator.None;
    }

    private static readonly string[] Suffixes = [" bis", " ter", " quater"];

    public string? Numeral() => LetterOrRoman();

    public string? Suffix() => scan.EatAny(Suffixes) is { } suffix && !Ascii.IsLetter(scan.Peek()) ? suffix : null;

    private bool Sections(PlaceList places, PlaceJoin join, int start)
    {
        if (!Word("sections", "section", "sects", "sect", out var plural) && !(scan.EatWord("sec") && scan.Eat('.'))) return false;
        scan.SkipBlank();
        var found = List(start, plural, SectionLabel, (label, span) => new() { Span = span, Section = label });
        return Added(places, PlaceLevel.Section, join, found, start);
    }

    // "III", "II.B", "III.C.1", "K", "II B"
    private string? SectionLabel()
    {
        if (LetterOrRoman() is not { } label) return null;
        while (scan.Peek() == '.' || scan.Peek() == ' ' && Ascii.IsUpper(scan.Peek(1)) && !Ascii.IsLetter(scan.Peek(2)) && !label.Contains('.', StringComparison.Ordinal) && Roman(label))
        {
            var before = scan.At;
            scan.At++;
            var part = LetterOrRoman() ?? scan.EatDigits(2);
            if (part is null || Ascii.IsLetter(scan.Peek()))
            {
                scan.At = before;
                break;
            }
            label += "." + part;
        }
        return label;
    }

    private static bool Roman(string label) => Text.Roman.Parse(label) is not null;

    private string? LetterOrRoman()
    {
        var end = scan.At;
        while (end < scan.Text.Length && Ascii.IsUpper(scan.Text[end])) end++;
        var label = scan.Text[scan.At..end];
        if (label.Length is 0 or > 8 || label.Length > 1 && !Roman(label)) return null;
        if (end < scan.Text.Length && (Ascii.IsLetterOrDigit(scan.Text[end]) || scan.Text[end] is '/' or '\'' or '’' or '-' && end + 1 < scan.Text.Length && Ascii.IsLetterOrDigit(scan.Text[end + 1]) && !Ascii.IsUpper(scan.Text[end + 1]))) return null;
        scan.At = end;
        return label;
    }

    private bool Annexes(PlaceList places, PlaceJoin join, int start)
    {
        if (!Word("annexes", "annex", "appendices", "appendix", out var plural) && !scan.EatWord("enclosure")) return false;
        var before = scan.At;
        scan.SkipBlank();
        var found = List(start, plural, AnnexLabel, (label, span) => new() { Span = span, Annex = label });
        if (found.Count == 0)
        {
            scan.At = before;
            if (plural) { scan.At = start; return false; }
            found = [new() { Span = new(start, scan.At - start), Annex = "" }];
        }
        places.Add(PlaceLevel.Annex, join, found);
        return true;
    }

    private string? AnnexLabel()
    {
        if (LetterOrRoman() is { } label) return label;
        var start = scan.At;
        if (scan.EatDigits(2) is { } digits && digits[0] != '0' && scan.Peek() is not ('/' or '%')) return Labels.ToRoman(digits);
        scan.At = start;
        return null;
    }

    private bool Chapters(PlaceList places, PlaceJoin join, int start)
    {
        if (!Word("chapters", "chapter", "chaps", "chap", out var plural)) return false;
        scan.SkipBlank();
        var found = List(start, plural, AnnexLabel, (label, span) => new() { Span = span, Chapter = label });
        return Added(places, PlaceLevel.Chapter, join, found, start);
    }

    private bool Numbered(PlaceList places, PlaceJoin join, int start)
    {
        var isTable = scan.EatWord("tables") || scan.EatWord("table");
        if (!isTable && !Word("figures", "figure", "figs", "fig", out _)) return false;
        scan.SkipBlank();
        var found = List(start, plural: true, NumberLabel,
            (label, span) => isTable ? new() { Span = span, Table = label } : new() { Span = span, Figure = label });
        return Added(places, PlaceLevel.Leaf, join, found, start);
    }

    private string? NumberLabel()
    {
        if (LetterOrRoman() is { } label)
        {
            // "table A.2", "figure II.I" of an annex or chapter.
            var end = scan.At;
            if (scan.Eat('.') && (scan.EatDigits(2) ?? LetterOrRoman()) is { } inner) return label + "." + inner;
            scan.At = end;
            return label;
        }
        var start = scan.At;
        if (scan.EatDigits(2) is { } digits && scan.Peek() is not ('/' or '%')) return digits;
        scan.At = start;
        return null;
    }

    private bool Footnotes(PlaceList places, PlaceJoin join, int start)
    {
        if (!scan.EatWord("footnotes") && !scan.EatWord("footnote")) return false;
        scan.SkipBlank();
        var found = List(start, plural: true, () => scan.EatDigits(3), (label, span) => new() { Span = span, Footnote = label });
        return Added(places, PlaceLevel.Leaf, join, found, start);
    }

    private bool Added(PlaceList places, PlaceLevel level, PlaceJoin join, List<Pinpoint> found, int start)
    {
        if (found.Count == 0)
        {
            scan.At = start;
            return false;
        }
        places.Add(level, join, found);
        return true;
    }

    // One label; more of them, and ranges, behind a plural.
    private List<Pinpoint> List(int start, bool plural, Func<string?> label, Func<string, TextSpan, Pinpoint> place)
    {
        var found = new List<Pinpoint>();
        if (label() is not { } last) return found;
        found.Add(place(last, new(start, scan.At - start)));
        while (plural)
        {
            var before = scan.At;
            var kind = Separator();
            var itemStart = scan.At;
            if (kind == ListSeparator.None || label() is not { } next)
            {
                scan.At = before;
                break;
            }
            if (kind == ListSeparator.Range)
            {
                var span = new TextSpan(found[^1].Span.Start, scan.At - found[^1].Span.Start);
                found[^1] = found[^1] with { Span = span };
                foreach (var between in LabelRange.Behind(last, next)) found.Add(place(between, span));
            }
            else
            {
                found.Add(place(next, new(itemStart, scan.At - itemStart)));
            }
            last = next;
        }
        return found;
    }
}
