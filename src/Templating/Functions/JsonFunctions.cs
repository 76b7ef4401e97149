using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticSite.Templating.Functions;

/// <summary>`object.from_json` and `object.to_json`.</summary>
internal static class JsonFunctions
{
    // What stands in a script element must not end it: < > & ' stay escaped there; other characters are written as they are.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Default };

    public static object? From(Call call)
    {
        if (call.Text(0).Length == 0) return null;
        try
        {
            using var json = JsonDocument.Parse(Bytes(call.Text(0)), new() { MaxDepth = call.Renderer.Limits.PrintDepth + 1 });
            return Value(call, json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second one is thrown for an escaped half of a pair, "\\uD83D".
            return call.Wrong("the text is no JSON");
        }
    }

    public static object? To(Call call)
    {
        using var stream = new MemoryStream();
        if (call[0] is Function function) return call.Wrong($"{function.Name} is a function, which JSON does not have");
        using (var writer = new Utf8JsonWriter(stream, Plain)) Write(call, writer, call[0], call.Renderer.Limits.PrintDepth);
        call.Renderer.ChargeText(stream.Length, call.Site.Span);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // UTF-8, half a pair of surrogates replaced: given such a string, readers and writers throw.
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static object? Value(Call call, JsonElement json)
    {
        call.Renderer.Charge(1, call.Site.Span);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject();
                call.Renderer.ChargeList(json.GetPropertyCount() + 3, call.Site.Span);
                foreach (var member in json.EnumerateObject()) members.Members[member.Name] = Value(call, member.Value);
                return members;
            case JsonValueKind.Array:
                call.Renderer.ChargeList(json.GetArrayLength(), call.Site.Span);
                return new ScriptArray(json.EnumerateArray().Select(item => Value(call, item)));
            case JsonValueKind.String: return json.GetString();
            case JsonValueKind.Number: return json.TryGetInt32(out var small) ? Values.Box(small) : json.TryGetInt64(out var large) ? large : json.GetDouble();
            case JsonValueKind.True or JsonValueKind.False: return Values.Box(json.ValueKind == JsonValueKind.True);
            default: return null;
        }
    }

    private static void Write(Call call, Utf8JsonWriter writer, object? value, int depth)
    {
        value = Values.Normal(value);
        call.Renderer.Charge(1, call.Site.Span);
        if (depth < 0) throw call.Renderer.Exceeded(call.Site.Span, "this value is too deep to be written as JSON", "does an object contain itself?");
        // Charged while it is written, so that a list that holds one long list many times ends in time.
        if (writer.BytesPending > 4096)
        {
            writer.Flush();
            if (writer.BytesCommitted > call.Renderer.Limits.StringLength) call.Renderer.ChargeText(writer.BytesCommitted, call.Site.Span);
        }
        switch (value)
        {
            case null or Fault or Function:
                writer.WriteNullValue();
                return;
            case bool truth:
                writer.WriteBooleanValue(truth);
                return;
            case double or float when !double.IsFinite(Numbers.ToDouble(value)):
                writer.WriteNullValue();
                return;
            case DateTime date:
                writer.WriteStringValue(date);
                return;
        }
        if (Values.IsNumber(value)) writer.WriteRawValue(Formatter.Plain(value));
        else if (Formatter.IsSimple(value)) writer.WriteStringValue(Bytes(Formatter.Plain(value)));
        else if (Members.Of(value) is { } members)
        {
            writer.WriteStartObject();
            foreach (var (name, member) in members)
            {
                writer.WritePropertyName(Bytes(name));
                Write(call, writer, member, depth - 1);
            }
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray();
            foreach (var item in call.Renderer.ToList(value, call.Site.Span)) Write(call, writer, item, depth - 1);
            writer.WriteEndArray();
        }
    }
}
