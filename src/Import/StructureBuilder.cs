using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;
using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Paragraphs in reading order -> a document: title page, sections, provisions, footnotes, closing. Knows nothing of how the text came.</summary>
internal sealed class StructureBuilder
{
    private readonly SourceContent content;
    private readonly ImmutableArray<SourceParagraph> paragraphs;
    private readonly ImmutableArray<NumberChain.Verdict> numbers;
    private readonly int bodyStart;
    private readonly HeadFacts head;
    private readonly bool resolution;
    private readonly SectionOutline outline;
    private readonly List<HeadBlock> headBlocks;
    private readonly List<(string Id, string? Parent, string? Printed, RunningText Heading, LineRange Lines)> sections = [];
    private readonly List<DraftProvision> provisions = [];
    private readonly List<HeadBlock> closing = [];
    private readonly Dictionary<string, int> scopeCounts = new(StringComparer.Ordinal);
    private bool inPreamble;
    private string? scope;
    private int preambularCount;
    private int unnumberedCount;
    private bool sectionOpened;
    private string? outermostOpened;

    private sealed record DraftProvision(string Name, string? Scope, bool Annex, string? Section, string? Printed, LineRange Lines, ImmutableArray<RunningText> Paragraphs);

    private StructureBuilder(SourceContent content)
    {
        this.content = content;
        paragraphs = content.Paragraphs;
        numbers = JudgeNumbers();
        bodyStart = BodyStart.Find(paragraphs, numbers);
        head = HeadReader.Read(paragraphs[..bodyStart]);
        headBlocks = [.. head.Blocks];
        resolution = head.ResolutionNumber is not null || paragraphs.Any(p => Formulas.IsEnacting(p.Text.Plain));
        outline = new(resolution);
        Read();
    }

    /// <summary>Builds the records of a source.</summary>
    /// <param name="symbol">Symbol given by the caller or found in running heads; the title page's own comes first unless it is given.</param>
    /// <returns>The symbol is the default value when neither the caller nor the source tells it.</returns>
    public static (Document Document, DocumentText Text) Build(SourceContent content, string? symbol, string? running, string sourceFile) =>
        new StructureBuilder(content).Result(symbol, running, sourceFile);

    private void Read()
    {
        for (var i = bodyStart; i < paragraphs.Length; i++)
        {
            var text = paragraphs[i].Text.Plain;
            if (paragraphs[i].Display == Display.Contents) AddContents(i);
            else if (paragraphs[i].Display == Display.Table) AddUnnumbered(i);
            else if (numbers[i] == NumberChain.Verdict.Paragraph) AddNumbered(i);
            else if (Formulas.IsEnacting(text)) AddEnacting(i);
            else if (Formulas.IsSummary(text) && provisions.Count == 0) AddSection(outline.OpenUnlettered(), null, paragraphs[i].Text, paragraphs[i].Lines);
            else if (TryHeading(ref i)) continue;
            else if (Formulas.Closing(text) is { } id && IsClosing(i)) closing.Add(new(id, null, [paragraphs[i].Text], paragraphs[i].Lines));
            else AddUnnumbered(i);
        }
    }

    private void AddNumbered(int i)
    {
        var paragraph = paragraphs[i];
        var label = Labels.Number(paragraph.Text.Plain)!.Value;
        if (label.Number == 1 || provisions.Count == 0) scope = OperativeScope();
        inPreamble = false;
        Close();
        provisions.Add(new(label.Number.ToString(CultureInfo.InvariantCulture), scope, outline.InAnnex, outline.Current,
            paragraph.Text.Plain[..label.Length], paragraph.Lines, [paragraph.Text.From(label.Length)]));
    }

    private void AddContents(int i)
    {
        var paragraph = paragraphs[i];
        var last = headBlocks.Count - 1;
        if (last >= 0 && headBlocks[last].Id.StartsWith("contents", StringComparison.Ordinal))
            headBlocks[last] = headBlocks[last] with { Paragraphs = headBlocks[last].Paragraphs.Add(paragraph.Text), Lines = new(headBlocks[last].Lines.First, paragraph.Lines.Last) };
        else headBlocks.Add(new(headBlocks.Exists(b => b.Id == "contents") ? "contents-2" : "contents", null, [paragraph.Text], paragraph.Lines));
    }

    // Operative paragraphs share the scope of the preambular ones before them, also below an unlettered heading.
    private string? OperativeScope()
    {
        var preamble = provisions.Count > 0 && provisions[^1].Name.StartsWith("PP", StringComparison.Ordinal) ? provisions[^1] : null;
        var samePart = preamble is not null && (outermostOpened is null || outermostOpened[0] == 'u');
        if (!samePart) return NewScope("");
        scopeCounts[preamble!.Scope ?? ""] = scopeCounts.GetValueOrDefault(preamble.Scope ?? "") + 1;
        return preamble.Scope;
    }

    // The outermost section that has been opened since the last provision: where it has such a row already, a number tells the rows apart.
    private string? NewScope(string prefix)
    {
        var section = outermostOpened ?? outline.Current;
        var count = scopeCounts[prefix + section] = scopeCounts.GetValueOrDefault(prefix + section) + 1;
        return count == 1 ? section : string.Create(CultureInfo.InvariantCulture, $"{section ?? "part"}-{count}");
    }

    private void AddEnacting(int i)
    {
        inPreamble = true;
        preambularCount = 0;
        scope = NewScope("PP");
        outermostOpened = null;
        var count = headBlocks.Count(b => b.Id.StartsWith("enacting", StringComparison.Ordinal)) + 1;
        headBlocks.Add(new(count == 1 ? "enacting" : $"enacting-{count}", null, [paragraphs[i].Text], paragraphs[i].Lines));
        sectionOpened = true;
    }

    private void AddUnnumbered(int i)
    {
        var paragraph = paragraphs[i];
        var text = paragraph.Text.Plain;
        var preambular = inPreamble && (Sentence.Last(text) is '，' or ',' or '、' || Sentence.Last(text) == ':' && content.Language == "en" && Formulas.StartsPreambular(text));
        if (preambular)
        {
            // An unnumbered paragraph may stand between the heading and its preamble.
            if (outermostOpened is not null || IsNewPreamble()) (scope, preambularCount) = (NewScope("PP"), 0);
            preambularCount++;
            AddDraft($"PP{preambularCount}", paragraph, scope);
        }
        else if (!sectionOpened && provisions.Count > 0 && (provisions[^1].Name[0] == 'x' || inPreamble && provisions[^1].Name[0] == 'P') && closing.Count == 0 && !BelongsToUnnumbered(paragraph))
        {
            unnumberedCount++;
            AddDraft($"x{unnumberedCount}", paragraph, null);
        }
        else if (!sectionOpened && provisions.Count > 0 && (closing.Count == 0 || closing[^1].Lines.First < provisions[^1].Lines.First))
        {
            var last = provisions[^1];
            provisions[^1] = last with { Lines = new(last.Lines.First, paragraph.Lines.Last), Paragraphs = last.Paragraphs.Add(paragraph.Text) };
        }
        else if (closing.Count > 0 && !sectionOpened)
        {
            closing.Add(new("block", null, [paragraph.Text], paragraph.Lines));
        }
        else
        {
            unnumberedCount++;
            AddDraft($"x{unnumberedCount}", paragraph, null);
        }
    }

    private bool IsNewPreamble()
    {
        var numbered = provisions.FindLast(p => char.IsAsciiDigit(p.Name[0]));
        return numbered is not null && numbered.Scope == scope && numbered.Section != outline.Current && numbered.Section is not null;
    }

    // Items, tables, and what a colon announces, stay with the unnumbered paragraph before them.
    private bool BelongsToUnnumbered(SourceParagraph paragraph) =>
        Labels.IsItem(paragraph.Text.Plain) || paragraph.Display == Display.Table || Sentence.Last(provisions[^1].Paragraphs[^1].Plain) is ':' or '：';

    private void AddDraft(string name, SourceParagraph paragraph, string? draftScope)
    {
        Close();
        provisions.Add(new(name, draftScope, outline.InAnnex, outline.Current, null, paragraph.Lines, [paragraph.Text]));
    }

    private void Close()
    {
        sectionOpened = false;
        outermostOpened = null;
    }

    private bool IsClosing(int i)
    {
        for (var j = i + 1; j < paragraphs.Length; j++)
        {
            var text = paragraphs[j].Text.Plain;
            if (Formulas.Closing(text) is not null) continue;
            return numbers[j] == NumberChain.Verdict.Text;
        }
        return true;
    }

    private bool TryHeading(ref int i)
    {
        var paragraph = paragraphs[i];
        var text = paragraph.Text.Plain;
        var label = numbers[i] == NumberChain.Verdict.Heading || !Labels.Heading(text).Any(l => l.Style == LabelStyle.Digit)
            ? outline.Fit(Labels.Heading(text)) ?? PartLabel(i) : null;
        if (label is not null && IsHeadingText(i, label))
        {
            var heading = paragraph.Text.From(label.Length);
            var lines = paragraph.Lines;
            if (heading.Plain.Trim(Markdown.RichText.Call).Length == 0 && i + 1 < paragraphs.Length && IsHeadingBelow(i + 1))
            {
                i++;
                heading = new(heading.Plain + paragraphs[i].Text.Plain, heading.Markers.AddRange(paragraphs[i].Text.Markers));
                lines = new(lines.First, paragraphs[i].Lines.Last);
            }
            AddSection(outline.Open(label), text[..label.Length], heading, lines);
            return true;
        }
        if (!IsUnlettered(i)) return false;
        AddSection(outline.OpenUnlettered(), null, paragraph.Text, paragraph.Lines);
        return true;
    }

    // "B" right above "The General Assembly,": a part of a resolution that is published without the part before it.
    private Label? PartLabel(int i) =>
        i + 1 < paragraphs.Length && Formulas.IsEnacting(paragraphs[i + 1].Text.Plain) && Labels.IsPart(paragraphs[i].Text.Plain)
            ? Labels.Heading(paragraphs[i].Text.Plain).First(l => l.Style == LabelStyle.Letter) : null;

    private void AddSection((string Id, string? Parent) place, string? printed, RunningText heading, LineRange lines)
    {
        sections.Add((place.Id, place.Parent, printed, heading, lines));
        if (!sectionOpened || outermostOpened is null) outermostOpened = place.Id;
        sectionOpened = true;
        // A section of a resolution may open with preambular paragraphs of its own.
        inPreamble = resolution && !outline.InAnnex;
    }

    private bool IsHeadingText(int i, Label label)
    {
        var text = paragraphs[i].Text.Plain;
        if (label.Style >= LabelStyle.Annex) return paragraphs[i].Width < 2.2 && !Sentence.Ends(text);
        return paragraphs[i].Width < 3.2 && !Sentence.Ends(text) || label.Bare;
    }

    // The heading of a bare label ("A", "Annex") stands below it: short, no final mark, no label of its own.
    private bool IsHeadingBelow(int i) =>
        numbers[i] == NumberChain.Verdict.Text && paragraphs[i].Width < 4.5 && !Sentence.EndsOrPauses(paragraphs[i].Text.Plain)
        && !Formulas.IsEnacting(paragraphs[i].Text.Plain) && !Labels.IsItem(paragraphs[i].Text.Plain)
        && outline.Fit(Labels.Heading(paragraphs[i].Text.Plain)) is null && Formulas.Closing(paragraphs[i].Text.Plain) is null;

    private bool IsUnlettered(int i)
    {
        var (paragraph, text) = (paragraphs[i], paragraphs[i].Text.Plain);
        if (numbers[i] != NumberChain.Verdict.Text || paragraph.Width >= 1.9 || Sentence.EndsOrPauses(text) || Labels.IsItem(text)) return false;
        if (Formulas.Closing(text) is not null || i + 1 >= paragraphs.Length || char.IsAsciiDigit(text[0]) || Displays.EndsInFigures(text)) return false;
        if (i > 0 && !Sentence.Ends(paragraphs[i - 1].Text.Plain) && i != bodyStart && sections.Count > 0 && sections[^1].Lines.Last != paragraphs[i - 1].Lines.Last
            && !Formulas.IsEnacting(paragraphs[i - 1].Text.Plain)) return false;
        var next = paragraphs[i + 1].Text.Plain;
        return numbers[i + 1] != NumberChain.Verdict.Text || Formulas.IsEnacting(next) || outline.Fit(Labels.Heading(next).Where(l => l.Style != LabelStyle.Digit)) is not null
            || Sentence.IsComplete(next) && (paragraphs[i + 1].Width > 1 || paragraph.SpaceBefore && paragraph.SpaceAfter && paragraph.Width < 0.8) && !inPreamble
            // "Documentation" above a list with bullets.
            || (next[0] is '•' or '●' or '▪') && text[0] != next[0] && paragraph.Width < 0.6 && i > 0 && Sentence.IsComplete(paragraphs[i - 1].Text.Plain);
    }

    private ImmutableArray<NumberChain.Verdict> JudgeNumbers()
    {
        var places = new List<int>();
        var candidates = new List<NumberChain.Candidate>();
        var annex = false;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var text = paragraphs[i].Text.Plain;
            annex |= Labels.IsAnnex(text) && paragraphs[i].Width < 2.2;
            if (paragraphs[i].Display != Display.None || Labels.Number(text) is not { } label) continue;
            var before = i == 0 ? "" : paragraphs[i - 1].Text.Plain;
            places.Add(i);
            candidates.Add(new(label.Number, !Sentence.Ends(before) || annex, paragraphs[i].Width < 1.6 && !Sentence.EndsOrPauses(text)));
            annex = false;
        }
        var verdicts = new NumberChain.Verdict[paragraphs.Length];
        var judged = NumberChain.Judge(candidates);
        for (var i = 0; i < places.Count; i++) verdicts[places[i]] = judged[i];
        return [.. verdicts];
    }

    private (Document, DocumentText) Result(string? symbol, string? running, string sourceFile)
    {
        var identity = Identity.Of(head, resolution, symbol, running);
        var span = new SourceSpan(sourceFile, 0, 0);
        var ids = ScopedIds();
        var footnotes = FootnoteIds();
        var ended = closing.GroupBy(b => b.Id, StringComparer.Ordinal)
            .SelectMany(g => g.Select((b, n) => b with { Id = n == 0 && b.Id != "block" && !headBlocks.Exists(h => h.Id == b.Id) ? b.Id : $"{b.Id}-{BlockNumber(b.Id, n)}" }))
            .OrderBy(b => b.Lines.First).ToList();
        var document = new Document
        {
            Span = span,
            Symbol = identity.Symbol is null ? DocumentSymbol.None : DocumentSymbol.FromCanonical(identity.Symbol),
            Kind = identity.Kind,
            Issuer = identity.Issuer,
            Session = identity.Session,
            AgendaItem = head.AgendaItem,
            Date = head.Date ?? ClosingDate(ended),
            Source = new(sourceFile, content.Language),
            Head = [.. headBlocks.Select(b => new Block(b.Id, b.Printed, b.Lines, span))],
            Sections = [.. sections.Select(s => new Section(s.Id, s.Parent, s.Printed, s.Lines, span))],
            Provisions = [.. provisions.Select((p, i) => new Provision { Id = ids[i], Span = span, Section = p.Section, Printed = p.Printed, Lines = p.Lines })],
            Footnotes = [.. content.Footnotes.Select((f, i) => new Footnote(footnotes[i], f.Marker, f.Lines, span))],
            Closing = [.. ended.Select(b => new Block(b.Id, b.Printed, b.Lines, span))],
            Furniture = [.. content.Furniture.Select(f => new FurnitureLine(f.Line, f.Text, span))],
        };
        var blocks = DocumentText.EmptyTexts.ToBuilder();
        foreach (var block in headBlocks.Concat(ended).Where(b => b.Id != "title")) blocks.Add(block.Id, Located(block.Paragraphs, span));
        var title = headBlocks.Find(b => b.Id == "title");
        var text = new DocumentText
        {
            Language = content.Language,
            Tag = content.Language == "zh" ? "zh-Hans" : content.Language,
            Status = TextStatus.Official,
            Title = title is null ? null : Located(title.Paragraphs, span),
            Blocks = blocks.ToImmutable(),
            Sections = DocumentText.EmptyTexts.AddRange(sections.Select(s => KeyValuePair.Create(s.Id, Located([s.Heading], span)))),
            Provisions = DocumentText.EmptyTexts.AddRange(provisions.Select((p, i) => KeyValuePair.Create(ids[i], Located(p.Paragraphs, span)))),
            Footnotes = DocumentText.EmptyTexts.AddRange(content.Footnotes.Select((f, i) => KeyValuePair.Create(footnotes[i], Located([f.Text], span)))),
        };
        return (document with { Texts = [text] }, text);
    }

    private int BlockNumber(string id, int n) => n + 1 + headBlocks.Count(h => h.Id == id || h.Id.StartsWith(id + "-", StringComparison.Ordinal));

    private DateOnly? ClosingDate(List<HeadBlock> ended) =>
        resolution && ended.Find(b => b.Id == "date" || b.Id.StartsWith("date-", StringComparison.Ordinal)) is { } block ? DateText.Find(block.Paragraphs[0].Plain) : null;

    private static LocatedText Located(ImmutableArray<RunningText> texts, SourceSpan span) =>
        new(string.Join("\n\n", texts.Select(t => t.ToMarkdown())), span);

    // Where counting begins again in the body, all its ids carry their scope; an annex carries it when its ids would collide.
    private ImmutableArray<string> ScopedIds()
    {
        var body = provisions.Where(p => !p.Annex).Select(p => p.Name).ToList();
        var restarts = body.Count != body.Distinct(StringComparer.Ordinal).Count();
        var names = body.ToHashSet(StringComparer.Ordinal);
        var annexNames = provisions.Where(p => p.Annex).GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var annexScopes = provisions.Where(p => p.Annex && (names.Contains(p.Name) || annexNames.Contains(p.Name))).Select(p => p.Scope).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, (int Number, int Round)>(StringComparer.Ordinal);
        var ids = ImmutableArray.CreateBuilder<string>(provisions.Count);
        foreach (var provision in provisions)
        {
            var qualified = provision.Annex ? provision.Scope is not null && annexScopes.Contains(provision.Scope) : restarts;
            var scope = qualified ? Ascending(provision, last) : null;
            var id = scope is null ? provision.Name : scope + "/" + provision.Name;
            var unique = id;
            for (var n = 2; !used.Add(unique); n++) unique = $"{id}-{n}";
            ids.Add(unique);
        }
        return ids.MoveToImmutable();
    }

    // The scope of a provision, with a number where counting begins again in it unannounced: ids of one scope ascend. Null for the first row of a body
    // without scopes.
    private string? Ascending(DraftProvision provision, Dictionary<string, (int Number, int Round)> last)
    {
        var digits = provision.Name.AsSpan().IndexOfAnyInRange('0', '9');
        var row = provision.Scope + "/" + provision.Name[..digits];
        var number = int.Parse(provision.Name.AsSpan(digits), CultureInfo.InvariantCulture);
        var (before, round) = last.GetValueOrDefault(row, (0, 1));
        if (number <= before)
            do round++;
            while (provisions.Exists(p => p.Scope == Part(round)));
        last[row] = (number, round);
        return round == 1 ? provision.Scope : Part(round);

        string Part(int number) => string.Create(CultureInfo.InvariantCulture, $"{provision.Scope ?? "part"}-{number}");
    }

    private ImmutableArray<string> FootnoteIds()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. content.Footnotes.Select(f =>
        {
            var name = f.Marker[0] == '*' ? "s" + f.Marker.Length.ToString(CultureInfo.InvariantCulture) : f.Marker;
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            return count == 1 ? "fn" + name : $"fn{name}-{count}";
        })];
    }
}
