namespace StaticSite.Templating.Functions;

/// <summary>Examples of `array.…`.</summary>
internal static class ArrayExamples
{
    public static readonly Example[] All =
    [
        new("array.add", "{{ ['Chad', 'Fiji'] | array.add 'Peru' }}", "[\"Chad\", \"Fiji\", \"Peru\"]"),
        new("array.add", "{{ null | array.add 5 }}", "[5]"),
        new("array.add_range", "{{ [1] | array.add_range [2, 3] }}", "[1, 2, 3]"),
        new("array.add_range", "{{ [5] | array.add_range null }}", "[5]"),
        new("array.concat", "{{ [1, 2] | array.concat (3..4) }}", "[1, 2, 3, 4]"),
        new("array.any", "{{ ['A/67/1', 'E/2013/5'] | array.any @string.starts_with 'E/' }}", "true"),
        new("array.any", "{{ [] | array.any @string.empty }}", "false"),
        new("array.compact", "{{ [1, null, 3, null] | array.compact }}", "[1, 3]"),
        new("array.contains", "{{ [4, 5, 6] | array.contains 5 }} {{ ['a'] | array.contains 'b' }}", "true false"),
        new("array.cycle", "{{ for row in 1..5; array.cycle ['odd', 'even']; ' '; end }}", "odd even odd even odd "),
        new("array.cycle", "{{ for row in 1..2; array.cycle [1, 2] 'left'; array.cycle [1, 2] 'right'; end }}", "1122"),
        new("array.each", "{{ ['chad', 'fiji'] | array.each @string.capitalize }}", "[\"Chad\", \"Fiji\"]"),
        new("array.filter", "{{ [1, 2, 3, 4] | array.filter do; ret $0 % 2 == 0; end }}", "[2, 4]"),
        new("array.first", "{{ [7, 8, 9] | array.first }}", "7"),
        new("array.first", "{{ [] | array.first }}|", "|"),
        new("array.last", "{{ [7, 8, 9] | array.last }} {{ 1..5 | array.last }}", "9 5"),
        new("array.insert_at", "{{ ['a', 'c'] | array.insert_at 1 'b' }}", "[\"a\", \"b\", \"c\"]"),
        new("array.insert_at", "{{ [] | array.insert_at 2 'c' }}", "[null, null, \"c\"]"),
        new("array.join", "{{ [1, 2, 3] | array.join ' - ' }}", "1 - 2 - 3"),
        new("array.join", "{{ ['a', 'b'] | array.join '+' @string.upcase }}", "A+B"),
        new("array.limit", "{{ [4, 5, 6] | array.limit 2 }}", "[4, 5]"),
        new("array.map", "{{ [{n: 1}, {n: 2}] | array.map 'n' }}", "[1, 2]"),
        new("array.offset", "{{ [4, 5, 6] | array.offset 1 }} {{ [4] | array.offset (-3) }}", "[5, 6] [4]"),
        new("array.remove_at", "{{ [4, 5, 6] | array.remove_at 1 }} {{ [4, 5, 6] | array.remove_at (-1) }}", "[4, 6] [4, 5]"),
        new("array.reverse", "{{ 1..3 | array.reverse }}", "[3, 2, 1]"),
        new("array.size", "{{ ['a', 'b'] | array.size }} {{ null | array.size }} {{ 'text' | array.size }}", "2 0 4"),
        new("array.sort", "{{ ['b', 'c', 'a'] | array.sort }}", "[\"a\", \"b\", \"c\"]"),
        new("array.sort", "{{ [{n: 2}, {n: 1}] | array.sort 'n' }}", "[{n: 1}, {n: 2}]"),
        new("array.sort", "{{ 5 | array.sort }} {{ 4..1 | array.sort }}", "[5] [1, 2, 3, 4]"),
        new("array.uniq", "{{ [1, 2, 1, 'x', 'x'] | array.uniq }}", "[1, 2, \"x\"]"),
    ];
}
