namespace Blog.Vault;

/// <summary>What became of an entry that was taken in.</summary>
internal enum TakenAs
{
    /// <summary>It was not in the store.</summary>
    New,

    /// <summary>Its source had changed it.</summary>
    Updated,

    /// <summary>It was there already.</summary>
    Unchanged,

    /// <summary>The same id came earlier in this import; the first one stands.</summary>
    Repeated,

    /// <summary>Its words were erased here, and stay so.</summary>
    Erased,

    /// <summary>Its source had changed it, and it stays as it is here, since somebody has decided on it.</summary>
    Kept,
}
