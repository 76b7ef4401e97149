namespace StaticSite.Diagnostics;

/// <summary>A place in one source file: the UTF-16 code units [Start, Start + Length).</summary>
/// <param name="Path">Relative to the site root, '/' separators: "input/documents/A-RES-70-1/document.yaml".</param>
/// <param name="Start">0-based offset; line and column, both 1-based, are computed when printing.</param>
/// <param name="Length">0 marks a point, such as where a missing key belongs.</param>
public readonly record struct SourceSpan(string Path, int Start, int Length);

/// <summary>How much a finding matters: an error stops the build, a warning and an information do not.</summary>
public enum Severity { Info, Warning, Error }

/// <summary>A kind of finding.</summary>
/// <param name="Id">"module/what-is-wrong", e.g. "records/bad-date". Never changes: authors search for it and silence it.</param>
public sealed record Rule(string Id, Severity Severity);

/// <summary>One finding.</summary>
/// <param name="Message">What is wrong, one sentence without a full stop at its end, no line breaks.</param>
/// <param name="Hint">What to write instead; empty when the message says it already.</param>
public sealed record Diagnostic(Rule Rule, SourceSpan Span, string Message, string Hint = "");
