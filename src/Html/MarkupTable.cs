using System.Collections.Frozen;

namespace Blog.Html;

/// <summary>The roles of elements, from <c>MarkupTable.table.txt</c>.</summary>
internal static class MarkupTable
{
    private static readonly FrozenDictionary<string, MarkupRole> Roles = Read();

    /// <summary>The role of an element of the HTML namespace.</summary>
    /// <param name="name">Its local name as the parser has it: lower case.</param>
    public static MarkupRole Role(string name)
    {
        if (Roles.TryGetValue(name, out var role))
        {
            return role;
        }
        // Word's own elements: "o:p" and smart tags ("st1:place") hold text, the others settings.
        var prefix = name.IndexOf(':', StringComparison.Ordinal);
        return prefix > 0 && name != "o:p" && name[..prefix] is "o" or "w" or "v" or "m" ? MarkupRole.DropWord : MarkupRole.Unwrap;
    }

    /// <summary>Whether an element is word processor clutter by its name.</summary>
    public static bool IsWordName(string name) => name.Contains(':', StringComparison.Ordinal);

    private static FrozenDictionary<string, MarkupRole> Read()
    {
        var roles = new Dictionary<string, MarkupRole>();
        foreach (var line in TableFile.Lines("MarkupTable"))
        {
            var words = line.Split(' ');
            var role = Enum.Parse<MarkupRole>(words[0].Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
            foreach (var name in words.AsSpan(1))
            {
                roles.Add(name, role);
            }
        }
        return roles.ToFrozenDictionary();
    }
}
