using System.CommandLine;
using System.Text;

using StaticSite.Templating.Reference;

namespace StaticSite.Commands;

/// <summary>"reference": the template language as a Markdown page for authors of themes. Exit codes: 0 written; 1 it cannot be written; 2 wrong usage.</summary>
internal static class ReferenceCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output") { Description = "File to write; standard output without it", HelpName = "FILE.md" };
        var command = new Command("reference", "The template language and its functions, as Markdown") { output };
        command.SetAction(parsed => Run(parsed.GetValue(output), Console.Out, Console.Error));
        return command;
    }

    public static int Run(string? output, TextWriter stdout, TextWriter stderr)
    {
        var text = TemplateReference.Write();
        if (output is null)
        {
            stdout.Write(text);
            return ExitCode.Done;
        }
        try
        {
            File.WriteAllText(output, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"the reference cannot be written: {e.Message}");
            return ExitCode.Findings;
        }
    }
}
