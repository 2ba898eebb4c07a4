using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Cuts the opening words of a text, which a result shows until its page is fetched.</summary>
internal static class Excerpts
{
    private const char More = '…';

    /// <summary>At most <see cref="IndexFormat.ExcerptLength"/> characters, line ends as spaces, cut between words and never within a mark.</summary>
    public static string Of(string text)
    {
        if (text.Length <= IndexFormat.ExcerptLength)
        {
            return text.Replace('\n', ' ');
        }

        var cut = text.LastIndexOfAny([' ', '\n'], IndexFormat.ExcerptLength);
        if (cut <= 0)
        {
            cut = char.IsHighSurrogate(text[IndexFormat.ExcerptLength - 1]) ? IndexFormat.ExcerptLength - 1 : IndexFormat.ExcerptLength;
        }

        var open = text.LastIndexOf(UnitText.MarkStart, cut - 1);
        if (open >= 0 && text.IndexOf(UnitText.MarkEnd, open) >= cut)
        {
            cut = open;
        }

        return text[..cut].TrimEnd().Replace('\n', ' ') + More;
    }
}
