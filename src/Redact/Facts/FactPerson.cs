namespace Blog.Redact.Facts;

/// <summary>Of whom a text speaks, seen from its own words.</summary>
public enum FactPerson
{
    /// <summary>The one who writes ("I").</summary>
    Writer,

    /// <summary>The one who is written to ("you").</summary>
    Addressee,

    /// <summary>The writer of the post or of a letter in it, named by part ("OP", "our guest blogger", "the PSO").</summary>
    PostWriter,

    /// <summary>A relative, colleague or superior of somebody ("my father", "the PSO's dad", "my manager").</summary>
    RelatedTo,

    /// <summary>Somebody else ("he", "the man who").</summary>
    Other,
}
