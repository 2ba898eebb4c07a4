using System.Collections.Frozen;

namespace Blog.Html;

/// <summary>The elements and attributes that <see cref="HtmlSanitizer"/> writes, from <c>AllowedMarkup.table.txt</c>.</summary>
internal static class AllowedMarkup
{
    private static readonly FrozenDictionary<string, string[]> Kept = Elements("keep", "void").ToFrozenDictionary(words => words[0], words => words[1..]);
    private static readonly FrozenSet<string> Void = Elements("void").Select(words => words[0]).ToFrozenSet();
    private static readonly FrozenSet<string> Dropped = Elements("drop").SelectMany(words => words).ToFrozenSet();

    /// <summary>The attributes an element may have; false where the element itself is not written.</summary>
    public static bool TryGetAttributes(string element, out string[] attributes) => Kept.TryGetValue(element, out attributes!);

    /// <summary>Whether an element has no content and no end tag.</summary>
    public static bool IsVoid(string element) => Void.Contains(element);

    /// <summary>Whether an element goes with its content.</summary>
    public static bool IsDropped(string element) => Dropped.Contains(element);

    private static IEnumerable<string[]> Elements(params string[] kinds) =>
        TableFile.Lines("AllowedMarkup").Select(line => line.Split(' ')).Where(words => kinds.Contains(words[0])).Select(words => words[1..]);
}
