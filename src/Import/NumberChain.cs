using System.Collections.Immutable;

namespace StaticSite.Import;

/// <summary>Tells which numbers at the start of a line or paragraph are paragraph numbers, from how they run on.</summary>
internal static class NumberChain
{
    /// <param name="Number">The number printed.</param>
    /// <param name="MayRestart">True right behind a heading, an annex or an enacting formula, where a count may begin again.</param>
    /// <param name="LikeHeading">True for a short text without a final mark: "1. 概述" is a heading when the paragraphs run on without it.</param>
    public readonly record struct Candidate(int Number, bool MayRestart, bool LikeHeading);

    public enum Verdict { Text, Paragraph, Heading }

    private const int LargestGap = 10;

    // How many numbers ahead are looked at: enough for any table between two paragraphs, and no more than hostile input may cost.
    private const int Horizon = 400;

    public static ImmutableArray<Verdict> Judge(IReadOnlyList<Candidate> candidates)
    {
        var verdicts = ImmutableArray.CreateBuilder<Verdict>(candidates.Count);
        var expected = 1;
        for (var i = 0; i < candidates.Count; i++)
        {
            var verdict = Judge(candidates, i, expected);
            if (verdict == Verdict.Paragraph) expected = candidates[i].Number + 1;
            verdicts.Add(verdict);
        }
        return verdicts.MoveToImmutable();
    }

    private static Verdict Judge(IReadOnlyList<Candidate> candidates, int i, int expected)
    {
        var candidate = candidates[i];
        if (candidate.LikeHeading && NextPlain(candidates, i) is { } next && (next == expected || next == 1 && candidate.Number == 1 && expected > 1 && candidate.MayRestart))
            return Verdict.Heading;
        if (candidate.Number == expected) return Verdict.Paragraph;
        if (candidate.Number == 1) return candidate.MayRestart ? Verdict.Paragraph : Verdict.Text;
        return candidate.Number > expected && candidate.Number - expected <= LargestGap && !ComesLater(candidates, i, expected)
            ? Verdict.Paragraph
            : Verdict.Text;
    }

    private static int? NextPlain(IReadOnlyList<Candidate> candidates, int i)
    {
        for (var j = i + 1; j < Math.Min(candidates.Count, i + Horizon); j++)
            if (!candidates[j].LikeHeading) return candidates[j].Number;
        return null;
    }

    private static bool ComesLater(IReadOnlyList<Candidate> candidates, int i, int expected)
    {
        for (var j = i + 1; j < Math.Min(candidates.Count, i + Horizon); j++)
        {
            if (candidates[j].Number == expected) return true;
            if (candidates[j].Number == 1 && candidates[j].MayRestart) return false;
        }
        return false;
    }
}
