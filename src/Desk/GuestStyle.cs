using System.Globalization;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;
using Blog.Guests.Style;
using Blog.Import;
using Blog.Model;

namespace Blog.Desk;

/// <summary>The comparison of the manner of writing, for an unpublished guest's text and an editor alone. Nothing of it is kept, exported or logged, and it runs on no comment.</summary>
internal static class GuestStyle
{
    /// <summary>Texts of the store that are read for the crowd: enough for a share, few enough that the console does not stand still.</summary>
    private const int MostThreads = 400;

    private const int MostTraits = 12;

    private const int MostEdits = 15;

    /// <summary>Compares a text with the crowd of the archive, and with texts that its writer has named.</summary>
    /// <param name="desk">The desk, within a turn.</param>
    /// <param name="version">The text as it stands.</param>
    /// <param name="named">Texts of the writer, parted by lines of dashes; null for none.</param>
    public static StyleView Compare(ReviewDesk desk, GuestVersion version, string? named)
    {
        var report = StyleCrowd.Of(Crowd(desk)).Compare(version.Markdown, Parts(named));
        return new StyleView(
            Summary(report),
            [.. report.StandsOut.Take(MostTraits).Select(trait => string.Create(CultureInfo.InvariantCulture, $"{trait.Name}: {(trait.IsMore ? "more" : "less")} than others here{(trait.IsOfNamed ? ", as in the named texts" : string.Empty)}{(trait.Places.Count > 0 ? $", in {trait.Places.Count} {(trait.Places.Count == 1 ? "place" : "places")}" : string.Empty)}"))],
            [.. report.Edits.Select(edit => (Words: edit.Place.Of(version.Markdown), Instead: edit.Replacement, Why: Why(edit.Reason))).DistinctBy(edit => edit.Words).Take(MostEdits)]);
    }

    private static IEnumerable<string> Crowd(ReviewDesk desk)
    {
        foreach (var post in desk.Store.Posts().Where(post => post.Visibility == Visibility.Public).Take(MostThreads))
        {
            yield return post.Markdown;
            foreach (var comment in desk.Store.Comments(post.Row).Where(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published }))
            {
                yield return comment.Markdown;
            }
        }
    }

    private static List<string> Parts(string? named)
    {
        var parts = new List<string> { string.Empty };
        foreach (var line in (named ?? string.Empty).ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length >= 3 && line.All(c => c == '-'))
            {
                parts.Add(string.Empty);
            }
            else
            {
                parts[^1] += line + "\n";
            }
        }

        return [.. parts.Where(part => !string.IsNullOrWhiteSpace(part))];
    }

    private static string Summary(StyleReport report) => report.Doubt switch
    {
        StyleDoubt.TextTooShort => string.Create(CultureInfo.InvariantCulture, $"Too short to say anything: {report.Words:N0} words, and {StyleCrowd.LeastWords:N0} are the least. That is no promise: short texts have been recognised by people."),
        StyleDoubt.NamedTooShort => string.Create(CultureInfo.InvariantCulture, $"How near it is to texts of its writer is not said: none were named, or they have less than {StyleCrowd.LeastWords:N0} words together. What stands out against the others here is below."),
        StyleDoubt.CrowdTooSmall => string.Create(CultureInfo.InvariantCulture, $"How near it is to texts of its writer is not said: the archive has too few texts of {StyleCrowd.LeastWords:N0} words to measure against."),
        StyleDoubt.None => string.Create(
            CultureInfo.InvariantCulture,
            $"Of {report.MeasuredOn:N0} texts of others, {report.ShareAsNear:P0} are as near to the named ones as this one, each measured without itself; half would be chance. {(report.NamedAsNear.Of > 0 ? $"Of the named texts, {report.NamedAsNear.AsNear} of {report.NamedAsNear.Of} are no nearer to each other than this one is to them. " : string.Empty)}The wording offered below does not hide a writer: it takes out what a colleague may notice."),
        _ => throw new InvalidOperationException($"No words for {report.Doubt}."),
    };

    private static string Why(StyleEditReason reason) => reason switch
    {
        StyleEditReason.Misspelling => "a misspelling",
        StyleEditReason.RareSpelling => "few others here spell it so",
        StyleEditReason.RareWord => "few others here say it so",
        StyleEditReason.Filler => "a filler that few others here use",
        StyleEditReason.ShortOrLongForm => "short and long forms, against what is usual here",
        _ => throw new InvalidOperationException($"No words for {reason}."),
    };
}
