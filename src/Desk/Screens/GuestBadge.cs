using Blog.Vault.Guests;

namespace Blog.Desk.Screens;

/// <summary>How a guest's text shows in a list.</summary>
internal static class GuestBadge
{
    /// <summary>The class of its badge.</summary>
    public static string Of(VaultGuest guest, DateOnly today) => guest.State switch
    {
        GuestState.Amending or GuestState.Asked or GuestState.Agreed => "masked",
        GuestState.Published when guest.Ends < today => "held",
        GuestState.Published => "ready",
        GuestState.Withdrawn => "gone",
        _ => throw new InvalidOperationException($"No badge for {guest.State}."),
    };
}
