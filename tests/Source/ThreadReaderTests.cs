using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class ThreadReaderTests
{
    private const string Canonical =
        "thread: guest-blog-47\nformat: 1\n\n" +
        "--- comment\nid: a1\nnumber: 1\nauthor: Brave Heron\ndate: 2015-12-15\nstate: published\n\nFirst line.\n\nSecond *paragraph*.\n\n" +
        "--- comment\nid: a2\nnumber: 1.1\nparent: a1\ndate: 2015-12-15T10:04+00:00\nstate: removed-by-author\nreason: removed by its writer\n\n\n" +
        "--- comment\nid: a3\nnumber: 2\nauthor: Ævar\ndate: 2015-12\nstate: published\ninferred: parent\nunresolved: 11:23; 14.41\n\n\\--- comment\n\\\\--- comments\n  a  \n\n";

    public static TheoryData<string, string, string> Repairs { get; } = new()
    {
        { "bom", "line-ends", "\uFEFF" + Canonical.Replace("\n", "\r\n") },
        { "CR line ends", "line-ends", Canonical.Replace('\n', '\r') },
        { "keys in another order", "key-order", Canonical.Replace("number: 1\nauthor: Brave Heron\n", "author: Brave Heron\nnumber: 1\n") },
        { "an extra blank line", "layout", Canonical.Replace("First line.", "\nFirst line.") },
        { "no blank line before a comment", "layout", Canonical.Replace("*.\n\n", "*.\n") },
        { "no blank line after the keys", "layout", Canonical.Replace("published\n\nFirst", "published\nFirst") },
        { "a blank line after the separator", "layout", Canonical.Replace("--- comment\nid: a1", "--- comment\n\nid: a1") },
        { "a blank after the separator", "layout", Canonical.Replace("--- comment\nid: a1", "--- comment \nid: a1") },
        { "no line end at the end", "layout", Canonical.TrimEnd('\n').TrimEnd(' ') + "  " },
        { "a tab in a value", "layout", Canonical.Replace("Brave Heron", "Brave\tHeron") },
        { "a tab after a key", "layout", Canonical.Replace("author: ", "author:\t") },
        { "capitals in keys", "layout", Canonical.Replace("author: B", "Author: B") },
        { "capitals in a state", "state", Canonical.Replace("state: published\n\nFirst", "state: Published\n\nFirst") },
        { "no state", "state", Canonical.Replace("state: published\n\nFirst", "\nFirst") },
        { "no format", "format", Canonical.Replace("format: 1\n", "") },
        { "a control character", "control-characters", Canonical.Replace("Second", "Sec\u0000ond") },
        { "a bidi override in a name", "layout", Canonical.Replace("Brave Heron", "Brave \u202EHeron") },
        { "a date as people write it", "date", Canonical.Replace("2015-12-15T10:04+00:00", "2015-12-15 10:04:33Z") },
        { "a finer reason", "reason", Canonical.Replace("removed by its writer", "asked for by her lawyer") },
        { "an unescaped line", "escape", Canonical.Replace("\\\\--- comments", "--- comments") },
    };

    public static TheoryData<string, string, int, string> Refusals { get; } = new()
    {
        { "empty", "", 1, "thread: <post id>" },
        { "another format", Canonical.Replace("format: 1", "format: 2"), 2, "format 1" },
        { "a duplicate id", Canonical.Replace("id: a3", "id: a1"), 24, "stands twice" },
        { "no id", Canonical.Replace("id: a1\n", ""), 4, "no id" },
        { "a bad id", Canonical.Replace("id: a1", "id: A 1"), 5, "a-z" },
        { "an unknown key", Canonical.Replace("state: published\n\nFirst", "stat: withheld\n\nFirst"), 9, "'state'" },
        { "a repeated key", Canonical.Replace("number: 1\nauthor", "number: 1\nnumber: 3\nauthor"), 7, "stands twice" },
        { "an unknown state", Canonical.Replace("state: published\n\nFirst", "state: witheld\n\nFirst"), 9, "'withheld'" },
        { "a bad date", Canonical.Replace("date: 2015-12-15\n", "date: 15/12/2015\n"), 8, "2015-12-15" },
        { "a time without offset", Canonical.Replace("date: 2015-12-15\n", "date: 2015-12-15 10:04\n"), 8, "+00:00" },
        { "a bad number", Canonical.Replace("number: 1\n", "number: 01\n"), 6, "6.4" },
        { "a bad parent", Canonical.Replace("parent: a1", "parent: the first"), 18, "parent" },
        { "a circle", Canonical.Replace("id: a1\nnumber: 1\n", "id: a1\nnumber: 1\nparent: a2\n"), 4, "circle" },
        { "its own parent", Canonical.Replace("parent: a1", "parent: a2"), 15, "circle" },
        { "text in the head", Canonical.Replace("format: 1\n\n", "format: 1\n\nHello.\n\n"), 4, "--- comment" },
        { "a blank line in the keys", Canonical.Replace("state: published\n\nFirst", "\nstate: withheld\n\nFirst"), 10, "blank line" },
    };

    [Fact]
    public void A_canonical_file_is_read_whole_and_written_back_byte_for_byte()
    {
        var bytes = Encoding.UTF8.GetBytes(Canonical);
        var result = ThreadReader.Read(bytes, "x.thread.md");

        Assert.True(result.Canonical);
        Assert.Empty(result.Findings);
        Assert.Equal(bytes, ThreadWriter.Write(result.Thread));
        var comments = result.Thread.Comments;
        Assert.Equal("guest-blog-47", result.Thread.Post.Value);
        Assert.Equal(["a1", "a2", "a3"], comments.Select(comment => comment.Id.Value));
        Assert.Equal("First line.\n\nSecond *paragraph*.", comments[0].Body);
        Assert.Equal("Brave Heron", comments[0].Fields.Author);
        Assert.Equal(CommentId.Parse("a1"), comments[1].Fields.Parent);
        Assert.Equal(new CommentNumber(1, 1), comments[1].Fields.Number);
        Assert.Equal(CommentState.RemovedByAuthor, comments[1].Fields.State);
        Assert.Equal("removed by its writer", comments[1].Fields.Reason);
        Assert.Equal("2015-12-15T10:04+00:00", comments[1].Fields.Date.ToString());
        Assert.Empty(comments[1].Body);
        Assert.Equal(InferredPlace.OfParent, comments[2].Fields.Inferred);
        Assert.Equal("11:23; 14.41", comments[2].Fields.Unresolved);
        Assert.Equal("Ævar", comments[2].Fields.Author);
        Assert.Equal("--- comment\n\\--- comments\n  a  ", comments[2].Body);
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public void A_hand_made_file_is_read_with_a_finding_and_can_be_made_canonical(string what, string rule, string file)
    {
        var result = ThreadReader.Read(Encoding.UTF8.GetBytes(file), "x.thread.md");

        Assert.False(result.Canonical, what);
        Assert.Contains(result.Findings, finding => finding.Rule == rule);
        Assert.All(result.Findings, finding => Assert.True(finding.Fixable, finding.ToString()));
        Assert.Equal(3, result.Thread.Comments.Count);
        var mended = ThreadReader.Read(ThreadWriter.Write(result.Thread), "x.thread.md");
        Assert.True(mended.Canonical);
        Assert.Equal(result.Thread.Comments, mended.Thread.Comments);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_read_with_certainty_is_refused_with_file_line_and_remedy(string what, string file, int line, string words)
    {
        var refused = Assert.Throws<SourceException>(() => ThreadReader.Read(Encoding.UTF8.GetBytes(file), "posts/x.thread.md"));

        Assert.StartsWith($"posts/x.thread.md:{line}: ", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Message.Contains(words, StringComparison.Ordinal), $"{what}: {refused.Message}");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_at_their_line()
    {
        byte[] bytes = [.. "thread: x\nformat: 1\n\n--- comment\nid: a\nstate: published\n\ncaf"u8, 0xE9, .. "\n\n"u8];

        var refused = Assert.Throws<SourceException>(() => ThreadReader.Read(bytes, "x.thread.md"));

        Assert.StartsWith("x.thread.md:8: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_left_in_a_removed_comment_is_not_read()
    {
        var file = Canonical.Replace("state: published\n\nFirst", "state: withheld\n\nFirst");

        var result = ThreadReader.Read(Encoding.UTF8.GetBytes(file), "x.thread.md");

        Assert.Empty(result.Thread.Comments[0].Body);
        Assert.Contains(result.Findings, finding => finding is { Rule: "removed-text", Line: 10 });
        Assert.DoesNotContain(result.Findings, finding => finding.Message.Contains("First", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_that_stands_before_its_parent_or_apart_from_it_is_put_in_its_place()
    {
        var result = Read("b:a", "a", "c", "d:b");

        Assert.Equal(["a", "b", "d", "c"], result.Thread.Comments.Select(comment => comment.Id.Value));
        Assert.Equal("thread-order", Assert.Single(result.Findings).Rule);
        Assert.False(result.Canonical);
    }

    [Fact]
    public void A_parent_that_is_not_there_becomes_a_missing_comment_that_holds_its_replies_together()
    {
        var result = Read("a", "b:lost", "c:b", "d", "e:lost");

        Assert.Equal(["a", "lost", "b", "c", "e", "d"], result.Thread.Comments.Select(comment => comment.Id.Value));
        Assert.Equal(CommentState.Missing, result.Thread.Comments[1].Fields.State);
        Assert.Equal(["parent-missing", "thread-order"], result.Findings.Select(finding => finding.Rule).Order());
    }

    [Fact]
    public void A_number_used_twice_is_a_finding_for_a_person_and_changes_nothing()
    {
        var file = Canonical.Replace("number: 2", "number: 1");

        var result = ThreadReader.Read(Encoding.UTF8.GetBytes(file), "x.thread.md");

        var finding = Assert.Single(result.Findings);
        Assert.Equal("number", finding.Rule);
        Assert.False(finding.Fixable);
        Assert.True(result.Canonical);
        Assert.Equal(file, Encoding.UTF8.GetString(ThreadWriter.Write(result.Thread)));
    }

    [Fact]
    public void A_line_that_only_resembles_a_separator_is_text_and_a_finding_for_a_person()
    {
        var file = Canonical.Replace("--- comment\nid: a3", "-- Comment:\nid: a3") + "x\n";

        var result = ThreadReader.Read(Encoding.UTF8.GetBytes(file.Replace("reason: removed by its writer\n", "").Replace("removed-by-author", "published")), "x.thread.md");

        Assert.Contains(result.Findings, finding => finding is { Rule: "separator", Fixable: false });
    }

    [Fact]
    public void A_thread_without_comments_is_a_thread()
    {
        var bytes = "thread: x\nformat: 1\n\n"u8.ToArray();

        var result = ThreadReader.Read(bytes, "x.thread.md");

        Assert.True(result.Canonical);
        Assert.Empty(result.Thread.Comments);
        Assert.Equal(bytes, ThreadWriter.Write(result.Thread));
    }

    [Fact]
    public void A_chain_of_replies_and_a_wide_thread_of_thousands_are_read_in_order()
    {
        var deep = Enumerable.Range(0, 5000).Select(i => i == 0 ? "c0" : $"c{i}:c{i - 1}").ToArray();
        Assert.True(Read(deep).Canonical);

        var backwards = Read([.. deep.Reverse()]);
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"c{i}"), backwards.Thread.Comments.Select(comment => comment.Id.Value));
    }

    private static ThreadReadResult Read(params string[] comments)
    {
        var file = new StringBuilder("thread: x\nformat: 1\n\n");
        foreach (var comment in comments)
        {
            var parts = comment.Split(':');
            file.Append("--- comment\nid: ").Append(parts[0]).Append('\n');
            file.Append(parts.Length > 1 ? $"parent: {parts[1]}\n" : "").Append("state: published\n\nText.\n\n");
        }

        return ThreadReader.Read(Encoding.UTF8.GetBytes(file.ToString()), "x.thread.md");
    }
}
