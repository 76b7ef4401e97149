namespace StaticSite.Templating.Functions;

/// <summary>Examples of `html.…`.</summary>
internal static class HtmlExamples
{
    public static readonly Example[] All =
    [
        new("html.escape", "{{ '<em>\"a\" & b</em>' | html.escape }}", "&lt;em&gt;&quot;a&quot; &amp; b&lt;/em&gt;"),
        new("html.newline_to_br", "{{ 'one\\ntwo\\r\\nthree' | html.newline_to_br }}", "one<br />\ntwo<br />\r\nthree"),
        new("html.raw", "{{ '<hr>' | html.raw }}", "<hr>"),
        new("html.strip", "{{ '<p>One <em>word</em><!-- not this --></p>' | html.strip }}", "One word"),
        new("html.strip", "{{ '<script>if (a < b) { }</script>text' | html.strip }}", "text"),
        new("html.unescape", "{{ 'a &lt; b &amp; c' | html.unescape }}", "a < b & c"),
        new("html.url_encode", "{{ 'a b/c?d=é' | html.url_encode }}", "a%20b%2Fc%3Fd%3D%C3%A9"),
        new("html.url_escape", "{{ 'a b/c?d=é&<e>' | html.url_escape }}", "a%20b/c?d=%C3%A9&%3Ce%3E"),
    ];
}
