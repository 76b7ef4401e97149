namespace StaticSite.Templating.Functions;

/// <summary>Examples of `object.…`.</summary>
internal static class ObjectExamples
{
    public static readonly Example[] All =
    [
        new("object.default", "{{ '' | object.default 'untitled' }} {{ ' ' | object.default 'untitled' }}|", "untitled  |"),
        new("object.eval", "{{ x = 4; '(x + 1) * 2' | object.eval }}", "10"),
        new("object.eval", "{{ 'y = 2; y * y' | object.eval }}", "4"),
        new("object.eval_template", "{{ name = 'Fiji'; 'Hello {{ name }}!' | object.eval_template }}", "Hello Fiji!"),
        new("object.format", "{{ 1523.5 | object.format 'N1' }} {{ 4.2435 | object.format '0.##' }}", "1,523.5 4.24"),
        new("object.format", "{{ date.parse '2016-01-05' | object.format 'yyyy/MM' }}", "2016/01"),
        new("object.has_key", "{{ {a: null} | object.has_key 'a' }} {{ {} | object.has_key 'a' }}", "true false"),
        new("object.has_value", "{{ {a: null} | object.has_value 'a' }} {{ {a: 1} | object.has_value 'a' }}", "false true"),
        new("object.keys", "{{ {a: 1, b: 2} | object.keys }}", "[\"a\", \"b\"]"),
        new("object.values", "{{ {a: 1, b: 2} | object.values }}", "[1, 2]"),
        new("object.size", "{{ 'abc' | object.size }} {{ [1, 2] | object.size }} {{ {a: 1} | object.size }}", "3 2 1"),
        new("object.typeof", "{{ for x in [true, 1, 1.5, 'a', [1], {}]; object.typeof x; ' '; end }}{{ 1..2 | object.typeof }}", "boolean number number string array object iterator"),
        new("object.kind", "{{ for x in [true, 1, 5000000000, 1.5, 'a', [1], {}]; object.kind x; ' '; end }}{{ 1..2 | object.kind }}", "bool int long double string array object range"),
        new("object.from_json", "{{ x = `{\"n\": [1, 2.5, null]}` | object.from_json; x.n }}", "[1, 2.5, null]"),
        new("object.to_json", "{{ {a: 'b', n: [1, null, true]} | object.to_json }}", "{\"a\":\"b\",\"n\":[1,null,true]}"),
    ];
}
