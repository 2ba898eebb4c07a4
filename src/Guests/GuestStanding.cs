using System.Globalization;
using Blog.Vault.Guests;

namespace Blog.Guests;

/// <summary>How far a guest's text is, in plain words without one of its own.</summary>
public static class GuestStanding
{
    /// <summary>The words, without a stop at their end.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="today">The day by which days are past or to come.</param>
    public static string Of(VaultGuest guest, DateOnly today) => guest.State switch
    {
        GuestState.Amending => "is being amended",
        GuestState.Asked => "its writer was asked",
        GuestState.Agreed => "its writer agreed; not published yet",
        GuestState.Published when guest.Ends < today => string.Create(CultureInfo.InvariantCulture, $"consent ended on {guest.Ends:d MMMM yyyy}: release and build, so that it goes"),
        GuestState.Published when guest.Appears > today => string.Create(CultureInfo.InvariantCulture, $"goes out from {guest.Appears:d MMMM yyyy} on"),
        GuestState.Published => string.Create(CultureInfo.InvariantCulture, $"goes out since {guest.Appears:d MMMM yyyy}{(guest.Ends is { } ends ? $", until {ends:d MMMM yyyy}" : string.Empty)}"),
        GuestState.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException($"No words for {guest.State}."),
    };

    /// <summary>Whether an editor still has something to do with it.</summary>
    public static bool IsOnItsWay(VaultGuest guest) => guest.State is GuestState.Amending or GuestState.Asked or GuestState.Agreed;
}
