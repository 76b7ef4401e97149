using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Review;

/// <summary>Words of the site, and the language that the site says each part of them is in.</summary>
/// <param name="Languages">In order, the first at 0; empty when there are no words.</param>
public sealed record Quote(string Text, ImmutableArray<LanguageStart> Languages)
{
    /// <summary>Words in one language.</summary>
    public static Quote In(string language, string text) => new(text, text.Length == 0 ? [] : [new(0, language)]);

    /// <summary>The language of the first words.</summary>
    public string Language => Languages.IsEmpty ? "" : Languages[0].Language;

    /// <summary>The parts of [start, start + length), each in one language.</summary>
    public IEnumerable<(string Text, string Language)> Parts(int start, int length)
    {
        var end = start + length;
        for (var i = 0; i < Languages.Length; i++)
        {
            var from = Math.Max(start, Languages[i].Start);
            var to = Math.Min(end, i + 1 < Languages.Length ? Languages[i + 1].Start : Text.Length);
            if (from < to) yield return (Text[from..to], Languages[i].Language);
        }
    }
}

/// <param name="Start">UTF-16 code units before the words.</param>
/// <param name="Language">"zh-Hans", up to the next start; empty when the site does not say it.</param>
public readonly record struct LanguageStart(int Start, string Language);

/// <summary>Puts words together as a reader sees them, blanks and line breaks as one blank.</summary>
internal sealed class QuoteBuilder
{
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<LanguageStart>.Builder languages = ImmutableArray.CreateBuilder<LanguageStart>();
    private string between = "";

    public void Append(string words, string language)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c))
            {
                if (between.Length == 0) between = " ";
                continue;
            }
            if (text.Length > 0) text.Append(between);
            between = "";
            if (languages.Count == 0 || languages[^1].Language != language) languages.Add(new(text.Length, language));
            text.Append(c);
        }
    }

    /// <summary>What follows stands apart from what is there, when both are words.</summary>
    public void Part(string separator) => between = separator;

    /// <summary>All of it; the next words begin a new one.</summary>
    public Quote Close()
    {
        var quote = new Quote(text.ToString(), languages.DrainToImmutable());
        text.Clear();
        between = "";
        return quote;
    }
}
