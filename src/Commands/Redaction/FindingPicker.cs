using Blog.Moderate;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary>Finds the findings that a moderator names.</summary>
internal sealed class FindingPicker
{
    private readonly VaultStore _store;
    private readonly UnitFinder _units;
    private readonly ThreadReviewer _reviewer;

    public FindingPicker(BlogFolder folder, VaultStore store)
    {
        _store = store;
        _units = new UnitFinder(store);
        _reviewer = VaultReview.Reviewer(store, new BlogReader(folder).ReadSettings());
    }

    /// <summary>One finding (<c>NAME.3</c>), or with a bare name every open finding of the text that is no near miss.</summary>
    /// <exception cref="UsageException">There is no such finding.</exception>
    public (UnitPlace Place, IReadOnlyList<ReviewedFinding> Findings) Pick(string reference)
    {
        var (unit, number) = RedactOptions.Reference(reference);
        var place = _units.Find(unit);
        var review = _reviewer.Review(place.Post, _store.Comments(place.Post.Row));
        var findings = (place.Comment is null ? review.Post : review.Comments[place.Comment.Row]).Findings;
        if (number is not { } asked)
        {
            return (place, [.. findings.Where(found => found.Status == FindingStatus.Open && !found.Finding.IsNearMiss)]);
        }

        return asked >= 1 && asked <= findings.Count
            ? (place, [findings[asked - 1]])
            : throw new UsageException($"This text has {findings.Count} findings, near misses included; there is no number {asked}. \"redact show {unit}\" lists them. Nothing was changed.");
    }

    /// <summary>The words of a finding as readers would read them.</summary>
    public static string WordsOf(UnitPlace place, ReviewedFinding found)
    {
        var source = found.Field == TextField.Body ? place.Markdown : place.Post.Title ?? string.Empty;
        return FindingWords.Of(found.Finding.Range.Of(source));
    }
}
