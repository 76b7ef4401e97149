using System.CommandLine;

using StaticSite.Build;

namespace StaticSite.Commands;

/// <summary>The options of all commands that read a site.</summary>
internal sealed class SiteOptions
{
    private readonly Option<string> input = new("--input") { Description = "Folder of records and pages", HelpName = "D", DefaultValueFactory = _ => "input" };
    private readonly Option<string> theme = new("--theme") { Description = "Folder of templates, strings and assets", HelpName = "D", DefaultValueFactory = _ => "theme" };
    private readonly Option<string?> baseUrl = new("--base-url") { Description = "Absolute URL of the site, in place of the one in site.yaml", HelpName = "U" };

    public void AddTo(Command command)
    {
        command.Options.Add(input);
        command.Options.Add(theme);
        command.Options.Add(baseUrl);
    }

    /// <param name="known">Files that have been read before; null reads every file.</param>
    public SiteInput Read(ParseResult parsed, FileMemory? known = null, IReadOnlyCollection<string>? changed = null) =>
        SiteFiles.Read(parsed.GetRequiredValue(input), parsed.GetRequiredValue(theme), parsed.GetValue(baseUrl), known, changed);

    /// <summary>For a single build, which keeps no texts of documents.</summary>
    public SiteInput ReadOnce(ParseResult parsed) => SiteFiles.ReadOnce(parsed.GetRequiredValue(input), parsed.GetRequiredValue(theme), parsed.GetValue(baseUrl));

    /// <summary>The input and theme folders as named.</summary>
    public (string Input, string Theme) Folders(ParseResult parsed) => (parsed.GetRequiredValue(input), parsed.GetRequiredValue(theme));
}
