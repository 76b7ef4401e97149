using System.Globalization;

using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The head of an Akoma Ntoso file: which work, which text of it, who made the file and from what.</summary>
/// <remarks>The schema asks for dates where the records may have none. As in the files of the United Nations an unknown date is 0001-01-01, and its name says so:
/// "notStated". The file itself has no other date than that, since the same records give the same bytes on every day.</remarks>
internal sealed class AkomaNtosoMeta(Site site, Document document, DocumentText text, SiteLanguage language, AkomaNtosoXml xml)
{
    /// <summary>Namespace of what Akoma Ntoso has no word for.</summary>
    public const string OwnNamespace = "urn:x-static-site:akn";

    private const string Editor = "#editor", Unknown = "0001-01-01";

    private string Code => language.Code;

    private bool IsOfficial => text.Status == TextStatus.Official;

    public void Write()
    {
        xml.Open("meta");
        WriteIdentification();
        WriteReferences();
        xml.Open("proprietary", ("source", Editor));
        xml.Own("textStatus", OwnNamespace, DocumentJson.StatusOf(text.Status));
        xml.Own("page", OwnNamespace, site.Urls.Absolute(site.Urls.Document(Code, document.Symbol)));
        if (site.Official(document.Symbol, Code) is { } official) xml.Own("official", OwnNamespace, official);
        xml.Own("note", OwnNamespace, site.Say(Code, "site_note"));
        xml.Own("note", OwnNamespace, site.Say(Code, "source_note"));
        xml.Close();
        xml.Close();
    }

    private void WriteIdentification()
    {
        var work = AkomaNtosoNames.Work(site, document.Symbol);
        var expression = AkomaNtosoNames.Expression(site, document.Symbol, Code);
        var kind = DocumentSummary.Name(document.Kind);
        xml.Open("identification", ("source", Editor));

        xml.Open("FRBRWork");
        xml.Empty("FRBRthis", ("value", work + "/!main"));
        xml.Empty("FRBRuri", ("value", work));
        xml.Empty("FRBRalias", ("name", "symbol"), ("value", document.Symbol.Value));
        WriteDate(document.Date, DateName);
        xml.Empty("FRBRauthor", ("href", Issuer), ("as", "#author"));
        xml.Empty("FRBRcountry", ("value", "un"));
        xml.Empty("FRBRsubtype", ("value", kind));
        xml.Empty("FRBRnumber", ("value", document.Symbol.Value));
        xml.Close();

        xml.Open("FRBRExpression");
        xml.Empty("FRBRthis", ("value", expression + "/!main"));
        xml.Empty("FRBRuri", ("value", expression));
        WriteDate(IsOfficial ? document.Date : null, DateName);
        xml.Empty("FRBRauthor", ("href", IsOfficial ? Issuer : Editor), ("as", IsOfficial ? "#author" : "#translator"));
        xml.Empty("FRBRauthoritative", ("value", IsOfficial ? "true" : "false"));
        xml.Empty("FRBRlanguage", ("language", AkomaNtosoNames.Language(Code)));
        if (!IsOfficial && Code != document.Source.Language)
            xml.Empty("FRBRtranslation", ("href", AkomaNtosoNames.Expression(site, document.Symbol, document.Source.Language)),
                ("fromLanguage", AkomaNtosoNames.Language(document.Source.Language)), ("authoritative", "false"), ("by", Editor));
        xml.Close();

        xml.Open("FRBRManifestation");
        xml.Empty("FRBRthis", ("value", expression + "/!main.xml"));
        xml.Empty("FRBRuri", ("value", expression + ".akn"));
        WriteDate(null, "markup");
        xml.Empty("FRBRauthor", ("href", Editor), ("as", "#editorRole"));
        xml.Empty("FRBRformat", ("value", DocumentFormats.AkomaNtosoType));
        xml.Close();

        xml.Close();
    }

    private void WriteReferences()
    {
        xml.Open("references", ("source", Editor));
        xml.Empty("TLCOrganization", ("eId", "un"), ("href", "/akn/ontology/organization/un/unitedNations"), ("showAs", Code == "zh" ? "联合国" : "United Nations"));
        if (document.Issuer is { } issuer)
            xml.Empty("TLCOrganization", ("eId", "issuer"), ("href", "/akn/ontology/organization/un/" + issuer),
                ("showAs", site.Words(site.Body(issuer)?.Name, Code)?.Text ?? issuer));
        xml.Empty("TLCOrganization", ("eId", "editor"), ("href", site.Urls.Base), ("showAs", site.Records.Site.Title?.In(Code) ?? site.Urls.Base));
        xml.Empty("TLCRole", ("eId", "author"), ("href", "/akn/ontology/role/un/author"), ("showAs", "Author"));
        xml.Empty("TLCRole", ("eId", "translator"), ("href", "/akn/ontology/role/un/translator"), ("showAs", "Translator"));
        xml.Empty("TLCRole", ("eId", "editorRole"), ("href", "/akn/ontology/role/un/editor"), ("showAs", "Editor"));
        xml.Close();
    }

    private string Issuer => document.Issuer is null ? "#un" : "#issuer";

    private string DateName => document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? "adoption" : "issuance";

    private void WriteDate(DateOnly? date, string name) =>
        xml.Empty("FRBRdate", ("date", date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Unknown), ("name", date is null ? "notStated" : name));
}
