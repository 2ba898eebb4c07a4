using Blog.Vault.Guests;

namespace Blog.Guests;

/// <summary>A guest's text with its sealed draft.</summary>
/// <param name="Row">What is known of it while the sealed part is locked.</param>
/// <param name="Draft">Its words.</param>
public sealed record GuestView(VaultGuest Row, GuestDraft Draft)
{
    /// <summary>Names it where people read, without a word of it.</summary>
    public override string ToString() => Row.Handle.Hex[..Vault.VaultHandle.ShownDigits];
}
