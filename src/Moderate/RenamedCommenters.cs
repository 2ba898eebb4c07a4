using Blog.Model;
using Blog.Text;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Whose name gives way to a pseudonym or a mark under the blog's policy, so that a mention of it needs no decision.</summary>
internal sealed class RenamedCommenters
{
    private readonly CommenterPolicy _policy;
    private readonly HashSet<string> _kept;

    /// <summary>Reads policy and names that stay.</summary>
    public RenamedCommenters(SiteSettings settings)
    {
        _policy = settings.Anonymity.Commenters;
        _kept = settings.KeptNames.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names of a thread's commenters that will not stand in its texts.</summary>
    public NameMentions Of(IEnumerable<VaultPerson?> writers) => new(writers
        .Where(writer => _policy != CommenterPolicy.Keep && writer is { Identity: not null, Name.Length: > 0 } && !_kept.Contains(NameFolding.Fold(writer.Name)))
        .Select(writer => new NameTerm(writer!.Name!.Trim(), NameMentions.NameMark)) // both checked above
        .DistinctBy(term => term.Name));
}
