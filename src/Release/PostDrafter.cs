using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Release.Citations;
using Blog.Source;
using Blog.Text;
using Blog.Vault;
using Blog.Vault.Guests;

namespace Blog.Release;

/// <summary>Turns one post of the vault, with its comments, into what may be published under the blog's policies.</summary>
/// <remarks>
/// What comes in was reviewed: nothing written here is made of a text as it was imported. Only whom a clock time means is looked for in the originals. Texts are then edited in two passes: first whatever is
/// found by position (masks, citations, links, pictures), then the names of the thread's commenters.
/// </remarks>
internal sealed class PostDrafter
{
    private const string Unknown = "[time]";

    private static readonly IReadOnlySet<string> NoNames = FrozenSet<string>.Empty;

    private readonly VaultStore _vault;
    private readonly SiteSettings _settings;
    private readonly ReleaseAddresses _addresses;
    private readonly ReleasedPictures _pictures;
    private readonly PublicClock _clock;
    private readonly CommenterPseudonyms _pseudonyms;
    private readonly PseudonymChooser _chooser;
    private readonly byte[] _lostKey;
    private readonly List<string> _lostLinks = []; // of the post that is being drafted

    public PostDrafter(VaultStore vault, SiteSettings settings, ReleaseAddresses addresses, ReleasedPictures pictures, PublicClock clock)
    {
        _vault = vault;
        _settings = settings;
        _addresses = addresses;
        _pictures = pictures;
        _clock = clock;
        _chooser = new PseudonymChooser(vault.DeriveKey("pseudonym"));
        _lostKey = vault.DeriveKey("lost comment id");
        _pseudonyms = new CommenterPseudonyms(settings, GiveName);
    }

    /// <summary>Drafts a post; a transaction is open, since names, ids and numbers given now are kept.</summary>
    /// <param name="original">The post, which the review says may be released.</param>
    /// <param name="originals">Its comments.</param>
    /// <param name="review">What may be published of them.</param>
    public DraftedPost Draft(VaultPost original, IReadOnlyList<VaultComment> originals, ThreadReview review)
    {
        _lostLinks.Clear();
        var post = ReviewedTexts.Of(original, review);
        var comments = ReviewedTexts.Of(originals, review);
        var nodes = FlatThreads.Assemble(comments, _vault.GivenNumbers.Of(post.Row), review.Repairs, post, _clock);
        var views = nodes.Select(node => node is { IsPublished: true, Source: { } source } ? ProseView.Of(source.Markdown) : null).ToList();
        var names = _pseudonyms.NamesOf(ScopeOf(post), nodes);
        var mentions = new NameMentions(names.Terms);
        var sweep = new NameSweep(mentions);
        var citations = ThreadCitations.Of(nodes, Said(nodes, originals, views), views, post.Published, _clock).ToLookup(citation => citation.Citing);

        // Ids come before texts: a citation is a link to an id, and whether an id stays depends on what else was changed.
        var masks = views.Select(view => view is null ? [] : Masks(view)).ToList();
        var ids = new List<CommentId>(nodes.Count);
        var also = new List<IReadOnlyList<CommentId>>(nodes.Count);
        var counts = new ReleaseCounts { NamesForAPerson = mentions.Queued };
        for (var i = 0; i < nodes.Count; i++)
        {
            var (id, fresh) = IdOf(nodes[i], names, masks[i].Count > 0 || IsChanged(nodes[i], review) || Mentioned(nodes[i], mentions));
            ids.Add(id);
            also.Add([.. nodes[i].Also.Select(same => IdOfSame(same, nodes[i], fresh || review.Comments[same.Row].IsChanged))]);
            counts = counts with { FreshIds = counts.FreshIds + (fresh ? 1 : 0) };
            _vault.GivenNumbers.Give(post.Row, nodes[i].Handle, nodes[i].Number);
        }

        var published = new List<PublishedComment>(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            var (comment, done) = Comment(nodes, i, ids, also[i], names, mentions, views[i], masks[i], citations[i], review, sweep);
            published.Add(comment);
            counts = counts.Plus(done);
        }

        var (body, title, changed, inPost) = PostTexts(post, mentions, sweep);
        counts = counts.Plus(inPost).Plus(Reviewed(review.Post));
        var hasTakenOut = changed || review.Post.IsChanged;
        changed |= review.Post.IsChanged || review.PermalinkTells || title != SourceText.CanonicalValue(original.Title is null ? null : RedactionMarkSplitter.Escape(original.Title));
        var frontMatter = new PostFrontMatter
        {
            Id = IdOf(post, changed),
            Title = title,
            Date = _clock.DateOf(post.Published),
            Author = _pseudonyms.IsKept(post.Author?.Name) ? SourceText.CanonicalValue(post.Author!.Name) : null,
            Labels = [.. post.Labels.Select(SourceText.CanonicalValue).OfType<string>().Distinct(StringComparer.Ordinal)],
            Series = post.Series,
            Url = _addresses.UrlOf(post),
            Aliases = _addresses.AliasesOf(post),
            Provenance = post.SourceFormat == "capture" ? Provenance.Capture : Provenance.Blog,
        };
        return new DraftedPost(
            PublishedPost.Create(frontMatter, SourceText.CanonicalBody(body)),
            published.Count == 0 ? null : new PublishedThread(frontMatter.Id, published),
            counts,
            ReleaseSecretList.Of(frontMatter.Id, original, nodes, ids, also, review, mentions)) { HasTakenOut = hasTakenOut, LostLinks = [.. _lostLinks] };
    }

    /// <summary>What readers will read of single texts of a thread, prepared once; a transaction is open as for <see cref="Draft"/>, and whoever only looks undoes it.</summary>
    /// <param name="post">The post.</param>
    /// <param name="comments">Its comments.</param>
    /// <param name="repairs">What moderators said about the places of comments.</param>
    public ThreadPreview Preview(VaultPost post, IReadOnlyList<VaultComment> comments, ThreadRepairs repairs)
    {
        var nodes = FlatThreads.Assemble(comments, _vault.GivenNumbers.Of(post.Row), repairs, post, _clock);
        var said = nodes.Select(node => node is { IsPublished: true, Source: { } source } ? ProseView.Of(source.Markdown) : null).ToList();
        var names = _pseudonyms.NamesOf(ScopeOf(post), nodes);
        var mentions = new NameMentions(names.Terms);
        var sweep = new NameSweep(mentions);
        var citations = ThreadCitations.Resolve(nodes, said, post.Published, _clock).ToLookup(citation => citation.Citing);
        var shown = ThreadCitations.NamesOf(nodes);
        List<CommentId> ids = [.. nodes.Select((node, index) => node.Source?.Id ?? CommentId.Parse(string.Create(CultureInfo.InvariantCulture, $"lost-{index}")))];
        return new ThreadPreview(
            nodes,
            repairs,
            names,
            [.. nodes.Select(node => _clock.DateOf(node.Source?.Published))],
            (index, reviewed) =>
            {
                var view = ProseView.Of(reviewed);
                var standing = index < 0 ? [] : ThreadCitations.Published([.. citations[index]], said[index], view, shown);
                var (body, _, _) = Edit(reviewed, view, Masks(view), nodes, ids, standing);
                return SourceText.CanonicalBody(sweep.Apply(mentions.Replace(body).Text).Text);
            },
            title => sweep.Apply(mentions.Replace(title).Text).Text);
    }

    private static string ScopeOf(VaultPost post) => string.Create(CultureInfo.InvariantCulture, $"post:{post.SourceFormat}:{post.SourceKey}:{post.SourceId}");

    private (PublishedComment Comment, ReleaseCounts Counts) Comment(
        IReadOnlyList<ThreadNode> nodes, int index, List<CommentId> ids, IReadOnlyList<CommentId> also, ThreadNames names, NameMentions mentions, ProseView? view, IReadOnlyList<TextEdit> masks, IEnumerable<CitationTarget> citations, ThreadReview review, NameSweep sweep)
    {
        var node = nodes[index];
        var source = node.Source;
        var counts = new ReleaseCounts { Renamed = source is not null && names.Renamed.Contains(source.Row) ? 1 : 0 };
        var body = string.Empty;
        string? unresolved = null;
        if (node.IsPublished && source is not null && view is not null)
        {
            (body, unresolved, var done) = Edit(source.Markdown, view, masks, nodes, ids, citations);
            (body, var mentioned) = mentions.Replace(body);
            (body, var swept) = sweep.Apply(body);
            counts = counts.Plus(done) with { Mentions = mentioned + swept };
        }

        var reviewed = source is null ? null : review.Comments[source.Row];
        if (reviewed is not null && source!.Visibility == Visibility.Public) // not null: a review is of a comment
        {
            counts = counts.Plus(Reviewed(reviewed));
        }

        counts = node.IsPublished ? counts with { Comments = 1 } : counts with { Removed = 1 };
        return (PublishedComment.Create(
            new CommentFields
            {
                Id = ids[index],
                Number = node.Number,
                Parent = node.Parent is { } parent ? ids[parent] : null,
                Author = source is null ? null : SourceText.CanonicalValue(names.Shown.GetValueOrDefault(source.Row)),
                Date = node.IsPublished ? _clock.DateOf(source?.Published) : null,
                State = node.State,
                Reason = node.State == CommentState.Withheld && reviewed?.State == ReviewState.Held ? CommentStateTable.BeingReviewed : null,
                Inferred = InferredPlace.Of(node.ParentInferred, node is { IsPublished: true, Answers: { } answers } ? ids[answers] : null),
                Unresolved = unresolved,
                Also = CommentIds.Of(also),
            },
            SourceText.CanonicalBody(body)), counts);
    }

    private (string Body, string? Unresolved, ReleaseCounts Counts) Edit(
        string markdown, ProseView view, IReadOnlyList<TextEdit> masks, IReadOnlyList<ThreadNode> nodes, List<CommentId> ids, IEnumerable<CitationTarget> citations, bool isOwn = false)
    {
        var edits = new List<TextEdit>();
        var lost = new List<string>();
        var counts = new ReleaseCounts();
        foreach (var target in citations)
        {
            var words = view.Text.Substring(target.Citation.Start, target.Citation.Length);
            switch (target.Cited.Count)
            {
                case 0:
                    lost.Add(HidesTimes ? Unknown : words);
                    counts = counts with { Unresolved = counts.Unresolved + 1 };
                    if (HidesTimes)
                    {
                        edits.Add(view.Edit(target.Citation.Start, target.Citation.Length, Unknown));
                    }

                    continue;
                case 1:
                    counts = counts with { Resolved = counts.Resolved + 1 };
                    break;
                default:
                    counts = counts with { Doubtful = counts.Doubtful + 1 };
                    break;
            }

            var first = target.Cited[0];
            var shown = HidesTimes ? nodes[first].Number.ToString() : words;
            var doubt = target.Cited.Count == 1 ? string.Empty
                : string.Create(CultureInfo.InvariantCulture, $" \"one of {target.Cited.Count}: {string.Join(' ', target.Cited.Select(cited => ids[cited].Anchor))}\"");
            edits.Add(view.Edit(target.Citation.Start, target.Citation.Length, $"[{shown}](#{ids[first].Anchor}{doubt})"));
        }

        edits.AddRange(masks);
        edits.AddRange(isOwn ? ForeignLinks.OfGuest(view.Outline.Links, markdown, _pictures) : ForeignLinks.Edits(view.Outline.Links, markdown, _addresses, _pictures, _lostLinks));

        return (
            edits.Count == 0 ? markdown : TextEdit.Apply(markdown, edits),
            lost.Count == 0 ? null : SourceText.CanonicalValue(string.Join("; ", lost.Distinct(StringComparer.Ordinal))),
            counts with { Masks = masks.Count });
    }

    private (string Body, string? Title, bool Changed, ReleaseCounts Counts) PostTexts(VaultPost post, NameMentions mentions, NameSweep sweep)
    {
        var view = ProseView.Of(post.Markdown);
        var isOwn = post.SourceFormat == GuestTable.Source;
        var hasLostPictures = isOwn && ForeignLinks.OfGuest(view.Outline.Links, post.Markdown, _pictures).Any();
        var (body, _, counts) = Edit(post.Markdown, view, Masks(view), [], [], [], isOwn);
        (body, var inBody) = mentions.Replace(body);
        (body, var swept) = sweep.Apply(body);
        inBody += swept;
        var title = SourceText.CanonicalValue(post.Title);
        var inTitle = 0;
        if (title is not null)
        {
            (title, inTitle) = mentions.Replace(title);
            (title, var sweptTitle) = sweep.Apply(title);
            inTitle += sweptTitle;
        }

        return (body, title, hasLostPictures || counts.Masks + inBody + inTitle > 0, counts with { Mentions = inBody + inTitle });
    }

    private bool HidesTimes => _settings.Anonymity is { Times: < DatePrecision.Minute, CitedTimes: CitedTimePolicy.Number };

    private IReadOnlyList<TextEdit> Masks(ProseView view) => _settings.Anonymity.LegacyMasks switch
    {
        LegacyMaskPolicy.Neutral => LegacyMasks.Find(view),
        LegacyMaskPolicy.Keep => [],
        _ => throw new InvalidOperationException($"No rule for masks under {_settings.Anonymity.LegacyMasks}."),
    };

    /// <summary>The prose of each comment as the old page showed it, for whom people answer; what was not changed is not read again.</summary>
    private static List<ProseView?> Said(IReadOnlyList<ThreadNode> nodes, IReadOnlyList<VaultComment> originals, List<ProseView?> views)
    {
        var byRow = originals.ToDictionary(comment => comment.Row);
        return [.. nodes.Select((node, index) => node.Source is not { } source || byRow[source.Row] is not { State: CommentState.Published, Visibility: Visibility.Public } original ? null
            : views[index] is { } view && source.Markdown == original.Markdown ? view
            : ProseView.Of(original.Markdown))];
    }

    private static bool IsChanged(ThreadNode node, ThreadReview review) =>
        node.Source is { } source && (review.Comments[source.Row].IsChanged || node.State is CommentState.Withheld or CommentState.Erased);

    private static ReleaseCounts Reviewed(TextReview review) => new()
    {
        Redactions = review.State is ReviewState.Ready or ReviewState.Masked ? review.Redactions : 0,
        Contacts = review.State == ReviewState.Masked ? review.Masks : 0,
        BeingReviewed = review.State == ReviewState.Held ? 1 : 0,
        Withheld = review.State == ReviewState.Withheld ? 1 : 0,
    };

    private static bool Mentioned(ThreadNode node, NameMentions mentions) =>
        node is { IsPublished: true, Source: { } source } && mentions.Replace(source.Markdown).Count > 0;

    private (CommentId Id, bool Fresh) IdOf(ThreadNode node, ThreadNames names, bool redacted)
    {
        if (node.Source is not { } source)
        {
            // A place without a comment has no row to keep an id in: 80 bits of a keyed hash of its handle are the same at every release.
            var hash = HMACSHA256.HashData(_lostKey, Encoding.UTF8.GetBytes(node.Handle));
            return (CommentId.Parse(Convert.ToHexStringLower(hash.AsSpan(0, 10))), false);
        }

        var changed = redacted || names.Renamed.Contains(source.Row) || source.Visibility != Visibility.Public;
        return PublicIdPolicy.KeepsOldId(_settings.Anonymity, source.Id.Value, source.Published, changed)
            ? (source.Id, false)
            : (_vault.PublicIds.FreshForComment(source.Row), true);
    }

    /// <summary>The id under which a comment that stands in the thread no more is found: its old one says what the old page said under it, so it stays only where that stays.</summary>
    private CommentId IdOfSame(VaultComment same, ThreadNode node, bool changed) =>
        PublicIdPolicy.KeepsOldId(_settings.Anonymity, same.Id.Value, same.Published, changed || same.Author?.Row != node.Source?.Author?.Row)
            ? same.Id
            : _vault.PublicIds.FreshForComment(same.Row);

    private PostId IdOf(VaultPost post, bool changed) =>
        PublicIdPolicy.KeepsOldId(_settings.Anonymity, post.PublicId.Value, post.Published, changed) ? post.PublicId : _vault.PublicIds.FreshForPost(post.Row);

    /// <summary>The pseudonym of a person whom a decision renames, in one thread; given once, kept in the vault.</summary>
    public string PseudonymFor(VaultDecision decision, VaultHandle thread) => GiveName("thread:" + thread.Hex, "decision:" + decision.Handle.Hex, NoNames);

    private string GiveName(string scope, string identity, IReadOnlySet<string> realNames)
    {
        if (_vault.Pseudonyms.TryGet(scope, identity, out var given))
        {
            return given;
        }

        var name = _chooser.Choose(scope, identity, draw => _vault.Pseudonyms.IsTaken(scope, draw) || draw.Split(' ').Append(draw).Any(word => realNames.Contains(NameFolding.Fold(word))));
        _vault.Pseudonyms.Assign(scope, identity, name);
        return name;
    }
}
