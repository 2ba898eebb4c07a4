using System.Text;
using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Import.Captures;
using Blog.Model;

namespace Blog.Bench.Threads;

/// <summary>Counts how well a reader of captures found the comments of invented threads; sums over any number of threads.</summary>
public sealed partial class StructureScore
{
    /// <summary>Comments that are in the copy or lost from it, by the truth.</summary>
    public int True { get; private set; }

    /// <summary>Of these, lost without a later number in their list: nobody can know of them.</summary>
    public int Untraceable { get; private set; }

    /// <summary>Comments the reader found, tombstones included.</summary>
    public int Found { get; private set; }

    /// <summary>Found ones that are true: number and parent agree.</summary>
    public int Right { get; private set; }

    /// <summary>Right ones without those that nobody can know of.</summary>
    public int RightKnowable { get; private set; }

    /// <summary>Comments of which the copy keeps text.</summary>
    public int TrueTexts { get; private set; }

    /// <summary>Comments to which the reader gave text.</summary>
    public int FoundTexts { get; private set; }

    /// <summary>Of these, with exactly the letters and digits of the true text.</summary>
    public int RightTexts { get; private set; }

    /// <summary>Wrong texts that carry no flag: nobody is told to look.</summary>
    public int WrongUnflagged { get; private set; }

    /// <summary>Stamps in the copies, and those read with name and minute as they are.</summary>
    public int TrueStamps { get; private set; }

    /// <summary>Stamps that were read right.</summary>
    public int RightStamps { get; private set; }

    /// <summary>Comments with a stamp that has none, or another.</summary>
    public int WrongStamps { get; private set; }

    /// <summary>Threads in which everything that can be known is right.</summary>
    public int PerfectThreads { get; private set; }

    /// <summary>Threads.</summary>
    public int Threads { get; private set; }

    /// <summary>Reads one thread and counts; returns whether all of it is right that can be known.</summary>
    public bool Add(GeneratedThread thread)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(thread.Text));
        var found = CaptureReader.Read(stream, "thread.txt", thread.Zone).OfType<ImportedComment>().ToList();
        var truth = thread.Comments.ToDictionary(c => c.Number);
        var perfect = true;
        Threads++;
        True += truth.Count;
        Untraceable += thread.Comments.Count(c => c.Untraceable);
        TrueTexts += thread.Comments.Count(c => c.Body.Length > 0);
        TrueStamps += thread.Comments.Count(c => c.Kept is not null);
        var knowable = thread.Comments.Where(c => !c.Untraceable).Select(c => c.Number).ToHashSet();
        foreach (var comment in found)
        {
            Found++;
            FoundTexts += comment.State == CommentState.Published ? 1 : 0;
            var match = comment.Number is { } number && truth.TryGetValue(number, out var t) && t.Parent?.ToString() == comment.ParentSourceId ? t : null;
            if (match is null)
            {
                perfect = false;
                WrongStamps += comment.Published is null ? 0 : 1;
                WrongUnflagged += comment.Flags.Count == 0 ? 1 : 0;
                continue;
            }

            Right++;
            RightKnowable += knowable.Remove(match.Number) ? 1 : 0;
            var stamp = comment.Published?.Value == match.Kept?.ToDateTimeOffset() && comment.Author?.Name == match.Author;
            if (comment.Published is not null || match.Kept is not null)
            {
                RightStamps += stamp ? 1 : 0;
                WrongStamps += stamp || comment.Published is null ? 0 : 1;
                perfect &= stamp;
            }

            if (comment.State == CommentState.Published && Shown(comment) == Letters(match.Body))
            {
                RightTexts++;
            }
            else if (comment.State == CommentState.Published || match.Body.Length > 0)
            {
                perfect = false;
                WrongUnflagged += comment.Flags.Count == 0 ? 1 : 0;
            }
        }

        perfect &= knowable.Count == 0;
        PerfectThreads += perfect ? 1 : 0;
        return perfect;
    }

    /// <summary>What is wrong in one thread, a line a comment; empty where nothing is.</summary>
    public static IReadOnlyList<string> Explain(GeneratedThread thread)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(thread.Text));
        var found = CaptureReader.Read(stream, "thread.txt", thread.Zone).OfType<ImportedComment>().ToList();
        var lines = new List<string>();
        foreach (var comment in thread.Comments)
        {
            var match = found.Find(c => c.Number == comment.Number);
            var loss = comment.Loss == LossKind.None ? string.Empty : $", lost: {comment.Loss}{(comment.Untraceable ? " (untraceable)" : string.Empty)}";
            if (match is null)
            {
                lines.Add($"{thread.Seed} {comment.Number} not found{loss}");
                continue;
            }

            if (Shown(match) != Letters(comment.Body))
            {
                lines.Add($"{thread.Seed} {comment.Number} text differs{loss} ({Shown(match).Length} letters for {Letters(comment.Body).Length}); flags: {string.Join(", ", match.Flags)}");
            }

            if (match.Published?.Value != comment.Kept?.ToDateTimeOffset() || match.Author?.Name != comment.Author)
            {
                lines.Add($"{thread.Seed} {comment.Number} {comment.Author} {comment.Kept} read as {match.Author?.Name} {match.Published?.Value}; flags: {string.Join(", ", match.Flags)}");
            }
        }

        lines.AddRange(found.Where(c => !thread.Comments.Any(t => t.Number == c.Number)).Select(c => $"{thread.Seed} {c.Number} invented; flags: {string.Join(", ", c.Flags)}"));
        return lines;
    }

    // The marks of lost links are the reader's own words.
    private static string Shown(ImportedComment comment) => Letters(LostMark().Replace(comment.Body.Markdown, string.Empty));

    [GeneratedRegex(@"\\?\[link lost\\?\]", RegexOptions.CultureInvariant)]
    private static partial Regex LostMark();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
