namespace Blog.Requests;

/// <summary>Whether a text is withheld before anything else is done about a request.</summary>
public enum WithholdRule
{
    /// <summary>At once, before anything is looked into.</summary>
    First,

    /// <summary>Where it names or points to somebody.</summary>
    Offer,

    /// <summary>Not by itself.</summary>
    No,
}
