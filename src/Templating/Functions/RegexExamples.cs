namespace StaticSite.Templating.Functions;

/// <summary>Examples of `regex.…`.</summary>
internal static class RegexExamples
{
    public static readonly Example[] All =
    [
        new("regex.escape", "{{ 'A/67/L.5 (a)' | regex.escape }}", "A/67/L\\.5\\ \\(a\\)"),
        new("regex.unescape", "{{ `L\\.5` | regex.unescape }}", "L.5"),
        new("regex.match", "{{ 'session 67' | regex.match `(\\w+) (\\d+)` }} {{ 'x' | regex.match 'y' }}", "[\"session 67\", \"session\", \"67\"] []"),
        new("regex.match", "{{ 'ANNEX' | regex.match 'annex' 'i' }}", "[\"ANNEX\"]"),
        new("regex.matches", "{{ 'a1 b2' | regex.matches `[a-z](\\d)` }}", "[[\"a1\", \"1\"], [\"b2\", \"2\"]]"),
        new("regex.replace", "{{ '2013-04-05' | regex.replace `(\\d+)-(\\d+)-(\\d+)` '$3.$2.$1' }}", "05.04.2013"),
        new("regex.split", "{{ 'a, b ,c' | regex.split `\\s*,\\s*` }}", "[\"a\", \"b\", \"c\"]"),
    ];
}
