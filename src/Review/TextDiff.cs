using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using DiffPlex;

using StaticSite.Text;

namespace StaticSite.Review;

public enum RunKind { Same, Removed, Added }

public readonly record struct TextRun(RunKind Kind, string Text);

/// <summary>Differences of two texts by words, where each Han character is a word of its own. Pure.</summary>
public static class TextDiff
{
    // Differences of very long texts that have little in common take time that nobody wants to wait for.
    private const int MaxLength = 20_000;

    // A value of a field that is longer is a sentence.
    private const int MaxValue = 24;

    /// <summary>Old and new in one row, removed before added; whatever is <see cref="RunKind.Same"/> or removed is the old text, same or added the new.</summary>
    public static ImmutableArray<TextRun> Words(string old, string @new)
    {
        if (old.Length > MaxLength || @new.Length > MaxLength)
            return [new(RunKind.Removed, old), new(RunKind.Added, @new)];
        var runs = new RunList();
        foreach (var step in Steps(old, @new, Tokens))
            runs.Add(step.Same, step.Removed, step.Added);
        return runs.Close();
    }

    /// <summary>Two values of a field: short ones are told whole, "Partly" for "Done", since a part of a value says nothing.</summary>
    public static ImmutableArray<TextRun> Values(string old, string @new) =>
        old.Length is 0 or > MaxValue || @new.Length is 0 or > MaxValue ? Words(old, @new) : [new(RunKind.Removed, old), new(RunKind.Added, @new)];

    /// <summary>Differences of two rows of blocks that have no line breaks.</summary>
    /// <returns>In order: equal blocks, then what stood instead and what stands there now.</returns>
    internal static IEnumerable<DiffStep> Blocks(IEnumerable<string> old, IEnumerable<string> @new) =>
        Steps(string.Join('\n', old), string.Join('\n', @new), text => text.Split('\n'));

    /// <summary>Share of the tokens of the longer text that both have in this order: 0 nothing, 1 the same.</summary>
    internal static double Similarity(string old, string @new)
    {
        if (old.Length > MaxLength || @new.Length > MaxLength) return old == @new ? 1 : 0;
        var (same, removed, added) = (0, 0, 0);
        foreach (var step in Steps(old, @new, Tokens))
        {
            same += step.Same.Length;
            removed += step.Removed.Length;
            added += step.Added.Length;
        }
        return same == 0 ? 0 : (double)same / (same + Math.Max(removed, added));
    }

    /// <summary>"第17段 of A/67." -> 第, 17, 段, blank, of, blank, A/67, full stop.</summary>
    internal static string[] Tokens(string text)
    {
        var tokens = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + Width(text, start);
            if (IsWord(text, start))
                while (end < text.Length && (IsWord(text, end) || IsJoint(text, end))) end += Width(text, end);
            tokens.Add(text[start..end]);
            start = end;
        }
        return [.. tokens];
    }

    // Half of a character, too, is a token.
    private static int Width(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;

    // Inside symbols, decimals and compounds: "A/67/776", "16.5", "follow-up", "Secretary-General's".
    private static bool IsJoint(string text, int at) =>
        text[at] is '/' or '.' or '-' or '\'' or '’' && at + 1 < text.Length && IsWord(text, at + 1);

    // A combining mark belongs to the letter before it.
    private static bool IsWord(string text, int at) => !Han.IsWide(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<DiffStep> Steps(string old, string @new, Func<string, string[]> chunker)
    {
        var diff = new Differ().CreateCustomDiffs(old, @new, ignoreWhiteSpace: false, chunker);
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            yield return new(diff.PiecesOld[at..block.DeleteStartA], diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)],
                diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.DeleteStartA + block.DeleteCountA;
        }
        if (at < diff.PiecesOld.Length) yield return new(diff.PiecesOld[at..], [], []);
    }

    /// <summary>Joins runs of one kind, and takes what is alone between two changes into them: a blank ("two words" for "other ones" is one change), and a
    /// Han character or two that are the lesser part, since Han words are longer than a character: "执行情况" for "落实状况" is one change.</summary>
    private sealed class RunList
    {
        private readonly List<TextRun> runs = [];
        private readonly StringBuilder removed = new(), added = new();

        // Of the change that is open, without what was taken into it.
        private int last;

        public void Add(string[] same, string[] wasThere, string[] isThere)
        {
            var between = string.Concat(same);
            var isOpen = removed.Length > 0 || added.Length > 0;
            var next = Math.Max(wasThere.Length, isThere.Length);
            if (isOpen && next > 0 && (string.IsNullOrWhiteSpace(between) || IsLesser(same, Math.Min(last, next))))
            {
                removed.Append(between);
                added.Append(between);
            }
            else if (between.Length > 0)
            {
                Flush();
                runs.Add(new(RunKind.Same, between));
            }
            removed.AppendJoin("", wasThere);
            added.AppendJoin("", isThere);
            last = next;
        }

        private static bool IsLesser(string[] same, int changed) => same.Length <= Math.Min(2, changed) && Array.TrueForAll(same, t => Han.IsHan(t[0]));

        public ImmutableArray<TextRun> Close()
        {
            Flush();
            return [.. runs];
        }

        private void Flush()
        {
            if (removed.Length > 0) runs.Add(new(RunKind.Removed, removed.ToString()));
            if (added.Length > 0) runs.Add(new(RunKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }
}

/// <param name="Same">Equal pieces before the difference.</param>
internal readonly record struct DiffStep(string[] Same, string[] Removed, string[] Added);
