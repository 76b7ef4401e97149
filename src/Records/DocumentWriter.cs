using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticSite.Records;

/// <summary>Writes the two files of a document record as an editor would lay them out. The same record gives the same bytes.</summary>
public static class DocumentWriter
{
    private static readonly SearchValues<char> FlowMarks = SearchValues.Create("[]{},:");

    /// <summary>document.yaml: what is the same in all languages.</summary>
    public static string Document(Document document)
    {
        var yaml = new StringBuilder(RecordSchemas.FirstLineOf("document.yaml"));
        Line(yaml, $"symbol: {Scalar(document.Symbol.Value)}");
        Line(yaml, $"kind: {document.Kind.ToString().ToLowerInvariant()}");
        Line(yaml, $"issuer: {Scalar(document.Issuer)}");
        Line(yaml, $"session: {document.Session?.ToString(CultureInfo.InvariantCulture) ?? "null"}");
        Line(yaml, $"agenda_item: {(document.AgendaItem is { } item ? Quoted(item) : "null")}");
        Line(yaml, $"date: {document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "null"}");
        Line(yaml, $"source: {{ file: {Flow(document.Source.File)}, language: {document.Source.Language} }}");
        Sequence(yaml, "head", document.Head, Item);
        Sequence(yaml, "sections", document.Sections, Item);
        Sequence(yaml, "provisions", document.Provisions, Item);
        Sequence(yaml, "footnotes", document.Footnotes, Item);
        Sequence(yaml, "closing", document.Closing, Item);
        Sequence(yaml, "furniture", document.Furniture, Item);
        return yaml.ToString();
    }

    /// <summary>text.LANGUAGE.yaml. The order is that of the document.</summary>
    public static string Text(Document document, DocumentText text)
    {
        var yaml = new StringBuilder(RecordSchemas.FirstLineOf($"text.{text.Language}.yaml"));
        Line(yaml, $"language: {text.Tag}");
        Line(yaml, $"status: {Status(text.Status)}");
        if (text.Title is { } title) Value(yaml, "title", title.Value, 0);
        Map(yaml, "head", document.Head.Where(b => b.Id != "title").Select(b => (b.Id, text.Blocks.GetValueOrDefault(b.Id))));
        Map(yaml, "sections", document.Sections.Select(s => (s.Id, text.Sections.GetValueOrDefault(s.Id))));
        Map(yaml, "provisions", document.Provisions.Select(p => (p.Id, text.Provisions.GetValueOrDefault(p.Id))), literal: true);
        Map(yaml, "footnotes", document.Footnotes.Select(f => (FootnoteKey(f.Id), text.Footnotes.GetValueOrDefault(f.Id))), literal: true);
        Map(yaml, "closing", document.Closing.Select(b => (b.Id, text.Blocks.GetValueOrDefault(b.Id))));
        return yaml.ToString();
    }

    /// <summary>Key of a footnote in the text file: its id without "fn".</summary>
    public static string FootnoteKey(string id) => id.StartsWith("fn", StringComparison.Ordinal) ? id[2..] : id;

    /// <summary>An item of `head` or `closing`, as it stands behind "  - ".</summary>
    public static string Item(Block block) =>
        $"{{ id: {block.Id}, {Printed(block.Printed)}lines: {Lines(block.Lines)} }}";

    /// <summary>An item of `sections`.</summary>
    public static string Item(Section section) =>
        $"{{ id: {Flow(section.Id)}, parent: {Flow(section.Parent)}, {Printed(section.Printed)}lines: {Lines(section.Lines)} }}";

    /// <summary>An item of `footnotes`.</summary>
    public static string Item(Footnote footnote) =>
        $"{{ id: {footnote.Id}, marker: {Quoted(footnote.Marker)}, lines: {Lines(footnote.Lines)} }}";

    /// <summary>An item of `furniture`.</summary>
    public static string Item(FurnitureLine furniture) =>
        $"{{ line: {furniture.Line.ToString(CultureInfo.InvariantCulture)}, text: {Flow(furniture.Text)} }}";

    /// <summary>An item of `provisions`, over several lines, hand-made fields included when they are set.</summary>
    public static string Item(Provision provision)
    {
        var yaml = new StringBuilder();
        yaml.Append("id: ").Append(Quoted(provision.Id)).Append('\n');
        yaml.Append("    section: ").Append(Scalar(provision.Section)).Append('\n');
        if (provision.Printed is { } printed && printed != DefaultPrinted(provision.Id)) yaml.Append("    printed: ").Append(Quoted(printed)).Append('\n');
        if (!provision.Act.IsEmpty) yaml.Append("    act: [").AppendJoin(", ", provision.Act).Append("]\n");
        if (!provision.Components.IsEmpty) yaml.Append("    components: [").AppendJoin(", ", provision.Components).Append("]\n");
        if (provision.Addressee is { } addressee) yaml.Append("    addressee: ").Append(addressee).Append('\n');
        if (provision.Responsible is { } responsible) yaml.Append("    responsible: ").Append(responsible).Append('\n');
        if (!provision.Deadlines.IsEmpty)
            yaml.Append("    deadlines:\n").AppendJoin("", provision.Deadlines.Select(d => $"      - {{ zh: {Flow(d.Zh?.Value)}, en: {Flow(d.En?.Value)} }}\n"));
        return yaml.Append("    lines: ").Append(Lines(provision.Lines)).ToString();
    }

    /// <summary>The label that a provision has when the record gives none: "17." for "17" and "II/17"; null for "PP3" and "x1".</summary>
    public static string? DefaultPrinted(string id)
    {
        var name = id[(id.LastIndexOf('/') + 1)..];
        return name.Length > 0 && name.All(char.IsAsciiDigit) ? name + "." : null;
    }

    /// <summary>A map entry whose value is a literal block, indented by two more than its key.</summary>
    public static string Literal(string key, string value, int indent)
    {
        var yaml = new StringBuilder();
        yaml.Append(' ', indent).Append(key).Append(": |\n");
        foreach (var line in value.Split('\n'))
        {
            if (line.Length > 0) yaml.Append(' ', indent + 2).Append(line);
            yaml.Append('\n');
        }
        return yaml.ToString();
    }

    private static void Sequence<T>(StringBuilder yaml, string key, IReadOnlyCollection<T> items, Func<T, string> print)
    {
        if (items.Count == 0) return;
        Line(yaml, key + ":");
        foreach (var item in items) Line(yaml, "  - " + print(item));
    }

    private static void Map(StringBuilder yaml, string key, IEnumerable<(string Id, LocatedText? Text)> entries, bool literal = false)
    {
        var any = false;
        foreach (var (id, text) in entries)
        {
            if (text is null) continue;
            if (!any) Line(yaml, key + ":");
            any = true;
            yaml.Append(Entry(id, text.Value, literal));
        }
    }

    /// <summary>An entry of a map of texts: key, value, line break.</summary>
    /// <param name="literal">True for the maps whose texts always stand in literal blocks: provisions and footnotes.</param>
    public static string Entry(string id, string text, bool literal)
    {
        if (literal) return Literal(Quoted(id), text, 2);
        var yaml = new StringBuilder();
        Value(yaml, Scalar(id), text, 2);
        return yaml.ToString();
    }

    private static void Value(StringBuilder yaml, string key, string value, int indent)
    {
        if (value.Contains('\n', StringComparison.Ordinal)) yaml.Append(Literal(key, value, indent));
        else Line(yaml, new string(' ', indent) + key + ": " + Scalar(value));
    }

    private static string Printed(string? label) => label is null ? "" : $"printed: {Flow(label)}, ";

    private static string Lines(LineRange lines) =>
        $"[{lines.First.ToString(CultureInfo.InvariantCulture)}, {lines.Last.ToString(CultureInfo.InvariantCulture)}]";

    private static string Status(TextStatus status) => status switch
    {
        TextStatus.Official => "official",
        TextStatus.UnofficialTranslation => "unofficial translation",
        _ => "draft",
    };

    /// <summary>A scalar in block style, quoted only where YAML would read it otherwise.</summary>
    public static string Scalar(string? value) => value is null ? "null" : IsPlain(value, flow: false) ? value : Quoted(value);

    /// <summary>A scalar inside brackets or braces, quoted only where YAML would read it otherwise.</summary>
    public static string Flow(string? value) => value is null ? "null" : IsPlain(value, flow: true) ? value : Quoted(value);

    private static bool IsPlain(string value, bool flow)
    {
        if (value.Length == 0 || value != value.Trim()) return false;
        if ("-?:,[]{}#&*!|>'\"%@`=~.+0123456789<".Contains(value[0]) && !(char.IsAsciiDigit(value[0]) && HasWord(value))) return false;
        if (value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal) || value[^1] == ':') return false;
        if (flow && value.AsSpan().ContainsAny(FlowMarks)) return false;
        foreach (var c in value)
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\u0085') return false;
        return value.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n" or "~");
    }

    // "2010年…" and "64/259" are words; "2010", "1.5" and "2010-03-29" are not.
    private static bool HasWord(string value)
    {
        foreach (var c in value)
            if (char.IsLetter(c) && !(c is 'e' or 'E' or 'x' or 'o' or 'b')) return true;
        return value.Contains('/', StringComparison.Ordinal);
    }

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static void Line(StringBuilder yaml, string line) => yaml.Append(line).Append('\n');
}
