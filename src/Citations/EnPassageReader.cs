using StaticSite.Markdown;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>The English reader.</summary>
/// <remarks>On normalized text.<code>
/// citation    = symbol-group / resolutions / ibid / back / places-of / call / bare
/// resolutions = ("resolution(s)" / "decision(s)") number [date] [places] *(join number [date] [places])
/// ibid        = "ibid." [[","] places]
/// back        = ("that" / "the same" / "the said") ("resolution" / "decision" / "report") [places]
/// places-of   = places *("of" places) ("of" / "to" / "in") document / places ("above" / "below" / "of the present report") / places "thereof"
/// document    = [its / the / a body] resolutions / symbol-group / report
/// report      = "the report of the Advisory Committee" and the like: by the call or the symbol behind it, or the one that body's report was before
/// bare        = "(" ["see"] places ")"              with "see" a place in the same document, else in the one cited last
/// </code></remarks>
internal sealed partial class EnPassageReader : PassageReader
{
    private readonly EnPinpoints pinpoints;
    private IssuingBody listBody;
    private bool listIsOwn;

    public EnPassageReader(ReadingContext context) : base(context) => pinpoints = new(Scan);

    protected override void StartPassage() => (listBody, listIsOwn) = (IssuingBody.None, false);

    // Words are passed over by their first letters; the grammars look at what is left.
    protected override int NextStart(int from)
    {
        var text = Scan.Text;
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (Ascii.IsLetter(c))
            {
                if ((at == 0 || !IsWordPart(text[at - 1])) && MayStart(text, at, c)) return at;
                while (at + 1 < text.Length && IsWordPart(text[at + 1])) at++;
            }
            else if (c is '(' or ')' or '\n' or '。' or RichText.Call) return at;
        }
        return text.Length;
    }

    private static bool IsWordPart(char c) => Ascii.IsLetterOrDigit(c) || c == '_';

    /// <summary>False where certainly nothing begins that <see cref="ReadHere"/> reads.</summary>
    private static bool MayStart(string text, int at, char c)
    {
        if (at + 2 >= text.Length) return false;
        var (second, third) = (text[at + 1], text[at + 2]);
        // Symbols: "A/67/776", "JIU/REP/2018/3".
        if (Ascii.IsUpper(c) && (second == '/' || Ascii.IsUpper(second))) return true;
        switch ((char)(c | 0x20))
        {
            case 'h': return second == 't' && third == 't';
            case 'w': return second == 'w' && third == 'w';
            case 'r': return second == 'e' && third == 's';
            case 'd': return second == 'e' && third == 'c';
            case 'i': return second == 'b' && third == 'i';
            // "that report", "the same report", "the said report", "the above-mentioned report"; most words "the" and "that" are others.
            case 't' when second == 'h' && at + 4 < text.Length:
                return third == 'a' || third == 'e' && text[at + 3] == ' ' && text[at + 4] is 's' or 'a';
            default: return EnPinpoints.MayStart(text, at);
        }
    }

    protected override bool ReadHere()
    {
        var c = Scan.Peek();
        if (c == RichText.Call) return ReadCall();
        if (!Ascii.IsLetter(c) || Scan.At > 0 && (Ascii.IsLetterOrDigit(Scan.Peek(-1)) || Scan.Peek(-1) == '_')) return false;
        return c switch
        {
            'h' or 'w' => SkipLink(),
            'r' or 'R' or 'd' or 'D' => Resolutions(null, Scan.At) || ReadSymbol(),
            'i' or 'I' => Ibid() || ReadSymbol(),
            't' or 'T' => Back() || PlacesOf() || ReadSymbol(),
            _ => PlacesOf() || ReadSymbol(),
        };
    }

    protected override PlaceList? Places() => pinpoints.Read();

    protected override PlaceList? PlacesBehind()
    {
        // "resolution 66/257, in particular paragraph 6"
        if (Scan.Eat(','))
        {
            if (!Scan.Eat(' ')) return pinpoints.Read(behind: true);
            if (Scan.Eat("in particular ") || Scan.Eat("especially ") || Scan.Eat("at ") || Volume()) { }
            return pinpoints.Read(behind: true);
        }
        if (Scan.Eat(" ("))
        {
            if (Scan.EatWord("see") || Scan.EatWord("at")) Scan.SkipBlank();
            return pinpoints.Read(behind: true) is { } inside && Scan.Eat(')') ? inside : null;
        }
        // "A/67/714 para. 27": without a comma only the short words, which prose does not use.
        if (Scan.Peek() == ' ' && (Scan.Rest.StartsWith(" para", StringComparison.Ordinal) || Scan.Rest.StartsWith(" sect.", StringComparison.Ordinal)) && Scan.Eat(' '))
            return pinpoints.Read(behind: true);
        return null;
    }

    // "vol. I, " and "part two, " stand between a supplement and its chapters; the symbol names the volume where it has one.
    private bool Volume()
    {
        var before = Scan.At;
        if (Scan.Eat("vol. ") || Scan.Eat("part "))
        {
            while (Ascii.IsLetterOrDigit(Scan.Peek())) Scan.At++;
            if (Scan.Eat(", ")) return true;
        }
        Scan.At = before;
        return false;
    }

    protected internal override bool EatListJoin()
    {
        var start = Scan.At;
        var comma = Scan.Eat(',');
        var blank = Scan.Eat(' ');
        if (blank && (Scan.Eat("and ") || Scan.Eat("or ") || Scan.Eat("as well as ") || Scan.Eat("& ")) || comma) return true;
        Scan.At = start;
        return false;
    }

    protected internal override bool EatRangeSign()
    {
        var start = Scan.At;
        if (Scan.Eat('-') || Scan.Eat(" to ") || Scan.Eat(" through ") || Scan.Eat(" - ")) return true;
        Scan.At = start;
        return false;
    }

    /// <summary>A word for resolutions and their numbers.</summary>
    /// <param name="outer">Places that stood before them; null when there were none.</param>
    private bool Resolutions(PlaceList? outer, int start)
    {
        var word = Scan.At;
        var isDecision = false;
        if (!(Scan.EatWord("resolutions") || Scan.EatWord("resolution") || Scan.EatWord("res") && Scan.Eat('.')))
        {
            if (!Scan.EatWord("decisions") && !Scan.EatWord("decision")) return false;
            isDecision = true;
        }
        if (Scan.Eat(" Nos.") || Scan.Eat(" No.") || Scan.Eat(" numbers") || Scan.Eat(" number")) { }
        if (!Scan.Eat(' ') || !Ascii.IsDigit(Scan.Peek()) && Scan.Peek() is not ('S' or 'E')) return false;
        var body = BodyBefore(word);
        var any = false;
        while (ResolutionItem.Read(Scan, this) is { } number)
        {
            var end = Scan.At;
            // "resolution 574 (XXVII) of the Commission"
            if (body is IssuingBody.None && Scan.Rest.StartsWith(" of the ", StringComparison.Ordinal)
                && (Scan.Rest[8..].StartsWith("Commission", StringComparison.Ordinal) || Scan.Rest[8..].StartsWith("Executive Board", StringComparison.Ordinal) || Scan.Rest[8..].StartsWith("Conference", StringComparison.Ordinal)))
                body = IssuingBody.Other;
            if (Dates.EatEnglish(Scan)) { }
            var dated = Scan.At;
            var places = PlacesBehind();
            if (places is null) Scan.At = dated;
            var symbols = number.Symbols(body, isDecision, Context.Self).ToList();
            for (var i = 0; i < symbols.Count; i++)
            {
                var isLast = i == symbols.Count - 1;
                var from = any || i > 0 && symbols[i].Span != symbols[0].Span ? symbols[i].Span.Start : start;
                var to = isLast ? places is null ? end : Scan.At : symbols[i].Span.End;
                Emit(CitationKind.Symbol, symbols[i].Symbol, from, to, (isLast ? places : null) ?? (any ? null : outer));
            }
            any = true;
            var before = Scan.At;
            if (EatListJoin())
            {
                if (Scan.Eat(' ')) Scan.Eat("and ");
                if (Ascii.IsDigit(Scan.Peek()) || Scan.Peek() is 'S' or 'E' && Scan.Peek(1) is '-' or 'S') continue;
            }
            Scan.At = before;
            break;
        }
        return any;
    }

    // "General Assembly resolution", "the Council in its resolution", or the body of the list that this one goes on with: "and its decision".
    private IssuingBody BodyBefore(int at)
    {
        var before = Before(at).TrimEnd(' ');
        var isOwn = false;
        foreach (var word in (ReadOnlySpan<string>)["draft", "its", "their"])
        {
            if (!EndsWithWord(before, word)) continue;
            before = before[..^word.Length].TrimEnd(' ');
            isOwn = word != "draft";
        }
        if (isOwn)
        {
            foreach (var word in (ReadOnlySpan<string>)["in", "by", "under", "of", "through", "adopted", "recalled", "to", "with", "pursuant"])
                if (EndsWithWord(before, word)) before = before[..^word.Length].TrimEnd(" ,");
        }
        if (Bodies.AdopterBefore(before) is not IssuingBody.None and var body)
        {
            listIsOwn = isOwn;
            return listBody = body;
        }
        var gap = LastEnd > 0 && LastEnd < at ? Scan.Text.AsSpan(LastEnd, at - LastEnd) : [];
        if (isOwn && listIsOwn && gap.Length is > 0 and < 60 && IsListGap(gap)) return listBody;
        return listBody = IssuingBody.None;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !Ascii.IsLetter(text[^(word.Length + 1)]));

    // Dates, calls and the words that join a list.
    private static bool IsListGap(ReadOnlySpan<char> gap)
    {
        foreach (var word in gap.ToString().Split(' ', ',', RichText.Call))
            if (word.Length > 0 && !Ascii.IsDigit(word[0]) && !Ascii.IsUpper(word[0]) && word is not ("of" or "and" or "its" or "as" or "well" or "in" or "to" or "or" or "the")) return false;
        return true;
    }

    private bool Ibid()
    {
        var start = Scan.At;
        if (!Scan.EatWord("ibid")) return false;
        Scan.Eat('.');
        var end = Scan.At;
        var places = PlacesBehind();
        if (places is null) Scan.At = end;
        Emit(CitationKind.Ibid, Context.Ibid(!IsFootnote && InBrackets(start)), start, Scan.At, places);
        return true;
    }

    private bool Back()
    {
        var start = Scan.At;
        if (BackWord() is not { } word) return false;
        var end = Scan.At;
        // A number, a symbol or a call tells the document better than a word that points back.
        if (Scan.Peek() == ' ' && (Ascii.IsDigit(Scan.Peek(1)) || Scan.Peek(1) == '(' && Ascii.IsUpper(Scan.Peek(2))) || MarkerAt(Scan.At) is not null) return false;
        var target = word == "report" ? Context.LastReport : Context.LastResolution;
        var places = PlacesBehind();
        if (places is null) Scan.At = end;
        if (target is null && places is null) return true;
        Emit(CitationKind.Anaphora, target, start, Scan.At, places);
        return true;
    }

    // "that resolution", "the same report"; the word it is about, or null with the place unchanged.
    private string? BackWord()
    {
        var start = Scan.At;
        if (Scan.EatWord("that") || Scan.EatWord("the") && (Scan.Eat(" same") || Scan.Eat(" said") || Scan.Eat(" above-mentioned") || Scan.Eat(" aforementioned")))
        {
            Scan.SkipBlank();
            foreach (var word in (ReadOnlySpan<string>)["resolution", "decision", "report"])
                if (Scan.EatWord(word)) return word;
        }
        Scan.At = start;
        return null;
    }

    private bool PlacesOf()
    {
        var start = Scan.At;
        if (Places() is not { } places) return false;
        var end = Scan.At;
        while (OfDocument())
        {
            var inner = Scan.At;
            if (Places() is not { } outer)
            {
                Scan.At = inner;
                return Document(start, places) || Alone(start, end, places);
            }
            places.Enclose(outer);
            end = Scan.At;
        }
        return Alone(start, end, places);
    }

    // "of", "to" and the words that may follow it before a document is named: "of section II of General Assembly resolution".
    private bool OfDocument()
    {
        var before = Scan.At;
        var comma = Scan.Eat(',');
        if ((Scan.Eat(" of ") || !comma && (Scan.Eat(" to ") || Scan.Eat(" in "))) && !Ascii.IsDigit(Scan.Peek())) return true;
        Scan.At = before;
        return false;
    }

    // Places with no document behind them.
    private bool Alone(int start, int end, PlaceList places)
    {
        Scan.At = end;
        if (Scan.Eat(" above") || Scan.Eat(" below") || Scan.Eat(", above") || Scan.Eat(", below"))
        {
            // "above-mentioned" is about the word behind it.
            if (Ascii.IsLetterOrDigit(Scan.Peek()) || Scan.Peek() == '-') return true;
            Emit(CitationKind.Internal, Context.Self, start, Scan.At, places);
            return true;
        }
        if (Scan.Eat(" thereof") || Scan.Eat(" thereto"))
        {
            if (Context.Last is { } last) Emit(CitationKind.Anaphora, last, start, Scan.At, places);
            return true;
        }
        Scan.At = end;
        if (Bare(start, places, out var isOwn))
        {
            if (isOwn) Emit(CitationKind.Internal, Context.Self, start, end, places);
            else if (Context.Last is { } last) Emit(CitationKind.Anaphora, last, start, end, places);
            return true;
        }
        if (places.ToPinpoints()[0] is not { } first || (first.Figure ?? first.Table) is null || IsCaption(start)) return true;
        if (Context.HasOwn(first)) Emit(CitationKind.Internal, Context.Self, start, end, places);
        else if (Context.LastWithFigures is { } document) Emit(CitationKind.Anaphora, document, start, end, places);
        return true;
    }

    // "Table 2" and its title, on a line of its own, cite nothing.
    private bool IsCaption(int start)
    {
        if (start > 0 && Scan.Text[start - 1] != '\n') return false;
        var label = Scan.Text.AsSpan(start);
        label = label[Math.Min(label.Length, label.IndexOf(' ') + 1)..];
        var title = label.IndexOf(' ') is >= 0 and var blank ? label[blank..].TrimStart(' ') : [];
        return title.Length == 0 || title[0] == '\n' || Ascii.IsUpper(title[0]);
    }

    // "(para. 12)", "(see para. 12)", "(see sect. II and para. 5)"
    private bool Bare(int start, PlaceList places, out bool isOwn)
    {
        isOwn = false;
        if (Scan.Peek() is not (')' or ';') || places.ToPinpoints() is [{ Annex: "", Paragraph: null }]) return false;
        var before = Before(start);
        if (before.EndsWith("(", StringComparison.Ordinal)) return true;
        foreach (var word in (ReadOnlySpan<string>)["(see ", "(see also ", "(See ", "; see ", "; see also "])
            if (before.EndsWith(word, StringComparison.Ordinal)) return isOwn = true;
        return false;
    }

    /// <summary>The document behind "of": a resolution, a symbol, this document, a report.</summary>
    private bool Document(int start, PlaceList places)
    {
        var at = Scan.At;
        Scan.Eat("the annex to ");
        if (Scan.Eat("the present ") || Scan.Eat("this "))
        {
            if (Noun() is null) return Fail(at);
            Emit(CitationKind.Internal, Context.Self, start, Scan.At, places);
            return true;
        }
        if (BackWord() is { } back)
        {
            var target = back == "report" ? Context.LastReport : Context.LastResolution;
            if (Scan.Peek() != ' ' || !Ascii.IsDigit(Scan.Peek(1)))
            {
                Emit(CitationKind.Anaphora, target, start, Scan.At, places);
                return true;
            }
            Scan.At = at;
        }
        SkipDeterminers();
        if (Resolutions(places, start)) return true;
        var noun = Scan.At;
        if (Scan.Eat("document ") || Scan.Eat("documents ")) { }
        if (ReadSymbol(places, start)) return true;
        Scan.At = noun;
        if (Noun() is "resolution" or "decision")
        {
            if (Context.LastResolution is not { } last) return Fail(at);
            Emit(CitationKind.Anaphora, last, start, Scan.At, places);
            return true;
        }
        Scan.At = at;
        return Report(start, places) || Fail(at);
    }

    private bool Fail(int at)
    {
        Scan.At = at;
        return false;
    }

    private string? Noun()
    {
        foreach (var word in (ReadOnlySpan<string>)["resolution", "report", "document", "note", "decision", "bulletin", "letter"])
            if (Scan.EatWord(word)) return word;
        return null;
    }

    private static readonly string[] Determiners =
    [
        "the ", "its ", "their ", "his ", "her ", "that ", "said ", "same ", "United Nations ", "General Assembly ", "Assembly ", "Security Council ", "Human Rights Council ",
        "Economic and Social Council ", "Council ", "General Assembly’s ", "Assembly’s ", "annexed ", "draft ",
    ];

    private void SkipDeterminers()
    {
        while (Scan.EatAny(Determiners) is not null) { }
    }
}
