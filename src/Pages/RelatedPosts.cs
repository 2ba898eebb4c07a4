using System.Buffers;
using System.Runtime.InteropServices;
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
    private const double Rounding = 1e-6; // sums in another order differ in their last digits

    private readonly SiteIndex _index;
    private readonly string[][] _things; // of each post
    private readonly Dictionary<string, List<int>> _posts = new(StringComparer.Ordinal); // of each thing
    private readonly Dictionary<PostId, (PostId? Before, PostId? After)> _neighbours = [];
    private readonly int[]?[] _nearest;

    public RelatedPosts(SiteIndex index)
    {
        _index = index;
        _things = new string[index.Posts.Count][];
        _nearest = new int[index.Posts.Count][];
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
    /// <remarks>Safe for many callers; asked twice, it is worked out once.</remarks>
    public IReadOnlyList<int> Of(int place) => Volatile.Read(ref _nearest[place]) ?? Interlocked.CompareExchange(ref _nearest[place], Nearest(place), null) ?? _nearest[place]!;

    private int[] Nearest(int place)
    {
        var scores = ArrayPool<double>.Shared.Rent(_things.Length);
        scores.AsSpan(0, _things.Length).Clear();
        foreach (var thing in _things[place])
        {
            var posts = CollectionsMarshal.AsSpan(_posts[thing]);
            if (posts.Length < 2 || posts.Length > Math.Max(3, _things.Length / CommonShare))
            {
                continue;
            }

            var weight = Math.Log((double)_things.Length / posts.Length) * (thing[0] == 's' ? 2 : 1);
            foreach (var other in posts)
            {
                scores[other] += weight;
            }
        }

        var nearest = Best(place, scores.AsSpan(0, _things.Length));
        ArrayPool<double>.Shared.Return(scores);
        return nearest;
    }

    /// <summary>The few with the highest scores: most scores are of what shares one common word, and are passed over by one comparison.</summary>
    private int[] Best(int place, ReadOnlySpan<double> scores)
    {
        var (before, after) = _neighbours.GetValueOrDefault(_index.Posts[place].FrontMatter.Id);
        var best = new List<(double Score, int Comments, int Place)>(Most + 1);
        for (var other = 0; other < scores.Length; other++)
        {
            var score = scores[other];
            if (score == 0 || (best.Count == Most && score + Rounding < best[^1].Score) || Math.Abs(other - place) <= 1
                || (_index.Posts[other].FrontMatter.Id is var id && (id == before || id == after)))
            {
                continue;
            }

            var candidate = (Math.Round(score, 6), _index.Posts[other].Thread.Published, other);
            var at = best.FindIndex(one => IsNearer(candidate, one));
            best.Insert(at < 0 ? best.Count : at, candidate);
            if (best.Count > Most)
            {
                best.RemoveAt(Most);
            }
        }

        return [.. best.Select(one => one.Place)];
    }

    private static bool IsNearer((double Score, int Comments, int Place) one, (double Score, int Comments, int Place) other) =>
        (-one.Score, -one.Comments, one.Place).CompareTo((-other.Score, -other.Comments, other.Place)) < 0;

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
