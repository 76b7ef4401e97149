using System.Collections.Immutable;

using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Paths and URLs of the site. A document has the path of its symbol, as at the UN.</summary>
public sealed class Urls
{
    /// <summary>First parts of paths that belong to the site itself, below the language.</summary>
    public static readonly ImmutableArray<string> Sections =
        ["bodies", "definitions", "documents", "framework", "indicators", "progress", "search", "status", "tracker"];

    /// <param name="baseUrl">Absolute, with a slash at its end; its path is put before every link: "https://example.org/site/".</param>
    public Urls(string baseUrl)
    {
        var slashed = baseUrl.EndsWith('/') ? baseUrl : baseUrl + "/";
        var absolute = Uri.TryCreate(slashed, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal);
        // Both in their escaped form, so that one begins the other's path.
        Base = absolute ? uri!.AbsoluteUri : slashed;
        Root = absolute ? uri!.AbsolutePath : "/";
    }

    /// <summary>"https://example.org/site/".</summary>
    public string Base { get; }

    /// <summary>"/site/"; "/" for a site at the root of its host.</summary>
    public string Root { get; }

    public string Home(string language) => $"{Root}{language}/";

    public string Section(string language, string name) => $"{Root}{language}/{name}/";

    public string Document(string language, DocumentSymbol symbol) => string.Concat(Root, language, "/", symbol.UrlPath, "/");

    /// <summary>A place on the page of a document.</summary>
    public string Place(string language, DocumentSymbol symbol, string anchor) => string.Concat(Root, language, "/", symbol.UrlPath, "/#", anchor);

    public string Provision(string language, DocumentSymbol symbol, string id) => $"{Document(language, symbol)}{id}/";

    public string Definition(string language, string id) => $"{Root}{language}/definitions/{id}/";

    public string Component(string language, string id) => $"{Root}{language}/framework/{id}/";

    public string Thread(string language, string id) => $"{Root}{language}/tracker/{id}/";

    public string Body(string language, string id) => $"{Root}{language}/bodies/{id}/";

    public string ProgressReport(string language, string id) => $"{Root}{language}/progress/{id}/";

    /// <summary>Absolute URL of a link path.</summary>
    public string Absolute(string path) => string.Concat(Base, path.AsSpan(Root.Length));

    /// <summary>The file of a link path: "/site/zh/A/67/776/" -> "zh/A/67/776/index.html".</summary>
    public string File(string path) => path[Root.Length..] + "index.html";
}
