namespace StaticSite.Tests.LanguageServer;

/// <summary>The schemas as an editor meets them: in the real language server, over the real records.</summary>
public class SchemaInEditorTests
{
    private const string Document = "input/documents/A-67-776/document.yaml", Threads = "input/framework/threads.yaml", Cited = "input/documents/cited.yaml";

    [LanguageServerFact]
    public async Task No_record_of_the_site_is_marked()
    {
        await using var server = await YamlLanguageServer.StartAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "input"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(TestFiles.Root, file).Replace('\\', '/');
            Assert.Equal((path, ""), (path, string.Join('\n', await server.OpenAsync(path, File.ReadAllText(file)))));
        }
    }

    [LanguageServerFact]
    public async Task Mistakes_are_marked_where_they_stand()
    {
        await using var server = await YamlLanguageServer.StartAsync();
        var document = Text(Document, """
            symbol: A/67/776
            kind: raport
            date: 2013/2/1
            source: { file: seeds/a.txt, language: zh, page: 3 }
            provisions:
              - id: "1"
                sectoin: I
                lines: [4]
            """);
        Assert.Equal(
        [
            "3,7-13 Value is not accepted. Valid values: \"report\", \"resolution\", \"decision\", \"note\".",
            "4,7-15 String does not match the pattern of \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\".",
            "5,44-48 Property page is not allowed.",
            "8,5-12 Property sectoin is not allowed.",
            "9,12-15 Array has too few items. Expected 2 or more.",
        ], await server.OpenAsync(Document, document));

        var threads = Text(Threads, """
            threads:
              - id: one
                title: { zh: 一, en: One }
                components: [progress-reports]
                steps:
                  - { kind: askd, at: A/RES/64/259#33 }
            """);
        Assert.Equal(
        [
            "3,5-6 Missing property \"status\".",
            "7,17-21 Value is not accepted. Valid values: \"asked\", \"reported\", \"observed\", \"recommended\".",
        ], await server.OpenAsync(Threads, threads));
    }

    [LanguageServerFact]
    public async Task Keys_and_words_are_offered()
    {
        await using var server = await YamlLanguageServer.StartAsync();
        await server.OpenAsync(Document, Text(Document, "symbol: A/67/776\nkind: \n\nprovisions:\n  - id: \"1\"\n    "));
        Assert.Equal(["report", "resolution", "decision", "note"], await server.CompleteAsync(Document, 3, 7));
        var keys = await Keys(4, 1);
        Assert.Equal(["issuer", "session", "agenda_item", "date", "source", "head", "sections", "footnotes", "closing", "furniture"], keys);
        Assert.Equal(["section", "printed", "act", "components", "addressee", "responsible", "deadlines", "lines"], await Keys(7, 5));

        await server.OpenAsync(Threads, Text(Threads, "threads:\n  - id: one\n    status:\n      state: \n"));
        Assert.Equal(["done", "partly", "not-done", "no-answer", "new"], await server.CompleteAsync(Threads, 5, 14));

        // Also where the word may be left out.
        await server.OpenAsync(Cited, Text(Cited, "documents:\n  - symbol: A/66/738\n    kind: \n"));
        var kinds = await server.CompleteAsync(Cited, 4, 11);
        Assert.All(["report", "resolution", "decision", "note", "other"], kind => Assert.Contains(kind, kinds));

        // Besides keys, the server offers to put in all that must be there, under the title of the schema.
        async Task<IEnumerable<string>> Keys(int line, int column) =>
            (await server.CompleteAsync(Document, line, column)).Where(k => !k.Contains(Document[..5], StringComparison.Ordinal));
    }

    [LanguageServerFact]
    public async Task A_key_tells_what_it_is()
    {
        await using var server = await YamlLanguageServer.StartAsync();
        await server.OpenAsync(Document, File.ReadAllText(Path.Combine(TestFiles.Root, Document)));
        var symbol = await server.HoverAsync(Document, 2, 3);
        Assert.Contains("Symbol of the document in full, for example A/RES/64/259", symbol, StringComparison.Ordinal);
        Assert.Contains("A/67/776", symbol, StringComparison.Ordinal);

        await server.OpenAsync(Threads, Text(Threads, "threads:\n  - id: one\n    title: { zh: 一, en: One }\n    due: { date: 2013-01-01 }\n"));
        Assert.Contains("What is asked, in a few words", await server.HoverAsync(Threads, 4, 6), StringComparison.Ordinal);
        Assert.Contains("English text", await server.HoverAsync(Threads, 4, 22), StringComparison.Ordinal);
        Assert.Contains("The day as yyyy-mm-dd", await server.HoverAsync(Threads, 5, 13), StringComparison.Ordinal);
    }

    private static string Text(string path, string yaml) => StaticSite.Records.RecordSchemas.Modeline(path) + "\n" + yaml;
}
