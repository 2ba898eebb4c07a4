using System.Globalization;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Vault;

namespace Blog.Tests.Moderate;

/// <summary>Invented threads and decisions, made in one line each.</summary>
internal static class ModerationSamples
{
    public static VaultHandle Handle(int n) => new(n.ToString("x32", CultureInfo.InvariantCulture));

    public static VaultPost Post(string text, string? title = null, string? permalink = null, int row = 1, IReadOnlyList<string>? labels = null) => new()
    {
        Row = row,
        Handle = Handle(row * 1000),
        SourceFormat = "capture",
        SourceKey = "k",
        SourceId = row.ToString(CultureInfo.InvariantCulture),
        PublicId = PostId.Parse("p" + row.ToString(CultureInfo.InvariantCulture)),
        Kind = EntryKind.Post,
        Visibility = Visibility.Public,
        Title = title,
        Markdown = text,
        Permalink = permalink,
        Labels = labels ?? [],
        Ordinal = row,
    };

    public static VaultComment Comment(int row, string text, VaultPerson? author = null) => new()
    {
        Row = row,
        PostRow = 1,
        Handle = Handle(row),
        Id = CommentId.Parse("c" + row.ToString(CultureInfo.InvariantCulture)),
        Visibility = Visibility.Public,
        State = CommentState.Published,
        Markdown = text,
        Author = author,
        Ordinal = row,
    };

    public static VaultPerson Person(int row, string name, string? identity) => new() { Row = row, Handle = Handle(500_000 + row), Name = name, Identity = identity };

    private static int _made;

    public static VaultDecision Decide(DecisionAction action, DecisionScope scope, string? term = null, VaultHandle? unit = null, VaultHandle? person = null, FindingKind? kind = null, string? replacement = null)
    {
        var row = Interlocked.Increment(ref _made);
        return new VaultDecision
        {
            Handle = Handle(1_000_000 + row),
            Row = row,
            Made = DateTimeOffset.UnixEpoch,
            Actor = "Test",
            Action = action,
            Scope = scope,
            Unit = unit,
            Person = person,
            Term = term,
            Kind = kind is { } known ? FindingKindTable.ToWord(known) : null,
            Replacement = replacement,
        };
    }

    public static VaultDecision RedactTerm(string term, DecisionScope scope = DecisionScope.Everywhere, VaultHandle? unit = null, FindingKind? kind = FindingKind.Person, VaultHandle? person = null, string? replacement = null) =>
        Decide(DecisionAction.Redact, scope, term, unit, person, kind, replacement);

    public static ThreadReview Review(VaultPost post, IReadOnlyList<VaultComment> comments, params VaultDecision[] decisions) =>
        Reviewer(comments, decisions).Review(post, comments);

    public static ThreadReviewer Reviewer(IReadOnlyList<VaultComment> comments, params VaultDecision[] decisions) => new(
        DecisionBook.Of(decisions),
        [.. comments.Select(comment => comment.Author).OfType<VaultPerson>().DistinctBy(person => person.Row)],
        new SiteSettings { Title = "T", Address = "https://archive.example" },
        (_, body, title) => new FoundInText(
            [
                .. title is null ? [] : TextFinder.Find(ProseView.Of(title), PublicNames.BuiltIn).Select(finding => (TextField.Title, finding)),
                .. TextFinder.Find(body, PublicNames.BuiltIn).Select(finding => (TextField.Body, finding)),
            ],
            TagMode.Suggest,
            IsRead: true),
        (decision, thread) => $"Quiet Kettle {thread.Hex[^4..]}");
}
