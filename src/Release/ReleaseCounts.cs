namespace Blog.Release;

/// <summary>What a release did to texts; numbers only.</summary>
public sealed record ReleaseCounts
{
    /// <summary>Nothing yet.</summary>
    public static readonly ReleaseCounts None = new();

    /// <summary>Comments with their text.</summary>
    public int Comments { get; init; }

    /// <summary>Comments that keep their place without a text.</summary>
    public int Removed { get; init; }

    /// <summary>Comments under another name than on the old page.</summary>
    public int Renamed { get; init; }

    /// <summary>Mentions of commenters' names replaced in texts.</summary>
    public int Mentions { get; init; }

    /// <summary>Names that a person has to look for, since a machine cannot tell them from ordinary words; counted once a thread.</summary>
    public int NamesForAPerson { get; init; }

    /// <summary>Masks of the old blog made neutral.</summary>
    public int Masks { get; init; }

    /// <summary>Time citations that lead to one comment.</summary>
    public int Resolved { get; init; }

    /// <summary>Time citations that may mean one of several.</summary>
    public int Doubtful { get; init; }

    /// <summary>Time citations that lead nowhere.</summary>
    public int Unresolved { get; init; }

    /// <summary>Comments with a fresh id.</summary>
    public int FreshIds { get; init; }

    /// <summary>Stretches taken out by decisions.</summary>
    public int Redactions { get; init; }

    /// <summary>Contacts, numbers and addresses masked without a decision.</summary>
    public int Contacts { get; init; }

    /// <summary>Texts that wait for a person.</summary>
    public int BeingReviewed { get; init; }

    /// <summary>Texts that a moderator withholds.</summary>
    public int Withheld { get; init; }

    /// <summary>Both together.</summary>
    public ReleaseCounts Plus(ReleaseCounts other) => new()
    {
        Comments = Comments + other.Comments,
        Removed = Removed + other.Removed,
        Renamed = Renamed + other.Renamed,
        Mentions = Mentions + other.Mentions,
        NamesForAPerson = NamesForAPerson + other.NamesForAPerson,
        Masks = Masks + other.Masks,
        Resolved = Resolved + other.Resolved,
        Doubtful = Doubtful + other.Doubtful,
        Unresolved = Unresolved + other.Unresolved,
        FreshIds = FreshIds + other.FreshIds,
        Redactions = Redactions + other.Redactions,
        Contacts = Contacts + other.Contacts,
        BeingReviewed = BeingReviewed + other.BeingReviewed,
        Withheld = Withheld + other.Withheld,
    };
}
