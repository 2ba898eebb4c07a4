namespace Blog.Model;

/// <summary>What becomes of commenters' names at release.</summary>
public enum CommenterPolicy
{
    /// <summary>Names stay.</summary>
    Keep,

    /// <summary>A pseudonym that is the same within a thread and fresh in the next.</summary>
    PseudonymPerThread,

    /// <summary>A pseudonym that is the same over the whole site.</summary>
    PseudonymPerSite,

    /// <summary>No names at all.</summary>
    Anonymous,
}
