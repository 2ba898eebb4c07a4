namespace Blog.Jose;

/// <summary>What a key is for. One key never does both: what is learnt by having it sign would tell of what it opens.</summary>
public enum KeyUse
{
    /// <summary>Others encrypt to it.</summary>
    Encryption,

    /// <summary>It signs.</summary>
    Signature,
}
