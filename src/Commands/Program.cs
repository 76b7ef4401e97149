using System.CommandLine;
using System.Text;

namespace StaticSite.Commands;

/// <summary>The entry point: arguments in, exit code out.</summary>
public static class Program
{
    /// <returns>0 done; 1 findings of error severity; 2 wrong usage.</returns>
    public static int Main(string[] args)
    {
        if (!HasUnicode())
        {
            Console.Error.WriteLine("error: .NET runs without Unicode data, and the site would come out another; install ICU (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
            return ExitCode.Findings;
        }
        var root = Create();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return parsed.Invoke();
        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        var command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        Console.Error.WriteLine($"dotnet run -- {command}--help tells the usage");
        return ExitCode.Usage;
    }

    // Without it texts stay as they are, in silence: search would miss what is written in full width.
    private static bool HasUnicode() => "Ａ".Normalize(NormalizationForm.FormKC) == "A";

    /// <summary>All commands; "build" is the one that runs when none is named.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Turns YAML records of UN documents, Markdown pages and templates into a cross-linked bilingual website.")
        {
            BuildCommand.Create(), CheckCommand.Create(), PreviewCommand.Create(), DiffCommand.Create(), ImportCommand.Create(),
            AcceptCommand.Create(), NewCommand.Create(), RenderCommand.Create(), ReferenceCommand.Create(), SchemaCommand.Create(), UrlsCommand.Create(),
        };
        BuildCommand.Configure(root);
        return root;
    }
}

/// <summary>What a command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Findings of error severity; nothing published was touched.</summary>
    public const int Findings = 1;

    public const int Usage = 2;
}
