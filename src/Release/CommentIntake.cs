using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Source;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Takes a comment that came through the site's form: into the private store where that holds its post, else into the thread file of a post that the editor wrote into <c>input/</c>.</summary>
/// <remarks>
/// A post that stands in <c>input/</c> alone has no decisions and no release: what is taken there is public with the next build. So nothing is written there in which a rule finds
/// what elsewhere would be masked or held; an editor amends it first. Where the tagger guards, nor is anything in which it finds something, until an editor has given the text.
/// </remarks>
public sealed class CommentIntake
{
    private readonly VaultStore _store;
    private readonly BlogFolder _folder;
    private readonly SiteSettings _settings;
    private readonly TimeProvider _time;

    /// <summary>Prepares.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="time">The clock.</param>
    public CommentIntake(VaultStore store, BlogFolder folder, SiteSettings settings, TimeProvider time)
    {
        _store = store;
        _folder = folder;
        _settings = settings;
        _time = time;
    }

    /// <summary>Takes a comment.</summary>
    /// <param name="number">The submission's number.</param>
    /// <param name="amended">Its text as an editor amended it, for a post that stands in <c>input/</c> alone; null as it came.</param>
    /// <returns>Its name in the store, or its number in the thread file.</returns>
    /// <exception cref="GuestException">It is no comment, its post is nowhere, or there is in it what must not be published.</exception>
    /// <exception cref="InboxException">There is no such submission, or it was taken before.</exception>
    /// <exception cref="SourceException">The post or its thread cannot be read.</exception>
    public (VaultHandle? InStore, CommentNumber? InFile) Take(long number, string? amended)
    {
        var (inbox, guests) = (new Inbox(_store), new GuestInbox(_store, _time));
        var opened = inbox.Open(number);
        if (opened.Content is not { Kind: SubmissionKind.Comment, Post: { } post } content)
        {
            throw new GuestException($"Submission {number} is no comment. \"inbox show {number}\" shows it. Nothing was changed.");
        }

        var today = new GuestBook(_store, _time).Today;
        if (guests.Knows(post))
        {
            return amended is null ? (guests.TakeComment(number, today), null)
                : throw new GuestException("A comment on a post of the private store is taken as it came, and amended there by decisions. Nothing was changed.");
        }

        if (opened.Row.Done is not null)
        {
            throw new InboxException($"Submission {number} was taken before. Nothing was changed.");
        }

        if (FileOf(post) is not { } file)
        {
            throw new GuestException($"Submission {number} is about a post that is neither in the private store nor in input/: it was removed, or is another site's. Nothing was changed.");
        }

        var body = SourceText.CanonicalBody(amended ?? GuestInbox.MarkdownOf(content));
        Require(number, body, isAsItCame: amended is null);
        var given = Write(file, post, content, CommentId.Parse("form-" + opened.Row.Handle.Hex[..24]), body, today);
        using var transaction = _store.BeginTransaction();
        inbox.Take(number); // after it is in: cut off in between, the next run finds its id in the thread and writes nothing twice
        transaction.Commit();
        return (null, given);
    }

    /// <summary>Title of a post that stands in <c>input/</c> and takes comments there; null where there is none.</summary>
    public string? OwnPost(PostId post) => FileOf(post) is { } file ? new BlogReader(_folder).ReadFrontMatter(file).Title ?? post.Value : null;

    /// <summary>The file of a post that is not one of the store's own; drafts are not published and have no comments.</summary>
    private PostFile? FileOf(PostId post)
    {
        var reader = new BlogReader(_folder);
        return reader.ListPosts().FirstOrDefault(file => !_store.Released.TryGet(file.Path, out _) && reader.ReadFrontMatter(file) is { Draft: false } front && front.Id == post);
    }

    private void Require(long number, string body, bool isAsItCame)
    {
        if (body.Length == 0)
        {
            throw new GuestException($"Submission {number} says nothing. Nothing was changed.");
        }

        var (view, names) = (ProseView.Of(body), PublicNames.BuiltIn.With(_settings.PublicNames));
        var kinds = KindsOf(TextFinder.Find(view, names).Where(found => FindingTreatmentTable.Of(found.Kind) != FindingTreatment.List));
        if (kinds.Length > 0)
        {
            throw new GuestException($"Submission {number} has in it what must not be published ({kinds}), and its post stands in input/ alone, where nothing is masked. Amend its text first (\"inbox take {number} --text FILE\", or in the console). Nothing was changed.");
        }

        var pass = new TaggerPass(_store, _settings);
        if (isAsItCame && pass.Mode == TagMode.Guard && KindsOf(pass.Tagger.Find([view], [[]], names, TagMode.Guard)[0]) is { Length: > 0 } tagged)
        {
            throw new GuestException($"The tagger guards, and finds something in submission {number} ({tagged}); its post stands in input/ alone, where nothing waits for you. Read it, and give its text, changed or as it is (\"inbox take {number} --text FILE\", or in the console). Nothing was changed.");
        }
    }

    /// <summary>The kinds of what counts among findings, each once.</summary>
    private static string KindsOf(IEnumerable<Finding> found) => string.Join(", ", found.Where(each => !each.IsNearMiss).Select(each => FindingKindTable.ToWord(each.Kind)).Distinct(StringComparer.Ordinal));

    private CommentNumber Write(PostFile file, PostId post, Submission content, CommentId id, string body, DateOnly day)
    {
        var reader = new BlogReader(_folder);
        var read = reader.ReadThreadResult(file);
        if (read is { Canonical: false })
        {
            throw new SourceException(file.ThreadPath ?? file.Path, 1, "The thread is not in its canonical form, so nothing is added to it. Run check --fix first. Nothing was changed.");
        }

        var comments = reader.ReadThread(file, post)?.Comments.ToList() ?? [];
        if (comments.Find(comment => comment.Id == id) is { Fields.Number: { } before })
        {
            return before;
        }

        var parent = content.ReplyTo is { } replyTo ? comments.FindIndex(comment => comment.Id == replyTo || comment.Fields.Also?.All.Contains(replyTo) == true) : -1;
        var number = NumberOf(comments, parent < 0 ? null : comments[parent].Fields.Number);
        comments.Insert(parent < 0 ? comments.Count : EndOf(comments, parent), PublishedComment.Create(
            new CommentFields
            {
                Id = id,
                Number = number,
                Parent = parent < 0 ? null : comments[parent].Id,
                Author = NameOf(content.Name),
                Date = PublicDate.From(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), _settings.Anonymity.Times == DatePrecision.Month ? DatePrecision.Month : DatePrecision.Day),
            },
            body));
        DurableFile.Write(_folder.InputFile(file.ThreadPath ?? file.Path[..^".md".Length] + ".thread.md"), ThreadWriter.Write(new PublishedThread(post, comments)));
        return number;
    }

    /// <summary>The next free number: of the thread, or below the comment that is answered.</summary>
    private static CommentNumber NumberOf(List<PublishedComment> comments, CommentNumber? parent)
    {
        var given = comments.Select(comment => comment.Fields.Number).OfType<CommentNumber>().ToList();
        return parent is { } above
            ? new CommentNumber(above.Top, 1 + given.Where(number => number.Top == above.Top).Max(number => number.Reply))
            : new CommentNumber(1 + given.Select(number => number.Top).DefaultIfEmpty(0).Max(), 0);
    }

    /// <summary>Where the replies of a comment end: each stands behind its parent, depth first.</summary>
    private static int EndOf(List<PublishedComment> comments, int parent)
    {
        var under = new HashSet<CommentId> { comments[parent].Id };
        var end = parent + 1;
        while (end < comments.Count && comments[end].Fields.Parent is { } above && under.Contains(above))
        {
            under.Add(comments[end].Id);
            end++;
        }

        return end;
    }

    /// <summary>The name that may be shown: any where the blog keeps names, else only those it keeps by list. A pseudonym stands for somebody who is known over a thread; here nobody is.</summary>
    private string? NameOf(string? name) => SourceText.CanonicalValue(name) is { } shown && new CommenterPseudonyms(_settings, (_, _, _) => throw new InvalidOperationException("Nobody is given a pseudonym here.")).IsKept(shown) ? shown : null;
}
