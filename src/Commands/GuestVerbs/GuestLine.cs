using System.Globalization;
using Blog.Guests;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary>A guest's text in one line, without a word of it.</summary>
internal static class GuestLine
{
    public static string Of(VaultGuest guest, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{guest.Handle.Hex[..VaultHandle.ShownDigits]}  {guest.Received:yyyy-MM-dd}  {GuestStanding.Of(guest, today)}");
}
