using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Tests.Import;

/// <summary>What an import found, in a form that a person can compare with the source.</summary>
internal static class Outline
{
    public static string Print(Outcome<ImportedSource?> outcome)
    {
        var print = new StringBuilder();
        foreach (var finding in outcome.Diagnostics)
            print.Append(DiagnosticPrinter.Name(finding.Rule.Severity)).Append(' ').Append(finding.Rule.Id).Append(": ").AppendLine(finding.Message);
        if (outcome.Value is not { } imported) return print.ToString();
        var (document, text) = (imported.Document, imported.Text);
        print.AppendLine(CultureInfo.InvariantCulture, $"{document.Symbol} {document.Kind} issuer={document.Issuer ?? "-"} session={document.Session?.ToString(CultureInfo.InvariantCulture) ?? "-"} item={document.AgendaItem ?? "-"} date={document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}");
        foreach (var block in document.Head)
            print.AppendLine(CultureInfo.InvariantCulture, $"{block.Lines.First,4} head {block.Id}: {(block.Printed is { } p ? $"[{p}] " : "")}{(block.Id == "title" ? text.Title?.Value : text.Blocks[block.Id].Value)}");
        var lines = document.Sections.Select(s => (s.Lines.First, Text: $"{(s.Parent is null ? "" : "  ")}== {s.Id} (in {s.Parent ?? "-"}) [{s.Printed}] {text.Sections[s.Id].Value}"))
            .Concat(document.Provisions.Select(p => (p.Lines.First, Text: Provision(p, text))))
            .Concat(document.Footnotes.Select(f => (f.Lines.First, Text: $"    note {f.Id} [{f.Marker}] {text.Footnotes[f.Id].Value}")))
            .Concat(document.Closing.Select(b => (b.Lines.First, Text: $"closing {b.Id}: {text.Blocks[b.Id].Value}")))
            .Concat(document.Furniture.Select(f => (First: f.Line, Text: $"    furniture {f.Text}")));
        foreach (var (first, line) in lines.OrderBy(l => l.First)) print.AppendLine(CultureInfo.InvariantCulture, $"{first,4} {line}");
        return print.ToString();
    }

    private static string Provision(Provision provision, DocumentText text)
    {
        var rich = RichText.Parse(text.Provisions[provision.Id].Value);
        var parts = ProvisionText.Parts(provision.Id, rich.Plain);
        var kind = provision.Id.Contains("PP", StringComparison.Ordinal) ? LeadWord.Kind.Preambular : LeadWord.Kind.Operative;
        var lead = LeadWord.Of(rich.Plain, text.Language, kind);
        var printed = new StringBuilder($"{provision.Id} (in {provision.Section ?? "-"}) [{provision.Printed}] {(lead is null ? "" : $"<{lead}> ")}{text.Provisions[provision.Id].Value.Replace("\n\n", " ¶ ", StringComparison.Ordinal)}");
        if (parts.Length > 1)
            foreach (var part in parts)
                printed.Append(CultureInfo.InvariantCulture, $"\n         {part.Kind} {part.Id} {rich.Plain[part.Start..(part.Start + Math.Min(part.Length, 24))]}");
        return printed.ToString();
    }
}
