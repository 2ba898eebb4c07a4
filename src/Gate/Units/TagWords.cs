using System.Buffers;
using Blog.Pages;

namespace Blog.Gate.Units;

/// <summary>Finds the words of a tag that are the program's own: its name, names of attributes, values that the theme writes by itself.</summary>
internal static class TagWords
{
    private static readonly SearchValues<byte> BetweenAttributes = SearchValues.Create(" \t\r\n/>"u8);
    private static readonly SearchValues<byte> AfterAttribute = SearchValues.Create(" \t\r\n=/>"u8);

    /// <summary>Adds the ranges of one tag, in order.</summary>
    /// <param name="page">The page or feed.</param>
    /// <param name="name">Where the tag's name stands.</param>
    /// <param name="end">After its closing sign.</param>
    /// <param name="ownWords">Takes the ranges; null where nobody wants them.</param>
    public static void Read(ReadOnlySpan<byte> page, Range name, int end, List<(int Start, int End)>? ownWords)
    {
        if (ownWords is null)
        {
            return;
        }

        var (start, length) = name.GetOffsetAndLength(page.Length);
        if (PageWords.IsElement(page.Slice(start, length)))
        {
            ownWords.Add((start, start + length));
        }

        for (var at = start + length; at < end;)
        {
            var gap = page[at..end].IndexOfAnyExcept(BetweenAttributes);
            if (gap < 0)
            {
                return;
            }

            var first = at + gap;
            var rest = page[first..end].IndexOfAny(AfterAttribute);
            at = rest < 0 ? end : first + rest;
            var attribute = page[first..at];
            if (PageWords.IsAttribute(attribute))
            {
                ownWords.Add((first, at));
            }

            if (at + 1 >= end || page[at] != (byte)'=')
            {
                at += attribute.IsEmpty ? 1 : 0;
                continue;
            }

            var quote = page[at + 1];
            if (quote is not ((byte)'"' or (byte)'\''))
            {
                at++; // our writers quote every value: what stands here is searched like anything else
                continue;
            }

            var from = at + 2;
            var close = page[from..end].IndexOf(quote);
            if (close < 0)
            {
                return;
            }

            if (PageWords.IsValue(attribute, page.Slice(from, close)))
            {
                ownWords.Add((from, from + close));
            }

            at = from + close + 1;
        }
    }
}
