using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Reviews the whole vault, thread by thread, as the next release would.</summary>
public static class VaultReview
{
    /// <summary>A reviewer over the decisions of the vault, for looking only: people whom a decision renames get the mark of a name instead of their pseudonym.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="settings">The blog's policy and its own list of public names.</param>
    public static ThreadReviewer Reviewer(VaultStore vault, SiteSettings settings) => Reviewer(vault, settings, FindingCatalogue.Reading(vault, settings));

    /// <summary>As <see cref="Reviewer(VaultStore, SiteSettings)"/>, over a catalogue of the caller's.</summary>
    public static ThreadReviewer Reviewer(VaultStore vault, SiteSettings settings, FindingCatalogue findings) =>
        new(DecisionBook.Of(vault.Decisions.List()), vault.People(), settings, findings.Of, (_, _) => Replacements.MarkOf(FindingKind.Person));

    /// <summary>Every thread that the old blog showed to everybody, in the order of the vault.</summary>
    public static IEnumerable<(VaultPost Post, IReadOnlyList<VaultComment> Comments, ThreadReview Review)> Threads(VaultStore vault, ThreadReviewer reviewer)
    {
        foreach (var post in vault.Posts().Where(post => post.Visibility == Visibility.Public))
        {
            var comments = vault.Comments(post.Row);
            yield return (post, comments, reviewer.Review(post, comments));
        }
    }
}
