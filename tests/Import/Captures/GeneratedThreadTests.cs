using System.Globalization;
using System.Text;
using Blog.Bench.Threads;
using Blog.Import;
using Blog.Import.Captures;

namespace Blog.Tests.Import.Captures;

/// <summary>A fixed slice of the invented threads; <c>dotnet run --project bench -- threads</c> has the other figures.</summary>
public sealed class GeneratedThreadTests
{
    private static readonly GeneratedThread[] Threads = [.. Enumerable.Range(2000, 50).Select(ThreadGenerator.Generate)];

    [Fact]
    public void Structure_is_found_in_fifty_threads()
    {
        var score = new StructureScore();
        foreach (var thread in Threads)
        {
            score.Add(thread);
        }

        Assert.True(score.RightKnowable >= 0.995 * (score.True - score.Untraceable), $"recall {score.RightKnowable}/{score.True - score.Untraceable}");
        Assert.True(score.Right >= 0.99 * score.Found, $"precision {score.Right}/{score.Found}");
        Assert.True(score.RightTexts >= 0.975 * score.TrueTexts, $"texts {score.RightTexts}/{score.TrueTexts}");
        Assert.True(score.WrongStamps <= 0.01 * score.TrueStamps, $"stamps {score.WrongStamps}");
        Assert.True(score.WrongUnflagged <= 5, $"unflagged {score.WrongUnflagged}");
    }

    [Fact]
    public void Every_character_of_every_thread_is_in_exactly_one_entry()
    {
        foreach (var thread in Threads)
        {
            var together = string.Concat(CaptureReader.Read(new StringReader(thread.Text), "t.txt", thread.Zone).Select(e => e switch
            {
                ImportedPost post => post.Body.Original.Markup,
                ImportedComment comment => comment.Body.Original.Markup,
                _ => string.Empty,
            }));
            Assert.Equal(thread.Text, together);
        }
    }

    [Fact]
    public void Any_damage_to_a_thread_still_reads_without_loss()
    {
        // Lines dropped, doubled, moved and shifted at random: whatever is found, every character stays.
        foreach (var thread in Threads)
        {
            var random = new StableRandom((ulong)thread.Seed + 99);
            var lines = thread.Text.Split('\n').ToList();
            for (var i = 0; i < 12; i++)
            {
                var at = random.Between(4, lines.Count - 1);
                switch (random.Below(5))
                {
                    case 0:
                        lines.RemoveAt(at);
                        break;
                    case 1:
                        lines.Insert(at, lines[random.Below(lines.Count)]);
                        break;
                    case 2:
                        lines[at] = lines[at].TrimStart();
                        break;
                    case 3:
                        lines[at] = "  " + lines[at];
                        break;
                    default:
                        lines.Insert(at, string.Empty);
                        break;
                }
            }

            var text = string.Join('\n', lines);
            var entries = CaptureReader.Read(new StringReader(text), "t.txt", thread.Zone).ToList();
            Assert.Equal(text, string.Concat(entries.Select(e => e switch
            {
                ImportedPost post => post.Body.Original.Markup,
                ImportedComment comment => comment.Body.Original.Markup,
                _ => string.Empty,
            })));
            foreach (var post in entries.OfType<ImportedComment>().GroupBy(c => c.PostSourceId))
            {
                Assert.Equal([], post.GroupBy(c => c.Number).Where(g => g.Count() > 1).Select(g => $"{thread.Seed} post {post.Key}: {g.Key} twice"));
                Assert.All(post, c => Assert.True(c.Number!.Value.IsTop || post.Any(p => p.Number.ToString() == c.ParentSourceId)));
                Assert.Equal(post.Select(c => c.Number!.Value), post.Select(c => c.Number!.Value).Order());
            }
        }
    }

    [Fact]
    public void The_truth_about_a_thread_agrees_with_its_text()
    {
        foreach (var thread in Threads)
        {
            Assert.Equal(ThreadGenerator.Generate(thread.Seed).Text, thread.Text);
            foreach (var comment in thread.Comments)
            {
                foreach (var citation in comment.Citations)
                {
                    Assert.Equal(citation.Text, comment.Body.Substring(citation.Offset, citation.Text.Length));
                    Assert.True(citation.Meant is null || citation.Cited.Contains(citation.Meant.Value));
                    foreach (var number in citation.Cited)
                    {
                        var cited = thread.Comments.Single(c => c.Number == number);
                        Assert.Equal(citation.Time, cited.Written.TimeOfDay);
                        Assert.True(cited.Written.ToInstant() <= comment.Written.ToInstant());
                    }
                }

                foreach (var other in comment.LookAlikes)
                {
                    Assert.Equal(other.Text, comment.Body.Substring(other.Offset, other.Text.Length));
                }
            }
        }
    }

    [Fact]
    public void The_slice_holds_everything_the_generator_is_for()
    {
        var comments = Threads.SelectMany(t => t.Comments).ToList();
        Assert.Equal(7, comments.SelectMany(c => c.Citations).Select(c => c.Form).Distinct().Count());
        Assert.Contains(comments.SelectMany(c => c.Citations), c => c.Text.Contains('.', StringComparison.Ordinal));
        Assert.Contains(comments.SelectMany(c => c.Citations), c => c.Text.Contains(':', StringComparison.Ordinal));
        Assert.Contains(comments.SelectMany(c => c.Citations), c => c.Cited.Count == 0);
        Assert.Contains(comments.SelectMany(c => c.Citations), c => c.Cited.Count > 1);
        Assert.Contains(comments, c => c.Loss == LossKind.Number);
        Assert.Contains(comments, c => c.Loss == LossKind.All);
        Assert.Contains(comments, c => c.Kept is not null);
        Assert.Contains(Threads, t => t.Comments.Select(c => c.Written.Date).Distinct().Count() > 1);
        Assert.Contains(Threads, t => t.Comments.Select(c => c.Written.Offset).Distinct().Count() > 1);
        Assert.Contains(Threads, t => t.Text.Contains("\n    1. ", StringComparison.Ordinal) && t.Text.Contains("\n      1. ", StringComparison.Ordinal));
        Assert.All(comments.SelectMany(c => c.LookAlikes), l => Assert.True(char.IsAsciiDigit(l.Text[0]), l.Text.ToString(CultureInfo.InvariantCulture)));
        Assert.True(Encoding.UTF8.GetByteCount(Threads[0].Text) > 500);
    }
}
