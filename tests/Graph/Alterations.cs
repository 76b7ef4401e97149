using System.Collections.Immutable;
using System.Text.RegularExpressions;

using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Tests.Graph;

/// <summary>A slip of a typist: one digit, number word or month of a text is another one.</summary>
/// <param name="Text">The text as it was.</param>
/// <param name="Passage">Id of the passage.</param>
/// <param name="IsCitation">True when it stands inside a citation.</param>
internal sealed record Alteration(LinkedText Text, string Passage, int Start, string Was, string Became, bool IsCitation)
{
    /// <summary>The words around the place, for people.</summary>
    public override string ToString()
    {
        var plain = Text.TextOf(Passage)!.Plain;
        var (from, to) = (Math.Max(0, Start - 20), Math.Min(plain.Length, Start + Was.Length + 20));
        return $"{Text.Document.Symbol} {Text.Text.Language} {Passage}: {plain[from..Start]}[{Was} -> {Became}]{plain[(Start + Was.Length)..to]}";
    }
}

/// <summary>Makes alterations at random places of real texts. What counts as a figure is told here by patterns of its own, not by the reader that is tested.</summary>
internal static partial class Alterations
{
    private static readonly string[][] Series =
    [
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        ["thirds", "quarters", "fifths"], ["thousand", "million", "billion"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["二", "三", "四", "五", "六", "七", "八", "九"], ["万", "亿"],
    ];

    /// <summary>So many alterations, the same for the same seed, over all texts of documents that have two.</summary>
    public static IEnumerable<Alteration> Of(CitationGraph graph, int count, int seed)
    {
        var places = graph.Texts.Where(t => t.Document.Texts.Length > 1).SelectMany(Places).ToList();
        var random = new Random(seed);
        for (var i = 0; i < count && places.Count > 0; i++)
        {
            var (text, passage, start, was) = places[random.Next(places.Count)];
            var citation = text.CitationsIn(passage).Any(c => c.Citation.Span.Start <= start && start < c.Citation.Span.End);
            yield return new(text, passage, start, was, Another(was, random), citation);
        }
    }

    /// <summary>The text as the typist left it.</summary>
    public static LinkedText Apply(Alteration slip)
    {
        var text = slip.Text.Text;
        var rich = slip.Text.TextOf(slip.Passage)!;
        var changed = slip.Passage == "title" ? text with { Title = Change(text.Title!) }
            : slip.Passage.StartsWith("section:", StringComparison.Ordinal) ? text with { Sections = In(text.Sections, slip.Passage["section:".Length..]) }
            : text.Provisions.ContainsKey(slip.Passage) ? text with { Provisions = In(text.Provisions, slip.Passage) }
            : text.Blocks.ContainsKey(slip.Passage) ? text with { Blocks = In(text.Blocks, slip.Passage) }
            : text with { Footnotes = In(text.Footnotes, slip.Passage) };
        return new(slip.Text.Document, changed, new HeldDocuments([slip.Text.Document]));

        ImmutableSortedDictionary<string, LocatedText> In(ImmutableSortedDictionary<string, LocatedText> texts, string id) => texts.SetItem(id, Change(texts[id]));

        LocatedText Change(LocatedText located)
        {
            var at = rich.OffsetInMarkdown(located.Value, slip.Start);
            Assert.Equal(slip.Was, located.Value.Substring(at, slip.Was.Length));
            return new(string.Concat(located.Value.AsSpan(0, at), slip.Became, located.Value.AsSpan(at + slip.Was.Length)), located.Span);
        }
    }

    private static IEnumerable<(LinkedText Text, string Passage, int Start, string Was)> Places(LinkedText text) =>
        from passage in text.Passages
        from match in Figure().Matches(passage.Text.Plain)
        select (text, passage.Id, match.Index, match.Value);

    private static string Another(string was, Random random)
    {
        if (char.IsAsciiDigit(was[0])) return Pick([.. Enumerable.Range(1, 9).Select(d => (char)('0' + d) + "")], was, random);
        if (was is "两" or "一") return Pick(["三", "四", "五"], was, random);
        var series = Series.First(s => s.Contains(was, StringComparer.OrdinalIgnoreCase));
        var other = Pick(series, was, random);
        return char.IsUpper(was[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other;
    }

    private static string Pick(string[] among, string was, Random random)
    {
        var others = among.Where(o => !o.Equals(was, StringComparison.OrdinalIgnoreCase)).ToArray();
        return others[random.Next(others.Length)];
    }

    // One digit, or one word. "May" only beside a number, since it is a verb too; 一 only where it counts.
    [GeneratedRegex(@"[0-9]|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|thirds|quarters|fifths|thousand|million|billion|January|February|March|April|June|July|August|September|October|November|December)\b|(?<=[0-9] )May\b|\bMay(?= [0-9]{4})|[二三四五六七八九](?![氧氯])|两(?!性)|一(?=[次份项年名个月届百千万亿](?!步|直|样|旦|向|律))|(?<=第)一|(?<=[0-9一二三四五六七八九十百千两] ?)[万亿]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Figure();
}
