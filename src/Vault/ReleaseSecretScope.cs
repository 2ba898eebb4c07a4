namespace Blog.Vault;

/// <summary>Where something that was taken out must not stand.</summary>
public enum ReleaseSecretScope
{
    /// <summary>In one post or comment.</summary>
    Unit,

    /// <summary>In a post and all its comments.</summary>
    Thread,

    /// <summary>Not in one post or comment: there somebody decided that the words of the decision stay. Has no words of its own.</summary>
    HeldOff,

    /// <summary>Anywhere: an id of the old blog, which leads back to the text as it was.</summary>
    Id,
}
