using StaticSite.Symbols;

namespace StaticSite.Citations;

/// <summary>Reports that the document has named by their symbol, so that "the report of the Advisory Committee" can be told later.</summary>
/// <remarks>A report is introduced where its symbol stands behind it, in brackets or in a footnote: "咨询委员会的有关报告²",
/// "the report of the Secretary-General (A/67/714)". What a passage says was considered (审议了, "Having considered") holds until the next such
/// passage that names a report of the same body, since long resolutions start anew in each section.</remarks>
internal sealed class Introductions
{
    /// <param name="Topic">The words between the body and the symbol, "on the administration of justice"; may be empty.</param>
    /// <param name="Name">The words before "report" that tell it from others, "eleventh progress"; may be empty.</param>
    private sealed record Introduction(IssuingBody Body, DocumentSymbol Symbol, string Topic, string Name, int Passage, bool Considered);

    private readonly List<Introduction> all = [];
    private int passage;

    public void StartPassage() => passage++;

    public void Add(IssuingBody body, DocumentSymbol symbol, string topic, bool considered, string name = "") =>
        all.Add(new(body, symbol, Trim(topic), name, passage, considered));

    /// <summary>The report that was introduced under a name, "eleventh progress"; null when none was, or more than one.</summary>
    public DocumentSymbol? ReportNamed(string name)
    {
        if (name.Length == 0) return null;
        var symbols = all.Where(i => i.Name.EndsWith(name, StringComparison.Ordinal)).Select(i => i.Symbol).Distinct().Take(2).ToList();
        return symbols.Count == 1 ? symbols[0] : null;
    }

    /// <summary>The report that "the report of this body" means; null when there is none or more than one to choose from.</summary>
    /// <param name="topic">The words that narrow the choice; may be empty.</param>
    public DocumentSymbol? ReportBy(IssuingBody body, string topic)
    {
        if (all.FindLast(i => i.Body == body && i.Passage == passage && !i.Considered) is { } here) return here.Symbol;
        var own = all.FindAll(i => i.Body == body);
        if (own.FindLast(i => i.Considered) is { } last) return Choose(own.FindAll(i => i.Considered && i.Passage == last.Passage), topic);
        return Choose(own, topic);
    }

    /// <summary>Whether a document is known as the report of another body.</summary>
    public bool IsOfAnother(IssuingBody body, DocumentSymbol symbol) => all.Exists(i => i.Symbol == symbol && i.Body != body);

    /// <summary>The one report that the latest passage of what was considered names; null when it names more than one.</summary>
    public DocumentSymbol? Considered()
    {
        if (all.FindLast(i => i.Considered) is not { } last) return null;
        var considered = all.FindAll(i => i.Considered && i.Passage == last.Passage);
        // Beside the report of the Secretary-General the related reports of others are considered.
        return Choose(considered, "") ?? Choose(considered.FindAll(i => i.Body == IssuingBody.SecretaryGeneral), "");
    }

    /// <summary>The report that is introduced when there is only one in the whole document so far; null otherwise.</summary>
    public DocumentSymbol? Only() => all.Count > 0 && all.TrueForAll(i => i.Symbol == all[0].Symbol) ? all[0].Symbol : null;

    private static DocumentSymbol? Choose(List<Introduction> candidates, string topic)
    {
        var symbols = candidates.Select(c => c.Symbol).Distinct().ToList();
        if (symbols.Count == 1) return symbols[0];
        var words = Trim(topic);
        var matching = candidates.Where(c => CommonStart(c.Topic, words) >= Math.Min(c.Topic.Length, IsHan(words) ? 5 : 12) && c.Topic.Length > 3)
            .Select(c => c.Symbol).Distinct().ToList();
        return matching.Count == 1 ? matching[0] : null;
    }

    private static bool IsHan(string text) => text.Length > 0 && text[0] >= '\u2E80';

    private static int CommonStart(string left, string right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && char.ToLowerInvariant(left[length]) == char.ToLowerInvariant(right[length])) length++;
        return length;
    }

    // What is the same in every title carries nothing: "关于", "on the", "entitled", quotes.
    private static string Trim(string topic)
    {
        var text = topic.AsSpan().Trim(" ,、;“”\"的");
        foreach (var word in (ReadOnlySpan<string>)["在其", "其", "在", "关于", "题为", "on the ", "on ", "entitled ", "the "])
            if (text.StartsWith(word, StringComparison.Ordinal)) text = text[word.Length..].Trim(" “”\"");
        return text.ToString();
    }
}
