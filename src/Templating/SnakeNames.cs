using System.Collections.Concurrent;
using System.Text;

namespace StaticSite.Templating;

/// <summary>Names as templates write them: CitedBy is cited_by.</summary>
internal static class SnakeNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) => Names.GetOrAdd(value, v => Snake(v.ToString()));

    /// <summary>"CitedBy" -> "cited_by", "HTMLText" -> "html_text", "Op8" -> "op8".</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var upper = char.IsUpper(name[i]);
            if (upper && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]))) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
