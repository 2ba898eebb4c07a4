using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Requests;

/// <summary>What must leave, appear or be answered, and by when: guests' texts, requests, keys, packets, second words. Needs no passphrase.</summary>
public static class DueList
{
    /// <summary>Days ahead that are looked at for what ends.</summary>
    public const int Ahead = 30;

    /// <summary>Everything that is due within <see cref="Ahead"/> days or overdue, the earliest first.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="stands">Whether a post, by its row, stands among the released files; asked for guests' posts alone.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<DueItem> Of(VaultStore store, Func<long, bool> stands, TimeProvider time)
    {
        var now = UkTime.Local(time.GetUtcNow());
        var today = DateOnly.FromDateTime(now);
        var due = new List<DueItem>();
        foreach (var guest in store.Guests.List())
        {
            due.AddRange(OfGuest(guest, today, guest.PostRow is { } post && stands(post)));
        }

        foreach (var request in new RequestBook(store, time).Queue().Where(request => request.IsOpen))
        {
            due.AddRange(request.Clocks.Where(clock => clock.State is ClockState.Overdue or ClockState.Running).Select(clock => new DueItem(
                DateOnly.FromDateTime(clock.End), clock.State == ClockState.Overdue, $"Request {Short(request.Row.Handle)}, {request.Kind.Title}: {clock.Rule.Words}, {clock.By}.", $"takedown request show {Short(request.Row.Handle)}")));
        }

        due.AddRange(store.Keys.List().Where(key => key.IsOwn && key.EndsSoon(today)).Select(key => new DueItem(
            key.Card.NotAfter, key.Card.NotAfter < today, $"The key {key.Card.Name} ends on {key.Card.NotAfter:yyyy-MM-dd}: after that nothing can be encrypted to it.", "keys rotate")));
        due.AddRange(store.Packets.List().Where(packet => packet.Expires >= today && packet.Expires <= today.AddDays(Ahead)).Select(packet => new DueItem(
            packet.Expires, false, $"A packet for {packet.To.Card.Name} can be returned until {packet.Expires:yyyy-MM-dd}.", "moderate packets")));
        due.AddRange(store.Confirmations.List().Where(each => each.ConfirmedBy is null).Select(each => new DueItem(
            DateOnly.FromDateTime(UkTime.Local(each.Asked + Confirmations.Lifetime)), false, $"{Short(each.Handle)} waits for a second person.", $"vault confirm {Short(each.Handle)}")));
        return [.. due.OrderBy(item => item.Day).ThenBy(item => item.What, StringComparer.Ordinal)];
    }

    private static IEnumerable<DueItem> OfGuest(VaultGuest guest, DateOnly today, bool stands)
    {
        const string how = "release --due, then build and publish";
        var name = Short(guest.Handle);
        if (guest.State == GuestState.Withdrawn && stands)
        {
            yield return new DueItem(today, true, $"Guest's text {name} was taken back by its writer and still stands.", how);
        }

        if (guest.State != GuestState.Published)
        {
            yield break;
        }

        var hasEnded = guest.Ends < today;
        if (guest.Appears is { } appears && !stands && !hasEnded)
        {
            yield return new DueItem(appears, appears <= today, $"Guest's text {name} appears on {appears:yyyy-MM-dd}.", how);
        }

        if (guest.Ends is { } ends && ends <= today.AddDays(Ahead) && (stands || !hasEnded))
        {
            yield return new DueItem(ends, hasEnded, $"The consent to guest's text {name} ends with {ends:yyyy-MM-dd}: from the next day on it must not stand.", how);
        }
    }

    private static string Short(VaultHandle handle) => handle.Hex[..VaultHandle.ShownDigits];
}
