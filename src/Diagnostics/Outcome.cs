using System.Collections.Immutable;

namespace StaticSite.Diagnostics;

/// <summary>A value that is always usable, and everything there is to tell the author about it.</summary>
public sealed record Outcome<T>(T Value, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>True when a finding of error severity is among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Rule.Severity == Severity.Error);
}
