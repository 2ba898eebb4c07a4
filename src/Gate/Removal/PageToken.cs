using Blog.Gate.Bytes;
using Blog.Html;

namespace Blog.Gate.Removal;

/// <summary>One token of a page by its place, so that a page can be cut along its tags.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Offset at which it begins.</param>
/// <param name="To">Offset after it; of a script also after its text.</param>
/// <param name="Name">Name of a tag.</param>
/// <param name="IsVoid">Whether a tag of this name has no end tag.</param>
/// <param name="Unit">Value of <c>data-unit</c>; null where there is none.</param>
/// <param name="Classes">Value of <c>class</c>.</param>
internal readonly record struct PageToken(PageTokenKind Kind, int From, int To, string Name, bool IsVoid, string? Unit, string Classes)
{
    /// <summary>Whether it is the start of a script, its text included.</summary>
    public bool IsScript => Kind == PageTokenKind.Start && Name == "script";

    /// <summary>Whether a start tag has a class.</summary>
    public bool Has(string name) => Classes.Split(' ').Contains(name, StringComparer.Ordinal);

    /// <summary>All tokens of a page.</summary>
    /// <exception cref="InvalidDataException">It is none of the theme's.</exception>
    public static IReadOnlyList<PageToken> Of(ReadOnlySpan<byte> page)
    {
        var list = new List<PageToken>();
        var tokens = new PageTokens(page);
        while (tokens.MoveNext())
        {
            if (list.Count > 0)
            {
                list[^1] = list[^1] with { To = tokens.Start };
            }

            var isStart = tokens.Kind == PageTokenKind.Start;
            var unit = isStart ? PageTokens.Decode(tokens.Attributes.Find("data-unit"u8)) : string.Empty;
            list.Add(new PageToken(
                tokens.Kind,
                tokens.Start,
                page.Length,
                System.Text.Encoding.ASCII.GetString(tokens.Name),
                ElementTable.IsVoid(tokens.Name),
                unit.Length == 0 ? null : unit,
                isStart ? PageTokens.Decode(tokens.Attributes.Find("class"u8)) : string.Empty));
        }

        return tokens.Trouble is { } trouble ? throw new InvalidDataException(trouble) : list;
    }

    /// <summary>Index of the end tag that closes a start tag; the start itself where it is void.</summary>
    public static int CloseOf(IReadOnlyList<PageToken> tokens, int start)
    {
        if (tokens[start].IsVoid)
        {
            return start;
        }

        var depth = 0;
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].Name == tokens[start].Name && tokens[i].Kind != PageTokenKind.Text)
            {
                depth += tokens[i].Kind == PageTokenKind.Start ? 1 : -1;
                if (depth == 0)
                {
                    return i;
                }
            }
        }

        throw new InvalidDataException($"An element <{tokens[start].Name}> is not closed.");
    }
}
