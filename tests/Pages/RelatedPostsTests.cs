using Blog.Pages;
using Blog.Tests.Content;

namespace Blog.Tests.Pages;

public sealed class RelatedPostsTests
{
    [Fact]
    public void What_few_posts_share_counts_and_neighbours_and_common_labels_do_not()
    {
        using var blog = new InventedBlog();
        for (var i = 0; i < 40; i++)
        {
            var labels = (i is 3 or 20 or 30 ? "Lamps, " : string.Empty) + "Daily";
            var title = i is 3 or 12 or 35 ? "A kettle on the [redacted: town] boat" : i is 4 ? "Kettle" : $"No. {i}";
            blog.Post($"/2015/01/p{i:00}.html", "Words", $"title: \"{title}\"", $"date: 2015-01-{Math.Min(28, i + 1):00}", $"labels: [{labels}]");
        }

        var index = blog.Index();
        var related = new RelatedPosts(index);
        Assert.Equal(["p12", "p35", "p20", "p30"], Related(3).Order(StringComparer.Ordinal).OrderBy(id => id is "p12" or "p35" ? 0 : 1)); // a boat and a kettle before a lamp; p04 is its neighbour
        Assert.Empty(Related(7)); // all have its one label
        IEnumerable<string> Related(int post) => related.Of(index.Posts.ToList().FindIndex(entry => entry.FrontMatter.Id.Value == $"p{post:00}")).Select(place => index.Posts[place].FrontMatter.Id.Value);
    }

    [Fact]
    public void The_posts_before_and_after_in_a_series_stand_there_already()
    {
        using var blog = new InventedBlog();
        for (var i = 1; i <= 30; i++)
        {
            var series = i % 6 == 0 ? $"series: {{name: Watch, number: {i / 6}}}" : "comments: closed";
            blog.Post($"/2015/{(i + 11) / 12:00}/p{i:00}.html", "Words", $"title: T{i}", $"date: 2015-01-{Math.Min(28, i):00}", series);
        }

        var index = blog.Index();
        var posts = index.Posts.ToList();
        var related = new RelatedPosts(index).Of(posts.FindIndex(post => post.FrontMatter.Id.Value == "p18")).Select(place => posts[place].FrontMatter.Id.Value);
        Assert.Equal(["p06", "p30"], related.Order(StringComparer.Ordinal));
    }
}
