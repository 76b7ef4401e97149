using System.Text.Json;

using StaticSite.Commands;
using StaticSite.Records;

namespace StaticSite.Tests.Records;

public class RecordSchemasTests
{
    [Fact]
    public void The_committed_schemas_are_those_of_the_reader() =>
        TestFiles.MatchFolder("../" + RecordSchemas.Folder, RecordSchemas.All().Select(s => KeyValuePair.Create(s.FileName, s.Json)));

    [Fact]
    public void Every_record_names_its_schema_in_its_first_line()
    {
        var schemas = RecordSchemas.All().Select(s => Path.Combine(TestFiles.Root, RecordSchemas.Folder, s.FileName)).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "input"), "*.yaml", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(TestFiles.Root, file).Replace('\\', '/');
            var first = File.ReadLines(file).First();
            Assert.Equal((path, RecordSchemas.Modeline(path)), (path, first));
            Assert.Contains(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..])), schemas);
        }
    }

    [Theory]
    [InlineData("input/images/map.yaml")]
    [InlineData("input/documents/A-67-776/notes.yaml")]
    [InlineData("input/documents/A-67-776/more/document.yaml")]
    [InlineData("document.yaml")]
    public void What_is_no_record_has_no_modeline(string path) => Assert.Null(RecordSchemas.Modeline(path));

    [Fact]
    public void Every_key_and_every_record_says_what_it_is()
    {
        foreach (var (name, json) in RecordSchemas.All())
        {
            using var schema = JsonDocument.Parse(json);
            Walk(name, schema.RootElement);
        }

        static void Walk(string place, JsonElement schema)
        {
            if (schema.TryGetProperty("properties", out var properties))
            {
                Assert.True(schema.TryGetProperty("description", out _), $"{place} is not described");
                foreach (var key in properties.EnumerateObject())
                {
                    Assert.True(key.Value.TryGetProperty("description", out var description) && description.GetString()!.Length > 4, $"{place}.{key.Name} is not described");
                    Walk($"{place}.{key.Name}", key.Value);
                }
            }
            if (schema.TryGetProperty("items", out var items)) Walk(place + "[]", items);
            if (schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object) Walk(place + ".*", values);
            if (schema.TryGetProperty("anyOf", out var choices))
                foreach (var choice in choices.EnumerateArray()) Walk(place, choice);
        }
    }

    [Fact]
    public void The_command_writes_what_has_changed_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var first = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, SchemaCommand.Run(folder.PathOf("schemas"), first, TextWriter.Null));
        Assert.Equal(RecordSchemas.All().Length, first.ToString().Split("wrote ").Length - 1);

        var mine = folder.Write("schemas/mine.json", "{}");
        File.AppendAllText(folder.PathOf("schemas/site.schema.json"), " ");
        using var second = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, SchemaCommand.Run(folder.PathOf("schemas"), second, TextWriter.Null));
        Assert.Equal($"wrote {folder.PathOf("schemas/site.schema.json")}\n", second.ToString());
        Assert.Equal("{}", File.ReadAllText(mine));
    }
}
