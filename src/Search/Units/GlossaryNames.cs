using Blog.Model;

namespace Blog.Search.Units;

/// <summary>What the abbreviations of a blog's glossary stand for, as they are searched for: the name without the explanation behind it.</summary>
public static class GlossaryNames
{
    private static readonly char[] Ends = [',', ';', ':', '('];

    /// <summary>Of <c>PK: "Principal keeper, in charge of a station."</c> it gives <c>Principal keeper</c>; an entry with nothing before its first sign is left out.</summary>
    /// <param name="glossary">Abbreviations and meanings of <c>site.yml</c>.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, GlossaryEntry> glossary) => glossary
        .Select(entry => (entry.Key, Name: NameOf(entry.Value.Means)))
        .Where(entry => entry.Name.Length > 0)
        .ToDictionary(entry => entry.Key, entry => entry.Name, StringComparer.Ordinal);

    private static string NameOf(string meaning)
    {
        var end = meaning.IndexOfAny(Ends);
        return (end < 0 ? meaning : meaning[..end]).Trim().TrimEnd('.');
    }
}
