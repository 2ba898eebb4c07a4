namespace Blog.Model;

/// <summary>What becomes of the old blog's comment ids, which join a comment to the old page and can carry its exact time.</summary>
public enum OldIdPolicy
{
    /// <summary>All stay.</summary>
    Keep,

    /// <summary>A redacted, withheld or renamed comment, and one whose id carries a time finer than the policy, gets a fresh id.</summary>
    DropWhereRedacted,

    /// <summary>Every comment gets a fresh id.</summary>
    Drop,
}
