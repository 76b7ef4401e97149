using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>A term or a body as texts may name it.</summary>
/// <param name="Id">Id of its record, named in findings.</param>
/// <param name="Zh">In Chinese, the name first.</param>
/// <param name="En">In English, the name first.</param>
public sealed record TermForms(string Id, ImmutableArray<string> Zh, ImmutableArray<string> En)
{
    /// <summary>True for a body: in its own documents a text says "its resolution 60/254".</summary>
    public bool IsBody { get; init; }

    /// <summary>In a language; empty when no form is known.</summary>
    public ImmutableArray<string> In(string language) => language switch { "zh" => Zh, "en" => En, _ => [] };

    /// <summary>The terms and the bodies of a site.</summary>
    public static ImmutableArray<TermForms> Of(SiteRecords records) => [.. records.Bodies.Select(Of), .. records.Terms.Select(Of)];

    /// <summary>Name, short form, variants and acronym, and in English the word that stands for the body: "the Assembly", "the Board".</summary>
    public static TermForms Of(Body body)
    {
        ImmutableArray<LocalizedText> names = [body.Name, .. body.Short is null ? [] : (LocalizedText[])[body.Short], .. body.Variants];
        string?[] acronym = [body.Acronym];
        return new(body.Id, Forms(names.Select(n => n.Zh).Concat(acronym)),
            Forms(names.Select(n => n.En).Concat(acronym).Append(body.Kind == BodyKind.Body ? HeadWord(body.Name.En) : null))) { IsBody = true };
    }

    public static TermForms Of(Term term)
    {
        string?[] abbreviation = [term.Abbreviation];
        return new(term.Id, Forms([term.Name.Zh, .. term.Variants.Zh, .. abbreviation]), Forms([term.Name.En, .. term.Variants.En, .. abbreviation]));
    }

    private static ImmutableArray<string> Forms(IEnumerable<string?> forms) => [.. forms.OfType<string>().Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)];

    // "Assembly" of "General Assembly", "Committee" of "Advisory Committee on …", "Board" of "Board of Auditors".
    private static string? HeadWord(string? name)
    {
        if (name is null || name.Length == 0 || !char.IsUpper(name[0])) return null;
        var words = name.Split(' ');
        var end = Array.FindIndex(words, w => w is "of" or "on" or "for" or "into" or "to" or "in");
        var head = words[end < 1 ? ^1 : end - 1];
        return head.Length > 3 && char.IsUpper(head[0]) ? head : null;
    }
}
