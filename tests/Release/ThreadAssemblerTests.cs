using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Vault;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release;

public sealed class ThreadAssemblerTests
{
    [Fact]
    public void Parents_come_before_replies_depth_first_and_siblings_by_time()
    {
        Assert.Equal("1:v1 1.1:v4 1.2:v5 1.3:v3 2:v2", Show([
            Comment(5, parent: 4, time: "2015-12-15 12:00"),
            Comment(2, time: "2015-12-15 11:00"),
            Comment(3, parent: 1, time: "2015-12-15 13:00"),
            Comment(4, parent: 1, time: "2015-12-15 10:30"),
            Comment(1, time: "2015-12-15 10:00"),
        ]));
    }

    [Fact]
    public void Where_a_time_is_lost_the_order_of_the_source_stands() =>
        Assert.Equal("1:v1 2:v2 3:v3", Show([Comment(3, time: "2015-12-15 09:00"), Comment(1, time: "2015-12-15 10:00"), Comment(2)]));

    [Fact]
    public void Replies_number_in_order_of_time_however_deep_they_nest() =>
        Assert.Equal("1:v1 1.1:v2 1.3:v4 1.2:v3", Show([
            Comment(1, time: "2015-12-15 10:00"),
            Comment(2, parent: 1, time: "2015-12-15 10:01"),
            Comment(3, parent: 1, time: "2015-12-15 10:02"),
            Comment(4, parent: 2, time: "2015-12-15 10:03"),
        ]));

    [Fact]
    public void Numbers_of_the_old_page_stay() =>
        Assert.Equal("1:v1 4:v2 4.3:v3 4.4:v4 5:v5", Show([
            Comment(1, number: "1"), Comment(2, number: "4"), Comment(3, parent: 2, number: "4.3"), Comment(4, parent: 2), Comment(5),
        ]));

    [Fact]
    public void A_number_that_fits_nowhere_is_not_believed() =>
        Assert.Equal("1:v1 1.1:v2 2:v3", Show([Comment(1, number: "1"), Comment(2, parent: 1, number: "7.1"), Comment(3, number: "1")]));

    [Fact]
    public void What_an_earlier_release_gave_is_never_changed_and_a_new_comment_takes_the_next_free_number()
    {
        var first = ThreadAssembler.Assemble([Comment(2, time: "2015-12-15 11:00"), Comment(3, time: "2015-12-15 12:00")], Nothing, ThreadRepairs.None);
        var given = first.ToDictionary(node => node.Handle, node => node.Number);
        Assert.Equal("3:v1 1:v2 2:v3", Show([
            Comment(1, time: "2015-12-15 10:00"), Comment(2, time: "2015-12-15 11:00"), Comment(3, time: "2015-12-15 12:00"),
        ], given));
    }

    [Fact]
    public void Several_replies_to_a_lost_comment_stay_together_under_a_place_for_it()
    {
        var nodes = ThreadAssembler.Assemble(
            [Comment(1), Comment(2, lostParent: "77"), Comment(3, lostParent: "77"), Comment(4)], Nothing, ThreadRepairs.None);
        Assert.Equal("1:v1 2:- 2.1:v2 2.2:v3 3:v4", Show(nodes));
        Assert.Equal(CommentState.Missing, nodes[1].State);
        Assert.Equal(1, nodes[2].Parent);
        Assert.False(nodes[2].ParentInferred);
    }

    [Fact]
    public void A_single_reply_to_a_lost_comment_stands_at_the_top_and_says_so()
    {
        var nodes = ThreadAssembler.Assemble([Comment(1), Comment(2, lostParent: "77"), Comment(3, lostParent: "78")], Nothing, ThreadRepairs.None);
        Assert.Equal("1:v1 2:v2 3:v3", Show(nodes));
        Assert.Equal([false, true, true], nodes.Select(node => node.ParentInferred));
    }

    [Theory]
    [InlineData(Visibility.Spam, CommentState.RemovedByAdmin)]
    [InlineData(Visibility.Trashed, CommentState.RemovedByAdmin)]
    [InlineData(Visibility.Pending, CommentState.Missing)]
    public void A_hidden_comment_with_public_replies_keeps_its_place_without_its_text(Visibility visibility, CommentState expected)
    {
        var nodes = ThreadAssembler.Assemble([Comment(1, visibility: visibility), Comment(2, parent: 1), Comment(3, visibility: visibility)], Nothing, ThreadRepairs.None);
        Assert.Equal("1:v1 1.1:v2", Show(nodes));
        Assert.Equal(expected, nodes[0].State);
    }

    [Fact]
    public void Hidden_comments_without_public_replies_leave_no_trace() =>
        Assert.Equal("1:v1", Show([Comment(1), Comment(2, visibility: Visibility.Spam), Comment(3, parent: 2, visibility: Visibility.Pending)]));

    [Fact]
    public void A_cycle_is_cut_above_its_oldest_comment()
    {
        var nodes = ThreadAssembler.Assemble(
            [Comment(1, parent: 3, time: "2015-12-15 12:00"), Comment(2, parent: 1, time: "2015-12-15 10:00"), Comment(3, parent: 2, time: "2015-12-15 11:00"), Comment(4, parent: 4)],
            Nothing,
            ThreadRepairs.None);
        Assert.Equal("1:v2 1.1:v3 1.2:v1 2:v4", Show(nodes));
        Assert.True(nodes[0].ParentInferred);
        Assert.True(nodes[3].ParentInferred);
    }

    [Fact]
    public void Every_public_comment_is_there_exactly_once_whatever_the_parents_are()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var count = random.Next(1, 40);
            var comments = Enumerable.Range(1, count).Select(row => Comment(
                row,
                parent: random.Next(3) == 0 ? null : random.Next(1, count + 3),
                lostParent: random.Next(5) == 0 ? $"{random.Next(3)}" : null,
                time: random.Next(2) == 0 ? $"2015-12-{random.Next(10, 20)} 1{random.Next(10)}:00" : null,
                visibility: random.Next(4) == 0 ? Visibility.Spam : Visibility.Public,
                number: random.Next(2) == 0 ? $"{random.Next(1, 9)}.{random.Next(1, 9)}" : $"{random.Next(1, 9)}")).ToList();
            var nodes = ThreadAssembler.Assemble(comments, Nothing, ThreadRepairs.None);
            Assert.Equal(
                comments.Where(comment => comment.Visibility == Visibility.Public).Select(comment => comment.Row).Order(),
                nodes.Where(node => node.Source?.Visibility == Visibility.Public).Select(node => node.Source!.Row).Order());
            Assert.Equal(nodes.Count, nodes.Select(node => node.Number).Distinct().Count());
            Assert.All(nodes.Select((node, index) => (node, index)), pair =>
            {
                Assert.True(pair.node.Parent is null || pair.node.Parent < pair.index);
                Assert.Equal(pair.node.Depth, pair.node.Parent is { } parent ? nodes[parent].Depth + 1 : 0);
                Assert.Equal(pair.node.Depth == 0, pair.node.Number.IsTop);
            });
            Assert.Equal(Show(nodes), Show(ThreadAssembler.Assemble(comments.OrderBy(_ => random.Next()), nodes.ToDictionary(node => node.Handle, node => node.Number), ThreadRepairs.None)));
        }
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_replies_is_no_trouble()
    {
        var nodes = ThreadAssembler.Assemble(Enumerable.Range(1, 100_000).Select(row => Comment(row, parent: row == 1 ? null : row - 1)), Nothing, ThreadRepairs.None);
        Assert.Equal(99_999, nodes[^1].Depth);
    }

    private static readonly Dictionary<string, CommentNumber> Nothing = [];

    private static string Show(IEnumerable<VaultComment> comments, Dictionary<string, CommentNumber>? given = null) =>
        Show(ThreadAssembler.Assemble(comments, given ?? Nothing, ThreadRepairs.None));

    private static string Show(IReadOnlyList<ThreadNode> nodes) => string.Join(' ', nodes.Select(node => $"{node.Number}:{node.Source?.Id.Value ?? "-"}"));
}
