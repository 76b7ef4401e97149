using System.Collections.Immutable;

namespace StaticSite.Import;

/// <summary>Finds where the title page ends.</summary>
internal static class BodyStart
{
    /// <summary>Index of the first paragraph that is an enacting formula, a summary, a first heading, a numbered paragraph, or a sentence
    /// below the session and agenda item ("The Secretary-General has the honour to transmit …").</summary>
    public static int Find(ImmutableArray<SourceParagraph> paragraphs, ImmutableArray<NumberChain.Verdict> numbers)
    {
        var titled = false;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var text = paragraphs[i].Text.Plain;
            if (paragraphs[i].Display != Display.None) continue;
            if (numbers[i] != NumberChain.Verdict.Text || Formulas.IsEnacting(text) || Formulas.OpensDecision(text) || Formulas.IsSummary(text)) return i;
            if (i + 1 < paragraphs.Length && Formulas.IsEnacting(paragraphs[i + 1].Text.Plain) && Labels.IsPart(text)) return i;
            if (titled && Sentence.IsComplete(text) && text[0] is not ('[' or '［') && !Formulas.IsHeadLine(text) && Formulas.TitleLabel(text) is null) return i;
            titled |= text.Length < 400 && (Formulas.Session().IsMatch(text) || Formulas.AgendaItem().IsMatch(text));
            if (Labels.Heading(text).Any(l => l.Ordinal == 1 && l.Style is LabelStyle.Roman or LabelStyle.Letter) && !Sentence.Ends(text)) return i;
        }
        return paragraphs.Length;
    }
}
