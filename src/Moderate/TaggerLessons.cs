using Blog.Model;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>What the decisions of a store teach the tagger, and whether that helps: learned on one part of the decided texts, shown on the other.</summary>
/// <remarks>
/// The decisions are the examples: nothing is written down a second time, so that what is undone teaches nothing and what is erased is gone. Nothing of it leaves the store; what is told of it is numbers.
/// </remarks>
public sealed class TaggerLessons
{
    private const int Parts = 5; // every fifth decided text, by its random handle, is held apart
    private const int Others = 500;

    private readonly PublicNames _publicNames;
    private readonly List<(VaultHandle Unit, TagLesson Lesson)> _lessons = [];
    private readonly List<ProseView> _others = [];

    /// <summary>Reads the store.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="progress">Told how many threads are read, of how many.</param>
    /// <param name="token">Stops the reading.</param>
    public TaggerLessons(VaultStore vault, SiteSettings settings, Action<int, int> progress, CancellationToken token)
    {
        _publicNames = PublicNames.BuiltIn.With(settings.PublicNames);
        var (done, all) = (0, (int)vault.Stats().PublicPosts);
        foreach (var (post, comments, review) in VaultReview.Threads(vault, VaultReview.Reviewer(vault, settings)))
        {
            token.ThrowIfCancellationRequested();
            Add(post.Markdown, review.Post);
            foreach (var comment in comments)
            {
                Add(comment.Markdown, review.Comments[comment.Row]);
            }

            progress(++done, Math.Max(all, done));
        }

        _lessons.Sort((left, right) => string.CompareOrdinal(left.Unit.Hex, right.Unit.Hex));
    }

    /// <summary>Texts in which something was decided that the tagger can learn from.</summary>
    public int Texts => _lessons.Count;

    /// <summary>Texts among them that are held apart.</summary>
    public int Held => _lessons.Count(each => IsHeld(each.Unit));

    /// <summary>Stretches that were taken out.</summary>
    public int Masked => _lessons.Sum(each => each.Lesson.Stretches.Count(stretch => stretch.IsMasked));

    /// <summary>Findings that stay.</summary>
    public int Kept => _lessons.Sum(each => each.Lesson.Stretches.Count(stretch => !stretch.IsMasked));

    /// <summary>What is learned of all of them.</summary>
    public byte[] Learn() => TextTagger.Learn([.. _lessons.Select(each => each.Lesson)]);

    /// <summary>Learns without the held part, and says what that changes there and in texts on which nobody decided.</summary>
    public TaggerTrial Try()
    {
        var taught = TextTagger.With(TextTagger.Learn([.. _lessons.Where(each => !IsHeld(each.Unit)).Select(each => each.Lesson)]));
        var held = _lessons.Where(each => IsHeld(each.Unit)).Select(each => each.Lesson).ToList();
        return new TaggerTrial(
            Count(TextTagger.Shipped, held, isMasked: true),
            Count(taught, held, isMasked: true),
            Count(TextTagger.Shipped, held, isMasked: false),
            Count(taught, held, isMasked: false),
            _others.Count,
            _others.Sum(view => Suggestions(TextTagger.Shipped, view).Count),
            _others.Sum(view => Suggestions(taught, view).Count));
    }

    private static bool IsHeld(VaultHandle unit) => unit.ToBytes()[0] % Parts == 0;

    /// <summary>How many decided stretches a tagger suggests: a kept one where any of it is, one taken out where all of its words are.</summary>
    private (int Suggested, int All) Count(TextTagger tagger, List<TagLesson> lessons, bool isMasked)
    {
        var (suggested, all) = (0, 0);
        foreach (var (view, stretches) in lessons)
        {
            var found = Suggestions(tagger, view);
            foreach (var stretch in stretches.Where(stretch => stretch.IsMasked == isMasked))
            {
                all++;
                suggested += isMasked ? (IsCovered(view.Markdown, stretch.Range, found) ? 1 : 0) : found.Exists(range => range.Start < stretch.Range.End && range.End > stretch.Range.Start) ? 1 : 0;
            }
        }

        return (suggested, all);
    }

    private static bool IsCovered(string text, TextRange range, List<TextRange> found)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !found.Exists(each => each.Start <= i && each.End > i))
            {
                return false;
            }
        }

        return true;
    }

    private List<TextRange> Suggestions(TextTagger tagger, ProseView view) => [.. tagger.Find([view], [[]], _publicNames, TagMode.Suggest)[0].Select(finding => finding.Range)];

    private void Add(string markdown, TextReview review)
    {
        var stretches = review.Decided.Where(each => each.Range.Length > 0).Select(each => FindingKindTable.TryParse(each.Kind, out var kind) ? new TaughtStretch(each.Range, kind, IsMasked: true) : (TaughtStretch?)null).OfType<TaughtStretch>()
            .Concat(review.Findings.Where(found => found is { Field: TextField.Body, Status: FindingStatus.Kept }).Select(found => new TaughtStretch(found.Finding.Range, found.Finding.Kind, IsMasked: false)))
            .Where(stretch => TextTagger.Learns(stretch.Kind)).OrderBy(stretch => stretch.Range.Start).ToList();
        if (stretches.Count > 0)
        {
            _lessons.Add((review.Unit, new TagLesson(ProseView.Of(markdown), stretches)));
        }
        else if (_others.Count < Others && markdown.Length > 0)
        {
            _others.Add(ProseView.Of(markdown));
        }
    }
}
