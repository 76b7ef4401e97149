namespace StaticSite.Text;

/// <summary>What a figure is a figure of.</summary>
public enum FigureKind
{
    /// <summary>A number, a year, an ordinal, a fraction.</summary>
    Number,

    /// <summary>39 for 39 per cent.</summary>
    Percent,

    /// <summary>yyyymmdd with zeros for what is not said: 20130215, 20090700 for July 2009, 900 for September.</summary>
    Date,
}

/// <summary>How a figure is written, and so how much its absence in another language says.</summary>
public enum FigureForm
{
    /// <summary>In digits: every language states it, as often as the others.</summary>
    Digits,

    /// <summary>In words, two or more: every language states it, though a pronoun may stand for it the second time.</summary>
    Words,

    /// <summary>Words that may state a number and need not: "one", 一, "biennium", "both", 一半. They answer a figure and ask for none.</summary>
    Hint,
}

/// <summary>The number itself.</summary>
public sealed record FigureValue(FigureKind Kind, decimal Value);

/// <summary>A figure in a text.</summary>
/// <param name="Start">0-based offset of its first UTF-16 code unit.</param>
/// <param name="Length">Percent sign and scale ("million") included, nothing else.</param>
public sealed record Figure(int Start, int Length, FigureForm Form, FigureValue Value)
{
    /// <summary>What it may mean besides, because a word behind the next figure may belong to it too: the 5 of "5 to 10 per cent".</summary>
    public FigureValue? Or { get; init; }

    /// <summary>The first code unit after the figure.</summary>
    public int End => Start + Length;
}
