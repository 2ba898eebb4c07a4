using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>The private store as the console holds it: open for as long as it runs, one caller at a time, with what is worth keeping in memory between two requests.</summary>
/// <remarks>
/// Decisions are made by <see cref="Moderation"/> and nothing else, as the verbs make them. Each is on the disk before the method returns. Whatever is kept here can be made anew
/// from the store.
/// </remarks>
internal sealed class ReviewDesk : IDisposable
{
    private const int MostOpenThreads = 4;
    private const int ReadAtOpening = 50_000; // characters that the tagger reads while somebody waits for a thread: some 30 ms

    private readonly BlogFolder _folder;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<OpenThread> _open = [];
    private readonly List<VaultDecision> _decisions = [];
    private readonly StandingTerms _standing = new();
    private readonly ArchiveLedger _archive = new();
    private Dictionary<VaultHandle, VaultUnit> _units = [];
    private Dictionary<long, VaultHandle> _posts = [];
    private DecisionBook _book = DecisionBook.Of([]);
    private TaggerPass? _pass;
    private (TaggerPass Pass, long Post, IReadOnlyList<UnreadText> Texts, ILookup<VaultHandle, VaultFinding> Found)? _read;
    private ThreadReviewer? _reviewer;
    private IReadOnlyDictionary<long, string>? _releasedPaths;
    private ((DecisionAction Action, string Term, FindingKind? Kind, DecisionScope Scope, int Decisions) Key, TermPlaces Places)? _rehearsed;

    public ReviewDesk(VaultStore store, BlogFolder folder, TimeProvider time)
    {
        Store = store;
        _folder = folder;
        _time = time;
        Settings = new BlogReader(folder).ReadSettings();
        Reload();
    }

    /// <summary>The open store; touched only within <see cref="RunAsync{T}"/>.</summary>
    public VaultStore Store { get; }

    /// <summary>The blog's settings, as they were at the start or after the last work on the store.</summary>
    public SiteSettings Settings { get; private set; }

    /// <summary>The blog.</summary>
    public BlogFolder Folder => _folder;

    /// <summary>The clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>The decisions.</summary>
    public DecisionBook Book => _book;

    /// <summary>How the whole store stands.</summary>
    public ReviewBoard Board { get; } = new();

    /// <summary>What was taken out in one place and stands in another.</summary>
    public IReadOnlyList<StandingTerm> Standing => _standing.List(_book, unit => _units.TryGetValue(unit, out var named) && _posts.TryGetValue(named.PostRow, out var post) ? post : null);

    /// <summary>Does something with the store, alone.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Has what follows done under a pen name, until the result is disposed of; within a turn.</summary>
    /// <param name="actor">The pen name; null for that of the store.</param>
    public IDisposable As(string? actor) => new ActingAs(Store, actor);

    /// <summary>As <see cref="RunAsync{T}(Func{T}, CancellationToken)"/>, for work that takes long.</summary>
    public async Task<T> RunLongAsync<T>(Func<Task<T>> work, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>As <see cref="RunAsync{T}(Func{T}, CancellationToken)"/>, if the store is free at once; false where it is not.</summary>
    public bool TryRun(Action work)
    {
        if (!_turn.Wait(0))
        {
            return false;
        }

        try
        {
            work();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets everything that was read: the archive or the settings have changed.</summary>
    public void Reload()
    {
        Settings = new BlogReader(_folder).ReadSettings();
        _open.Clear();
        _units = Store.Units().ToDictionary(unit => unit.Handle);
        _posts = _units.Values.Where(unit => unit.CommentRow is null).ToDictionary(unit => unit.PostRow, unit => unit.Handle);
        _standing.Clear();
        _archive.Clear();
        _decisions.Clear();
        _reviewer = null;
        ReadDecisions();
        _rehearsed = null;
        _releasedPaths = null;
        _pass = null;
        Board.Begin([.. Store.Posts().Where(post => post.Visibility == Visibility.Public).Select(post => post.Row)]);
    }

    /// <summary>The thread of a post or comment, open; null where the handle names none that the old blog showed.</summary>
    public OpenThread? Open(VaultHandle unit)
    {
        if (_open.Find(thread => thread.Find(unit) is not null) is { } known)
        {
            return known;
        }

        if (!_units.TryGetValue(unit, out var named) || Store.Post(named.PostRow) is not { Visibility: Visibility.Public } post)
        {
            return null;
        }

        var comments = Store.Comments(named.PostRow);
        if (Pass.RemainingOf(post.Row) > 0 && post.Markdown.Length + comments.Sum(comment => comment.Markdown.Length) <= ReadAtOpening)
        {
            var texts = Pass.Take(post.Row);
            Pass.Keep(post.Row, texts, Pass.Read(texts));
            Board.Touch(post.Row);
        }

        var thread = new OpenThread(PreparedThread.Of(post, comments), Release.ThreadPreview.Of(Store, Settings, _book, post, comments));
        _open.Insert(0, thread);
        if (_open.Count > MostOpenThreads)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        return thread.Find(unit) is null ? null : thread;
    }

    /// <summary>What the tagger has not read yet.</summary>
    public TaggerPass Pass => _pass ??= new TaggerPass(Store, Settings);

    /// <summary>Sets whether what the tagger finds holds texts.</summary>
    /// <exception cref="VaultException">The actor may not do it.</exception>
    public void SetMode(bool guards)
    {
        using (var transaction = Store.BeginTransaction())
        {
            Store.Tagger.SetGuards(guards);
            transaction.Commit();
        }

        Reload();
    }

    /// <summary>The post of a unit; null where there is no such unit.</summary>
    public VaultUnit? Unit(VaultHandle unit) => _units.TryGetValue(unit, out var named) ? named : null;

    /// <summary>The post or comment of a handle; null where there is none.</summary>
    public UnitPlace? PlaceOf(VaultHandle unit)
    {
        if (_open.Find(thread => thread.Find(unit) is not null)?.Find(unit) is { } open)
        {
            return open;
        }

        return _units.TryGetValue(unit, out var named) ? new UnitPlace(Store.Post(named.PostRow), named.CommentRow is { } row ? Store.Comment(row) : null) : null;
    }

    /// <summary>One text as the console shows it.</summary>
    public UnitView View(OpenThread thread, UnitPlace place, FindingFilter filter)
    {
        var title = place.Comment is null && place.Post.Title is not null ? Reviewer.ReviewPost(place.Post, () => []).Title : null;
        return UnitViews.Of(thread, place, thread.Review(place.Handle, Reviewer), title, InForceOn(place), filter) with { Repairs = RepairViews.Of(thread, place, _book) };
    }

    /// <summary>What the next release makes of texts.</summary>
    public ThreadReviewer Reviewer => _reviewer ??= VaultReview.Reviewer(Store, Settings);

    /// <summary>Path below <c>input/</c> of each post that was released, by its row.</summary>
    public IReadOnlyDictionary<long, string> ReleasedPaths => _releasedPaths ??= Release.ReleasedPosts.ByRow(Store);

    /// <summary>A text as it was released last; null where nothing of it was.</summary>
    public string? Released(UnitPlace place)
    {
        if (ReleasedPaths.GetValueOrDefault(place.Post.Row) is not { } path)
        {
            return null;
        }

        if (place.Comment is not { } comment)
        {
            return Store.Released.TryGetBytes(path, out var bytes) ? PostReader.Read(bytes, path).Body : null;
        }

        var unit = _units[comment.Handle];
        return Store.Released.TryGetBytes(path[..^".md".Length] + ".thread.md", out var thread)
            ? ThreadReader.Read(thread, path).Thread.Comments.FirstOrDefault(each => each.Id.Value == unit.PublicId || each.Id.Value == unit.FreshId)?.Body
            : null;
    }

    /// <summary>Redacts or keeps one place.</summary>
    /// <exception cref="ModerationException">It cannot be decided so; nothing was changed.</exception>
    public VaultDecision Place(DecisionAction action, UnitPlace place, TextField field, TextRange range, FindingKind? kind, string? replacement, string? reason) =>
        Made(Moderation().Place(action, place, field, range, kind, replacement, reason), place.Post);

    /// <summary>Decides on a term.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    /// <param name="request">What is asked.</param>
    /// <returns>The decision, and what it reaches.</returns>
    public (VaultDecision Decision, TermPlaces Places) Term(TermRequest request)
    {
        var places = Rehearse(request, CancellationToken.None);
        var decision = Moderation().Term(request);
        if (request.Scope is DecisionScope.Text or DecisionScope.Thread)
        {
            Follow(decision, request.At?.Post.Row);
        }
        else
        {
            FollowIn(places);
        }

        return (decision, places);
    }

    /// <summary>After a decision for everywhere or one writer, whose places are known: only their threads are looked at again.</summary>
    private void FollowIn(TermPlaces places)
    {
        ReadDecisions();
        _reviewer = _reviewer?.After(_book);
        var posts = places.Texts.Select(text => text.Post).ToHashSet();
        foreach (var thread in _open.Where(thread => posts.Contains(thread.Prepared.Post.Handle)))
        {
            thread.Forget(null);
        }

        foreach (var row in posts.Select(post => _units[post].PostRow))
        {
            Board.Touch(row);
        }
    }

    /// <summary>What a decision on a term would reach.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public TermPlaces Rehearse(TermRequest request, CancellationToken token)
    {
        var key = (request.Action, request.Term, request.Kind, request.Scope, _decisions.Count);
        if (_rehearsed is { } known && known.Key == key)
        {
            return known.Places;
        }

        var decision = Moderation().Prepare(request);
        var places = request is { Scope: DecisionScope.Text or DecisionScope.Thread, At: { } at } ? Rehearsal.Of(Store, [at.Post], decision, token) : Rehearsal.Of(Store, decision, token);
        _rehearsed = (key, places);
        return places;
    }

    /// <summary>What the whole archive tells of its people, as far as it was read; it is read from the first time that somebody asks.</summary>
    public ArchiveLedger WantArchive()
    {
        _archive.Want([.. _posts.Keys]);
        return _archive;
    }

    /// <summary>Says that a text was read and may be published.</summary>
    public VaultDecision Accept(UnitPlace place) => Made(Moderation().Accept(place), place.Post);

    /// <summary>Withholds a text, a thread or a writer.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public VaultDecision Withhold(UnitPlace place, DecisionScope scope, string? reason) =>
        Made(Moderation().Withhold(place, scope, reason), scope == DecisionScope.Writer ? null : place.Post);

    /// <summary>Joins a comment that was posted twice with the one that stands for both.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public VaultDecision SameAs(UnitPlace again, UnitPlace stays) => Made(Moderation().SameAs(again, stays), again.Post);

    /// <summary>Comments that say, letter for letter, what an earlier one of their thread says, as far as the lists know; with the earlier one.</summary>
    public IReadOnlyList<(UnitPlace Again, UnitPlace First)> Alike() =>
        [.. Board.Threads.SelectMany(thread => thread.Twins).Select(pair => (Again: PlaceOf(pair.Again), First: PlaceOf(pair.First)))
            .Where(pair => pair is { Again: { } again, First: { } first } && TextLikeness.AreAlike(again.Markdown, first.Markdown)).Select(pair => (pair.Again!, pair.First!))]; // checked just before

    /// <summary>Joins several comments at once; all or none.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public IReadOnlyList<VaultDecision> SameAsAll(IReadOnlyList<(UnitPlace Again, UnitPlace First)> pairs) => FollowRepairs(Moderation().SameAsAll(pairs));

    /// <summary>Takes back what was joined at once.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public IReadOnlyList<VaultDecision> UndoTogether(string reference) => FollowRepairs(Moderation().UndoTogether(reference));

    /// <summary>Says which comment another one answers.</summary>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public VaultDecision Answers(UnitPlace reply, UnitPlace answered) => Made(Moderation().Answers(reply, answered), reply.Post);

    /// <summary>Takes a decision back, or an undoing; null the last one in force.</summary>
    /// <returns>The decision that was undone.</returns>
    /// <exception cref="ModerationException">As <see cref="Place"/>.</exception>
    public VaultDecision Undo(string? reference)
    {
        var undone = Moderation().Undo(reference);
        Follow(undone, undone.Unit is { } unit && _units.TryGetValue(unit, out var named) ? named.PostRow : null);
        return undone;
    }

    /// <summary>Looks at one more thread for the lists, or has the tagger read one, if the store is free; false where nothing is left to do.</summary>
    /// <remarks>The tagger reads what somebody has open before anything else, and without holding the store meanwhile.</remarks>
    public bool RefreshOne()
    {
        (TaggerPass Pass, long Post, IReadOnlyList<UnreadText> Texts)? unread = null;
        var looked = false;
        TryRun(() =>
        {
            KeepWhatWasRead();
            var open = _open.Select(thread => thread.Prepared.Post.Row).Where(row => Pass.RemainingOf(row) > 0).Cast<long?>().FirstOrDefault();
            if (open is null && Board.Next() is { } next)
            {
                RefreshThread(next);
                looked = true;
            }
            else if ((open ?? Pass.Next()) is { } post)
            {
                unread = (Pass, post, Pass.Take(post));
            }
            else
            {
                Store.CatchUpSearch(); // so that the first who searches need not wait for what an import has left to be taken in
                looked = _standing.LookOne(Store, _book) || _archive.ReadOne(Store);
            }
        });
        if (unread is (var pass, var row, var texts))
        {
            _read = (pass, row, texts, pass.Read(texts));
            return true;
        }

        return looked || Board.Stale > 0;
    }

    /// <summary>Keeps what the tagger found since the last turn; not where the archive or the mode has changed meanwhile.</summary>
    private void KeepWhatWasRead()
    {
        if (_read is not (var pass, var row, var texts, var found))
        {
            return;
        }

        _read = null;
        if (ReferenceEquals(pass, _pass) && pass.RemainingOf(row) > 0)
        {
            pass.Keep(row, texts, found);
            _open.Find(thread => thread.Prepared.Post.Row == row)?.Forget(null);
            Board.Touch(row);
        }
    }

    private void RefreshThread(long row)
    {
        if (_open.Find(open => open.Prepared.Post.Row == row) is { } known)
        {
            var (post, comments) = known.Whole(Reviewer);
            var handles = known.Prepared.Comments.ToDictionary(comment => comment.Row, comment => comment.Handle);
            Board.Put(known.Prepared, post, comments, [.. known.Twins.Select(pair => (handles[pair.Key], handles[pair.Value]))]);
            return;
        }

        var thread = PreparedThread.Of(Store.Post(row), Store.Comments(row));
        var review = Reviewer.Review(thread);
        Board.Put(thread, review.Post, review.Comments, [.. DuplicateComments.Of(thread, review.Repairs).Select(pair => (pair.Again.Handle, pair.First.Handle))]);
    }

    /// <summary>The decisions in force that are about one text by name: its own places and terms, and whether it is withheld or was read.</summary>
    public IReadOnlyList<VaultDecision> InForceOn(UnitPlace place) =>
        [.. _book.InForce.Where(decision => decision.Unit == place.Handle || (decision.Scope == DecisionScope.Thread && decision.Unit == place.Post.Handle))];

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Moderation Moderation() => new(Store, Store.Actor, _time);

    private VaultDecision Made(VaultDecision decision, VaultPost? post)
    {
        Follow(decision, post?.Row);
        return decision;
    }

    /// <summary>After a decision: what still holds is kept, the rest forgotten.</summary>
    private void Follow(VaultDecision decision, long? post)
    {
        ReadDecisions();
        _reviewer = _reviewer?.After(_book);
        var isOfOneText = decision.Unit is not null && (decision.Scope == DecisionScope.Place || (decision.Scope == DecisionScope.Text && decision.Term is null) || decision.Action == DecisionAction.Accept);
        if (IsRepair(decision.Action))
        {
            _open.RemoveAll(thread => post is null || thread.Prepared.Post.Row == post); // its comments stand in another order now
        }

        foreach (var thread in _open.Where(thread => post is null || thread.Prepared.Post.Row == post))
        {
            thread.Forget(isOfOneText ? decision.Unit : null);
        }

        Board.Touch(decision.Scope is DecisionScope.Everywhere or DecisionScope.Writer ? null : post);
    }

    private IReadOnlyList<VaultDecision> FollowRepairs(IReadOnlyList<VaultDecision> repairs)
    {
        ReadDecisions();
        _reviewer = _reviewer?.After(_book);
        var rows = repairs.Select(decision => decision.Unit).OfType<VaultHandle>().Select(unit => _units[unit].PostRow).ToHashSet();
        _open.RemoveAll(thread => rows.Contains(thread.Prepared.Post.Row));
        foreach (var row in rows)
        {
            Board.Touch(row);
        }

        return repairs;
    }

    private static bool IsRepair(DecisionAction action) => action is DecisionAction.SameAs or DecisionAction.Answers;

    private void ReadDecisions()
    {
        _decisions.AddRange(Store.Decisions.Since(_decisions.Count == 0 ? 0 : _decisions[^1].Row));
        _book = DecisionBook.Of(_decisions);
    }
}
