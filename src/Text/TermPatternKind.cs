namespace Blog.Text;

/// <summary>How a pattern was made of its term.</summary>
internal enum TermPatternKind
{
    /// <summary>The term's own letters.</summary>
    Own,

    /// <summary>Another writing of the same: last name first, "dot" and "at" spelled, digits without what leads them, letters spoilt by a wrong code page.</summary>
    Respelled,

    /// <summary>Something that is the term only perhaps: reversed, the first half of an e-mail address.</summary>
    Hint,
}
