using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/site.yaml.</summary>
internal static class SiteRecord
{
    private static readonly Field<string> Code = new("code", Shapes.LanguageCode, "Short code for file names and URLs, for example zh",
        required: true);
    private static readonly Field<string> Tag = new("tag", Shapes.LanguageTag, "BCP 47 tag, for example zh-Hans", required: true);
    private static readonly Field<string> Name = new("name", Shapes.Line, "Name of the language in the language itself", required: true);

    private static readonly RecordShape<SiteLanguage> Language = new("A language of the site.", [Code, Tag, Name],
        (values, _) => values.Text(Code) is { } code
            ? new(code, values.Text(Tag) ?? code, values.Text(Name) ?? code, values.SpanOf(Code)) : null);

    private static readonly Field<LocalizedText> Title = new("title", LocalizedRecord.Shape, "Title of the site", required: true);
    private static readonly Field<LocalizedText> Description =
        new("description", LocalizedRecord.Shape, "One or two sentences for search engines and feeds");
    private static readonly Field<ImmutableArray<SiteLanguage>> Languages =
        new("languages", new ListShape<SiteLanguage>(Language, mayBeEmpty: false), "The languages of the site, source language first",
            required: true);
    private static readonly Field<string> BaseUrl = new("base_url", Shapes.BaseAddress,
        "Address of the published site, with / at its end", required: true);
    private static readonly Field<ImmutableArray<MapEntry<string>>> OfficialDocuments = new("official_documents",
        new MapShape<string>(Shapes.SiteLanguage, Shapes.BaseAddress, checksKeys: true),
        "By language: what stands before the symbol in the address of an official document");
    private static readonly Field<ImmutableArray<MapEntry<string>>> Redirects =
        new("redirects", new MapShape<string>(Shapes.SitePath, Shapes.Target, checksKeys: true),
            "Paths that have moved: old path to new path");

    private static readonly Field<ImmutableArray<SitePart>> LeaveOut = new("leave_out",
        new ListShape<SitePart>(Shapes.OneOf(("provision-pages", SitePart.ProvisionPages), ("bilingual-pages", SitePart.BilingualPages), ("citation-pages", SitePart.CitationPages), ("json", SitePart.Json),
            ("akoma-ntoso", SitePart.AkomaNtoso), ("search", SitePart.Search))),
        "What a site of many documents does without; links lead to the paragraph on the page of its document");

    public static readonly RecordShape<SiteConfig> File = new("What holds for the whole site.",
        [Title, Description, Languages, BaseUrl, OfficialDocuments, Redirects, LeaveOut], Make);

    private static SiteConfig Make(FieldValues values, Reading reading)
    {
        var languages = values.List(Languages);
        foreach (var language in languages)
            if (languages.First(l => l.Code == language.Code) != language)
                reading.Report(RecordRules.DuplicateId, language.Span, $"The language {language.Code} is listed twice",
                    "keep one of the two");
        return new()
        {
            Title = values.Text(Title) ?? new(null, null),
            Description = values.Text(Description),
            Languages = languages,
            BaseUrl = values.Text(BaseUrl) ?? "",
            OfficialDocuments = Map(values.List(OfficialDocuments)),
            Redirects = Map(values.List(Redirects)),
            LeaveOut = [.. values.List(LeaveOut).Distinct()],
        };
    }

    private static ImmutableSortedDictionary<string, string> Map(ImmutableArray<MapEntry<string>> entries)
    {
        var map = SiteConfig.EmptyMap;
        foreach (var entry in entries)
            if (entry.Value is not null) map = map.Add(entry.Key, entry.Value);
        return map;
    }
}
