using System.Text.Json;

using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>A passage in JSON, the same in every export: `symbol`, `passage`, `citation`, `url`.</summary>
internal static class PassageKeys
{
    public static void Write(Utf8JsonWriter json, Site site, PassageReference passage, string language)
    {
        var link = PassageLinks.To(site, passage, language);
        json.WriteString("symbol", passage.Symbol.Value);
        json.WriteString("passage", passage.Id);
        json.WriteString("citation", link.Label);
        json.WriteString("url", link.Url is { } path ? site.Urls.Absolute(path) : null);
    }
}
