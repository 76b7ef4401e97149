using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StaticSite.Templating.Functions;

/// <summary>Culture arguments, "fr-FR". Without one, the invariant culture: a page does not depend on the machine that makes it.</summary>
internal static class Cultures
{
    /// <summary>False when the argument names no culture; that is reported.</summary>
    public static bool TryGet(Call call, int index, [NotNullWhen(true)] out CultureInfo? culture, out object? finding)
    {
        (culture, finding) = (CultureInfo.InvariantCulture, null);
        if (call.Text(index) is not { Length: > 0 } name) return true;
        try
        {
            // The second argument refuses names that are well formed and mean nothing; the copy is free of what users have set on their machine.
            culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
            return true;
        }
        catch (CultureNotFoundException)
        {
            culture = null;
            finding = call.Wrong($"there is no culture \"{name}\"", "write \"en-GB\", \"fr-FR\", \"zh-CN\"");
            return false;
        }
    }
}
