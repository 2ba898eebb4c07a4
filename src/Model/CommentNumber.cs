using System.Globalization;

namespace Blog.Model;

/// <summary>
/// The number readers see beside a comment: <c>6</c> for a top-level comment, <c>6.4</c> for the fourth reply anywhere under it.
/// </summary>
/// <remarks>
/// Two levels, as the old blogs showed them, however deep the replies nest: a number stays short enough to be cited, and a new
/// reply takes the next free one without renumbering anything ("in reply to 6.1" names the parent).
/// </remarks>
/// <param name="Top">Number of the top-level comment, from 1.</param>
/// <param name="Reply">Number of the reply under it, from 1; 0 for the top-level comment itself.</param>
public readonly record struct CommentNumber(int Top, int Reply) : IComparable<CommentNumber>
{
    /// <summary>Greatest value of either part; a limit against hostile input, far above any real thread.</summary>
    public const int MaxPart = 9_999_999;

    /// <summary>Whether this is a top-level comment's number.</summary>
    public bool IsTop => Reply == 0;

    /// <summary>Reads <c>6</c> or <c>6.4</c>: no sign, no leading zero, no blank.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CommentNumber number)
    {
        number = default;
        var dot = text.IndexOf('.');
        if (dot < 0)
        {
            if (!TryPart(text, out var only))
            {
                return false;
            }

            number = new CommentNumber(only, 0);
            return true;
        }

        if (!TryPart(text[..dot], out var top) || !TryPart(text[(dot + 1)..], out var reply))
        {
            return false;
        }

        number = new CommentNumber(top, reply);
        return true;
    }

    /// <summary>Orders by top-level number, then by reply number; a comment comes before its replies.</summary>
    public int CompareTo(CommentNumber other) => Top != other.Top ? Top.CompareTo(other.Top) : Reply.CompareTo(other.Reply);

    /// <inheritdoc/>
    public override string ToString() => IsTop
        ? Top.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Top}.{Reply}");

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(CommentNumber left, CommentNumber right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(CommentNumber left, CommentNumber right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(CommentNumber left, CommentNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(CommentNumber left, CommentNumber right) => left.CompareTo(right) >= 0;

    private static bool TryPart(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 7 || text[0] is < '1' or > '9')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
