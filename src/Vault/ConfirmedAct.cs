namespace Blog.Vault;

/// <summary>What a second person may have to confirm.</summary>
public enum ConfirmedAct
{
    /// <summary>Erasing texts for good.</summary>
    Erasure,

    /// <summary>Publishing a guest's text.</summary>
    GuestPost,
}
