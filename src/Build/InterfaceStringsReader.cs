using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Pages;

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticSite.Build;

/// <summary>Reads theme/strings/*.yaml: flat maps of keys to words.</summary>
public static class InterfaceStringsReader
{
    /// <summary>The file is no flat map of strings, or names a key twice.</summary>
    public static readonly Rule BadStrings = new("theme/bad-strings", Severity.Error);

    public static Outcome<InterfaceStrings> Read(ImmutableArray<SourceText> files)
    {
        var findings = new List<Diagnostic>();
        var byLanguage = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var file in files) byLanguage[Path.GetFileNameWithoutExtension(file.Path)] = Read(file, findings);
        return new(new(byLanguage.ToImmutable()), [.. findings]);
    }

    private static ImmutableSortedDictionary<string, string> Read(SourceText file, List<Diagnostic> findings)
    {
        var strings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        try
        {
            var parser = new Parser(new StringReader(file.Text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return strings.ToImmutable();
            parser.Consume<DocumentStart>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                var value = parser.Consume<Scalar>();
                if (!strings.TryAdd(key.Value, value.Value))
                    findings.Add(new(BadStrings, Span(file, key.Start, key.End), $"\"{key.Value}\" stands here a second time", "remove one"));
            }
        }
        catch (YamlException e)
        {
            findings.Add(new(BadStrings, Span(file, e.Start, e.End), "interface strings are one map of keys to words, \"key: words\"", e.Message.ReplaceLineEndings(" ")));
        }
        return strings.ToImmutable();
    }

    private static SourceSpan Span(SourceText file, Mark start, Mark end) =>
        new(file.Path, (int)start.Index, Math.Max(0, (int)(end.Index - start.Index)));
}
