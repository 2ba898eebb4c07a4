using Blog.Desk.Screens;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Facts;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>What the texts of one writer tell of them without a name, and what readers will see of it.</summary>
internal sealed class WriterFacts
{
    /// <summary>Threads that are read for one writer: a sitting's worth of reading, and a second of work.</summary>
    public const int MostThreads = 40;

    private const int LongestSentence = 260;

    private readonly VaultStore _store;
    private readonly ThreadReviewer _reviewer;
    private readonly Func<VaultHandle, UnitPlace?> _placeOf;
    private readonly Dictionary<VaultHandle, (UnitPlace Place, TextReview Review, bool IsPostOut)> _texts = [];

    private WriterFacts(VaultStore store, ThreadReviewer reviewer, Func<VaultHandle, UnitPlace?> placeOf)
    {
        _store = store;
        _reviewer = reviewer;
        _placeOf = placeOf;
    }

    /// <summary>Reads what is told of the writer of a text.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="reviewer">Says what becomes of each text.</param>
    /// <param name="placeOf">Gives the text of a handle.</param>
    /// <param name="text">A post, about whose writer (a guest post's own) it is asked, or a comment.</param>
    /// <returns>The facts, by kind; the text itself as facts are read in it, null where nothing can be; how many threads were read, of how many in which the writer wrote.</returns>
    public static (IReadOnlyList<ToldFact> Facts, FactText? Own, int Read, int Threads) Of(VaultStore store, ThreadReviewer reviewer, Func<VaultHandle, UnitPlace?> placeOf, UnitPlace text)
    {
        var rows = text is { Comment: not null, Author.Identity: { } identity } ? store.PostsOf(identity) : [text.Post.Row];
        List<long> read = [text.Post.Row, .. rows.Where(row => row != text.Post.Row).Take(MostThreads - 1)];
        var facts = new WriterFacts(store, reviewer, placeOf);
        var builder = new FactLedgerBuilder();
        FactText? own = null;
        foreach (var post in read.Select(store.Post))
        {
            var thread = FactTextReader.Thread(store, post);
            own ??= thread.FirstOrDefault(each => each.Handle == text.Handle);
            builder.Add(thread);
        }

        var ledger = builder.Build();
        var person = own is null ? null : ledger.Of(own);
        if (person is null)
        {
            return ([], own, read.Count, rows.Count);
        }

        var told = person.Entries.Select(entry => (Name: FactKindTable.WordOf(entry.Kind), Entry: entry))
            .Concat(ledger.Near(person).SelectMany(near => near.Entries.Select(entry => (Name: $"{FactKindTable.WordOf(entry.Kind)} of the {near.Key[(person.Key.Length + 3)..]}", Entry: entry))));
        return (
            [.. told.GroupBy(fact => fact.Name, fact => fact.Entry, StringComparer.Ordinal)
                .Select(group => new ToldFact(group.Key, [.. group.SelectMany(entry => entry.Places).Select(facts.Told).OfType<ToldPlace>()])).Where(fact => fact.Places.Count > 0)],
            own,
            read.Count,
            rows.Count);
    }

    private ToldPlace? Told(FactPlace told)
    {
        if (Find(told.Text) is not var (place, review, isPostOut))
        {
            return null;
        }

        var range = told.Fact.Range;
        var (start, end) = Sentence(place.Markdown, range);
        var kind = FindingKindTable.ToWord(FactKindTable.FindingOf(told.Fact.Kind));
        var (standing, isSeen) = Standing(place, review, isPostOut, range);
        return new ToldPlace(
            Excerpt.Cut(place.Handle, Excerpt.WhereOf(place), place.Markdown, start, range, end),
            new PlaceFields(place.Handle.Hex, "body", range.Start, range.Length, kind),
            standing,
            isSeen,
            told.IsCertain);
    }

    private static (string Words, bool IsSeen) Standing(UnitPlace place, TextReview review, bool isPostOut, TextRange range)
    {
        if (!isPostOut || review.State is ReviewState.Withheld or ReviewState.Merged || place.Comment is { State: not CommentState.Published })
        {
            return ("not published", false);
        }

        if (review.Findings.Any(found => found.Field == TextField.Body && found.Status == FindingStatus.Redacted && found.Finding.Range.Start <= range.Start && found.Finding.Range.End >= range.End)
            || !review.Markdown.Contains(range.Of(place.Markdown), StringComparison.Ordinal))
        {
            return ("taken out, or said more generally", false);
        }

        return (review.State == ReviewState.Held ? "the text waits for you; readers would see it" : "readers see it", true);
    }

    private (UnitPlace Place, TextReview Review, bool IsPostOut)? Find(VaultHandle unit)
    {
        if (_texts.TryGetValue(unit, out var known))
        {
            return known;
        }

        if (_placeOf(unit) is not { } place)
        {
            return null;
        }

        var comments = _store.Comments(place.Post.Row);
        var review = _reviewer.Review(place.Post, comments);
        var isPostOut = review.Post.State is not ReviewState.Withheld;
        _texts[place.Post.Handle] = (new UnitPlace(place.Post, null), review.Post, isPostOut);
        foreach (var comment in comments)
        {
            _texts[comment.Handle] = (new UnitPlace(place.Post, comment), review.Comments[comment.Row], isPostOut);
        }

        return _texts[unit];
    }

    /// <summary>The sentence around a stretch; a long one is cut.</summary>
    private static (int Start, int End) Sentence(string text, TextRange range)
    {
        var start = range.Start;
        while (start > 0 && range.Start - start < LongestSentence && !(text[start - 1] is '\n' || (text[start - 1] is ' ' && start > 1 && text[start - 2] is '.' or '!' or '?')))
        {
            start--;
        }

        var end = range.End;
        while (end < text.Length && end - range.End < LongestSentence && text[end] is not '\n' && !(text[end - 1] is '.' or '!' or '?' && text[end] is ' '))
        {
            end++;
        }

        return (start, end);
    }
}
