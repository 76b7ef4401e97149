namespace StaticSite.Records;

/// <summary>What a stretch of a provision is.</summary>
public enum ProvisionPartKind
{
    /// <summary>Running text of the provision itself.</summary>
    Text,

    /// <summary>A sub-item, "(a) …".</summary>
    Item,

    /// <summary>An unnumbered block inside a clause, as the definition in clause 8 of 64/259.</summary>
    Block,
}

/// <summary>One stretch of the text of a provision.</summary>
/// <param name="Id">"34" (text), "34(a)", "34(a)(ii)" (items), "8.1" (blocks).</param>
/// <param name="Start">0-based offset of its first code unit in the text of the provision; an item starts at its label.</param>
/// <param name="Paragraph">0-based index of the paragraph it stands in; several parts may share one (inline items).</param>
/// <param name="Depth">0 text and blocks, 1 for (a), 2 for (i).</param>
public sealed record ProvisionPart(string Id, ProvisionPartKind Kind, int Start, int Length, int Paragraph, int Depth);
