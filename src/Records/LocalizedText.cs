namespace StaticSite.Records;

/// <summary>A short text in Chinese and English, of the bilingual fields `{ zh: …, en: … }`.</summary>
/// <param name="Zh">Null while there is none.</param>
/// <param name="En">Null while there is none.</param>
public sealed record LocalizedText(string? Zh, string? En)
{
    /// <summary>The text in a language ("zh", "en"); null when there is none: never silently the other language.</summary>
    public string? In(string language) => language switch { "zh" => Zh, "en" => En, _ => null };
}
