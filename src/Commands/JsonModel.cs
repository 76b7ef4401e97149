using System.Text;
using System.Text.Json;

using StaticSite.Diagnostics;

namespace StaticSite.Commands;

/// <summary>JSON as values that templates read.</summary>
internal static class JsonModel
{
    private static readonly Rule BadModel = new("render/bad-model", Severity.Error);

    /// <summary>The members of a JSON object; comments and commas behind the last member are let through.</summary>
    public static Outcome<IReadOnlyDictionary<string, object?>> Read(SourceText source)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (Value(json.RootElement) is IReadOnlyDictionary<string, object?> members) return new(members, []);
            return Bad(source, 0, "the model is no JSON object", "write { \"name\": … }");
        }
        catch (JsonException e)
        {
            return Bad(source, Offset(source, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0)), "the model is no JSON", e.Message.ReplaceLineEndings(" "));
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for half a pair that is escaped, "\uD83D"; it does not say where.
            return Bad(source, 0, "a text of the model is no Unicode text", "write \\u escapes of such characters in pairs");
        }
    }

    // The reader counts bytes of UTF-8.
    private static int Offset(SourceText source, int line, int bytes)
    {
        var text = source.Line(Math.Min(line, source.LineCount));
        var column = 0;
        while (column < text.Length && Encoding.UTF8.GetByteCount(text[..(column + 1)]) <= bytes) column++;
        return source.Offset(line, column + 1);
    }

    private static Outcome<IReadOnlyDictionary<string, object?>> Bad(SourceText source, int at, string message, string hint) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal), [new(BadModel, new(source.Path, at, 0), message, hint)]);

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Value(g.Last().Value), StringComparer.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var small) ? small : json.TryGetInt64(out var large) ? large : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
