using StaticSite.Diagnostics;

namespace StaticSite.Tests.Records;

/// <summary>A case file holds one or more files of input/, each behind a line "### path". What a case does not give itself, site.yaml and
/// bodies.yaml, is here, so that a case shows only what it is about.</summary>
internal static class RecordCases
{
    private const string Separator = "### ";

    public const string Site = """
        title: { zh: 问责制, en: Accountability }
        languages:
          - { code: zh, tag: zh-Hans, name: 中文 }
          - { code: en, tag: en, name: English }
        base_url: https://example.org/

        """;

    public const string Bodies = """
        bodies:
          - { id: acabq, name: { zh: 行预咨委会, en: Advisory Committee } }
          - { id: secretary-general, name: { zh: 秘书长, en: Secretary-General } }

        """;

    /// <summary>The files of a case as they are written, caret lines included.</summary>
    public static List<SourceText> Split(string text)
    {
        var files = new List<SourceText>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            Assert.StartsWith(Separator, lines[i], StringComparison.Ordinal);
            var path = lines[i++][Separator.Length..];
            var start = i;
            while (i < lines.Length && !lines[i].StartsWith(Separator, StringComparison.Ordinal)) i++;
            files.Add(new(path, string.Join('\n', lines[start..i]) + (i < lines.Length ? "\n" : "")));
        }
        return files;
    }

    public static string Join(IEnumerable<SourceText> files) => string.Concat(files.Select(f => $"{Separator}{f.Path}\n{f.Text}"));

    /// <summary>The files without caret lines, and the files that every site has.</summary>
    public static List<SourceText> Complete(IEnumerable<SourceText> files)
    {
        List<SourceText> all = [.. files.Select(f => f with { Text = Carets.Strip(f.Text) })];
        foreach (var common in new SourceText[] { new("input/site.yaml", Site), new("input/bodies/bodies.yaml", Bodies) })
            if (!all.Exists(f => f.Path == common.Path)) all.Add(common);
        return all;
    }
}
