using System.Globalization;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary>A guest's text in one line, without a word of it.</summary>
internal static class GuestLine
{
    public static string Of(VaultGuest guest, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{guest.Handle.Hex[..VaultHandle.ShownDigits]}  {guest.Received:yyyy-MM-dd}  {State(guest, today)}");

    private static string State(VaultGuest guest, DateOnly today) => guest.State switch
    {
        GuestState.Amending => "being amended",
        GuestState.Asked => "its writer was asked",
        GuestState.Agreed => "its writer agreed; not published",
        GuestState.Published when guest.Ends < today => string.Create(CultureInfo.InvariantCulture, $"consent ended on {guest.Ends:yyyy-MM-dd}: release and build take it away"),
        GuestState.Published when guest.Appears > today => string.Create(CultureInfo.InvariantCulture, $"appears on {guest.Appears:yyyy-MM-dd}"),
        GuestState.Published => string.Create(CultureInfo.InvariantCulture, $"stands since {guest.Appears:yyyy-MM-dd}{(guest.Ends is { } ends ? $", until {ends:yyyy-MM-dd}" : string.Empty)}"),
        GuestState.Withdrawn => "withdrawn",
        _ => throw new InvalidOperationException($"No words for {guest.State}."),
    };
}
