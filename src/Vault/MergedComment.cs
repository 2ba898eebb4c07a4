namespace Blog.Vault;

/// <summary>What of a comment tells whether another archive has it too.</summary>
internal sealed record MergedComment
{
    /// <summary>Its row.</summary>
    public required long Row { get; init; }

    /// <summary>Row of its archive.</summary>
    public required long Source { get; init; }

    /// <summary>Its archive and its name there.</summary>
    public required (string Format, string Key, string Id) Name { get; init; }

    /// <summary>Its words, folded to letters and digits, links left out.</summary>
    public required string Words { get; init; }

    /// <summary>Its writer's name, folded; empty for none.</summary>
    public required string Author { get; init; }

    /// <summary>Its minute; null where it is not known to the minute.</summary>
    public DateTimeOffset? Minute { get; init; }

    /// <summary>Whether the old blog hid or removed it.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Whether somebody has decided on it.</summary>
    public required bool IsWorkedOn { get; init; }

    /// <summary>Whether two archives have the same comment: the same words, no other writer, and no other minute.</summary>
    public bool IsSame(MergedComment other) =>
        Words.Length > 0 && Words == other.Words
        && (Author == other.Author || Author.Length == 0 || other.Author.Length == 0)
        && (Minute is not { } mine || other.Minute is not { } theirs || (mine - theirs).Duration() <= TimeSpan.FromMinutes(1));

    /// <summary>As of posts.</summary>
    public static int Compare(MergedComment left, MergedComment right)
    {
        var byWork = right.IsWorkedOn.CompareTo(left.IsWorkedOn);
        var byHiding = byWork != 0 ? byWork : right.IsHidden.CompareTo(left.IsHidden);
        return byHiding != 0 ? byHiding : FormatOrder.Compare(left.Name, right.Name);
    }
}
