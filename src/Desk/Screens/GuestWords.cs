using System.Globalization;
using Blog.Vault.Guests;

namespace Blog.Desk.Screens;

/// <summary>How far a guest's text is, in plain words.</summary>
internal static class GuestWords
{
    /// <summary>One sentence without a word of the text.</summary>
    public static string Of(VaultGuest guest, DateOnly today) => guest.State switch
    {
        GuestState.Amending => "is being amended",
        GuestState.Asked => "its writer was asked",
        GuestState.Agreed => "its writer agreed; not published yet",
        GuestState.Published when guest.Ends < today => string.Create(CultureInfo.InvariantCulture, $"consent ended on {guest.Ends:d MMMM yyyy}: publish again, so that it goes"),
        GuestState.Published when guest.Appears > today => string.Create(CultureInfo.InvariantCulture, $"goes out from {guest.Appears:d MMMM yyyy} on"),
        GuestState.Published => string.Create(CultureInfo.InvariantCulture, $"goes out since {guest.Appears:d MMMM yyyy}{(guest.Ends is { } ends ? $", until {ends:d MMMM yyyy}" : string.Empty)}"),
        GuestState.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException($"No words for {guest.State}."),
    };

    /// <summary>The class of its badge.</summary>
    public static string Badge(VaultGuest guest, DateOnly today) => guest.State switch
    {
        GuestState.Amending or GuestState.Asked or GuestState.Agreed => "masked",
        GuestState.Published when guest.Ends < today => "held",
        GuestState.Published => "ready",
        GuestState.Withdrawn => "gone",
        _ => throw new InvalidOperationException($"No badge for {guest.State}."),
    };
}
