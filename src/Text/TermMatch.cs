namespace Blog.Text;

/// <summary>Where a term stands in a text.</summary>
/// <param name="Term">The term's index in the list that was given to <see cref="TermMatcher.Of"/>.</param>
/// <param name="Start">UTF-16 offset in the source.</param>
/// <param name="Length">Length in the source, in UTF-16 units.</param>
public readonly record struct TermMatch(int Term, int Start, int Length) : IComparable<TermMatch>
{
    /// <summary>Orders by start, then longest first, then term.</summary>
    public int CompareTo(TermMatch other)
    {
        var order = Start.CompareTo(other.Start);
        order = order != 0 ? order : other.Length.CompareTo(Length);
        return order != 0 ? order : Term.CompareTo(other.Term);
    }

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(TermMatch left, TermMatch right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(TermMatch left, TermMatch right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(TermMatch left, TermMatch right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(TermMatch left, TermMatch right) => left.CompareTo(right) >= 0;
}
