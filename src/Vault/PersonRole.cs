namespace Blog.Vault;

/// <summary>What a pen name stands for in a store.</summary>
public enum PersonRole
{
    /// <summary>May do everything.</summary>
    Editor,

    /// <summary>May read and decide.</summary>
    Moderator,
}
