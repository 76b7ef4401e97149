using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Exports;

namespace StaticSite.Build;

/// <summary>Everything a build reads, in memory.</summary>
public sealed record SiteInput
{
    /// <summary>The records: every *.yaml below the input folder.</summary>
    public required ImmutableArray<SourceText> Records { get; init; }

    /// <summary>theme/templates/*.sbn-html: one for each kind of page, and "layout".</summary>
    public required ImmutableArray<SourceText> Templates { get; init; }

    /// <summary>theme/partials/*.sbn-html, included by name.</summary>
    public required ImmutableArray<SourceText> Partials { get; init; }

    /// <summary>theme/strings/*.yaml: interface strings, one file a language.</summary>
    public required ImmutableArray<SourceText> Strings { get; init; }

    /// <summary>theme/assets/**, copied as they are to assets/.</summary>
    public required ImmutableArray<OutputFile> Assets { get; init; }

    /// <summary>Takes the place of the base URL of site.yaml; null keeps that.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>What went wrong while the files were read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The text of a file of the input by its path; null when there is none.</summary>
    public SourceText? Source(string path) =>
        Records.Concat(Templates).Concat(Partials).Concat(Strings).FirstOrDefault(s => s.Path == path);
}
