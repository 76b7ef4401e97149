using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>input/pages/LANGUAGE/NAME.md: YAML between two lines "---", then Markdown.</summary>
internal static class PageRecord
{
    public const string Folder = "input/pages/", Extension = ".md";

    private const string Fence = "---";

    private static readonly Shape<MovedPath> Moved = new TextShape<MovedPath>("A path", Shapes.SitePath.Schema,
        (YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out MovedPath value) =>
        {
            value = Shapes.SitePath.TryRead(scalar, reading, out var path) ? new(path, scalar.Span) : null;
            return value is not null;
        });

    private static readonly Field<string> Title = new("title", Shapes.Line, "Title of the page, its only heading of the first level", required: true);
    private static readonly Field<string> Description =
        new("description", Shapes.Line, "One sentence below the title, for search engines and for lists of pages");
    private static readonly Field<int> Order = new("order", Shapes.Integer(0), "Place in the menu; pages without one come last, by name");
    private static readonly Field<bool> Draft = new("draft", Shapes.Truth, "true: the page is not published");
    private static readonly Field<ImmutableArray<MovedPath>> RedirectFrom =
        new("redirect_from", new ListShape<MovedPath>(Moved), "Paths that the page had before, for example /zh/old-name/");
    private static readonly Field<ImmutableArray<string>> Tags =
        new("tags", new ListShape<string>(Shapes.Name), $"Ids for groups of pages; the home page lists those with {EditorPage.GuideTag}");

    /// <summary>What stands between the two lines "---".</summary>
    public static readonly RecordShape<FrontMatter> File = new("Front matter of a page.", [Title, Description, Order, Draft, RedirectFrom, Tags],
        (values, _) => values.Text(Title) is not { } title ? null : new(
            title, values.Text(Description), values.Value(Order), values.Value(Draft) ?? false, values.List(RedirectFrom), values.List(Tags)));

    public static bool IsPage(SourceText file) =>
        file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Null when the file has no usable front matter, which is reported.</summary>
    public static EditorPage? Read(Reading reading)
    {
        if (reading.File.Path[Folder.Length..].Split('/') is not [var language, var file])
        {
            reading.Report(RecordRules.UnknownFile, reading.Span(0, 0), "Nothing reads this file", $"pages are {Folder}LANGUAGE/NAME{Extension}");
            return null;
        }
        var name = file[..^Extension.Length];
        reading.Refer(ReferenceKind.Language, language, reading.Span(0, 0));
        if (!Shapes.IsName(name))
            reading.Report(RecordRules.BadId, reading.Span(0, 0), $"\"{Nearest.Shorten(name)}\" cannot be the name of a page",
                "rename the file: small ASCII letters and digits, joined by -");
        if (FrontMatterOf(reading) is not { } end) return null;
        // The reader sees the file up to the second fence, so its places are places in the file.
        var text = reading.File.Text;
        var matter = new Reading(new SourceText(reading.File.Path, text[..end.Start]));
        var read = PageRecord.File.ReadFile(matter);
        reading.Take(matter);
        return read is null ? null : new()
        {
            File = reading.File,
            TextStart = end.Next,
            Language = language,
            Name = name,
            Title = read.Title,
            Description = read.Description,
            Order = read.Order,
            Draft = read.Draft,
            RedirectFrom = read.RedirectFrom,
            Tags = read.Tags,
        };
    }

    // Where the second fence starts, and where the line after it does.
    private static (int Start, int Next)? FrontMatterOf(Reading reading)
    {
        var (file, first) = (reading.File, -1);
        for (var line = 1; line <= file.LineCount; line++)
        {
            if (!file.Line(line).TrimEnd().SequenceEqual(Fence))
            {
                if (line == 1) break;
                continue;
            }
            if (first < 0)
            {
                first = file.Offset(1, 1);
                continue;
            }
            var start = file.Offset(line, 1);
            if (file.Text[Fence.Length..start].AsSpan().IsWhiteSpace())
            {
                reading.Report(RecordRules.FrontMatter, reading.Span(0, Fence.Length), "The front matter is empty", "it needs at least title");
                return null;
            }
            return (start, line < file.LineCount ? file.Offset(line + 1, 1) : file.Text.Length);
        }
        if (first < 0)
            reading.Report(RecordRules.FrontMatter, reading.Span(0, 0), "The page has no front matter", "begin the file with the lines ---, title: …, ---");
        else
            reading.Report(RecordRules.FrontMatter, reading.Span(0, Fence.Length), "The front matter does not end", "put a line --- behind it");
        return null;
    }
}

internal sealed record FrontMatter(string Title, string? Description, int? Order, bool Draft, ImmutableArray<MovedPath> RedirectFrom, ImmutableArray<string> Tags);
