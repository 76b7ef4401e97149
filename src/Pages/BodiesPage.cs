using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The bodies, officials and groups that the documents name: /zh/bodies/.</summary>
public sealed record BodiesPage
{
    /// <summary>One for each kind that occurs: bodies, officials, groups.</summary>
    public required ImmutableArray<BodyGroup> Groups { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Beside.Bodies.IsEmpty ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, InterfaceStrings.Bodies, site.Say(code, InterfaceStrings.Bodies), InterfaceStrings.Bodies) with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "bodies", head, s => ModelOf(s, code));
    }

    private static BodiesPage ModelOf(Site site, string code)
    {
        var addressed = site.Documents.SelectMany(d => d.Provisions).Where(p => p.Addressee is not null)
            .GroupBy(p => p.Addressee!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new()
        {
            Groups = [.. Enum.GetValues<BodyKind>().Select(kind => new BodyGroup(BodySummary.KindOf(kind),
                [.. site.Beside.Bodies.Where(b => b.Kind == kind).Select(b => new BodyEntry(BodySummary.Of(site, b, code),
                    addressed.GetValueOrDefault(b.Id), site.Beside.FollowUp.Threads.Count(t => t.Responsible?.Body == b.Id)))]))
                .Where(g => !g.Entries.IsEmpty)],
        };
    }
}

/// <param name="Kind">"body", "official", "group": the interface strings name it.</param>
/// <param name="Entries">In the order of the records.</param>
public sealed record BodyGroup(string Kind, ImmutableArray<BodyEntry> Entries);

/// <param name="Addressed">Provisions addressed to it.</param>
/// <param name="Threads">Threads that it is responsible for.</param>
public sealed record BodyEntry(BodySummary Body, int Addressed, int Threads);

/// <summary>How a body is called.</summary>
public sealed record BodySummary
{
    /// <summary>"body", "official", "group".</summary>
    public required string Kind { get; init; }
    public required string Url { get; init; }
    public required TaggedText Name { get; init; }

    /// <summary>The name in the other languages of the site.</summary>
    public required ImmutableArray<TaggedText> OtherNames { get; init; }

    /// <summary>Short forms, the language of the page first.</summary>
    public required ImmutableArray<TaggedText> Short { get; init; }

    /// <summary>Other names that texts print, the language of the page first.</summary>
    public required ImmutableArray<TaggedText> Variants { get; init; }

    /// <summary>Null when there is none.</summary>
    public string? Acronym { get; init; }

    /// <summary>What it belongs to; null when no text tells.</summary>
    public Link? Parent { get; init; }

    public static BodySummary Of(Site site, Records.Body body, string language) => new()
    {
        Kind = KindOf(body.Kind),
        Url = site.Urls.Body(language, body.Id),
        Name = site.Words(body.Name, language) ?? new(body.Id, null),
        OtherNames = [.. InAll(site, body.Name, language).Where(n => n.Tag is not null && n != site.Words(body.Name, language))],
        Short = InAll(site, body.Short, language),
        Variants = [.. body.Variants.SelectMany(v => InAll(site, v, language))],
        Acronym = body.Acronym,
        Parent = body.Parent is { } parent ? BodyLink.To(site, parent, language) : null,
    };

    /// <summary>The word of a kind in records and interface strings.</summary>
    public static string KindOf(BodyKind kind) => kind switch { BodyKind.Official => "official", BodyKind.Group => "group", _ => "body" };

    private static ImmutableArray<TaggedText> InAll(Site site, LocalizedText? text, string language) =>
        [.. site.Languages.OrderBy(l => l.Code == language ? 0 : 1).Where(l => text?.In(l.Code) is not null)
            .Select(l => new TaggedText(text!.In(l.Code)!, site.ForeignTag(language, l.Tag)))];
}
