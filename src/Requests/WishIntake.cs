using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Requests;

/// <summary>Makes a request of a wish that came through the site's page.</summary>
public static class WishIntake
{
    private const int MostWords = RequestBook.MostNote - 500;

    /// <summary>Takes a wish that something be removed: its words go, sealed, into a new request.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="number">The submission's number.</param>
    /// <param name="kind">The kind of request, as a person reads the wish.</param>
    /// <exception cref="RequestException">It is no wish, or was taken before.</exception>
    /// <exception cref="InboxException">There is no such submission.</exception>
    /// <exception cref="VaultException">The sealed part is locked.</exception>
    public static RequestView Take(VaultStore store, TimeProvider time, long number, RequestKind kind)
    {
        var inbox = new Inbox(store);
        var opened = inbox.Open(number);
        if (opened.Content is not { Kind: SubmissionKind.Remove } wish)
        {
            throw new RequestException($"Submission {number} is no wish that something be removed. Nothing was changed.");
        }

        if (opened.Row.Done is not null)
        {
            throw new RequestException($"Submission {number} was taken before. Nothing was changed.");
        }

        var book = new RequestBook(store, time);
        var received = opened.Row.Received.ToDateTime(TimeOnly.MinValue);
        var request = book.Add(kind, received > book.Now ? book.Now : received, [], Note(wish.Text, number));
        using var transaction = store.BeginTransaction();
        inbox.Take(number);
        transaction.Commit();
        return request;
    }

    /// <summary>What fits into the note of a request, with a word on where the rest is: the submission stays.</summary>
    private static string Note(string text, long number) => text.Length <= MostWords ? text : $"{text[..MostWords]}\n[The rest stands in submission {number}.]";
}
