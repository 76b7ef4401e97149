using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Markdown;

namespace StaticSite.Pages;

/// <summary>The words of the interface, one file of the theme per language. Templates read them as `t.key`.</summary>
public sealed class InterfaceStrings
{
    public const string Home = "home";
    public const string Documents = "documents";
    public const string Status = "status";
    public const string Framework = "framework";
    public const string Definitions = "definitions";
    public const string Tracker = "tracker";
    public const string Progress = "progress";
    public const string Indicators = "indicators";
    public const string Bodies = "bodies";
    public const string NotFound = "not_found";
    public const string Moved = "moved";
    public const string NotFoundText = "not_found_text";
    public const string NotFoundDocuments = "not_found_documents";
    public const string SiteChoice = "choose_language";
    public const string Footnotes = "footnotes";
    public const string BilingualTitle = "bilingual_title";
    public const string Search = "search";
    public const string SearchTitle = "search_title";
    public const string SearchHeading = "search_heading";
    public const string SearchOpening = "search_opening";

    public const string AtSession = "at_session";
    public const string SessionUnknown = "session_unknown";
    public const string StepAsked = "step_asked";
    public const string StepReported = "step_reported";
    public const string StepFound = "step_found";
    public const string MoreCitations = "more_citations";
    public const string CitationsTitle = "citations_title";
    public const string CitationsOthers = "citations_others";
    public const string PartHead = "part_head";
    public const string PartPreamble = "part_preamble";
    public const string PartOperative = "part_operative";
    public const string PartBody = "part_body";
    public const string PartClosing = "part_closing";
    public const string IssuerUnknown = "issuer_unknown";

    // Who lacks more begins with a file of another language.
    private const int NamedAtOnce = 12;

    /// <summary>Before the kind of a callout.</summary>
    public const string Callout = "callout_";

    /// <summary>Keys that page models need; templates need more, and strict rendering finds those.</summary>
    private static readonly ImmutableArray<string> Required = [Home, Documents, Status, Framework, Definitions, Tracker, Progress, Indicators, Bodies, NotFound, Moved, NotFoundText, NotFoundDocuments, SiteChoice, Footnotes, BilingualTitle, Search, SearchTitle, SearchHeading, SearchOpening,
        AtSession, SessionUnknown, StepAsked, StepReported, StepFound, MoreCitations, CitationsTitle, CitationsOthers, PartHead, PartPreamble, PartOperative, PartBody, PartClosing, IssuerUnknown,
        .. PageMarkdown.Callouts.Select(kind => Callout + kind)];

    /// <summary>A language has no string, or none for a key that another language has.</summary>
    public static readonly Rule MissingString = new("theme/missing-string", Severity.Error);

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> byLanguage;

    /// <param name="byLanguage">Language code -> key -> words.</param>
    public InterfaceStrings(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>All strings of a language; empty for an unknown one.</summary>
    public ImmutableSortedDictionary<string, string> In(string language) =>
        byLanguage.GetValueOrDefault(language) ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The words for a key; the key itself where they are missing, which <see cref="Check"/> has reported.</summary>
    public string Say(string language, string key) => In(language).GetValueOrDefault(key) ?? key;

    /// <summary>Every language has every key; one finding for each language that lacks some.</summary>
    /// <param name="pathOf">The file of a language, for the place of a finding.</param>
    public ImmutableArray<Diagnostic> Check(IEnumerable<string> languages, Func<string, string> pathOf)
    {
        var keys = byLanguage.Values.SelectMany(s => s.Keys).Concat(Required).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. from language in languages
               let missing = keys.Where(key => !In(language).ContainsKey(key)).ToList()
               where missing.Count > 0
               select new Diagnostic(MissingString, new(pathOf(language), 0, 0),
                   $"the language \"{language}\" lacks {(missing.Count == 1 ? "an interface string" : "interface strings")}: {string.Join(", ", missing.Take(NamedAtOnce))}{(missing.Count > NamedAtOnce ? " and others" : "")}",
                   "other languages or the program have them; add \"key: words\" for each"),
        ];
    }
}
