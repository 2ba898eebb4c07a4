using System.Buffers;
using System.Globalization;

namespace Blog.Html;

/// <summary>The title of a citation that could not be settled: <c>one of 2: c123 c130</c>, the anchors of all comments that may have been meant.</summary>
internal static class CitationChoice
{
    private const string Opening = "one of ";
    private const int MaxChoices = 20;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Reads the anchors; false where the title is anything else.</summary>
    public static bool TryRead(string? title, out IReadOnlyList<string> anchors)
    {
        anchors = [];
        if (title is null || !title.StartsWith(Opening, StringComparison.Ordinal))
        {
            return false;
        }

        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || !int.TryParse(title.AsSpan(Opening.Length, colon - Opening.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var found = title[(colon + 2)..].Split(' ');
        if (count is < 2 or > MaxChoices || found.Length != count || !found.All(IsAnchor))
        {
            return false;
        }

        anchors = found;
        return true;
    }

    // As Model.CommentId, which this folder cannot name: "c" and [a-z0-9-]{1,40}.
    private static bool IsAnchor(string text) =>
        text.Length is > 1 and <= 41 && text[0] == 'c' && !text.AsSpan(1).ContainsAnyExcept(IdCharacters);
}
