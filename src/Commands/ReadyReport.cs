using System.Globalization;
using Blog.Model;
using Blog.Moderate;
using Blog.Site;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>The three counts an import ends with: what is ready, what was masked, what waits for a person; and the next command.</summary>
internal static class ReadyReport
{
    private const int Batch = 200;

    public static ReviewTally Count(VaultStore store, SiteSettings settings, IProgress<BuildStep> progress, CancellationToken token)
    {
        var tally = new ReviewTally();
        var done = 0;
        var total = (int)store.Stats().PublicPosts;
        var transaction = store.BeginTransaction();
        try
        {
            foreach (var (_, comments, review) in VaultReview.Threads(store, VaultReview.Reviewer(store, settings, FindingCatalogue.Keeping(store, settings))))
            {
                token.ThrowIfCancellationRequested();
                tally.Add(comments, review);
                progress.Report(new BuildStep("Looking for what identifies people", ++done, Math.Max(total, done)));
                if (done % Batch == 0)
                {
                    transaction.Commit();
                    transaction.Dispose();
                    transaction = store.BeginTransaction();
                }
            }

            transaction.Commit(); // what was found is kept, so that a release need not look again
        }
        finally
        {
            transaction.Dispose();
        }

        return tally;
    }

    /// <summary>Writes the counts.</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="unread">Texts that the tagger has not read.</param>
    /// <param name="guards">Whether such a text is held.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ReviewTally tally, int unread, bool guards, TextWriter output)
    {
        Line(output, tally.Of(ReviewState.Ready), "ready: no direct identifier found");
        Line(output, tally.Of(ReviewState.Masked), string.Create(CultureInfo.InvariantCulture, $"masked automatically: {tally.Masks:N0} contacts, numbers and addresses (listed by \"redact list --state masked\", each can be undone)"));
        Line(output, tally.Of(ReviewState.Held), "held for you: names of private persons, victims, children, offences with a person, health");
        if (tally.Of(ReviewState.Withheld) is { Posts: > 0 } or { Comments: > 0 })
        {
            Line(output, tally.Of(ReviewState.Withheld), "withheld by your decisions");
        }

        if (tally.Of(ReviewState.Merged).Comments > 0)
        {
            Line(output, tally.Of(ReviewState.Merged), "posted twice: another comment stands for them");
        }

        if (tally.WaitingForTheirPost > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.WaitingForTheirPost:N0} of the comments wait with their post, which is held."));
        }

        if (unread > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unread:N0} texts have been read by rules alone, not by the tagger{(guards ? ": they are held, and a release has it read them first" : ", which suggests names and details that rules miss")}. \"vault tagger --run\" has it read them; the console does so by itself."));
        }
    }

    /// <summary>Writes what can be done now.</summary>
    /// <param name="reviewFirst">Whether everything is held back.</param>
    /// <param name="blog">The blog's folder, as a person would type it.</param>
    /// <param name="output">Where to.</param>
    public static void WriteNext(bool reviewFirst, string blog, TextWriter output)
    {
        if (reviewFirst)
        {
            output.WriteLine("This archive is held back for review. To release it, import it again with --review-first false.");
            output.WriteLine($"Next: dotnet run -- redact list --blog {blog}");
            return;
        }

        output.WriteLine("A machine finds patterns and common names, not everything that identifies: read before you publish what could harm somebody.");
        output.WriteLine($"Next: dotnet run -- redact list --blog {blog}     (decide on what is held)");
        output.WriteLine($"  or: dotnet run -- release --ready --blog {blog}     (publish the rest; what is held shows \"being reviewed\")");
        output.WriteLine($"  or: dotnet run -- release --as-it-was --blog {blog}     (publish everything as the old blog showed it)");
    }

    private static void Line(TextWriter output, (int Posts, int Comments) count, string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Posts,9:N0} posts, {count.Comments,9:N0} comments  {what}"));
}
