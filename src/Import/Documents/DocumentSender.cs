namespace Blog.Import.Documents;

/// <summary>Who sent a mail, as the mail says it: not verified, and never part of a text or message.</summary>
/// <param name="Name">The display name; null where the mail gives none.</param>
/// <param name="Address">The address; null where the mail gives none.</param>
public sealed record DocumentSender(string? Name, string? Address)
{
    /// <summary>Nothing of it: a sender must not reach a message by accident.</summary>
    public override string ToString() => nameof(DocumentSender);
}
