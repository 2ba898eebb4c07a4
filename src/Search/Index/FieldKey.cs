using System.Text;
using Blog.Search.Analysis;

namespace Blog.Search.Index;

/// <summary>Keys of the dictionary: a letter for the field, then the term.</summary>
public static class FieldKey
{
    /// <summary>Words of the writer's name, analysed; a set of units.</summary>
    public const char Author = 'a';

    /// <summary>Capital forms of the text; scored.</summary>
    public const char Capitals = 'c';

    /// <summary>Names of threads' pages; a set of units.</summary>
    public const char Thread = 'i';

    /// <summary><c>post</c> and <c>comment</c>; a set of units.</summary>
    public const char Kind = 'k';

    /// <summary>Labels of threads; a set of units.</summary>
    public const char Label = 'l';

    /// <summary>Titles of series; a set of units.</summary>
    public const char Series = 's';

    /// <summary>Terms of text and title; scored.</summary>
    public const char Text = 't';

    /// <summary>The key of a term, UTF-8.</summary>
    public static byte[] Of(char field, string term) => Encoding.UTF8.GetBytes(field + term);

    /// <summary>A label, series or page name as it is compared: small letters, one space for each run of spaces, hyphens and underscores.</summary>
    public static string Fold(string value)
    {
        var folded = new StringBuilder(value.Length);
        foreach (var c in EnglishAnalyzer.Normalize(value))
        {
            var isGap = c is '-' or '_' || char.IsWhiteSpace(c);
            if (!isGap)
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
