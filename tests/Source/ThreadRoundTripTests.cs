using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

/// <summary>Properties of the thread format over thousands of made-up threads; a failing seed is named and runs alone.</summary>
public sealed class ThreadRoundTripTests
{
    private const int Seeds = 1500;

    [Fact]
    public void What_is_written_is_canonical_and_is_read_back_the_same()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var thread = new RandomThreads(seed).Next();
            var bytes = ThreadWriter.Write(thread);
            Assert.True(CanonicalThreadReader.TryRead(bytes, out var fast), $"seed {seed}");
            Assert.Equal(thread.Post, fast.Post);
            Assert.Equal(thread.Comments.Select(Canonical), fast.Comments);
            Assert.Equal(bytes, ThreadWriter.Write(fast));
        }
    }

    [Fact]
    public void The_reader_for_hands_reads_a_canonical_file_as_the_fast_reader_does()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var bytes = ThreadWriter.Write(new RandomThreads(seed).Next());
            Assert.True(CanonicalThreadReader.TryRead(bytes, out var fast), $"seed {seed}");
            var slow = TolerantThreadReader.Read(bytes, "x");
            Assert.True(slow.Canonical, $"seed {seed}");
            Assert.Equal(fast.Comments, slow.Thread.Comments);
            Assert.DoesNotContain(slow.Findings, finding => finding.Rule != "separator");
        }
    }

    /// <summary>Cuts, doubles, swaps and overwrites: what is accepted without a finding must be exactly what is written.</summary>
    [Fact]
    public void A_damaged_file_is_refused_in_words_or_read_into_something_that_can_be_written()
    {
        var (canonical, read, refused) = (0, 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var bytes = Damage([.. ThreadWriter.Write(new RandomThreads(seed).Next())], random);
            ThreadReadResult result;
            try
            {
                result = ThreadReader.Read(bytes, "posts/x.thread.md");
            }
            catch (SourceException problem)
            {
                refused++;
                Assert.StartsWith("posts/x.thread.md:", problem.Message, StringComparison.Ordinal);
                continue;
            }

            read++;
            var written = ThreadWriter.Write(result.Thread);
            Assert.True(result.Canonical == written.AsSpan().SequenceEqual(bytes), $"seed {seed}");
            Assert.True(result.Canonical || result.Findings.Count > 0, $"seed {seed}");
            Assert.True(CanonicalThreadReader.TryRead(written, out var again) || result.Findings.Any(finding => finding.Rule == "number"), $"seed {seed}");
            Assert.True(again is null || again.Comments.SequenceEqual(result.Thread.Comments), $"seed {seed}");
            canonical += result.Canonical ? 1 : 0;
        }

        Assert.True(canonical > 25 && read - canonical > 100 && refused > 100, $"{canonical} canonical of {read} read, {refused} refused: the damage is too mild or too harsh to test anything.");
    }

    [Fact]
    public void Any_bytes_are_refused_in_words_or_read()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            byte[] bytes;
            if (seed % 2 == 0)
            {
                bytes = new byte[random.Next(400)];
                random.NextBytes(bytes);
            }
            else
            {
                bytes = Encoding.UTF8.GetBytes("thread: x\nformat: 1\n\n--- comment\nid: a\n" + new RandomThreads(seed).Text(40));
            }

            try
            {
                ThreadReader.Read(bytes, "x.thread.md");
            }
            catch (SourceException problem)
            {
                Assert.NotEmpty(problem.Problems);
            }
        }
    }

    [Fact]
    public void A_hostile_file_of_a_megabyte_takes_no_longer_than_its_length_asks_for()
    {
        // Each of these would be quadratic in a careless reader; the suite's own time limit is the measure.
        var head = "thread: x\nformat: 1\n\n--- comment\nid: a\nstate: published\n\n";
        string[] bodies =
        [
            new string('\\', 1_000_000) + "--- comment",
            string.Concat(Enumerable.Repeat("x--- comment", 80_000)),
            string.Concat(Enumerable.Repeat("\\--- comment\n", 80_000)),
            string.Concat(Enumerable.Repeat("--- commentary\n", 70_000)),
            new string('\n', 1_000_000),
            new string('\r', 1_000_000),
            new string('\u0001', 1_000_000),
            string.Concat(Enumerable.Range(0, 30_000).Select(i => $"--- comment\nid: x{i}\nparent: y{i}\n\n")),
        ];
        foreach (var body in bodies)
        {
            var result = ThreadReader.Read(Encoding.UTF8.GetBytes(head + body), "x.thread.md");
            Assert.True(result.Findings.Count <= 210);
        }
    }

    [Theory]
    [InlineData("--- comment", "\\--- comment")]
    [InlineData("\\--- comment", "\\\\--- comment")]
    [InlineData("--- commentary", "\\--- commentary")]
    [InlineData(" --- comment", " --- comment")]
    [InlineData("a\n--- comment\nb", "a\n\\--- comment\nb")]
    [InlineData("a --- comment", "a --- comment")]
    public void A_line_that_begins_as_a_separator_gets_one_backslash(string body, string written)
    {
        Assert.Equal(written, ThreadSyntax.Escape(body));
        Assert.Equal(body, ThreadSyntax.Unescape(written));
    }

    private static PublishedComment Canonical(PublishedComment comment) => PublishedComment.Create(
        comment.Fields with
        {
            Author = SourceText.CanonicalValue(comment.Fields.Author),
            Unresolved = SourceText.CanonicalValue(comment.Fields.Unresolved),
        },
        SourceText.CanonicalBody(comment.Body));

    private static byte[] Damage(List<byte> bytes, Random random)
    {
        for (var times = random.Next(3); times >= 0; times--)
        {
            var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n').ToList();
            var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
            switch (random.Next(7))
            {
                case 0:
                    lines.RemoveAt(one);
                    break;
                case 1:
                    lines.Insert(one, lines[other]);
                    break;
                case 2:
                    (lines[one], lines[other]) = (lines[other], lines[one]);
                    break;
                case 3:
                    lines[one] += random.Next(2) == 0 ? " " : "\r";
                    break;
                case 4:
                    lines.RemoveRange(one, lines.Count - one);
                    break;
                case 5:
                    lines.Insert(one, string.Empty);
                    break;
                default:
                    var line = lines[one];
                    lines[one] = line.Length == 0 ? "\t" : line[..random.Next(line.Length)] + (char)random.Next(256) + line[random.Next(line.Length)..];
                    break;
            }

            bytes = [.. Encoding.Latin1.GetBytes(string.Join('\n', lines))];
        }

        return [.. bytes];
    }
}
