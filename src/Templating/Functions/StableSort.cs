namespace StaticSite.Templating.Functions;

/// <summary>Sorts by merging: what is equal keeps its order. Unlike Array.Sort it lets the exceptions of a comparison through, and ends whatever the
/// comparison says.</summary>
internal static class StableSort
{
    /// <returns>The places 0 … count - 1 in their new order.</returns>
    public static int[] Order(int count, Comparison<int> compare)
    {
        var (from, to) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++) from[i] = i;
        for (var width = 1; width < count; width *= 2)
        {
            for (var start = 0; start < count; start += 2 * width)
                Merge(from, to, start, Math.Min(start + width, count), Math.Min(start + 2 * width, count), compare);
            (from, to) = (to, from);
        }
        return from;
    }

    private static void Merge(int[] from, int[] to, int start, int middle, int end, Comparison<int> compare)
    {
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            var takesLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
            to[at] = takesLeft ? from[left++] : from[right++];
        }
    }
}
