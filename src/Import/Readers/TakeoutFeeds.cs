namespace Blog.Import.Readers;

/// <summary>Tells the two feeds of a Takeout apart, which look alike at their beginning.</summary>
internal static class TakeoutFeeds
{
    /// <summary>
    /// Whether a post or page is among a feed's entries. <c>Blogs/NAME/feed.atom</c> is a blog; <c>Comments/NAME/feed.atom</c> holds what one
    /// account wrote, on strangers' blogs too (FORMATS 1b), and never a post. Entries stand in no order, so the feed is read until one comes.
    /// </summary>
    public static bool HoldsPosts(SourceFile feed)
    {
        using var stream = feed.Open();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
            {
                return false;
            }

            var window = buffer.AsSpan(0, kept + read);
            if (window.IndexOf(":type>POST<"u8) >= 0 || window.IndexOf(":type>PAGE<"u8) >= 0)
            {
                return true;
            }

            kept = Math.Min(16, window.Length);
            window[^kept..].CopyTo(buffer);
        }
    }
}
