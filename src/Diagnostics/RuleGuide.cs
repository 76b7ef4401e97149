namespace StaticSite.Diagnostics;

/// <summary>The page of the editor's guide that has a heading for every rule: what it means, and how to mend what it finds.</summary>
public static class RuleGuide
{
    /// <summary>Name of the page in every language: input/pages/en/rules.md, /en/rules/.</summary>
    public const string PageName = "rules";

    /// <summary>"records/bad-date" -> "records-bad-date", the id of its heading.</summary>
    public static string AnchorOf(string rule) => rule.Replace('/', '-');

    /// <summary>"en/rules/#records-bad-date", below the root of the site.</summary>
    public static string PathOf(string language, string rule) => $"{language}/{PageName}/#{AnchorOf(rule)}";
}
