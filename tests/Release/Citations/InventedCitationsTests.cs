using Blog.Bench.Citations;
using Blog.Bench.Threads;

namespace Blog.Tests.Release.Citations;

/// <summary>Fifty invented threads with known truth; <c>bench citations</c> runs a thousand.</summary>
public sealed class InventedCitationsTests
{
    [Fact]
    public void No_link_leads_to_a_comment_of_another_minute_and_no_look_alike_is_taken()
    {
        var score = new CitationScore();
        foreach (var seed in Enumerable.Range(0, 50))
        {
            score.Add(ThreadGenerator.Generate(seed), explain: null);
        }

        Assert.Equal(0, score.WrongLinks);
        Assert.Equal(0, score.WrongSeveral);
        Assert.Equal(0, score.TakenLookAlikes);
        Assert.True(score.Found >= score.All * 0.98, $"{score.Found} of {score.All} were found");
        Assert.True(score.StampedLinked >= score.Stamped * 0.9, $"{score.StampedLinked} of {score.Stamped} with their stamp were linked");
    }
}
