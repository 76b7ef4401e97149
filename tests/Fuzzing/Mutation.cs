using System.Text;

namespace StaticSite.Tests.Fuzzing;

/// <summary>Texts that are nearly real ones.</summary>
/// <param name="corpus">The real ones.</param>
/// <param name="pieces">What the grammar of these texts branches on.</param>
internal sealed class Mutation(IEnumerable<string> corpus, params string[] pieces)
{
    // What no grammar expects: control characters, halves of characters, marks of order and direction, letters that lose their case oddly.
    private static readonly string[] Odd =
    [
        "\0", "\t", "\f", "\r", "\r\n", "\n", "\n\n", " ", "  ", "\u0085", "\u00A0", "\u00AD", "\u2028", "\u2029", "\u200B", "\u202E", "\uFEFF", "\uFFFC", "\uFFFE", "\uD83D", "\uDE00", "😀", "𠀀",
        "\u0301", "İ", "ı", "ß", "ﬀ", "Ａ", "１", "²", "中", "，", "0", "-1", "99999999999999999999", "\u0007", "é",
    ];

    private readonly string[] corpus = [.. corpus];

    /// <summary>Some lines of a text, or all of it, with a few changes; now and then as it is.</summary>
    /// <param name="maxLines">How long a part is; 0 takes whole texts.</param>
    public string Next(Random random, int maxLines)
    {
        var text = Part(random, maxLines);
        var mutated = new StringBuilder(text);
        for (var n = random.Next(0, 7); n > 0; n--) Change(mutated, random, maxLines);
        return mutated.ToString();
    }

    /// <summary>A text that has nothing but pieces.</summary>
    public string Generated(Random random, int maxPieces) => string.Concat(Enumerable.Range(0, random.Next(maxPieces)).Select(_ => Piece(random)));

    private string Part(Random random, int maxLines)
    {
        var text = corpus[random.Next(corpus.Length)];
        if (maxLines == 0 || random.Next(50) == 0) return text;
        var lines = text.Split('\n');
        var first = random.Next(lines.Length);
        return string.Join('\n', lines.AsSpan(first, Math.Min(lines.Length - first, random.Next(1, maxLines + 1))));
    }

    private void Change(StringBuilder text, Random random, int maxLines)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(random.Next(8) == 0 ? 400 : 12, text.Length - at) + 1);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Remove(at, length).Insert(at, Piece(random));
                break;
            case 2:
                // Said again elsewhere.
                var again = text.ToString(at, length);
                text.Insert(random.Next(text.Length + 1), again);
                break;
            case 3:
                var other = Part(random, Math.Max(1, maxLines / 4));
                var from = random.Next(other.Length + 1);
                text.Insert(at, other.AsSpan(from, random.Next(Math.Min(200, other.Length - from) + 1)));
                break;
            case 4 when at < text.Length:
                text[at] = (char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(128));
                break;
            case 5:
                var piece = Piece(random);
                for (var n = random.Next(1, 30); n > 0; n--) text.Insert(at, piece);
                break;
            default:
                text.Insert(at, Piece(random));
                break;
        }
    }

    private string Piece(Random random) => pieces.Length > 0 && random.Next(4) > 0 ? pieces[random.Next(pieces.Length)] : Odd[random.Next(Odd.Length)];
}
