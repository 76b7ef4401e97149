using System.Security.Cryptography;
using System.Text;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>The functions of `string.…` that turn text into digits: hashes, in lower-case hexadecimal, and base64. Text counts as UTF-8.</summary>
internal static class StringHashes
{
    // Names for content, no protection of anything: the old ones are as good as the new ones.
#pragma warning disable CA5350, CA5351
    public static readonly Builtin[] Functions =
    [
        Hash("md5", MD5.HashData),
        Hash("sha1", SHA1.HashData),
        Hash("sha256", SHA256.HashData),
        Hash("sha512", SHA512.HashData),
        Keyed("hmac_sha1", HMACSHA1.HashData),
        Keyed("hmac_sha256", HMACSHA256.HashData),
        Keyed("hmac_sha512", HMACSHA512.HashData),
        new("base64_encode", [OptionalText("text", null)], Encode),
        new("base64_decode", [OptionalText("text", null)], Decode),
    ];
#pragma warning restore CA5350, CA5351

    private static Builtin Hash(string name, Func<byte[], byte[]> hash) =>
        new(name, [OptionalText("text", null)], c => Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(c.Text(0)))));

    private static Builtin Keyed(string name, Func<byte[], byte[], byte[]> hash) =>
        new(name, [OptionalText("text", null), OptionalText("secret_key", null)], c => Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(c.Text(1)), Encoding.UTF8.GetBytes(c.Text(0)))));

    private static string Encode(Call call)
    {
        call.Renderer.ChargeText(call.Text(0).Length * 4L, call.Site.Span);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text(0)));
    }

    private static object Decode(Call call)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(call.Text(0)));
        }
        catch (FormatException)
        {
            return call.Wrong("the text is no base64");
        }
    }
}
