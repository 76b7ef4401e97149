using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>A document as Akoma Ntoso 3.0 beside its page, one file for each language that holds it: /zh/A/67/776/index.xml.</summary>
/// <remarks>As the United Nations does it for its resolutions, and beyond: eIds are the printed numbers, every citation is a reference down to the paragraph,
/// every sub-item has an eId. Described in the README ("Akoma Ntoso of a document").</remarks>
public sealed class AkomaNtoso : IDocumentExport
{
    public string? PathOf(Site site, Document document, SiteLanguage language) =>
        DocumentFormats.HasAkomaNtoso(site, document, language.Code) ? $"{language.Code}/{document.Symbol.UrlPath}/{DocumentFormats.AkomaNtosoFile}" : null;

    public OutputFile Write(Site site, Document document, SiteLanguage language)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartDocument();
            new Writer(site, document, language, new(xml)).WriteDocument();
            xml.WriteEndDocument();
        }
        stream.WriteByte((byte)'\n');
        return new(PathOf(site, document, language)!, stream.ToArray());
    }

    private sealed class Writer(Site site, Document document, SiteLanguage language, AkomaNtosoXml xml)
    {
        private readonly AkomaNtosoText text = new(site, document, language, xml);
        private readonly Stack<string> sections = new();

        public void WriteDocument()
        {
            var kind = DocumentSummary.Name(document.Kind);
            xml.Open("akomaNtoso");
            xml.Open(document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? "statement" : "doc", ("name", kind));
            new AkomaNtosoMeta(site, document, document.TextIn(language.Code)!, language, xml).Write();
            var body = PrintedOrder.Of(document);
            var preamble = body.TakeWhile(e => e.Provision is { } p && IsPreambular(p.Id)).Select(e => e.Provision!).ToImmutableArray();
            WriteHead(preamble);
            WriteBody(body.RemoveRange(0, preamble.Length));
            WriteConclusions();
            xml.Close();
            xml.Close();
        }

        // The title page as printed: what stands before the title is the cover page; "The General Assembly," opens the preamble.
        private void WriteHead(ImmutableArray<Provision> preamble)
        {
            var blocks = document.Head.Where(b => text.Shown(b.Id) is not null).ToList();
            if (document.Head.All(b => b.Id != DocumentText.TitleId) && text.Shown(DocumentText.TitleId) is not null)
                blocks.Add(new(DocumentText.TitleId, null, default, document.Span));
            var formula = blocks.Count > 0 && blocks[^1].Id == "enacting" ? blocks[^1] : null;
            if (formula is not null) blocks.Remove(formula);
            var title = Math.Max(0, blocks.FindIndex(b => b.Id == DocumentText.TitleId));
            WriteBlocks("coverPage", blocks.Take(title));
            WriteBlocks("preface", blocks.Skip(title));
            if (formula is null && preamble.IsEmpty) return;
            xml.Open("preamble", ("eId", "preamble"));
            if (formula is not null)
            {
                xml.Open("formula", ("eId", "preamble__formula_1"), ("name", "enactingFormula"), ("lang", text.Foreign(text.Shown(formula.Id))));
                text.Paragraphs(text.Shown(formula.Id)!, formula.Id);
                xml.Close();
            }
            foreach (var provision in preamble)
            {
                var reading = text.Shown(provision.Id);
                xml.Open("container", ("eId", AkomaNtosoNames.Id(document, provision.Id)), ("name", "preambularParagraph"), ("lang", text.Foreign(reading)));
                new AkomaNtosoParts(document, xml, text).Write(reading, provision.Id);
                xml.Close();
            }
            xml.Close();
        }

        private void WriteBlocks(string name, IEnumerable<Block> blocks)
        {
            var any = false;
            foreach (var block in blocks)
            {
                if (!any) xml.Open(name, ("eId", name));
                any = true;
                WriteBlock(block);
            }
            if (any) xml.Close();
        }

        private void WriteBlock(Block block)
        {
            var reading = text.Shown(block.Id)!;
            xml.Line("p", () =>
            {
                if (block.Printed is { } label)
                {
                    if (block.Id == DocumentText.TitleId) xml.Start("docNumber");
                    else xml.Start("inline", ("name", "label"));
                    xml.Text(label);
                    xml.End();
                    xml.Text(" ");
                }
                if (block.Id == DocumentText.TitleId) xml.Start("docTitle");
                else if (block.Id == "session") xml.Start("session", ("value", document.Session?.ToString(CultureInfo.InvariantCulture)));
                else xml.Start("inline", ("name", block.Id));
                text.Inline(reading, block.Id);
                xml.End();
            }, ("lang", text.Foreign(reading)));
        }

        private void WriteBody(ImmutableArray<BodyElement> body)
        {
            xml.Open("mainBody", ("eId", "body"));
            if (body.IsEmpty) xml.Empty("p");
            foreach (var (section, provision) in body)
            {
                if (section is not null)
                {
                    LeaveSectionsUpTo(section.Parent);
                    WriteSectionStart(section);
                }
                if (provision is not null)
                {
                    LeaveSectionsUpTo(provision.Section);
                    WriteProvision(provision);
                }
            }
            LeaveSectionsUpTo(null);
            xml.Close();
        }

        // Where the section is not open any more the element stands where it is printed.
        private void LeaveSectionsUpTo(string? section)
        {
            if (section is not null && !sections.Contains(section)) return;
            for (; sections.Count > 0 && sections.Peek() != section; sections.Pop()) xml.Close();
        }

        private void WriteSectionStart(Section section)
        {
            var heading = text.Shown(LinkedText.HeadingId(section.Id));
            var annex = IsAnnex(section);
            xml.Open(annex ? "hcontainer" : "section", ("eId", AkomaNtosoNames.Id(document, section.Id)), ("name", annex ? "annex" : null));
            sections.Push(section.Id);
            if (LabelOf(section, heading?.Text.Language ?? language.Code) is { } label) xml.Line("num", () => xml.Text(label));
            if (heading is not null) xml.Line("heading", () => text.Inline(heading, LinkedText.HeadingId(section.Id)), ("lang", text.Foreign(heading)));
        }

        // The label is printed in the source; a translation has it in Roman and Latin form.
        private string? LabelOf(Section section, string textLanguage)
        {
            if (section.Printed is null || textLanguage == document.Source.Language) return section.Printed;
            if (!IsAnnex(section)) return section.Id[(section.Id.LastIndexOf('.') + 1)..] + ".";
            var words = CitationForm.OfSection(section.Id, textLanguage);
            return char.ToUpperInvariant(words[0]) + words[1..];
        }

        private void WriteProvision(Provision provision)
        {
            var reading = text.Shown(provision.Id);
            var id = AkomaNtosoNames.Id(document, provision.Id);
            // A preambular paragraph of a section stands where the schema has no preamble.
            var preambular = IsPreambular(provision.Id);
            xml.Open(preambular ? "hcontainer" : "paragraph", ("eId", id), ("name", preambular ? "preambularParagraph" : null), ("lang", text.Foreign(reading)));
            if (provision.Printed is { } label) xml.Line("num", () => xml.Text(label));
            xml.Open("content", ("eId", id + "__content"));
            new AkomaNtosoParts(document, xml, text).Write(reading, provision.Id);
            xml.Close();
            xml.Close();
        }

        private void WriteConclusions()
        {
            var blocks = document.Closing.Where(b => text.Shown(b.Id) is not null).ToList();
            var uncalled = text.Uncalled().ToList();
            if (blocks.Count == 0 && uncalled.Count == 0) return;
            xml.Open("conclusions", ("eId", "conclusions"));
            foreach (var block in blocks) WriteBlock(block);
            foreach (var footnote in text.Uncalled().ToList()) xml.Line("p", () => text.Note(footnote));
            xml.Close();
        }

        private static bool IsAnnex(Section section) => section.Id.StartsWith("annex", StringComparison.Ordinal) && !section.Id.Contains('.', StringComparison.Ordinal);

        private static bool IsPreambular(string id) => id[(id.LastIndexOf('/') + 1)..].StartsWith("PP", StringComparison.Ordinal);
    }
}
