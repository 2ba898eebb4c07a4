using System.Security.Cryptography;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>The number that ties a published guest post to the text its writer agreed to: one changed letter gives another one.</summary>
public static class ConsentHash
{
    /// <summary>Lower-case hex SHA-256 of title, an empty line, and body, in UTF-8 and in the form in which both are written (<see cref="SourceText"/>).</summary>
    /// <param name="title">The title; null or empty for none.</param>
    /// <param name="body">The Markdown body.</param>
    public static string Of(string? title, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{SourceText.CanonicalValue(title)}\n\n{SourceText.CanonicalBody(body)}")));

    /// <summary>A guest post from which words were taken, with the number of what is left: a writer who agreed to all of it agreed to less.</summary>
    /// <param name="before">The file as it was.</param>
    /// <param name="after">The file without the words.</param>
    /// <param name="path">Its path within <c>input/</c>.</param>
    /// <returns>What is to be written; <paramref name="after"/> itself where it is no guest post, or was not as agreed before.</returns>
    public static string Renewed(string before, string after, string path)
    {
        try
        {
            var front = FrontMatterReader.Read(Encoding.UTF8.GetBytes(after), path);
            if (front is not { Provenance: Provenance.Guest, Consent: { } consent } || !Holds(PostReader.Read(Encoding.UTF8.GetBytes(before), path)))
            {
                return after;
            }

            var end = after.IndexOf("\n---\n", StringComparison.Ordinal) + "\n---\n".Length;
            return after.Replace(consent.Sha256, Of(front.Title, SourceText.WithoutBlankEnds(after[end..])), StringComparison.Ordinal);
        }
        catch (SourceException)
        {
            return after; // it was not readable, or not as agreed, before: a build says so
        }
    }

    /// <summary>Whether a post is the text its writer agreed to; true for whatever is no guest post.</summary>
    public static bool Holds(PublishedPost post) =>
        post.FrontMatter.Provenance != Provenance.Guest || (post.FrontMatter.Consent is { } consent && consent.Sha256 == Of(post.FrontMatter.Title, post.Body));
}
