using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Commands;

/// <summary>Writes files of the input as an editor left them: with their byte order mark and their line ends, whole at every moment.</summary>
internal static partial class InputFile
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>All beside the old files, then each in its place: a full disk changes none of them.</summary>
    /// <param name="files">Texts without a byte order mark.</param>
    public static void Write(IReadOnlyList<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(path + ".new", AsBefore(path, text));
        }
        foreach (var (path, _) in files) File.Move(path + ".new", path, overwrite: true);
    }

    private static byte[] AsBefore(string path, string text)
    {
        if (!File.Exists(path)) return Utf8.GetBytes(text);
        var before = File.ReadAllBytes(path);
        var lines = before.AsSpan().Count((byte)'\n');
        // A file of both kinds keeps what it has.
        if (lines > 0 && before.AsSpan().Count("\r\n"u8) == lines) text = LineEnd().Replace(text, "\r\n");
        return before.AsSpan().StartsWith(Mark) ? [.. Mark, .. Utf8.GetBytes(text)] : Utf8.GetBytes(text);
    }

    [GeneratedRegex("\r?\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LineEnd();
}
