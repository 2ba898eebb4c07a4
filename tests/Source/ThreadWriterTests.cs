using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class ThreadWriterTests
{
    [Fact]
    public void Every_key_is_written_in_order_and_absent_ones_are_left_out()
    {
        var all = new CommentFields
        {
            Id = CommentId.Parse("a"),
            Number = new CommentNumber(6, 4),
            Author = "Brave Heron",
            Date = PublicDate.Day(2015, 12, 15),
            Inferred = InferredPlace.OfParent,
            Unresolved = "11:23",
        };
        var removed = new CommentFields { Id = CommentId.Parse("b"), Parent = CommentId.Parse("a"), State = CommentState.Missing, Reason = "lost in the source" };

        var file = Write(PublishedComment.Create(all, "Text.\n"), PublishedComment.Create(removed, string.Empty));

        Assert.Equal(
            "thread: x\nformat: 1\n\n" +
            "--- comment\nid: a\nnumber: 6.4\nauthor: Brave Heron\ndate: 2015-12-15\nstate: published\ninferred: parent\nunresolved: 11:23\n\nText.\n\n" +
            "--- comment\nid: b\nparent: a\nstate: missing\nreason: lost in the source\n\n\n",
            file);
    }

    [Fact]
    public void A_name_cannot_break_out_of_its_line()
    {
        var fields = new CommentFields { Id = CommentId.Parse("a"), Author = " Eve\nstate: published\u2028id: b\u202E ", State = CommentState.Withheld };

        Assert.Contains("\nauthor: Eve state: published id: b\nstate: withheld\n", Write(PublishedComment.Create(fields, string.Empty)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_removed_comment_is_never_written()
    {
        var fields = new CommentFields { Id = CommentId.Parse("a"), State = CommentState.Withheld };

        Assert.Throws<ArgumentException>(() => Write(PublishedComment.Create(fields, "Text.")));
    }

    [Theory]
    [InlineData(CommentState.Withheld, "asked for by her lawyer")]
    [InlineData(CommentState.Published, "removed by its writer")]
    public void No_finer_reason_is_ever_written(CommentState state, string reason)
    {
        var fields = new CommentFields { Id = CommentId.Parse("a"), State = state, Reason = reason };

        Assert.Throws<ArgumentException>(() => Write(PublishedComment.Create(fields, string.Empty)));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a:b", "b")]
    [InlineData("a", "b:a", "c", "d:b")]
    public void A_thread_out_of_order_is_not_written(params string[] comments) =>
        Assert.Throws<ArgumentException>(() => Write([.. comments.Select(Comment)]));

    private static PublishedComment Comment(string text)
    {
        var parts = text.Split(':');
        return PublishedComment.Create(
            new CommentFields { Id = CommentId.Parse(parts[0]), Parent = parts.Length > 1 ? CommentId.Parse(parts[1]) : null }, "Text.");
    }

    private static string Write(params PublishedComment[] comments) =>
        Encoding.UTF8.GetString(ThreadWriter.Write(new PublishedThread(PostId.Parse("x"), comments)));
}
