namespace Blog.Text;

/// <summary>How sure it is that a stretch of text is a term.</summary>
public enum TermCertainty
{
    /// <summary>It is the term, however it is written.</summary>
    Certain,

    /// <summary>It may be the term: a person has to look.</summary>
    Doubtful,

    /// <summary>A name that is an ordinary word too, written as the ordinary word is: in small letters, or as a date.</summary>
    Ordinary,
}
