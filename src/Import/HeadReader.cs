using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Records;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>A block of the title page, with its paragraphs.</summary>
internal sealed record HeadBlock(string Id, string? Printed, ImmutableArray<RunningText> Paragraphs, LineRange Lines);

/// <summary>What the title page tells; null where it does not.</summary>
internal sealed record HeadFacts
{
    public ImmutableArray<HeadBlock> Blocks { get; init; } = [];
    public string? Symbol { get; init; }
    public string? ResolutionNumber { get; init; }
    public bool IsDecision { get; init; }
    public int? Session { get; init; }
    public string? AgendaItem { get; init; }
    public DateOnly? Date { get; init; }
    public string? Author { get; init; }
    public string? Title { get; init; }
}

/// <summary>Paragraphs of the title page -> its blocks.</summary>
internal static partial class HeadReader
{
    public static HeadFacts Read(ImmutableArray<SourceParagraph> paragraphs)
    {
        var ids = Classify(paragraphs);
        var facts = new HeadFacts();
        var blocks = ImmutableArray.CreateBuilder<HeadBlock>();
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var text = paragraphs[i].Text;
            string? printed = null;
            if (ids[i] == "title" && Formulas.TitleLabel(text.Plain) is { } label)
            {
                printed = label.Printed.Length == 0 ? null : label.Printed;
                text = text.From(label.Printed.Length);
                facts = facts with { ResolutionNumber = label.Symbol };
            }
            var joins = blocks.Count > 0 && ids[i] is "agenda-title" or "title" or "contents" or "distribution" && blocks[^1].Id == ids[i] && printed is null;
            if (joins) blocks[^1] = blocks[^1] with { Paragraphs = blocks[^1].Paragraphs.Add(text), Lines = new(blocks[^1].Lines.First, paragraphs[i].Lines.Last) };
            else blocks.Add(new(ids[i], printed, [text], paragraphs[i].Lines));
            facts = Collect(facts, ids[i], text.Plain);
        }
        return facts with { Blocks = Unique(blocks) };
    }

    private static HeadFacts Collect(HeadFacts facts, string id, string text) => id switch
    {
        "symbol" => facts with { Symbol = facts.Symbol ?? PageFurniture.SymbolLine().Match(text).Groups["s"].Value.TrimEnd('*') },
        "session" => facts with { Session = facts.Session ?? SessionNumber(text) },
        "agenda-item" => facts with { AgendaItem = facts.AgendaItem ?? AgendaNumber(text) },
        "adoption" => facts with
        {
            Date = DateText.Find(text) ?? facts.Date,
            IsDecision = facts.IsDecision || text.Contains("决定", StringComparison.Ordinal) && !text.Contains("决议", StringComparison.Ordinal) || text.StartsWith("Decision", StringComparison.Ordinal),
        },
        "distribution" => facts with { Date = facts.Date ?? DateText.Find(text) },
        "author" => facts with { Author = facts.Author ?? text },
        "title" => facts with { Title = facts.Title ?? text },
        _ => facts,
    };

    private static string[] Classify(ImmutableArray<SourceParagraph> paragraphs)
    {
        var ids = new string[paragraphs.Length];
        for (var i = 0; i < ids.Length; i++) ids[i] = paragraphs[i].Display == Display.Contents ? "contents" : Known(paragraphs[i].Text.Plain);
        ClassifyTitle(paragraphs, ids);
        for (var i = 0; i < ids.Length; i++)
            if (ids[i].Length == 0) ids[i] = "block";
        return ids;
    }

    private static string Known(string text)
    {
        if (!Formulas.IsHeadLine(text)) return text[0] is '[' or '［' ? "basis" : Formulas.TitleLabel(text) is not null ? "title" : "";
        if (PageFurniture.SymbolLine().IsMatch(text)) return "symbol";
        if (Masthead.IsOrgan(text)) return "block";
        if (Masthead.IsDistribution(text)) return "distribution";
        if (DateText.IsDate(text)) return "distribution";
        if (Formulas.Adoption().IsMatch(text)) return "adoption";
        if (Formulas.Session().IsMatch(text)) return "session";
        // Any other part of a masthead, such as a job number that was torn apart.
        return Formulas.AgendaItem().IsMatch(text) ? "agenda-item" : "block";
    }

    // Below the agenda item stand its title, the title of the document, and its author.
    private static void ClassifyTitle(ImmutableArray<SourceParagraph> paragraphs, string[] ids)
    {
        if (ids.Contains("title", StringComparer.Ordinal)) return;
        var open = Enumerable.Range(0, ids.Length).Where(i => ids[i].Length == 0 && !Sentence.IsComplete(paragraphs[i].Text.Plain)).ToList();
        // What stands above the agenda item is a committee or the like.
        var item = Array.LastIndexOf(ids, "agenda-item");
        if (item < 0) item = Array.LastIndexOf(ids, "session");
        open.RemoveAll(i => i < item);
        if (open.Count == 0) return;
        var author = open.Count > 1 ? open.FindLastIndex(i => Author().IsMatch(paragraphs[i].Text.Plain)) : -1;
        if (author > 0)
        {
            ids[open[author]] = "author";
            open.RemoveRange(author, open.Count - author);
        }
        var hasItem = Array.IndexOf(ids, "agenda-item") >= 0;
        if (!hasItem || open.Count == 1)
        {
            // Only the agenda title stands there: it is the title as well when nothing else could be.
            foreach (var i in open) ids[i] = "title";
            return;
        }
        // The agenda title ends where more space follows; without space each item has one paragraph.
        var end = open.FindIndex(i => paragraphs[i].SpaceAfter);
        if (end < 0 || end == open.Count - 1) end = Math.Min(open.Count - 2, AgendaNumber(paragraphs[Array.IndexOf(ids, "agenda-item")].Text.Plain).Count(c => c == ','));
        for (var i = 0; i < open.Count; i++) ids[open[i]] = i <= end ? "agenda-title" : "title";
    }

    /// <summary>True for "Report of the Secretary-General", "Note by the Secretary-General" and the like.</summary>
    public static bool IsAuthor(string text) => Author().IsMatch(text);

    private static int? SessionNumber(string text)
    {
        var match = Formulas.Session().Match(text);
        if (match.Groups["en"].Success) return Numerals.EnglishOrdinal(match.Groups["en"].Value);
        var zh = match.Groups["zh"].Value;
        return int.TryParse(zh, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : HanNumber.Parse(zh);
    }

    private static string AgendaNumber(string text)
    {
        var number = Numerals.HalfWidth(Formulas.AgendaItem().Match(text).Groups["n"].Value).Replace('（', '(').Replace('）', ')');
        return Conjunction().Replace(BeforeBracket().Replace(number, " ("), ", ").Trim();
    }

    // A block id is used once; "block" always carries its number.
    private static ImmutableArray<HeadBlock> Unique(IEnumerable<HeadBlock> blocks)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. blocks.Select(block =>
        {
            var count = counts[block.Id] = counts.GetValueOrDefault(block.Id) + 1;
            return block with { Id = count > 1 || block.Id == "block" ? $"{block.Id}-{count}" : block.Id };
        })];
    }

    [GeneratedRegex(@"^[^，。]{0,40}的(第[一二三四五六七八九十]+次)?(报告|说明)[*\uFFFC]*$|^([A-Z][a-z\-]+ )*([Rr]eport|Note|[Mm]emorandum) (of|by) the ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Author();

    [GeneratedRegex(@"\s*(和|及|、|，|,|\band\b)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeforeBracket();
}
