using System.Collections.Immutable;

namespace StaticSite.Citations;

/// <summary>How deep a named place lies: an annex holds chapters and sections, those hold the rest.</summary>
internal enum PlaceLevel { Annex, Chapter, Section, Leaf }

/// <summary>How a place is joined to the one before it.</summary>
internal enum PlaceJoin
{
    /// <summary>By a comma or by nothing: "附件一，第 4 段" is paragraph 4 of annex I.</summary>
    Nested,

    /// <summary>By "and": "第三节和第 12 段" are two places side by side.</summary>
    Beside,
}

/// <summary>Builds the pinpoints of one citation from the places in the order of the text.</summary>
internal sealed class PlaceList
{
    private List<Pinpoint> done = [];
    private PlaceLevel last;
    private (int Count, Pinpoint? Replaced, PlaceLevel Last) before;

    /// <summary>Takes the last <see cref="Add"/> back; only once.</summary>
    public void Undo()
    {
        done.RemoveRange(before.Count, done.Count - before.Count);
        if (before.Replaced is not null) done.Add(before.Replaced);
        last = before.Last;
    }

    public bool IsEmpty => done.Count == 0;

    /// <summary>Adds one element, which may be a list or range: "第 10 和 11 段" are two places of the level of leaves.</summary>
    /// <param name="places">Given away: nobody changes it any more.</param>
    public void Add(PlaceLevel level, PlaceJoin join, List<Pinpoint> places)
    {
        Pinpoint? outer = null;
        before = (done.Count, null, last);
        if (done.Count == 0)
        {
            (done, last) = (places, level);
            return;
        }
        if (done.Count > 0)
        {
            var previous = done[^1];
            if (level > last && join == PlaceJoin.Nested)
            {
                outer = previous;
                done.RemoveAt(done.Count - 1);
                before = (done.Count, previous, last);
            }
            else
            {
                outer = Above(previous, level < last ? level : last) with { Span = default };
            }
        }
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            if (outer is not null)
            {
                // The members of a range share one span.
                var start = outer.Span.Length > 0 && place.Span == places[0].Span ? outer.Span.Start : place.Span.Start;
                place = place with
                {
                    Span = new(start, place.Span.End - start),
                    Annex = place.Annex ?? outer.Annex,
                    Chapter = place.Chapter ?? outer.Chapter,
                    Section = place.Section ?? outer.Section,
                };
            }
            done.Add(place);
        }
        last = level;
    }

    /// <summary>Puts all places inside outer ones that the text names later: "paragraph 4 of section I".</summary>
    public void Enclose(PlaceList outer)
    {
        if (outer.done.Count == 0) return;
        var around = outer.done[^1];
        for (var i = 0; i < done.Count; i++)
            done[i] = done[i] with
            {
                Annex = done[i].Annex ?? around.Annex,
                Chapter = done[i].Chapter ?? around.Chapter,
                Section = done[i].Section ?? around.Section,
            };
        last = PlaceLevel.Leaf;
    }

    public ImmutableArray<Pinpoint> ToPinpoints() => [.. done];

    // What lies around the places of a level.
    private static Pinpoint Above(Pinpoint place, PlaceLevel level) => new()
    {
        Span = place.Span,
        Annex = level > PlaceLevel.Annex ? place.Annex : null,
        Chapter = level > PlaceLevel.Chapter ? place.Chapter : null,
        Section = level > PlaceLevel.Section ? place.Section : null,
    };
}
