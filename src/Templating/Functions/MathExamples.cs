namespace StaticSite.Templating.Functions;

/// <summary>Examples of `math.…`.</summary>
internal static class MathExamples
{
    public static readonly Example[] All =
    [
        new("math.abs", "{{ -15.5 | math.abs }} {{ 3 | math.abs }}", "15.5 3"),
        new("math.ceil", "{{ 4.1 | math.ceil }} {{ -4.9 | math.ceil }}", "5 -4"),
        new("math.floor", "{{ 4.9 | math.floor }} {{ -4.1 | math.floor }}", "4 -5"),
        new("math.round", "{{ 4.5 | math.round }} {{ 2.345 | math.round 1 }}", "4 2.3"),
        new("math.divided_by", "{{ 9 | math.divided_by 2 }} {{ 9 | math.divided_by 2.0 }}", "4 4.5"),
        new("math.divided_by", "{{ 9 | math.divided_by 0 }}", "", "the divisor is 0"),
        new("math.minus", "{{ 193 | math.minus 15 }}", "178"),
        new("math.plus", "{{ 178 | math.plus 15 }}", "193"),
        new("math.times", "{{ 2.5 | math.times 4 }}", "10"),
        new("math.modulo", "{{ 17 | math.modulo 5 }}", "2"),
        new("math.is_number", "{{ 1.5 | math.is_number }} {{ '1.5' | math.is_number }}", "true false"),
        new("math.format", "{{ 1234.5 | math.format 'N2' }} {{ 255 | math.format 'X4' }}", "1,234.50 00FF"),
        new("math.format", "{{ 1234.5 | math.format 'N2' 'de-DE' }}", "1.234,50"),
        new("math.random", "{{ math.random 1 6 }}", "", "math.random has no value here: the same page comes out each time it is made"),
        new("math.uuid", "{{ math.uuid }}", "", "math.uuid has no value here: the same page comes out each time it is made"),
    ];
}
