using Blog.Model;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Release;

/// <summary>Which guests' texts may stand today, and under which consent. A text of a guest is never released without one, whatever else the store says.</summary>
internal sealed class ReleasedGuests
{
    /// <summary>Why a text stays that is not, letter for letter, the one its writer agreed to, though nobody took anything out of it.</summary>
    public const string NotAsAgreed = "a guest's text that is not the one agreed to";

    private readonly Dictionary<long, VaultGuest> _byPost;
    private readonly DateOnly _today;

    /// <summary>Reads the guests' texts of a store.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="clock">The blog's clock, by which a day begins.</param>
    public ReleasedGuests(VaultStore vault, PublicClock clock)
    {
        _byPost = vault.Guests.List().Where(guest => guest.PostRow is not null).ToDictionary(guest => guest.PostRow!.Value); // checked
        _today = DateOnly.FromDateTime(clock.InZone(vault.Time.GetUtcNow()).DateTime);
    }

    /// <summary>Whether a post was a guest's text.</summary>
    public static bool IsGuests(VaultPost post) => post.SourceFormat == GuestTable.Source;

    /// <summary>Why a post stays in the store; null where it is no guest's, or may stand today.</summary>
    public string? WhyUnpublished(VaultPost post) => !IsGuests(post) ? null : _byPost.GetValueOrDefault(post.Row) switch
    {
        { State: GuestState.Published, Appears: { } appears } when appears > _today => "a guest's text whose day is still to come",
        { State: GuestState.Published, Ends: { } ends } when ends < _today => "a guest's text whose consent has ended",
        { State: GuestState.Published } => null,
        _ => "a guest's text without its writer's consent",
    };

    /// <summary>A draft with the consent under which it stands; the same one where it is no guest's.</summary>
    /// <returns>Null where the text is not the one agreed to, and that is not because something was taken out of it.</returns>
    /// <param name="post">The post in the vault.</param>
    /// <param name="draft">What would be released.</param>
    public DraftedPost? WithConsent(VaultPost post, DraftedPost draft)
    {
        if (!IsGuests(post))
        {
            return draft;
        }

        var guest = _byPost[post.Row];
        var (front, body) = (draft.Post.FrontMatter, draft.Post.Body);
        var sha256 = ConsentHash.Of(front.Title, body);
        if (sha256 != guest.Agreed && !draft.HasTakenOut)
        {
            return null;
        }

        // A writer who agreed to all of it agreed to less; the day it ends on is written, since every build must keep it, and shown nowhere.
        var consent = new Consent(sha256, guest.Scope!, guest.Ends is { } ends ? PublicDate.Day(ends.Year, ends.Month, ends.Day) : null); // not null: it is published
        return draft with { Post = PublishedPost.Create(front with { Provenance = Provenance.Guest, Consent = consent, Comments = guest.AreCommentsClosed ? CommentWay.Closed : front.Comments }, body) };
    }
}
