namespace Blog.Import.Readers;

/// <summary>The fixed phrases by which readers say what a person should look at; Blogger's own are in <c>BloggerFlags</c>.</summary>
internal static class EntryFlags
{
    /// <summary>The source has no id for it, so one was made of its address, time or place.</summary>
    public const string NoId = "no id in the source";

    /// <summary>It says of itself a word that is on no list; so it is not shown.</summary>
    public const string UnknownStatus = "status not known";

    /// <summary>A post for which the old blog asked a password.</summary>
    public const string Password = "password-protected";

    /// <summary>A link from another site, not somebody's words.</summary>
    public const string Pingback = "pingback or trackback";

    /// <summary>An entry of a kind that a plug-in made: nobody knows whether it was a page for readers.</summary>
    public const string ForeignType = "kind of entry not known";

    /// <summary>A comment of a source that keeps no replies: whom it answers was never written down.</summary>
    public const string Flat = "no replies in the source";

    /// <summary>A deleted comment whose words the source still has.</summary>
    public const string Deleted = "deleted, words still in the source";

    /// <summary>Only subscribers could read all of it.</summary>
    public const string ForSubscribers = "for subscribers";

    /// <summary>The source has a part of it only.</summary>
    public const string Part = "only a part is in the source";

    /// <summary>More comments stood on the page than were saved with it.</summary>
    public const string MoreComments = "more comments than were saved";
}
