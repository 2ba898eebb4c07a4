namespace Blog.Text;

/// <summary>In which letter case a term counts as found.</summary>
public enum LetterCase
{
    /// <summary>In any.</summary>
    Any,

    /// <summary>With a capital at its start: a name that is also an ordinary word.</summary>
    Capitalised,

    /// <summary>In capitals throughout, a plural's s aside: initials and acronyms.</summary>
    Capitals,
}
