using Blog.Model;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Release;

/// <summary>What readers will read of a thread's texts once they are released: pseudonyms, neutral masks, citations and marks as the release writes them, without writing anything.</summary>
/// <remarks>Made once for a thread; then each text can be asked for anew after each decision. Links between posts of the blog are left as they were: they need the whole archive.</remarks>
public sealed class ThreadPreview
{
    private readonly Func<int, string, string> _text;
    private readonly Func<string, string> _title;
    private readonly Dictionary<long, int> _places = [];
    private readonly IReadOnlyList<ThreadNode> _nodes;
    private readonly ThreadNames _names;
    private readonly IReadOnlyList<PublicDate?> _dates;

    internal ThreadPreview(IReadOnlyList<ThreadNode> nodes, ThreadRepairs repairs, ThreadNames names, IReadOnlyList<PublicDate?> dates, Func<int, string, string> text, Func<string, string> title)
    {
        Repairs = repairs;
        (_nodes, _names, _dates, _text, _title) = (nodes, names, dates, text, title);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Source is { } source)
            {
                _places.Add(source.Row, i);
            }
        }

        Order = [.. nodes.Select(node => node.Source?.Row).OfType<long>()];
    }

    /// <summary>Rows of the comments that have a place on the page, in its order.</summary>
    public IReadOnlyList<long> Order { get; }

    /// <summary>What was said about the places of its comments.</summary>
    public ThreadRepairs Repairs { get; }

    /// <summary>Prepares a thread; the store is left as it was.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="book">The decisions, for the pictures that are shown.</param>
    /// <param name="post">The post.</param>
    /// <param name="comments">Its comments.</param>
    public static ThreadPreview Of(VaultStore vault, SiteSettings settings, DecisionBook book, VaultPost post, IReadOnlyList<VaultComment> comments)
    {
        using var undone = vault.BeginTransaction(); // names that are chosen now are chosen again, the same, by the release
        var clock = new PublicClock(settings.TimeZone, settings.Anonymity.Times);
        var drafter = new PostDrafter(vault, settings, new ReleaseAddresses(settings), new ReleasedPictures(vault, book, _ => false), clock);
        return drafter.Preview(post, comments, ThreadRepairs.Of(book, comments));
    }

    /// <summary>A reviewed text as it will stand in <c>input/</c>: Markdown with redaction marks.</summary>
    /// <param name="comment">Row of the comment; null for the post. Of one that is not on the page the reviewed text itself comes back.</param>
    /// <param name="reviewed">Its Markdown after all redactions.</param>
    public string Text(long? comment, string reviewed) =>
        comment is not { } row ? _text(-1, reviewed)
        : _places.TryGetValue(row, out var place) && _nodes[place].IsPublished ? _text(place, reviewed)
        : reviewed;

    /// <summary>The post's reviewed title as it will stand in <c>input/</c>.</summary>
    public string Title(string reviewed) => _title(reviewed);

    /// <summary>Number, name and date beside a comment, how deep it stands, and the number of the one it answers; null where it has no place on the page.</summary>
    /// <param name="comment">Row of the comment.</param>
    public PreviewedPlace? PlaceOf(long comment) => _places.TryGetValue(comment, out var place)
        ? new PreviewedPlace(
            _nodes[place].Number,
            _names.Shown.GetValueOrDefault(comment),
            _dates[place],
            _nodes[place].Depth,
            _nodes[place].Parent is { } parent ? _nodes[parent].Number : null,
            _nodes[place].State)
        : null;
}
