using Blog.Import;

namespace Blog.Vault;

/// <summary>What of a post tells whether another archive has it too.</summary>
internal sealed record MergedPost
{
    /// <summary>Its row.</summary>
    public required long Row { get; init; }

    /// <summary>Row of its archive.</summary>
    public required long Source { get; init; }

    /// <summary>Its archive's format.</summary>
    public required string Format { get; init; }

    /// <summary>Its archive's key.</summary>
    public required string Key { get; init; }

    /// <summary>Its id there.</summary>
    public required string SourceId { get; init; }

    /// <summary>Host of the old blog in one spelling; null where the archive does not say.</summary>
    public string? Host { get; init; }

    /// <summary>Its path there in one spelling; empty where it has none.</summary>
    public required string Path { get; init; }

    /// <summary>Its title, folded to letters and digits; empty where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>When it was published; null where lost or no finer than a month.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether the old blog hid it.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Whether somebody has decided on it or its comments, or it was published from here: what people have worked on stays.</summary>
    public required bool IsWorkedOn { get; init; }

    private bool IsNumberedBlog => Format == "blogger-classic" && Key.All(char.IsAsciiDigit);

    /// <summary>
    /// Whether two archives have the same post: one address, and one title or day; or, where one of them knows no address, one title of two words
    /// and more, and one day. Days may lie one apart, since zones differ.
    /// </summary>
    public bool IsSame(MergedPost other)
    {
        if (IsNumberedBlog && other.IsNumberedBlog)
        {
            return false; // two numbers are two blogs of Blogger, whatever their addresses were
        }

        var sameTitle = Title.Length > 0 && Title == other.Title;
        var sameDay = Published is { } mine && other.Published is { } theirs && (mine - theirs).Duration() <= TimeSpan.FromDays(1);
        if (Path.Length > 1 && other.Path.Length > 1)
        {
            return Path == other.Path && (Host is null || other.Host is null || Host == other.Host ? sameTitle || sameDay : sameTitle && sameDay);
        }

        return sameTitle && sameDay && Title.Contains(' ', StringComparison.Ordinal);
    }

    /// <summary>
    /// Which of the same posts stands: what was worked on, then what is hidden (so that nothing comes out that one archive hides), then the format
    /// that tells most, then by name. It does not depend on which came first.
    /// </summary>
    public static int Compare(MergedPost left, MergedPost right)
    {
        var byWork = right.IsWorkedOn.CompareTo(left.IsWorkedOn);
        var byHiding = byWork != 0 ? byWork : right.IsHidden.CompareTo(left.IsHidden);
        return byHiding != 0 ? byHiding : FormatOrder.Compare((left.Format, left.Key, left.SourceId), (right.Format, right.Key, right.SourceId));
    }
}
