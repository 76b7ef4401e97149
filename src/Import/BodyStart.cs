using System.Collections.Immutable;

namespace StaticSite.Import;

/// <summary>Finds where the title page ends.</summary>
internal static class BodyStart
{
    /// <summary>Index of the first paragraph that is an enacting formula, a first heading, or a numbered paragraph.</summary>
    public static int Find(ImmutableArray<SourceParagraph> paragraphs, ImmutableArray<NumberChain.Verdict> numbers)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var text = paragraphs[i].Text.Plain;
            if (paragraphs[i].Display != Display.None) continue;
            if (numbers[i] != NumberChain.Verdict.Text || Formulas.IsEnacting(text) || Formulas.IsSummary(text)) return i;
            if (Labels.Heading(text).Any(l => l.Ordinal == 1 && l.Style is LabelStyle.Roman or LabelStyle.Letter) && !Sentence.Ends(text)) return i;
        }
        return paragraphs.Length;
    }
}
