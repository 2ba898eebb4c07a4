using Blog.Gate;

namespace Blog.Tests.Gate;

/// <summary>What is about to be committed: a word that was taken out of a text is refused in it, and not where it is a word of the format.</summary>
public sealed class InputGateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("comment", "x", false)]
    [InlineData("number", "x", false)]
    [InlineData("published", "x", false)]
    [InlineData("state", "the state of it", true)]
    [InlineData("published", "It was published.", true)]
    [InlineData("published", "state: published", true)] // the same line in a body is somebody's
    [InlineData("comment", "a comment", true)]
    public void In_a_thread(string word, string body, bool isFound)
    {
        _folder.Put("input/posts/x.thread.md", $"thread: p1\nformat: 1\n\n--- comment\nid: c1\nnumber: 1\nstate: published\n\n{body}\n\n");

        Assert.Equal(isFound, IsFound(word, "c1"));
    }

    [Theory]
    [InlineData("title", "Kettle", "x", false)]
    [InlineData("provenance", "Kettle", "x", false)]
    [InlineData("blog", "Kettle", "x", false)]
    [InlineData("blog", "My blog", "x", true)]
    [InlineData("title", "Kettle", "title: x", true)]
    [InlineData("Quaysmith", "By Quaysmith", "x", true)]
    public void In_a_post(string word, string title, string body, bool isFound)
    {
        _folder.Put("input/posts/x.md", $"---\nid: p1\ntitle: {title}\nprovenance: blog\n---\n\n{body}\n");

        Assert.Equal(isFound, IsFound(word, "p1"));
    }

    private bool IsFound(string word, string unit)
    {
        var input = new GateInput { Secrets = SecretSet.Of([new Secret("7", word, SecretScope.Of([unit]))]), Today = new DateOnly(2026, 11, 22), Parallelism = 1 };
        return InputGate.Run(_folder.Root, input, CancellationToken.None).Findings.Count > 0;
    }
}
