using System.Globalization;
using System.Text;

namespace StaticSite.Benchmark;

/// <summary>The synthetic site as a site of Hugo with the same content: one page for each document and language with every paragraph anchored, every citation
/// linked, what cites each paragraph, language switch, table of contents, list of documents, component pages, sitemap. Written as its users would: content in
/// front matter, backlinks collected once for each language and cached.</summary>
internal static class HugoSite
{
    private static readonly string[] Languages = ["zh", "en"];

    public static void Write(SyntheticSite site, int documents, string folder)
    {
        Put("config.toml", """
            baseURL = "https://example.org/"
            defaultContentLanguage = "zh"
            defaultContentLanguageInSubdir = true
            disablePathToLower = true
            disableKinds = ["RSS", "section"]
            enableRobotsTXT = true
            [taxonomies]
              component = "components"
            [languages.zh]
              languageName = "中文"
              languageCode = "zh-Hans"
              contentDir = "content/zh"
              title = "测试站点"
            [languages.en]
              languageName = "English"
              languageCode = "en"
              contentDir = "content/en"
              title = "Test site"

            """);
        Put("layouts/_default/baseof.html", """
            <!doctype html>
            <html lang="{{ .Site.LanguageCode }}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{ .Title }} · {{ .Site.Title }}</title>
            <link rel="canonical" href="{{ .Permalink }}">
            {{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
            {{ end }}<link rel="stylesheet" href="/assets/site.css">
            </head>
            <body>
            <header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
            <nav>{{ range .Translations }}<a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a>{{ end }}</nav></header>
            <main id="main">
            {{ block "main" . }}{{ end }}
            </main>
            <footer><p>{{ .Site.Title }}</p></footer>
            </body>
            </html>

            """);
        Put("layouts/_default/single.html", """
            {{ define "main" }}
            {{ $backlinks := partialCached "backlinks.html" . .Lang }}
            {{ $symbol := .Params.symbol }}{{ $lang := .Lang }}
            <h1><span class="symbol">{{ $symbol }}</span> {{ .Title }}</h1>
            <dl><dt>Date</dt><dd><time>{{ .Params.date_of }}</time></dd></dl>
            <nav><ol>{{ range .Params.parts }}<li><a href="#s-{{ .id }}">{{ .id }} {{ .heading }}</a></li>
            {{ end }}</ol></nav>
            {{ range .Params.parts }}
            <h2 id="s-{{ .id }}">{{ .id }} {{ .heading }}</h2>
            {{ range .paragraphs }}
            <div class="provision" id="p{{ .num }}">
            <a class="number" href="#p{{ .num }}">{{ .num }}</a>
            <p>{{ partial "cite.html" (dict "text" .text "lang" $lang) }}</p>
            {{ with index $.Site.Data.components .component }}<p><a href="/{{ $lang }}/components/{{ .id }}/">{{ index . $lang }}</a></p>{{ end }}
            {{ with index $backlinks (printf "%s#%d" $symbol (int .num)) }}
            <ul class="cited-by">{{ range . }}<li><a href="{{ .url }}">{{ .label }}</a></li>
            {{ end }}</ul>
            {{ end }}
            </div>
            {{ end }}
            {{ end }}
            {{ with index $backlinks $symbol }}
            <section id="cited-by"><ul>{{ range . }}<li><a href="{{ .url }}">{{ .label }}</a></li>
            {{ end }}</ul></section>
            {{ end }}
            {{ end }}

            """);
        Put("layouts/partials/cite.html", """
            {{- $zh := "(A/70/([0-9]+))，第 ([0-9]+) 段" -}}
            {{- $en := "(A/70/([0-9]+)), para\\. ([0-9]+)" -}}
            {{- $pattern := cond (eq .lang "zh") $zh $en -}}
            {{- replaceRE $pattern (printf "<a class=\"cite\" href=\"/%s/$1/#p$3\">$0</a>" .lang) (htmlEscape .text) | safeHTML -}}

            """);
        // Every citation of every paragraph, once for each language: what is cited -> who cites it.
        Put("layouts/partials/backlinks.html", """
            {{- $map := newScratch -}}
            {{- $lang := .Lang -}}
            {{- range where .Site.RegularPages "Type" "A" -}}
            {{- $from := .Params.symbol -}}{{- $url := .RelPermalink -}}
            {{- range .Params.parts -}}{{- range .paragraphs -}}
            {{- $n := .num -}}
            {{- $link := dict "url" (printf "%s#p%d" $url (int $n)) "label" (cond (eq $lang "zh") (printf "%s，第%d段" $from (int $n)) (printf "%s, para. %d" $from (int $n))) -}}
            {{- range findRE "A/70/[0-9]+(，第 |, para\\. )[0-9]+" .text -}}
            {{- $symbol := replaceRE "^(A/70/[0-9]+).*$" "$1" . -}}
            {{- $place := replaceRE "^.* ([0-9]+)$" "$1" . -}}
            {{- $map.Add (printf "%s#%s" $symbol $place) (slice $link) -}}
            {{- $map.Add $symbol (slice $link) -}}
            {{- end -}}
            {{- end -}}{{- end -}}
            {{- end -}}
            {{- return $map.Values -}}

            """);
        Put("layouts/index.html", """
            {{ define "main" }}
            <h1>{{ .Site.Title }}</h1>
            <ol>{{ range where .Site.RegularPages "Type" "A" }}<li><a href="{{ .RelPermalink }}">{{ .Params.symbol }}</a> {{ .Title }} <time>{{ .Params.date_of }}</time></li>
            {{ end }}</ol>
            {{ end }}

            """);
        Put("layouts/_default/terms.html", """
            {{ define "main" }}
            <h1>Components</h1>
            <ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ index (index $.Site.Data.components .Page.Title) $.Lang }}</a> ({{ .Count }})</li>
            {{ end }}</ul>
            {{ end }}

            """);
        Put("layouts/_default/taxonomy.html", """
            {{ define "main" }}
            {{ $component := .Data.Term }}
            <h1>{{ index (index .Site.Data.components $component) .Lang }}</h1>
            {{ range .Pages }}{{ $url := .RelPermalink }}<h2><a href="{{ $url }}">{{ .Params.symbol }}</a></h2>
            <ul>{{ range .Params.parts }}{{ range where .paragraphs "component" $component }}<li><a href="{{ $url }}#p{{ .num }}">{{ .num }}</a> {{ truncate 75 .text }}</li>
            {{ end }}{{ end }}</ul>
            {{ end }}
            {{ end }}

            """);
        var components = new StringBuilder();
        for (var i = 0; i < SyntheticSite.Components; i++)
            components.Append(CultureInfo.InvariantCulture, $"{SyntheticSite.Component(i)}: {{ id: {SyntheticSite.Component(i)}, zh: {SyntheticSite.ComponentName(i, "zh")}, en: {SyntheticSite.ComponentName(i, "en")} }}\n");
        Put("data/components.yaml", components.ToString());
        foreach (var language in Languages)
            for (var document = 0; document < documents; document++)
                Put($"content/{language}/{SyntheticSite.Symbol(document)}.md", Content(site, document, language));

        void Put(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string Content(SyntheticSite site, int document, string language)
    {
        var text = new StringBuilder();
        var components = Enumerable.Range(1, SyntheticSite.Paragraphs).Select(n => SyntheticSite.Component(SyntheticSite.ComponentOf(document, n))).Distinct(StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {SyntheticSite.Title(document, language)}\nsymbol: {SyntheticSite.Symbol(document)}\ndate_of: {SyntheticSite.Date(document)}\n");
        text.Append(CultureInfo.InvariantCulture, $"components: [{string.Join(", ", components)}]\nparts:\n");
        for (var n = 1; n <= SyntheticSite.Paragraphs; n++)
        {
            var section = (n - 1) / (SyntheticSite.Paragraphs / SyntheticSite.Sections);
            if ((n - 1) % (SyntheticSite.Paragraphs / SyntheticSite.Sections) == 0)
                text.Append(CultureInfo.InvariantCulture, $"  - id: {SyntheticSite.SectionOf(n)}\n    heading: {SyntheticSite.Heading(section, language)}\n    paragraphs:\n");
            text.Append(CultureInfo.InvariantCulture,
                $"      - num: {n}\n        component: {SyntheticSite.Component(SyntheticSite.ComponentOf(document, n))}\n        text: |-\n          {site.Paragraph(document, n, language)}\n");
        }
        return text.Append("---\n").ToString();
    }
}
