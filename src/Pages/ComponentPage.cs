using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>One component of the framework: /zh/framework/delegation-of-authority/.</summary>
public sealed record ComponentPage
{
    public required TaggedText Name { get; init; }

    /// <summary>Its names in the other languages.</summary>
    public required ImmutableArray<TaggedText> OtherNames { get; init; }

    /// <summary>What the documents say of it, sentence by sentence.</summary>
    public required ImmutableArray<SourcedText> Summary { get; init; }

    /// <summary>Its instruments.</summary>
    public required ImmutableArray<SourcedText> Tools { get; init; }

    /// <summary>Its threads, in the order of the record.</summary>
    public required ImmutableArray<ThreadLink> Threads { get; init; }

    public required ImmutableArray<StateCount> States { get; init; }

    /// <summary>The provisions that treat it, by document.</summary>
    public required ImmutableArray<DocumentProvisions> Documents { get; init; }

    /// <summary>How many provisions treat it.</summary>
    public required int Provisions { get; init; }

    /// <summary>Null for the first component.</summary>
    public required Link? Previous { get; init; }

    /// <summary>Null for the last component.</summary>
    public required Link? Next { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            from component in site.Components
            from language in site.Languages
            select Of(site, component, language);
    }

    private static Page Of(Site site, Component component, SiteLanguage language)
    {
        var code = language.Code;
        var name = site.Words(component.Name, code) ?? new(component.Id, null);
        var head = Heads.Of(site, language, $"{Sections.Framework}/{component.Id}", name.Text, Sections.Framework) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Framework),
            Description = component.Summary.IsEmpty ? null : component.Summary[0].Text.In(code),
        };
        return new(site.Urls.File(head.Url), "component", head, s => ModelOf(s, component, code, name));
    }

    private static ComponentPage ModelOf(Site site, Component component, string language, TaggedText name)
    {
        var threads = site.ThreadsOf(component.Id);
        var places = site.ProvisionsOf(component.Id);
        var at = site.Components.IndexOf(component);
        return new()
        {
            Name = name,
            OtherNames = [.. site.Languages.Where(l => l.Code != language && component.Name.In(l.Code) is not null)
                .Select(l => new TaggedText(component.Name.In(l.Code)!, l.Tag))],
            Summary = [.. component.Summary.Select(s => SourcedText.Of(site, s.Text, s.Sources, language)).OfType<SourcedText>()],
            Tools = [.. component.Tools.Select(t => SourcedText.Of(site, t.Name, t.Sources, language)).OfType<SourcedText>()],
            Threads = ThreadLink.AllOf(site, threads, language),
            States = StateCount.Of(threads),
            Documents = DocumentProvisions.AllOf(site, places, language),
            Provisions = places.Length,
            Previous = Neighbour(at - 1),
            Next = Neighbour(at + 1),
        };

        Link? Neighbour(int index) => index < 0 || index >= site.Components.Length ? null
            : site.Vocabulary(language).Component(site.Components[index].Id);
    }
}

/// <summary>A sentence or a name, and where it comes from.</summary>
public sealed record SourcedText(TaggedHtml Text, ImmutableArray<Link> Sources)
{
    /// <summary>Null when the text is missing in every language.</summary>
    public static SourcedText? Of(Site site, LocalizedText text, ImmutableArray<PassageReference> sources, string language) =>
        EditorsWords.Of(site, text, language) is { } words
            ? new(words, [.. sources.Select(s => PassageLinks.To(site, s, language)).DistinctBy(l => l.Label)]) : null;
}

/// <summary>Provisions of one document.</summary>
public sealed record DocumentProvisions(Link Document, TaggedText? Title, ImmutableArray<ProvisionEntry> Provisions)
{
    /// <param name="places">Provisions in order of document and text.</param>
    public static ImmutableArray<DocumentProvisions> AllOf(Site site, ImmutableArray<Place> places, string language)
    {
        var documents = ImmutableArray.CreateBuilder<DocumentProvisions>();
        for (var (start, end) = (0, 0); start < places.Length; start = end)
        {
            while (end < places.Length && places[end].Symbol == places[start].Symbol) end++;
            documents.Add(Of(site, site.Held(places[start].Symbol)!, places.AsSpan(start, end - start), language));
        }
        return documents.DrainToImmutable();
    }

    private static DocumentProvisions Of(Site site, Document document, ReadOnlySpan<Place> places, string language)
    {
        var entries = ImmutableArray.CreateBuilder<ProvisionEntry>(places.Length);
        foreach (var provision in document.Provisions)
            if (entries.Count < places.Length && provision.Id == places[entries.Count].Id) entries.Add(ProvisionEntry.Of(site, document, provision, language));
        return new(
            new(document.Symbol.Value, site.Urls.Document(language, document.Symbol)), site.Title(document.Symbol, language), entries.DrainToImmutable());
    }
}

/// <param name="Acts">What it does.</param>
/// <param name="Beginning">Its first words; null when no text is held.</param>
public sealed record ProvisionEntry(Link Provision, ImmutableArray<Link> Acts, TaggedText? Beginning)
{
    private const int BeginningWidth = 150;

    public static ProvisionEntry Of(Site site, Document document, Provision provision, string language)
    {
        var reading = site.Shown(document, language, provision.Id);
        var text = reading is null ? null : site.WordsOf(new(document.Symbol, provision.Id, default), reading.Text.Language);
        return new(
            new(CitationForm.OfProvision(provision.Id, language), site.UrlOf(language, document, provision.Id)),
            site.Vocabulary(language).Acts(provision.Act),
            text is null ? null : new(Beginnings.Of(text, BeginningWidth), site.ForeignTag(language, reading!.Text.Tag)));
    }
}
