using System.Collections.Frozen;
using Blog.Redact.Gazetteers;
using Blog.Text;

namespace Blog.Redact;

/// <summary>The allow-list of names that everybody may know: holders of public office, and the names that the blog adds in <c>site.yml</c>.</summary>
/// <remarks>
/// A name frees exactly itself. "May" does not free "Theresa May", because a longer name at that place is another name, and "Theresa May"
/// does not free "May". An honorific makes another name of a single word ("Mr Green" may be anybody), not of two or more. Nothing here
/// binds a decision: a public name can still be redacted.
/// </remarks>
public sealed class PublicNames
{
    private readonly FrozenSet<string> _names;

    private PublicNames(FrozenSet<string> names) => _names = names;

    /// <summary>The names that are built into the program: see <c>public-office-holders.table.txt</c>.</summary>
    public static PublicNames BuiltIn { get; } = new(ReadTable().Select(Fold).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>No name at all.</summary>
    public static PublicNames None { get; } = new(FrozenSet<string>.Empty);

    /// <summary>These names and more, such as <c>SiteSettings.PublicNames</c>.</summary>
    public PublicNames With(IEnumerable<string> names) => new(_names.Concat(names.Select(Fold).Where(name => name.Length > 0)).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether exactly this name is public, whatever its letter case, accents, stops and hyphens.</summary>
    public bool Contains(string name) => _names.Contains(Fold(name));

    /// <summary>Whether a name at a place in a text is public.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The whole name there, honorific left out.</param>
    /// <param name="withTitle">The same with its honorific, or the name itself where it has none.</param>
    internal bool Frees(string text, TextRange name, TextRange withTitle)
    {
        if (Contains(withTitle.Of(text)))
        {
            return true;
        }

        return withTitle != name && WordSplitter.Split(name.Of(text)).Count > 1 && Contains(name.Of(text));
    }

    /// <summary>As names are compared, with one kind of apostrophe and blanks for hyphens and stops.</summary>
    private static string Fold(string name) => NameFolding.Fold(string.Join(' ', WordSplitter.Split(name))).Replace('\u2019', '\'');

    private static IEnumerable<string> ReadTable()
    {
        foreach (var row in GazetteerFile.Rows("public-office-holders"))
        {
            foreach (var form in row[0].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return form;
            }
        }
    }
}
