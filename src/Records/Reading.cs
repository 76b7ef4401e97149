using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What a reference leads to.</summary>
internal enum ReferenceKind { Section, Body, Act, Component, Term, Language, LanguageTag }

/// <summary>An id in a record that must exist elsewhere.</summary>
internal sealed record Reference(ReferenceKind Kind, string Id, SourceSpan Span);

/// <summary>What is noted down while one file is read.</summary>
internal sealed class Reading(SourceText file)
{
    private const int LongestMessage = 400;

    private readonly List<Diagnostic> findings = [];
    private readonly List<Reference> references = [];

    public SourceText File { get; } = file;
    public IReadOnlyList<Diagnostic> Findings => findings;
    public IReadOnlyList<Reference> References => references;

    /// <summary>True when the YAML broke off: what is not there may only not have been reached.</summary>
    public bool IsPartial { get; set; }

    public SourceSpan Span(int start, int length)
    {
        start = Math.Clamp(start, 0, File.Text.Length);
        return new(File.Path, start, Math.Clamp(length, 0, File.Text.Length - start));
    }

    public void Report(Rule rule, SourceSpan span, string message, string hint = "") => findings.Add(Finding(rule, span, message, hint));

    /// <summary>A finding that stays on one line of bearable length, whatever the author wrote.</summary>
    public static Diagnostic Finding(Rule rule, SourceSpan span, string message, string hint = "") =>
        new(rule, span, Nearest.Shorten(message, LongestMessage), Nearest.Shorten(hint, LongestMessage));

    /// <summary>What was noted down while a part of the file was read.</summary>
    public void Take(Reading part)
    {
        findings.AddRange(part.findings);
        references.AddRange(part.references);
        IsPartial |= part.IsPartial;
    }

    public void Refer(ReferenceKind kind, string id, SourceSpan span) => references.Add(new(kind, id, span));

    /// <summary>1-based line, for messages.</summary>
    public int LineOf(SourceSpan span) => File.Position(span.Start).Line;

    /// <summary>The value of a scalar with the way back to its place.</summary>
    public LocatedText Locate(YamlScalar scalar)
    {
        var (text, span) = (File.Text, scalar.Span);
        if (scalar.IsLiteral) return LocatedText.Literal(span.Path, text, span.Start, scalar.Trimmed);
        var written = text.AsSpan(span.Start, span.Length);
        var quote = written.Length >= 2 && written[0] is '"' or '\'' && written.Length == scalar.Value.Length + 2 ? 1 : 0;
        var exact = written[quote..^quote].SequenceEqual(scalar.Value);
        return new(scalar.Value, span) { Start = exact ? span.Start + quote : -1 };
    }
}
