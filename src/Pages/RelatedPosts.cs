using Blog.Content;
using Blog.Model;
using Blog.Text;

namespace Blog.Pages;

/// <summary>Says which other discussions are about the same: by the labels, the series and the words of titles that posts share.</summary>
/// <remarks>
/// <para>What two posts share counts the more the fewer have it: each shared thing adds ln(N / n), n the number of posts that have it, and a series twice that. What more than a fifth of all posts
/// have tells nothing and is left out, so that the work for a post is bounded by the posts that share something rare with it. A post's neighbours in time and in its series stand on its page
/// already and are passed over. Ties go to the longer discussion, then to the newer post.</para>
/// <para>Titles are taken without their redaction marks. The result follows from front matter and counts of comments alone.</para>
/// </remarks>
internal sealed class RelatedPosts
{
    private const int Most = 4;
    private const int ShortestWord = 4; // letters
    private const int CommonShare = 5; // of so many posts one

    private readonly SiteIndex _index;
    private readonly string[][] _things; // of each post
    private readonly Dictionary<string, List<int>> _posts = new(StringComparer.Ordinal); // of each thing
    private readonly Dictionary<PostId, (PostId? Before, PostId? After)> _neighbours = [];

    public RelatedPosts(SiteIndex index)
    {
        _index = index;
        _things = new string[index.Posts.Count][];
        for (var i = 0; i < _things.Length; i++)
        {
            _things[i] = ThingsOf(index.Posts[i].FrontMatter);
            foreach (var thing in _things[i])
            {
                if (!_posts.TryGetValue(thing, out var posts))
                {
                    _posts.Add(thing, posts = []);
                }

                posts.Add(i);
            }
        }

        foreach (var series in index.Series)
        {
            for (var i = 0; i < series.Posts.Count; i++)
            {
                _neighbours.TryAdd(series.Posts[i].FrontMatter.Id, (i > 0 ? series.Posts[i - 1].FrontMatter.Id : null, i + 1 < series.Posts.Count ? series.Posts[i + 1].FrontMatter.Id : null));
            }
        }
    }

    /// <summary>Places in the index of the posts nearest to the one at a place, nearest first.</summary>
    public IReadOnlyList<int> Of(int place)
    {
        var scores = new Dictionary<int, double>();
        foreach (var thing in _things[place])
        {
            var posts = _posts[thing];
            if (posts.Count < 2 || posts.Count > Math.Max(3, _things.Length / CommonShare))
            {
                continue;
            }

            var weight = Math.Log((double)_things.Length / posts.Count) * (thing[0] == 's' ? 2 : 1);
            foreach (var other in posts)
            {
                scores[other] = scores.GetValueOrDefault(other) + weight;
            }
        }

        var (before, after) = _neighbours.GetValueOrDefault(_index.Posts[place].FrontMatter.Id);
        return [.. scores.Where(pair => Math.Abs(pair.Key - place) > 1 && _index.Posts[pair.Key].FrontMatter.Id is var id && id != before && id != after)
            .OrderByDescending(pair => Math.Round(pair.Value, 6)) // sums in another order differ in their last digits
            .ThenByDescending(pair => _index.Posts[pair.Key].Thread.Published)
            .ThenBy(pair => pair.Key)
            .Take(Most)
            .Select(pair => pair.Key)];
    }

    /// <summary>Labels (l), the series (s) and words of the title (t), each once.</summary>
    private static string[] ThingsOf(PostFrontMatter post)
    {
        var things = new List<string>(post.Labels.Select(label => "l" + label));
        if (post.Series is { } series)
        {
            things.Add("s" + series.Name);
        }

        foreach (var piece in RedactionMarkSplitter.Split(post.Title ?? string.Empty).Where(piece => piece.Mark is null))
        {
            things.AddRange(NameFolding.Fold(piece.Text).Split(NotLetters, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord).Select(word => "t" + word));
        }

        return [.. things.Distinct(StringComparer.Ordinal)];
    }

    private static readonly char[] NotLetters = [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => !char.IsAsciiLetterOrDigit(c)), '\u2018', '\u2019', '\u201C', '\u201D', '\u2013', '\u2014', '\u2026'];
}
