using System.CommandLine;

using StaticSite.Records;

namespace StaticSite.Commands;

/// <summary>"schema": JSON Schemas of the records, for editors that complete and check while typing.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var into = new Option<string>("--into") { Description = "Folder to write the schemas to", HelpName = "D", DefaultValueFactory = _ => RecordSchemas.Folder };
        var command = new Command("schema", "Write the JSON Schemas of the records") { into };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(into), Console.Out, Console.Error));
        return command;
    }

    public static int Run(string into, TextWriter stdout, TextWriter stderr)
    {
        try
        {
            Directory.CreateDirectory(into);
            var written = 0;
            foreach (var (name, json) in RecordSchemas.All())
            {
                var path = Path.Combine(into, name);
                if (File.Exists(path) && File.ReadAllText(path) == json) continue;
                File.WriteAllText(path, json);
                stdout.WriteLine($"wrote {path}");
                written++;
            }
            if (written == 0) stdout.WriteLine($"{into}: the schemas are up to date");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"the schemas cannot be written: {e.Message}");
            return ExitCode.Findings;
        }
    }
}
