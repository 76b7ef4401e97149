using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Diagnostics;
using StaticSite.Pages;
using StaticSite.Printing;
using StaticSite.Records;
using StaticSite.Tests.Build;

namespace StaticSite.Tests.Printing;

/// <summary>The documents of this repository, printed with the Chromium of this machine and read again with pdftotext.</summary>
public sealed class PrintedDocuments : IAsyncLifetime
{
    private readonly MemoryOutput output = new();

    public BuildSummary Summary { get; private set; } = null!;

    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files => output.Files;

    public async Task InitializeAsync()
    {
        Summary = SiteBuilder.Build(RealSite.Input() with { Pdf = true }, output, new(TimeProvider.System)).Value;
        Assert.Empty(await PrintAsync(Summary.Printed));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Prints pages of the site again, over what was printed before.</summary>
    public Task<ImmutableArray<Diagnostic>> PrintAsync(ImmutableArray<PrintedPage> pages)
    {
        var files = output.Files;
        return PdfPrinter.PrintAsync(pages, Summary.BaseUrl, path => files.TryGetValue(path, out var content) ? content.ToArray() : null, output.Write, null, CancellationToken.None);
    }

    /// <summary>The text of a PDF, one string a sheet.</summary>
    public async Task<string[]> SheetsAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var text = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(output.Files[file]);
        process.StandardInput.Close();
        return (await text).TrimEnd('\f', '\n').Split('\f');
    }
}

public partial class PdfPrinterTests(PrintedDocuments documents) : IClassFixture<PrintedDocuments>
{
    [Fact]
    public void Each_document_is_printed_in_each_language_and_both_side_by_side_where_its_page_says_so()
    {
        string[] expected =
        [
            "en/A/67/776/A-67-776-en.pdf", "en/A/67/776/bilingual/A-67-776-en-zh.pdf", "en/A/RES/64/259/A-RES-64-259-en.pdf", "en/A/RES/64/259/bilingual/A-RES-64-259-en-zh.pdf",
            "zh/A/67/776/A-67-776-zh.pdf", "zh/A/67/776/bilingual/A-67-776-zh-en.pdf", "zh/A/RES/64/259/A-RES-64-259-zh.pdf", "zh/A/RES/64/259/bilingual/A-RES-64-259-zh-en.pdf",
        ];
        Assert.Equal(expected, documents.Files.Keys.Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)));
        foreach (var printed in documents.Summary.Printed)
            Assert.Contains($"<a href=\"/{printed.File}\" rel=\"alternate\" type=\"application/pdf\">PDF</a>", System.Text.Encoding.UTF8.GetString(documents.Files[$"{printed.Url[1..]}index.html"].Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh/A/67/776/A-67-776-zh.pdf", "A/67/776 · 中文")]
    [InlineData("en/A/67/776/A-67-776-en.pdf", "A/67/776 · English")]
    [InlineData("en/A/67/776/bilingual/A-67-776-en-zh.pdf", "A/67/776 · English · 中文")]
    public async Task The_report_is_printed_with_all_its_numbers_and_a_running_head_on_every_sheet(string file, string running)
    {
        var sheets = await documents.SheetsAsync(file);
        var number = 1;
        foreach (var line in sheets.SelectMany(s => s.Split('\n')))
            if (Numbered().Match(line) is { Success: true } found && found.Groups["number"].Value == number.ToString(CultureInfo.InvariantCulture)) number++;
        Assert.Equal(43, number - 1);
        for (var i = 0; i < sheets.Length; i++)
        {
            Assert.EndsWith(Blank().Replace(running, ""), Blank().Replace(sheets[i].TrimStart('\n').Split('\n')[0], ""), StringComparison.Ordinal);
            Assert.EndsWith($"{i + 1} / {sheets.Length}", sheets[i].TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_heading_is_left_at_the_foot_of_a_sheet()
    {
        var records = RecordLoader.Load(RealSite.Input().Records).Value;
        foreach (var document in records.Documents)
        {
            foreach (var text in document.Texts)
            {
                var headings = text.Sections.Values.Select(s => Blank().Replace(s.Value, "")).ToList();
                Assert.NotEmpty(headings);
                foreach (var sheet in await documents.SheetsAsync($"{text.Language}/{document.Symbol.UrlPath}/{document.Symbol.Slug}-{text.Language}.pdf"))
                {
                    // The last line is the number of the sheet.
                    var last = Blank().Replace(sheet.TrimEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Last(), "");
                    Assert.DoesNotContain(headings, h => last.EndsWith(h, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public async Task A_citation_that_names_no_document_is_followed_by_it()
    {
        var text = Blank().Replace(string.Concat(await documents.SheetsAsync("en/A/67/776/A-67-776-en.pdf")), "");
        Assert.Contains("(ibid.,para.11[A/67/714])", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_gives_the_same_bytes()
    {
        var printed = documents.Summary.Printed[0];
        var first = documents.Files[printed.File].ToArray();
        Assert.Empty(await documents.PrintAsync([printed]));
        Assert.True(first.AsSpan().SequenceEqual(documents.Files[printed.File].Span), "the bytes differ");
        Assert.Equal(-1, first.AsSpan().IndexOf("Date ("u8));
        // Links lead to where the site will be published, and programs for the blind find the structure.
        Assert.True(first.AsSpan().IndexOf("https://accountability.example.org/zh/"u8) > 0);
        Assert.Equal(-1, first.AsSpan().IndexOf("127.0.0.1"u8));
        Assert.True(first.AsSpan().IndexOf("/StructTreeRoot"u8) > 0);
        Assert.True(first.AsSpan().IndexOf("/Outlines"u8) > 0);
    }

    [Fact]
    public async Task A_page_that_cannot_be_printed_is_a_finding()
    {
        var finding = Assert.Single(await documents.PrintAsync([new("/zh/nowhere/", "zh/nowhere/nowhere.pdf")]));
        Assert.Equal((PrintRules.Failed, "zh/nowhere/nowhere.pdf"), (finding.Rule, finding.Span.Path));
        Assert.DoesNotContain("zh/nowhere/nowhere.pdf", documents.Files.Keys);
    }

    [Fact]
    public async Task Without_an_address_there_is_a_finding() =>
        Assert.Equal(PrintRules.NoAddress, Assert.Single(await PdfPrinter.PrintAsync(documents.Summary.Printed, "/", _ => null, _ => { }, null, CancellationToken.None)).Rule);

    [Theory]
    [InlineData("/nowhere/chromium", "there is no program")]
    [InlineData("/bin/false", "does not start")]
    public void Without_Chromium_there_is_a_finding_and_nothing_published_changes(string chromium, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("output/.staticsite", "");
        folder.Write("output/old.html", "old");
        using var stderr = new StringWriter();
        var code = BuildCommand.Run(RealSite.Input() with { Pdf = true }, folder.PathOf("output"), TextWriter.Null, stderr, terminal: false, CancellationToken.None, chromium);
        Assert.Equal(ExitCode.Findings, code);
        Assert.Contains("error print/no-chromium: ", stderr.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, stderr.ToString(), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.PathOf("output/old.html")));
        Assert.False(File.Exists(folder.PathOf("output/index.html")));
    }

    // A number at the left edge, with or without its point, before the words of its paragraph.
    [GeneratedRegex(@"^ {0,14}(?<number>\d+)\.? ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
