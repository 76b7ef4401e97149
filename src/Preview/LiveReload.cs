using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Diagnostics;

namespace StaticSite.Preview;

/// <summary>What the preview adds to pages, and only there: one script of the same origin that waits for news and shows findings.</summary>
internal static class LiveReload
{
    public const string Folder = "/_preview/", Script = Folder + "reload.js", Style = Folder + "overlay.css", Events = Folder + "events";

    // An author mends the first findings first; a broken theme can have one on every page.
    private const int MaxFindings = 100;

    /// <summary>The page with the script before the end of its body.</summary>
    public static byte[] Inject(ReadOnlySpan<byte> html, string version)
    {
        var tag = Encoding.UTF8.GetBytes($"<script src=\"{Script}\" data-version=\"{version}\"></script>\n");
        var at = html.LastIndexOf("</body>"u8);
        if (at < 0) at = html.Length;
        return [.. html[..at], .. tag, .. html[at..]];
    }

    /// <summary>What is shown while no build has succeeded: nothing but the findings.</summary>
    public static byte[] EmptyPage(string version) => Inject(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Preview</title>\n</head>\n<body>\n</body>\n</html>\n"u8, version);

    /// <summary>A snapshot as one server-sent event: "data: {…}".</summary>
    public static byte[] Event(PreviewSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        stream.Write("data: "u8);
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", snapshot.Version);
            json.WriteNumber("errors", snapshot.Findings.Count(f => f.Severity == Severity.Error));
            json.WriteNumber("total", snapshot.Findings.Length);
            json.WriteStartArray("findings");
            // A site may have no page of rules.
            var help = snapshot.Pages?.ContainsKey($"en/{RuleGuide.PageName}/index.html") == true ? snapshot.Root : null;
            // Errors first: they are what holds the pages back.
            foreach (var finding in snapshot.Findings.OrderByDescending(f => f.Severity).Take(MaxFindings)) Write(json, finding, help);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.Write("\n\n"u8);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PlacedFinding finding, string? root)
    {
        json.WriteStartObject();
        json.WriteString("path", finding.Path);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteString("severity", DiagnosticPrinter.Name(finding.Severity));
        json.WriteString("rule", finding.Rule);
        json.WriteString("message", finding.Message);
        json.WriteString("hint", finding.Hint);
        json.WriteString("source", finding.Source);
        json.WriteNumber("markStart", finding.MarkStart);
        json.WriteNumber("markLength", finding.MarkLength);
        json.WriteString("help", root is null ? null : root + RuleGuide.PathOf("en", finding.Rule));
        json.WriteEndObject();
    }

    /// <remarks>The connection is held only by the page that is looked at: browsers open few to one host, and a hidden page learns of
    /// everything when it is looked at again. Text reaches the page as text nodes only.</remarks>
    public const string ScriptText = """
        "use strict";
        (() => {
          const version = document.currentScript.dataset.version;
          const key = "preview:place";
          let events = null;

          // Reloading keeps the paragraph at the place of the window where it was.
          const placeOf = () => {
            const anchors = [...document.querySelectorAll("main [id]")].filter(e => e.getClientRects().length > 0);
            const top = anchors.findLast(e => e.getBoundingClientRect().top <= 8) ?? null;
            return { url: location.href, y: scrollY, id: top?.id ?? null, top: top?.getBoundingClientRect().top ?? 0 };
          };
          const restore = () => {
            const stored = sessionStorage.getItem(key);
            sessionStorage.removeItem(key);
            if (!stored) return;
            const place = JSON.parse(stored);
            if (place.url !== location.href) return;
            const anchor = place.id === null ? null : document.getElementById(place.id);
            const y = anchor ? scrollY + anchor.getBoundingClientRect().top - place.top : place.y;
            scrollTo({ top: y, behavior: "instant" });
            history.scrollRestoration = "auto";
          };
          // Who follows a link is leaving: reloading the page then would call him back. Unless nothing comes of it, as with a file to save.
          let leaving = false, outdated = false;
          addEventListener("beforeunload", () => {
            leaving = true;
            setTimeout(() => {
              leaving = false;
              if (outdated) reload();
            }, 3000);
          });
          const reload = () => {
            events?.close();
            sessionStorage.setItem(key, JSON.stringify(placeOf()));
            history.scrollRestoration = "manual";
            location.reload();
          };

          const element = (name, className, ...children) => {
            const made = document.createElement(name);
            if (className) made.className = className;
            made.append(...children);
            return made;
          };
          const sourceOf = finding => {
            const end = finding.markStart + finding.markLength;
            return element("pre", "", element("code", "",
              finding.source.slice(0, finding.markStart),
              element("mark", finding.markLength === 0 ? "point" : "", finding.source.slice(finding.markStart, end)),
              finding.source.slice(end)));
          };
          // What the rule means, in a window of its own: the page that is being edited stays.
          const ruleOf = finding => {
            if (finding.help === null) return finding.rule;
            const link = element("a", "", finding.rule);
            link.href = location.pathname.includes("/zh/") ? finding.help.replace("en/rules", "zh/rules") : finding.help;
            link.target = "preview-rule";
            return link;
          };
          const itemOf = finding => {
            const item = element("li", finding.severity,
              element("p", "place", `${finding.path}(${finding.line},${finding.column})`),
              element("p", "message", element("strong", "", `${finding.severity} `, ruleOf(finding)), ` ${finding.message}`));
            if (finding.source !== null) item.append(sourceOf(finding));
            if (finding.hint) item.append(element("p", "hint", finding.hint));
            return item;
          };
          let host = null;
          const show = state => {
            host?.remove();
            host = null;
            if (state.findings.length === 0) return;
            host = element("div", "");
            host.id = "preview-findings";
            const shadow = host.attachShadow({ mode: "open" });
            const style = element("link", "");
            style.rel = "stylesheet";
            style.href = "/_preview/overlay.css";
            const warnings = state.total - state.errors;
            const words = [];
            if (state.errors > 0) words.push(state.errors === 1 ? "1 error: this page is as it was before" : `${state.errors} errors: this page is as it was before`);
            if (warnings > 0) words.push(warnings === 1 ? "1 warning" : `${warnings} warnings`);
            const details = element("details", state.errors > 0 ? "error" : "warning", element("summary", "", words.join(", ")),
              element("ol", "", ...state.findings.map(itemOf)));
            if (state.total > state.findings.length) details.append(element("p", "more", `and ${state.total - state.findings.length} more`));
            details.open = state.errors > 0;
            const region = element("section", "", details);
            region.setAttribute("role", state.errors > 0 ? "alert" : "status");
            shadow.append(style, region);
            document.body.append(host);
          };

          const connect = () => {
            if (events || document.hidden) return;
            events = new EventSource("/_preview/events");
            events.onmessage = message => {
              const state = JSON.parse(message.data);
              outdated = state.version !== version;
              if (!outdated) show(state);
              else if (!leaving) reload();
            };
          };
          const disconnect = () => {
            events?.close();
            events = null;
          };
          document.addEventListener("visibilitychange", () => document.hidden ? disconnect() : connect());
          addEventListener("pagehide", disconnect);
          addEventListener("pageshow", connect);
          if (document.readyState === "complete") restore();
          else addEventListener("load", restore);
          connect();
        })();

        """;

    public const string StyleText = """
        section {
          position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
          font: 15px/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
          color: #1b1b1b; background: #fffdf8; border-top: 3px solid #b3261e; box-shadow: 0 -4px 24px rgb(0 0 0 / 20%);
        }
        section:has(> .warning) { border-top-color: #8a6100; }
        summary { padding: .5em 1em; font-weight: 600; cursor: pointer; }
        ol { margin: 0; padding: 0 1em 1em; list-style: none; }
        li { padding: .5em 0; border-top: 1px solid #ddd6c8; }
        p { margin: 0; overflow-wrap: anywhere; }
        a { color: inherit; }
        .place { font-family: ui-monospace, monospace; font-size: 13px; }
        .error strong { color: #b3261e; }
        .warning strong, .info strong { color: #6f4e00; }
        pre { margin: .25em 0; padding: .4em .6em; background: #f3efe6; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
        mark { color: inherit; background: #ffd7d2; text-decoration: underline wavy #b3261e; }
        mark.point { border-left: 2px solid #b3261e; }
        .hint::before { content: "→ "; }
        .more { padding: 0 1em 1em; }
        @media (prefers-color-scheme: dark) {
          section { color: #ece7dc; background: #1d1b18; }
          li { border-color: #3c3831; }
          pre { background: #292620; }
          mark { background: #5c1d18; }
          .error strong { color: #ff9d94; }
          .warning strong, .info strong { color: #e5c07b; }
        }

        """;
}
