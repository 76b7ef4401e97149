using System.CommandLine;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Commands;

/// <summary>"urls": brings the list of published addresses up to date. Exit codes: 0 written or nothing to write; 1 findings of error severity, among them
/// what is gone without a redirect: the list stays as it is; 2 wrong usage.</summary>
internal static class UrlsCommand
{
    public static Command Create()
    {
        var site = new SiteOptions();
        var command = new Command("urls", "Bring the list of published addresses, input/urls.txt, up to date");
        site.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(site.Read(parsed), Console.Out, Console.Error, cancel)));
        return command;
    }

    public static int Run(SiteInput input, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        var published = new PublishedUrls(new NoOutput());
        var site = SiteBuilder.Build(input, published, new(TimeProvider.System), cancel: cancel);
        if (site.HasErrors)
        {
            Findings.Print(Findings.Shown(input, site.Diagnostics.Where(d => d.Rule.Severity == Severity.Error)), Findings.SourcesOf(input), stderr);
            stderr.WriteLine("the list stays as it is");
            return ExitCode.Findings;
        }
        var (path, list) = (input.Shown(UrlList.Path), UrlList.Write(published.Pages, input.Urls, site.Value.Redirects));
        if (input.Urls?.Text.ReplaceLineEndings("\n") == list)
        {
            stdout.WriteLine($"{path} is up to date");
            return ExitCode.Done;
        }
        try
        {
            InputFile.Write([(path, list)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"{path} cannot be written: {e.Message}");
            return ExitCode.Findings;
        }
        stdout.WriteLine($"wrote {path}: {published.Pages.Count} addresses, {published.Pages.Values.Sum(p => p.Count)} anchors");
        return ExitCode.Done;
    }
}
