namespace Blog.Vault.Guests;

/// <summary>A guest's text as it is known while the sealed part is locked: without a word of it.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Received">Day on which it was taken in (UTC).</param>
/// <param name="State">How far it came.</param>
public sealed record VaultGuest(VaultHandle Handle, DateOnly Received, GuestState State)
{
    /// <summary>First day on which it may stand; null before it is published.</summary>
    public DateOnly? Appears { get; init; }

    /// <summary>Last day on which it may stand; null where its writer set no end.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Row of its post; null before it is published.</summary>
    public long? PostRow { get; init; }

    /// <summary>Lower-case hex SHA-256 of the text that its writer agreed to; null before it is published.</summary>
    public string? Agreed { get; init; }

    /// <summary><c>whole</c> or <c>extracts</c>; null before it is published.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether its writer wants no comments under it.</summary>
    public bool AreCommentsClosed { get; init; }
}
