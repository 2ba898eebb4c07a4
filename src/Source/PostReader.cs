using Blog.Model;

namespace Blog.Source;

/// <summary>Reads a post or page: front matter and Markdown.</summary>
public static class PostReader
{
    private const string NotAsAgreed =
        "The title or text of this guest post is not the one its writer agreed to: something was changed after consent. Take the change back, or ask the writer again (guest consent) and publish it anew.";

    /// <summary>Reads a post; see <see cref="ReadResult"/> for what is odd about the file.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path within <c>input/</c>.</param>
    /// <exception cref="SourceException">The front matter is missing or wrong, or the file is not UTF-8.</exception>
    public static PublishedPost Read(ReadOnlySpan<byte> utf8, string path) => ReadResult(utf8, path).Post;

    /// <summary>Reads a post with its findings.</summary>
    /// <inheritdoc cref="Read"/>
    public static PostReadResult ReadResult(ReadOnlySpan<byte> utf8, string path)
    {
        var findings = new List<SourceFinding>();
        var frontMatter = FrontMatterReader.Read(utf8, path, findings, out var bodyStart);
        var head = utf8[..bodyStart];
        var lines = Math.Max(head.Count((byte)'\n'), head.Count((byte)'\r')); // CRLF counts in both, CR alone in one
        var bodyFindings = new List<SourceFinding>();
        string body;
        try
        {
            body = SourceLines.Decode(utf8[bodyStart..], path, bodyFindings, isStart: false);
        }
        catch (SourceException unreadable)
        {
            throw new SourceException([.. unreadable.Problems.Select(problem => problem with { Line = problem.Line + lines })]);
        }

        foreach (var finding in bodyFindings)
        {
            if (!findings.Exists(known => known.Rule == finding.Rule))
            {
                findings.Add(finding with { Line = finding.Line + lines });
            }
        }

        var post = PublishedPost.Create(frontMatter, SourceText.WithoutBlankEnds(body));
        return ConsentHash.Holds(post) ? new PostReadResult(post, findings) : throw new SourceException([new SourceFinding(path, 1, "consent", NotAsAgreed, Fixable: false)]);
    }
}
