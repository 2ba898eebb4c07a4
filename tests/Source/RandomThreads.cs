using System.Text;
using Blog.Model;

namespace Blog.Tests.Source;

/// <summary>Makes threads from a seed: every key, odd texts, any shape of replies in thread order.</summary>
internal sealed class RandomThreads
{
    private static readonly string[] Fragments =
    [
        "word", "two words", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", "--- comment", "\n--- comment\n", "\n\\--- comment", "\\", "\\\\", "-", "---", "\n---\n",
        "id: x\n", "state: withheld\n", "é", "漢字", "😀", "\uD83D", "\uDE00", "\uFEFF", "\u0000", "\u001B[31m", "\u007F", "\u0085", "\u2028", "\u202E", "\u200F",
        "[redacted: town]", "[11:23](#c1)", "> quote\n", "    code\n", "<script>", "# ", ":", ": ", "\uFFFD", "format: 1\n",
    ];

    private readonly Random _random;

    public RandomThreads(int seed) => _random = new Random(seed);

    public PublishedThread Next()
    {
        var comments = new List<PublishedComment>();
        var ancestors = new List<CommentId>();
        var numbers = new HashSet<CommentNumber>();
        var count = _random.Next(12);
        for (var i = 0; i < count; i++)
        {
            var depth = _random.Next(ancestors.Count + 1);
            ancestors.RemoveRange(depth, ancestors.Count - depth);
            var id = CommentId.Parse(_random.Next(2) == 0 ? $"{_random.NextInt64(long.MaxValue)}" : $"-x{i}-{_random.Next()}");
            var state = _random.Next(3) > 0 ? CommentState.Published : (CommentState)_random.Next(6);
            var number = new CommentNumber(_random.Next(1, 40), _random.Next(0, 40));
            comments.Add(PublishedComment.Create(
                new CommentFields
                {
                    Id = id,
                    Parent = depth == 0 ? null : ancestors[depth - 1],
                    Number = numbers.Add(number) && Maybe() ? number : null,
                    Author = Maybe() ? Text(4) : null,
                    Date = Maybe() ? Date() : null,
                    State = state,
                    Reason = state != CommentState.Published && Maybe() ? CommentStateTable.ReasonFor(state) : null,
                    Inferred = InferredPlace.Of(Maybe(), Maybe() && ancestors.Count > 0 ? ancestors[0] : null),
                    Unresolved = Maybe() ? Text(3) : null,
                    Also = Maybe() ? CommentIds.Of([CommentId.Parse($"also-{i}"), CommentId.Parse($"{_random.NextInt64(long.MaxValue)}")]) : null,
                },
                state == CommentState.Published ? Text(12) : Maybe() ? "\n \n" : string.Empty));
            ancestors.Add(id);
        }

        return new PublishedThread(PostId.Parse($"p{_random.Next()}"), comments);
    }

    /// <summary>A text of up to <paramref name="most"/> fragments, hostile ones among them.</summary>
    public string Text(int most)
    {
        var text = new StringBuilder();
        for (var left = _random.Next(most + 1); left > 0; left--)
        {
            text.Append(Fragments[_random.Next(Fragments.Length)]);
        }

        return text.ToString();
    }

    public PublicDate Date()
    {
        var time = new DateTimeOffset(_random.Next(1, 9999), _random.Next(1, 13), _random.Next(1, 29), _random.Next(24), _random.Next(60), 0, TimeSpan.FromMinutes(_random.Next(-13, 14) * 15));
        return PublicDate.From(time, (DatePrecision)_random.Next(3));
    }

    private bool Maybe() => _random.Next(2) == 0;
}
