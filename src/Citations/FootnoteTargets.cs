using System.Collections.Immutable;

using StaticSite.Symbols;

namespace StaticSite.Citations;

/// <summary>What the footnotes of a document cite, for the markers that call them.</summary>
internal sealed class FootnoteTargets
{
    /// <param name="Symbol">The first document that the footnote cites.</param>
    /// <param name="Others">Further documents that it cites and that are no addenda or corrigenda of the first.</param>
    /// <param name="IsReference">True when the footnote is that reference and no prose.</param>
    public readonly record struct Target(DocumentSymbol Symbol, ImmutableArray<DocumentSymbol> Others, bool IsReference);

    private readonly Dictionary<string, List<Target?>> byMarker = new(StringComparer.Ordinal);
    private readonly HashSet<string> called = new(StringComparer.Ordinal);
    private int round;

    public static FootnoteTargets None { get; } = new();

    public void Add(Passage footnote, ImmutableArray<Citation> citations)
    {
        var marker = footnote.FootnoteMarker!;
        if (!byMarker.TryGetValue(marker, out var targets)) byMarker[marker] = targets = [];
        var first = citations.FirstOrDefault(c => c.Kind is not CitationKind.Internal && c.Target is not null);
        if (first is null)
        {
            targets.Add(null);
            return;
        }
        var symbol = first.Target!;
        var others = citations.Where(c => c.Kind is CitationKind.Symbol && c.Target is { } t && t != symbol && !t.Value.StartsWith(symbol.Value + "/", StringComparison.Ordinal))
            .Select(c => c.Target!).Distinct();
        targets.Add(new(symbol, [.. others], FootnoteShape.IsReference(footnote.Text.Plain, citations)));
    }

    /// <summary>The target of a call, calls taken in the order of the text; null when its footnote cites nothing or there is none.</summary>
    /// <remarks>Markers may start again at 1, in annexes for instance: a marker that was called in this round and has a further footnote starts a round.</remarks>
    public Target? Find(string marker)
    {
        if (!byMarker.TryGetValue(marker, out var targets)) return null;
        if (marker == "1" && called.Contains(marker) && round + 1 < targets.Count)
        {
            round++;
            called.Clear();
        }
        called.Add(marker);
        return targets[Math.Min(round, targets.Count - 1)];
    }
}

/// <summary>Tells a footnote that is a reference ("A/64/683 和 Corr.1。", "See A/67/714, para. 5.") from one that is prose with a reference in it.</summary>
internal static class FootnoteShape
{
    private static readonly string[] Words =
    [
        "见", "另", "又", "也", "参看", "参阅", "分别", "载于", "号文件", "文件", "大会", "决议", "决定", "附件", "联合国", "正式记录", "届会议", "补编", "卷", "第", "部分", "和", "及", "以及", "与", "号",
        "See", "see", "also", "and", "General", "Assembly", "resolution", "resolutions", "document", "documents", "Official", "Records", "of", "the",
        "Session", "session", "Supplement", "No", "vol", "part", "Ibid", "annex", "respectively", "United", "Nations", "publication", "Security", "Council", "Year", "in", "contained",
    ];

    public static bool IsReference(string text, ImmutableArray<Citation> citations)
    {
        // A Han character says about as much as two letters.
        var letters = 0;
        foreach (var rest in Outside(text, citations))
        {
            var plain = rest;
            foreach (var word in Words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)) plain = plain.Replace(word, " ", StringComparison.Ordinal);
            letters += plain.Sum(c => !char.IsLetter(c) ? 0 : c >= '\u2E80' ? 2 : 1);
        }
        // A short word or the number of a session may be left: "六十七", "Sixty-seventh".
        return letters <= 28;
    }

    private static IEnumerable<string> Outside(string text, ImmutableArray<Citation> citations)
    {
        var at = 0;
        foreach (var citation in citations)
        {
            if (citation.Span.Start > at) yield return text[at..citation.Span.Start];
            at = Math.Max(at, citation.Span.End);
        }
        if (at < text.Length) yield return text[at..];
    }
}
