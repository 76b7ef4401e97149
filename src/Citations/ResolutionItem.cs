using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>One number of a list of resolutions, with its parts: "76/247 A to C", "3411 A and B (XXX)", "1874 (2009)".</summary>
/// <param name="Number">"64/259", "S-13/2", "3411", "2010/1".</param>
/// <param name="Parts">Letters with the span each has; empty when the number has none.</param>
/// <param name="Bracket">"XXX", "S-IV", "2009"; null in the newer forms.</param>
internal sealed record ResolutionItem(string Number, List<(string Letter, TextSpan Span)> Parts, string? Bracket, TextSpan Span)
{
    /// <summary>Reads here; null, and the place unchanged, when there is no number in the form of a resolution.</summary>
    /// <param name="words">Eats what joins letters ("and", "和") and what makes a range of them ("to", "至").</param>
    public static ResolutionItem? Read(Scan scan, PassageReader words)
    {
        var start = scan.At;
        if (ResolutionNumber.ReadCore(scan.Rest, out var read) is not { } number) return null;
        scan.At += read;
        var numberEnd = scan.At;
        var parts = Letters(scan, start, words);
        string? bracket = null;
        var isBare = !number.Contains('/', StringComparison.Ordinal);
        if (isBare)
        {
            bracket = ResolutionNumber.Bracket(scan.Rest, out read);
            if (bracket is null && parts.Count > 0)
            {
                // "1874 A note (2009)": the letter was a word.
                scan.At = numberEnd;
                parts.Clear();
                bracket = ResolutionNumber.Bracket(scan.Rest, out read);
            }
            if (bracket is null)
            {
                scan.At = start;
                return null;
            }
            scan.At += read;
            if (parts.Count == 0) parts = Letters(scan, start, words);
        }
        return new(number, parts, bracket, new(start, scan.At - start));
    }

    /// <summary>The symbols under the organ that adopted it, one for each part; null stands for "cannot be told".</summary>
    public IEnumerable<(DocumentSymbol? Symbol, TextSpan Span)> Symbols(IssuingBody body, bool isDecision, DocumentSymbol self)
    {
        var organ = Organ(body, self);
        var series = isDecision ? "DEC" : "RES";
        DocumentSymbol? Symbol(string? part) => organ is null ? null
            : DocumentSymbol.FromCanonical($"{organ}/{series}/{Number}{ResolutionNumber.CanonicalTail(organ, part, Bracket)}");
        if (Parts.Count == 0) return [(Symbol(null), Span)];
        return Parts.Select(p => (Symbol(p.Letter), p.Span));
    }

    // The shape of the number decides first, then the body that is named, then whose document it is.
    private string? Organ(IssuingBody body, DocumentSymbol self)
    {
        if (Bracket is not null)
        {
            if (Ascii.IsDigit(Bracket[0])) return "S";
            return body == IssuingBody.EconomicAndSocialCouncil ? "E" : body == IssuingBody.Other ? null : "A";
        }
        if (body == IssuingBody.Other) return null;
        var slash = Number.IndexOf('/', StringComparison.Ordinal);
        if (slash == 4 && Ascii.IsDigit(Number[0])) return "E";
        if (body == IssuingBody.EconomicAndSocialCouncil) return "E";
        if (body == IssuingBody.Assembly) return "A";
        if (body is IssuingBody.HumanRightsCouncil or IssuingBody.Council) return "A/HRC";
        if (self.Value.StartsWith("A/HRC/", StringComparison.Ordinal)) return "A/HRC";
        // The Assembly numbers by session since the thirty-first; lower ones are of the Human Rights Council.
        return Ascii.IsDigit(Number[0]) && slash <= 2 && int.Parse(Number.AsSpan(0, slash), System.Globalization.CultureInfo.InvariantCulture) < 31 ? "A/HRC" : "A";
    }

    private static List<(string Letter, TextSpan Span)> Letters(Scan scan, int start, PassageReader words)
    {
        var letters = new List<(string Letter, TextSpan Span)>();
        if (ResolutionNumber.Letter(scan.Rest, out var read) is not { } first) return letters;
        scan.At += read;
        letters.Add((first, new(start, scan.At - start)));
        while (true)
        {
            var before = scan.At;
            var isRange = words.EatRangeSign();
            if (!isRange && !words.EatListJoin()) break;
            var itemStart = scan.At;
            if (scan.Peek() == ' ' || ResolutionNumber.Letter(scan.Rest, out read) is not { } next)
            {
                scan.At = before;
                break;
            }
            scan.At += read;
            if (isRange)
            {
                var span = new TextSpan(letters[^1].Span.Start, scan.At - letters[^1].Span.Start);
                letters[^1] = (letters[^1].Letter, span);
                foreach (var letter in LabelRange.Behind(letters[^1].Letter, next)) letters.Add((letter, span));
            }
            else
            {
                letters.Add((next, new(itemStart, scan.At - itemStart)));
            }
        }
        return letters;
    }
}
