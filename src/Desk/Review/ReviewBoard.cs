using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>How the whole private store stands: what is held, and what is found where. Kept in memory only, and refreshed thread by thread.</summary>
internal sealed class ReviewBoard
{
    private readonly Dictionary<long, BoardThread> _threads = [];
    private readonly HashSet<long> _stale = [];
    private readonly Dictionary<string, (string Words, string Folded)> _words = new(StringComparer.Ordinal); // the same words are one string, however often they stand
    private readonly Dictionary<bool, IReadOnlyList<BoardTerm>> _terms = [];
    private IReadOnlyList<long> _order = [];
    private BoardSummary? _summary;

    /// <summary>Threads that the lists do not know as they are now.</summary>
    public int Stale => _stale.Count;

    /// <summary>Threads in all.</summary>
    public int Count => _order.Count;

    /// <summary>The threads in the order of the store, those not looked at yet left out.</summary>
    public IEnumerable<BoardThread> Threads => _order.Select(row => _threads.GetValueOrDefault(row)).OfType<BoardThread>();

    /// <summary>Begins anew: posts were added or changed.</summary>
    /// <param name="posts">Rows of the posts that the old blog showed, in the order of the store.</param>
    public void Begin(IReadOnlyList<long> posts)
    {
        _order = posts;
        _terms.Clear();
        _summary = null;
        _threads.Clear();
        _stale.Clear();
        _stale.UnionWith(posts);
    }

    /// <summary>A decision may have changed every thread, or one.</summary>
    public void Touch(long? post)
    {
        if (post is not { } row)
        {
            _stale.UnionWith(_order);
        }
        else if (_threads.ContainsKey(row))
        {
            _stale.Add(row);
        }
    }

    /// <summary>The next thread to look at; null where all are known.</summary>
    public long? Next() => _stale.Count == 0 ? null : _stale.First();

    /// <summary>Takes in how a thread stands.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="ofPost">The review of its post.</param>
    /// <param name="ofComments">The reviews of its comments, by row.</param>
    /// <param name="twins">Comments that look as if they had been posted twice, each with the first.</param>
    public void Put(PreparedThread thread, TextReview ofPost, IReadOnlyDictionary<long, TextReview> ofComments, IReadOnlyList<(VaultHandle Again, VaultHandle First)> twins)
    {
        var (post, comments) = (thread.Post, thread.Comments);
        _terms.Clear();
        _summary = null;
        var shown = comments.Where(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published }).ToList();
        var texts = shown.Select(comment => (comment.Markdown, Review: ofComments[comment.Row])).Prepend((post.Markdown, Review: ofPost)).ToList();
        _threads[post.Row] = new BoardThread
        {
            Post = post.Handle,
            Row = post.Row,
            Title = post.Title,
            Month = post.Published is { } published ? new DateOnly(published.Value.Year, published.Value.Month, 1) : null,
            State = ofPost.State,
            Texts = texts.GroupBy(text => text.Review.State).ToDictionary(group => group.Key, group => group.Count()),
            Twins = twins,
            Held = [.. texts.Where(text => text.Review.State == ReviewState.Held).Select(text => text.Review.Unit)],
            Open = [.. texts.Where(text => text.Review.State != ReviewState.Merged).SelectMany(text => Open(post, text.Markdown, text.Review))],
        };
        _stale.Remove(post.Row);
    }

    /// <summary>What is found, grouped by kind and words: what holds texts first, by how many texts it holds; then what is masked, then facts.</summary>
    /// <param name="nearMisses">The near misses instead of what counts.</param>
    public IReadOnlyList<BoardTerm> Terms(bool nearMisses)
    {
        if (!_terms.TryGetValue(nearMisses, out var terms))
        {
            terms =
            [
                .. Threads.SelectMany(thread => thread.Open).Where(found => found.IsNearMiss == nearMisses)
                    .GroupBy(found => (found.Kind, Words: Folded(found.Words)))
                    .Select(group => new BoardTerm(group.First(), [.. group.Select(found => found.Unit).Distinct()], group.Count(), group.Any(found => found.Holds)))
                    .OrderBy(term => Risk(term.First.Treatment)).ThenByDescending(term => term.Texts.Count).ThenBy(term => term.Words, StringComparer.Ordinal),
            ];
            _terms.Add(nearMisses, terms);
        }

        return terms;
    }

    /// <summary>How much waits.</summary>
    public BoardSummary Summary => _summary is { } known && known.Stale == Stale ? known : _summary = BoardSummary.Of(this);

    /// <summary>0 for what holds a text, 1 for what is masked without a decision, 2 for facts that identify only together.</summary>
    public static int Risk(FindingTreatment treatment) => treatment switch
    {
        FindingTreatment.Hold => 0,
        FindingTreatment.Mask => 1,
        FindingTreatment.List => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "No risk for this treatment."),
    };

    private IEnumerable<BoardFinding> Open(VaultPost post, string markdown, TextReview review)
    {
        foreach (var (field, finding, status, treatment) in review.Findings)
        {
            if (status != FindingStatus.Open)
            {
                continue;
            }

            var source = field == TextField.Body ? markdown : post.Title ?? string.Empty;
            var words = FindingWords.Of(finding.Range.Of(source));
            if (!_words.TryGetValue(words, out var known))
            {
                _words.Add(words, known = (words, NameFolding.Fold(words)));
            }

            words = known.Words;
            var holds = review.State == ReviewState.Held && !finding.IsNearMiss && treatment == FindingTreatment.Hold;
            yield return new BoardFinding(review.Unit, field, finding.Range.Start, finding.Range.Length, finding.Kind, words, holds, finding.IsNearMiss, treatment);
        }
    }

    private string Folded(string words) => _words[words].Folded;
}
