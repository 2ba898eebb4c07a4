namespace Blog.Vault;

/// <summary>Where something that was taken out must not stand.</summary>
public enum ReleaseSecretScope
{
    /// <summary>In one post or comment.</summary>
    Unit,

    /// <summary>In a post and all its comments.</summary>
    Thread,

    /// <summary>Anywhere: an id of the old blog, which leads back to the text as it was.</summary>
    Id,
}
