using Blog.Model;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Finds the post or comment a moderator names.</summary>
public sealed class UnitFinder
{
    /// <summary>Fewer digits of a handle are a slip of the finger, not a name.</summary>
    private const int MinDigits = 6;

    private readonly VaultStore _vault;
    private readonly IReadOnlyList<VaultUnit> _units;

    /// <summary>Reads the names of the vault.</summary>
    public UnitFinder(VaultStore vault)
    {
        _vault = vault;
        _units = vault.Units();
    }

    /// <summary>
    /// The unit of a reference: the first digits of its handle as <c>redact list</c> shows them, its public id (old or fresh, a comment's
    /// also as its anchor <c>c123</c>), or a post's reference, <c>#</c> and the number of a comment as readers see it: <c>4f2a91c0#6.4</c>.
    /// </summary>
    /// <exception cref="ModerationException">Nothing has that name, or several have.</exception>
    public UnitPlace Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash > 0 && CommentNumber.TryParse(reference.AsSpan(hash + 1), out var number))
        {
            return Numbered(Find(reference[..hash]).Post, number);
        }

        var isHandle = reference.Length is >= MinDigits and <= 32 && reference.All(char.IsAsciiHexDigitLower);
        var found = _units.Where(unit =>
            unit.PublicId == reference || unit.FreshId == reference || (unit.CommentRow is not null && reference.StartsWith('c') && (unit.PublicId == reference[1..] || unit.FreshId == reference[1..]))).ToList();
        if (found.Count == 0 && isHandle)
        {
            found = [.. _units.Where(unit => unit.Handle.Hex.StartsWith(reference, StringComparison.Ordinal))];
        }

        return found switch
        {
            [var only] => Place(only),
            [] => throw new ModerationException("No post or comment in the private store has this name. \"redact list\" shows the names."),
            _ => throw new ModerationException($"{found.Count} posts and comments have names that begin so. Give more digits."),
        };
    }

    /// <summary>The unit behind a handle; null where it is gone.</summary>
    public UnitPlace? TryFind(VaultHandle handle)
    {
        foreach (var unit in _units)
        {
            if (unit.Handle == handle)
            {
                return Place(unit);
            }
        }

        return null;
    }

    private UnitPlace Place(VaultUnit unit)
    {
        var post = _vault.Post(unit.PostRow);
        return new UnitPlace(post, unit.CommentRow is { } row ? _vault.Comments(unit.PostRow).First(comment => comment.Row == row) : null);
    }

    private UnitPlace Numbered(VaultPost post, CommentNumber number)
    {
        var handle = _vault.GivenNumbers.Of(post.Row).Where(given => given.Value == number).Select(given => given.Key).FirstOrDefault();
        var comments = _vault.Comments(post.Row);
        var comment = handle is null ? comments.FirstOrDefault(each => each.Number == number) : comments.FirstOrDefault(each => "comment:" + each.Id.Value == handle);
        return comment is null
            ? throw new ModerationException("This post has no comment of that number. Numbers are those of the last release, or of the old page.")
            : new UnitPlace(post, comment);
    }
}
