namespace StaticSite.Templating.Reference;

/// <summary>Values, operators, special variables, strictness and escaping.</summary>
internal static class ExpressionTopics
{
    public static readonly Topic[] All =
    [
        new("Literals", """
            Whole numbers grow as large as needed; `1.5` is a real number, `1.5m` an exact one, `0xFF` and `0b11` are whole numbers. Strings stand in single or double quotes with backslash escapes, or in backquotes without. `$"…{ }…"` has code in it.
            """,
            new TopicExample("{{ 9999999999 * 9999999999 }} {{ 0.1 + 0.2 }} {{ 0.1m + 0.2m }} {{ 0xFF }}", "99999999980000000001 0.30000000000000004 0.3 255"),
            new TopicExample("{{ 'a\\tb' }} {{ `a\\tb` }} {{ x = 2; $\"{x} and {x + 1}\" }}", "a\tb a\\tb 2 and 3")),
        new("Lists and objects", "What lies outside of a list is `null`; a negative index counts from the end. A list may have members as well.",
            new TopicExample("{{ l = [1, 'b', [3]]; l[0]; l[-1]; l[9] ?? '-'; l.size }}", "1[3]-3"),
            new TopicExample("{{ o = {a: 1, 'b c': 2}; o.a; o['b c']; o }}", "12{a: 1, \"b c\": 2}")),
        new("Ranges", "`..` counts up or down to its end, `..<` stops one before it. A range becomes a list only where one is needed.",
            new TopicExample("{{ for x in 1..3; x; end; for x in 3..<1; x; end; (1..1000000000).size }}", "123321000000000")),
        new("Arithmetic", "`+`, `-`, `*`, `%`. `/` gives a real number, `//` a whole one. `<<` and `>>` shift the bits of whole numbers and put an element behind or before a list. `+` joins text and lists, `*` repeats text. A calculation with `null` is `null`.",
            new TopicExample("{{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 'ab' * 2 }} {{ [1] + [2] }} {{ [1] << 2 }}", "3.5 3 1 abab [1, 2] [1, 2]"),
            new TopicExample("{{ 1 / 0 }}", "", "\"/\" has no result for these numbers: it is a division by zero, or too large")),
        new("Comparison", "`==`, `!=`, `<`, `<=`, `>`, `>=`. Numbers of all kinds compare by value, text with what another value prints, lists element by element. `empty` equals every empty list and object; of texts, `x.empty?` and `string.empty` tell.",
            new TopicExample("{{ 1 == 1.0 }} {{ '1' == 1 }} {{ [1, 2] == [1, 2] }} {{ [] == empty }} {{ 'a' < 'b' }}", "true true true true true")),
        new("Logic", "`&&` or `and`, `||` or `or`, `!`. `??` gives its right side when the left one is `null` or unknown, `?!` when it is not. `condition ? value : other` chooses.",
            new TopicExample("{{ true && !false }} {{ null || 'x' }} {{ null ?? 'none' }} {{ 1 ?! 'some' }} {{ 2 > 1 ? 'more' : 'less' }}", "true true none some more")),
        new("Order of the operators", "From loose to tight: `? :`, then `|`, `??` `?!`, `||`, `&&`, `==` `!=`, `<` `<=` `>` `>=`, `..` `..<`, `<<` `>>`, `+` `-`, `*` `/` `//` `%`, then calls and signs. Operators of one row go from left to right.",
            new TopicExample("{{ 1 + 2 * 3 }} {{ 'a' + 'b' | string.upcase }}", "7 AB")),
        new("Calls and pipes", "`f a b` and `f(a, b)` call a function; arguments may be named (`width: 3`), and `^list` gives the elements of a list as arguments. `x | f a` puts `x` before the other arguments.",
            new TopicExample("{{ string.pad_left 7 3 '0' }} {{ string.pad_left(7, 3, '0') }} {{ 7 | string.pad_left 3 '0' }} {{ 7 | string.pad_left width: 3 }}", "007 007 007   7"),
            new TopicExample("{{ a = [3, '0']; string.pad_left 7 ^a }}", "007")),
        new("Members", "`a.b` is a member, `a?.b` is `null` when `a` is. Lists and text have `size`; every value has `empty?`.",
            new TopicExample("{{ o = {a: null}; o.a?.b }}{{ [1].size }}{{ 'abc'.size }}{{ [].empty? }}", "13true"),
            new TopicExample("{{ o = {a: null}; o.a.b }}", "", "the value before \".b\" is null")),
        new("Special variables", "`this` holds the variables of the page, `$` the arguments of a function or include, `$0`, `$1`, … its elements. `$name` is a local variable, which ends with its function or template. `$$` is the block given by `wrap`. `for` and `while` are explained with their statements.",
            new TopicExample("{{ a = 1; this.a; this['a'] }}", "11"),
            new TopicExample("{{ func f; $x = $.size; ret $x; end; f 'a' 'b' }}", "2")),
        new("Strict mode", "Templates of the site are strict: an unknown variable or member is a finding. `??` and `?.` ask whether a variable or a member of an object is there. `render` without `--strict` gives `null` instead.",
            new TopicExample("{{ nam = 1; name }}", "", "there is no variable \"name\""),
            new TopicExample("{{ nam = 1; name ?? 'none' }}", "none"),
            new TopicExample("[{{ name }}]", "[]") { Lenient = true }),
        new("Escaping", "In templates named `.sbn-html` every printed value is escaped (`&`, `<`, `>`, both quotes) unless it is HTML already: what `capture` and `include` give, what `html.escape` and `html.newline_to_br` return, and what the model marks as HTML. `| raw` (or `| html.raw`) prints a string as the HTML that it is: the one way round. Joined with HTML, a plain string is escaped and the result is HTML; functions that look into HTML return plain text.",
            new TopicExample("{{ '<b> & </b>' }} {{ '<b>' | raw }} {{ ('<b>' | raw) + '<i>' }}", "&lt;b&gt; &amp; &lt;/b&gt; <b> <b>&lt;i&gt;") { Escapes = true },
            new TopicExample("{{ capture x; '<'; end; x; x | string.upcase }}", "&lt;&amp;LT;") { Escapes = true }),
    ];
}
