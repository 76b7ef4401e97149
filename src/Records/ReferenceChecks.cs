using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Whether the site has what its records refer to. Each reference is checked for itself.</summary>
internal sealed class ReferenceChecks
{
    // By kind.
    private readonly Defined?[] defined = new Defined?[Enum.GetValues<ReferenceKind>().Length];
    private ImmutableArray<SiteLanguage> languages = [];
    private Dictionary<string, string>? tags;

    /// <param name="What">For messages: "body".</param>
    /// <param name="Path">The file that defines the ids.</param>
    private sealed record Defined(string What, string Path, ImmutableArray<string> Ids, HashSet<string> Known);

    /// <summary>References of a kind without ids are not checked.</summary>
    public void Define(ReferenceKind kind, string what, string path, ImmutableArray<string> ids) => defined[(int)kind] = new(what, path, ids, ids.ToHashSet(StringComparer.Ordinal));

    /// <summary>Languages are not checked before.</summary>
    public void DefineLanguages(SiteConfig site)
    {
        languages = site.Languages;
        tags = languages.DistinctBy(l => l.Code, StringComparer.Ordinal).ToDictionary(l => l.Code, l => l.Tag, StringComparer.Ordinal);
    }

    public IEnumerable<Diagnostic> Check(IEnumerable<Reference> references)
    {
        foreach (var reference in references)
        {
            if (defined[(int)reference.Kind] is { } ids && !ids.Known.Contains(reference.Id))
                yield return Reading.Finding(RecordRules.DanglingId, reference.Span, $"There is no {ids.What} \"{Nearest.Shorten(reference.Id)}\"",
                    Nearest.Hint(reference.Id, ids.Ids, $"list it in {ids.Path}"));
            if (tags is null) continue;
            if (reference.Kind == ReferenceKind.Language && !tags.ContainsKey(reference.Id))
                yield return Reading.Finding(RecordRules.DanglingId, reference.Span, $"The site has no language \"{Nearest.Shorten(reference.Id)}\"",
                    $"the languages in input/site.yaml are {string.Join(", ", languages.Select(l => l.Code))}");
            // A tag of another language than the file name says is reported there.
            if (reference.Kind == ReferenceKind.LanguageTag && tags.GetValueOrDefault(reference.Id.Split('-')[0]) is { } tag && tag != reference.Id)
                yield return Reading.Finding(RecordRules.BadValue, reference.Span,
                    $"The tag \"{Nearest.Shorten(reference.Id)}\" is not the one that the site uses", $"write {tag}");
        }
    }
}
