namespace Blog.Search.Index;

/// <summary>What the texts hold of a term in units that have it in their titles: for each its frequency in the text plus 1, and the class of the text.</summary>
/// <remarks>
/// A word in the title is the best hit there is, and its text's part of the score lies anywhere in the text's list. With it beside the titles, the best hits of most words are
/// known from the dictionary alone.
/// </remarks>
internal static class TitleTexts
{
    /// <summary>Writes them.</summary>
    /// <param name="bits">An empty writer.</param>
    /// <param name="head">The units, in the order of the first piece of the titles' list.</param>
    /// <param name="units">Units of the text's list, ascending.</param>
    /// <param name="frequencies">The term's frequency in each.</param>
    /// <param name="classOf">Class of a unit's text.</param>
    /// <param name="classBits">Bits that a class takes.</param>
    public static byte[] Write(BitWriter bits, ReadOnlySpan<int> head, int[] units, int[] frequencies, Func<int, int> classOf, int classBits)
    {
        foreach (var unit in head)
        {
            var place = Array.BinarySearch(units, unit);
            bits.Gamma(place < 0 ? 1 : frequencies[place] + 1);
            bits.Bits((uint)classOf(unit), classBits);
        }

        return bits.Take();
    }
}
