using System.Collections.Immutable;

using StaticSite.Markdown;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Reads the citations of passages, one after the other, each from left to right, in time linear in its length. What both languages share: symbols with
/// their lists, footnote calls, links, the memory of what was cited. A language adds its words.</summary>
internal abstract class PassageReader
{
    /// <summary>How far back a call, a bracket or a body is looked for, in UTF-16 code units.</summary>
    protected const int Window = 300;

    private Passage passage = new("", RichText.Empty);
    private NormalizedText normal = NormalizedText.From("");
    private readonly List<Part> parts = [];
    private readonly List<Citation> found = [];
    private Dictionary<int, string>? markers;
    private int bracket = -1;
    private int introducedUpTo;
    private IssuingBody introducedBy;
    private int? consideredAt;

    protected PassageReader(ReadingContext context) => Context = context;

    protected Scan Scan { get; } = new();

    protected ReadingContext Context { get; }

    protected bool IsFootnote => passage.FootnoteMarker is not null;

    /// <summary>Offset behind the last citation; 0 when there is none yet.</summary>
    protected int LastEnd { get; private set; }

    public ImmutableArray<Citation> Read(Passage next)
    {
        passage = next;
        normal = NormalizedText.From(passage.Text.Plain);
        Scan.Start(normal.Text);
        found.Clear();
        markers = null;
        foreach (var mark in passage.Text.Marks)
            if (mark.Kind == MarkKind.FootnoteCall) (markers ??= [])[mark.Start] = mark.Value;
        (bracket, introducedUpTo, introducedBy, consideredAt, LastEnd) = (-1, 0, IssuingBody.None, null, 0);
        StartPassage();
        Context.StartPassage();
        for (var start = NextStart(0); start < Scan.Text.Length; start = NextStart(Scan.At))
        {
            Scan.At = start;
            switch (Scan.Peek())
            {
                case '(': bracket = start; break;
                case ')' or '。' or '\n': bracket = -1; break;
            }
            if (!ReadHere() || Scan.At == start) Scan.At = start + 1;
        }
        return Sorted();
    }

    // By their starts, the longer one first; citations are found in that order but for a few.
    private ImmutableArray<Citation> Sorted()
    {
        for (var i = 1; i < found.Count; i++)
        {
            var citation = found[i];
            var to = i;
            for (; to > 0 && Stands(citation.Span, before: found[to - 1].Span); to--) found[to] = found[to - 1];
            found[to] = citation;
        }
        return found.Count == 0 ? [] : [.. found];

        static bool Stands(TextSpan span, TextSpan before) => span.Start < before.Start || span.Start == before.Start && span.Length > before.Length;
    }

    /// <summary>Forgets what was read of the passage before.</summary>
    protected abstract void StartPassage();

    /// <summary>The next offset from here on at which a citation can begin, or at which a bracket, sentence or line ends; the length of the text when
    /// there is none. Nearly all characters are passed over here.</summary>
    protected abstract int NextStart(int from);

    /// <summary>Reads what starts at the place of <see cref="Scan"/> and goes behind it; false when nothing starts there.</summary>
    protected abstract bool ReadHere();

    /// <summary>Places inside a document, in the words of the language; null when there are none here.</summary>
    protected abstract PlaceList? Places();

    /// <summary>A word or sign that joins the items of a list, with its blanks.</summary>
    protected internal abstract bool EatListJoin();

    /// <summary>A word or sign that makes a range of two numbers, with its blanks.</summary>
    protected internal abstract bool EatRangeSign();

    /// <summary>What a language prints behind a symbol before the place: "号文件".</summary>
    protected virtual void EatSymbolWord() { }

    /// <summary>The text from some offset to the place, at most <see cref="Window"/> long.</summary>
    protected ReadOnlySpan<char> Before(int end, int from = 0)
    {
        var start = Math.Max(Math.Max(from, 0), end - Window);
        return start < end ? Scan.Text.AsSpan(start, end - start) : [];
    }

    // A citation that was read with places behind its bracket has gone over the end of it.
    protected bool InBrackets(int at)
    {
        if (bracket < 0 || at - bracket > Window) return false;
        var inside = Scan.Text.AsSpan(bracket, Math.Max(0, at - bracket));
        return inside.IsEmpty || inside.Count('(') > inside.Count(')');
    }

    /// <summary>Adds a citation; offsets are those of the normalized text.</summary>
    /// <param name="isReport">False for a document that is named beside the text and is no report the text speaks of: a call behind any word.</param>
    protected void Emit(CitationKind kind, DocumentSymbol? target, int start, int end, PlaceList? places, bool isReport = true)
    {
        var pinpoints = places?.ToPinpoints() ?? [];
        var hasFigures = false;
        foreach (var place in pinpoints) hasFigures |= place.Figure is not null || place.Table is not null;
        // A running head or title block that is nothing but the document's own symbol cites nothing.
        if (kind == CitationKind.Symbol && target == Context.Self && pinpoints.IsEmpty
            && Scan.Text.AsSpan(0, start).Trim() is "" or "联合国" or "United Nations" && Scan.Text.AsSpan(end).Trim(" *").IsEmpty) return;
        found.Add(new()
        {
            Kind = kind,
            Target = target,
            Span = OriginalOf(new TextSpan(start, end - start)),
            Pinpoints = OriginalOf(pinpoints),
        });
        LastEnd = Math.Max(LastEnd, end);
        if (target is { } symbol && kind != CitationKind.Internal)
            Context.Remember(symbol, InBrackets(start), hasFigures, isReport);
    }

    private ImmutableArray<Pinpoint> OriginalOf(ImmutableArray<Pinpoint> places)
    {
        if (places.IsEmpty || normal.IsInPlace) return places;
        var original = ImmutableArray.CreateBuilder<Pinpoint>(places.Length);
        foreach (var place in places) original.Add(place with { Span = OriginalOf(place.Span) });
        return original.MoveToImmutable();
    }

    private TextSpan OriginalOf(TextSpan span)
    {
        var start = normal.Origin(span.Start);
        return new(start, normal.OriginEnd(span.End) - start);
    }

    /// <summary>The marker of the call at an offset of the normalized text; null when there is none.</summary>
    protected string? MarkerAt(int offset) =>
        offset < Scan.Text.Length && Scan.Text[offset] == RichText.Call ? markers?.GetValueOrDefault(normal.Origin(offset)) : null;

    /// <summary>A symbol with its list and places: "A/64/683 和 Corr.1，第 43 段", "A/60/846 and Add.1-4".</summary>
    /// <remarks><code>
    /// group  = symbol ["-" number] *(join suffix) [places]     in brackets of its own also places behind the bracket: "(A/67/714)第 12 段"
    /// suffix = ("Add." / "Corr." / "Rev." / "Amend.") number [range] *("/" suffix)
    /// </code>Places belong to the first symbol, of which the others are parts.</remarks>
    /// <param name="outer">Places that stood before the symbol; null when there were none.</param>
    /// <param name="start">Where the citation starts when places stood before it; -1 for the symbol itself.</param>
    protected bool ReadSymbol(PlaceList? outer = null, int start = -1)
    {
        var at = Scan.At;
        if (!Ascii.IsUpper(Scan.Peek())) return false;
        if (at > 0 && (Ascii.IsLetterOrDigit(Scan.Text[at - 1]) || Scan.Text[at - 1] is '/' or '.' or '_' && at > 1 && Ascii.IsLetterOrDigit(Scan.Text[at - 2]))) return false;
        if (SymbolParser.ReadNormal(Scan.Rest, out var length) is not { } head) return false;
        var isBracketed = at > 0 && Scan.Text[at - 1] == '(';
        Scan.At += length;
        var headEnd = Scan.At;
        parts.Clear();
        if (TightRange(head, at)) headEnd = Scan.At;
        Twin();
        EatSymbolWord();
        while (Suffix(head)) { }
        var listEnd = Scan.At;
        var places = ReadPlacesBehind(isBracketed);
        Introduce(head, at, []);
        places ??= outer;
        var end = places is null || places == outer ? headEnd : Scan.At;
        // "paragraph 12 of the report (A/67/714)": the bracket opened inside.
        if (start >= 0 && isBracketed && end == Scan.At && Scan.Eat(')')) end = Scan.At;
        Emit(CitationKind.Symbol, head, start >= 0 ? start : at, end, places);
        foreach (var part in parts) Emit(CitationKind.Symbol, part.Symbol, part.Start, part.End, null);
        // The first one is the document that "ibid." means.
        if (parts.Count > 0) Context.Remember(head, InBrackets(at), false);
        LastEnd = Math.Max(LastEnd, Math.Max(listEnd, end));
        return true;
    }

    // "A/73/72-E/2018/9": one document with two symbols; the places are said once.
    private void Twin()
    {
        if (Scan.Peek() != '-' || SymbolParser.ReadNormal(Scan.Text.AsSpan(Scan.At + 1), out var length) is not { } twin) return;
        parts.Add(new(twin, Scan.At + 1, Scan.At + 1 + length));
        Scan.At += 1 + length;
    }

    // "A/60/846/Add.1-4"
    private bool TightRange(DocumentSymbol head, int start)
    {
        var before = Scan.At;
        var dot = head.Value.LastIndexOf('.');
        if (dot > 0 && head.Value.LastIndexOf('/') < dot && Scan.Eat('-') && Scan.EatDigits(2) is { } last
            && head.Value.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0 && Scan.Peek() is not ('/' or '-') && !Ascii.IsLetter(Scan.Peek()))
        {
            foreach (var number in LabelRange.Behind(head.Value[(dot + 1)..], last))
                parts.Add(new(DocumentSymbol.FromCanonical(head.Value[..(dot + 1)] + number), start, Scan.At));
            return true;
        }
        Scan.At = before;
        return false;
    }

    private bool Suffix(DocumentSymbol head)
    {
        var before = Scan.At;
        if (EatListJoin())
        {
            var start = Scan.At;
            Scan.Eat('/');
            if (SuffixWord() is { } kind && Scan.EatDigits(3) is { } number)
            {
                var symbol = $"{BaseFor(head, kind).Value}/{kind}.{number}";
                var tail = Scan.At;
                while (Scan.Eat('/') && SuffixWord() is { } deeper && Scan.EatDigits(3) is { } n)
                {
                    symbol += $"/{deeper}.{n}";
                    tail = Scan.At;
                }
                Scan.At = tail;
                parts.Add(new(DocumentSymbol.FromCanonical(symbol), start, Scan.At));
                Range(start);
                return true;
            }
            // "Corr.1 and 2", closed by a bracket or the end of the clause, so that a figure of the prose is not taken in.
            if (parts.Count > 0 && Scan.EatDigits(2) is { } more && (Scan.AtEnd || Scan.Peek() is ')' or ';' or '。' || Scan.Peek() == '.' && Scan.Peek(1) is '\0' or ' '))
            {
                var last = parts[^1].Symbol.Value;
                parts.Add(new(DocumentSymbol.FromCanonical(last[..(last.LastIndexOf('.') + 1)] + more), start, Scan.At));
                return true;
            }
        }
        Scan.At = before;
        return false;
    }

    private static readonly (string Kind, string Tight, string Wide)[] SuffixWords =
        [("Add", "Add.", "Add ."), ("Corr", "Corr.", "Corr ."), ("Rev", "Rev.", "Rev ."), ("Amend", "Amend.", "Amend .")];

    private string? SuffixWord()
    {
        if (Scan.Peek() is not ('A' or 'C' or 'R')) return null;
        foreach (var (kind, tight, wide) in SuffixWords)
            if (Scan.Eat(tight) || Scan.Eat(wide))
            {
                Scan.SkipBlank();
                return kind;
            }
        return null;
    }

    private void Range(int start)
    {
        var before = Scan.At;
        if (EatRangeSign() && Scan.EatDigits(2) is { } last && Scan.Peek() is not '/' && !Ascii.IsLetterOrDigit(Scan.Peek()))
        {
            var first = parts[^1].Symbol.Value;
            var dot = first.LastIndexOf('.');
            parts[^1] = new(parts[^1].Symbol, start, Scan.At);
            foreach (var number in LabelRange.Behind(first[(dot + 1)..], last))
                parts.Add(new(DocumentSymbol.FromCanonical(first[..(dot + 1)] + number), start, Scan.At));
            return;
        }
        Scan.At = before;
    }

    // "A/77/7/Add.1 and Add.2" are two addenda of one report; "A/64/7/Add.13 and Corr.1" is an addendum and its corrigendum.
    private static DocumentSymbol BaseFor(DocumentSymbol head, string kind)
    {
        var value = head.Value;
        if (kind == "Add") return head.BaseDocument();
        var slash = value.LastIndexOf('/');
        return value.AsSpan(slash + 1).StartsWith(kind + ".", StringComparison.Ordinal) ? DocumentSymbol.FromCanonical(value[..slash]) : head;
    }

    /// <summary>Places behind a document: at once, behind a comma, in brackets, or behind the bracket that closes around the symbol.</summary>
    protected PlaceList? ReadPlacesBehind(bool mayCloseBracket)
    {
        var start = Scan.At;
        if (PlacesBehind() is { } places) return places;
        Scan.At = start;
        if (mayCloseBracket)
        {
            Scan.SkipBlank();
            if (Scan.Eat(')') && PlacesBehind() is { } outside) return outside;
            Scan.At = start;
        }
        return null;
    }

    /// <summary>Places behind a document and what may stand between; null when there are none, and then the place is undefined.</summary>
    protected abstract PlaceList? PlacesBehind();

    /// <summary>A footnote call at the place. With places behind it ("报告² 第 36 段") they are part of the citation.</summary>
    protected bool ReadCall()
    {
        var at = Scan.At;
        if (MarkerAt(at) is not { } marker) return false;
        Scan.At++;
        if (Context.Footnotes.Find(marker) is not { } target) return true;
        var isIntroduced = Introduce(target.Symbol, at, target.Others);
        var start = ReportWordBefore(at);
        var places = ReadPlacesBehind(mayCloseBracket: false);
        if (places is not null) Emit(CitationKind.Footnote, target.Symbol, start, Scan.At, places);
        else if (target.IsReference || start < at) Emit(CitationKind.Footnote, target.Symbol, at, Scan.At, null, isReport: isIntroduced || start < at);
        return true;
    }

    /// <summary>Where the word for a report starts that a call belongs to, if it stands directly before the call; the call itself otherwise.</summary>
    protected abstract int ReportWordBefore(int call);

    /// <summary>A link: only those of the official document system are read, for the symbol in them; false when no link starts here.</summary>
    protected bool SkipLink()
    {
        if (Scan.Peek() is not ('h' or 'w') || !Scan.Rest.StartsWith("http", StringComparison.Ordinal) && !Scan.Rest.StartsWith("www.", StringComparison.Ordinal)) return false;
        var end = Scan.At;
        while (end < Scan.Text.Length && Scan.Text[end] is > ' ' and < '\u007F' and not (')' or '"' or '>' or ';')) end++;
        if (end == Scan.At) return false;
        var link = Scan.Text.AsSpan(Scan.At, end - Scan.At);
        foreach (var host in (ReadOnlySpan<string>)["docs.un.org/", "undocs.org/"])
        {
            var at = link[..Math.Min(link.Length, 40)].IndexOf(host, StringComparison.Ordinal);
            if (at < 0) continue;
            var path = link[(at + host.Length)..];
            var symbol = path.Length > 3 && path[2] == '/' && Ascii.IsLower(path[0]) ? path[3..] : path;
            if (SymbolParser.ReadNormal(symbol, out var length) is { } target)
            {
                var start = end - symbol.Length;
                Emit(CitationKind.Symbol, target, start, start + length, null);
            }
            break;
        }
        Scan.At = end;
        return true;
    }

    /// <summary>Remembers a report whose symbol or call stands at an offset, when the words before it name it; false when they do not.</summary>
    private bool Introduce(DocumentSymbol symbol, int at, ImmutableArray<DocumentSymbol> others)
    {
        // Bulletins and instructions of the Secretariat (ST/) are cited beside reports, but are none.
        if (symbol.IsResolution() || symbol.IsDecision() || symbol.Value.StartsWith("ST/", StringComparison.Ordinal)) return false;
        var before = Before(at, introducedUpTo);
        var after = Scan.Text.AsSpan(at, Math.Min(120, Scan.Text.Length - at));
        if (Introduction(before, after, introducedBy) is not { } introduction) return false;
        introducedUpTo = at;
        introducedBy = introduction.Body;
        Context.Introductions.Add(introduction.Body, symbol, introduction.Topic, IsConsidered(at), introduction.Name);
        foreach (var other in others) Context.Introductions.Add(introduction.Body, other, "", IsConsidered(at));
        return true;
    }

    /// <summary>Which body's report the words before a symbol or call introduce; null when they introduce none.</summary>
    /// <param name="before">The words since the report that was introduced before in this passage.</param>
    /// <param name="after">The words from the symbol or call on, for "reports on A¹ and on B²" and for "关于甲¹ 和关于乙的报告²".</param>
    /// <param name="previous">The body of the report introduced before, for "and on the activities of …".</param>
    protected abstract (IssuingBody Body, string Topic, string Name)? Introduction(ReadOnlySpan<char> before, ReadOnlySpan<char> after, IssuingBody previous);

    /// <summary>The words by which a passage says what was considered.</summary>
    protected abstract string ConsideredWord { get; }

    private bool IsConsidered(int at)
    {
        consideredAt ??= Scan.Text.IndexOf(ConsideredWord, StringComparison.Ordinal);
        return consideredAt >= 0 && consideredAt < at;
    }

    /// <summary>A document that is named together with another: an addendum, a corrigendum, a second symbol.</summary>
    private sealed record Part(DocumentSymbol Symbol, int Start, int End);
}
