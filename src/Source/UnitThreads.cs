using Blog.Model;

namespace Blog.Source;

/// <summary>Says of every post and comment of <c>input/</c> in which thread it stands.</summary>
public static class UnitThreads
{
    /// <summary>For each public id the id of its post; a post's own is itself.</summary>
    /// <exception cref="SourceException">A file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(BlogReader reader)
    {
        var threads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in reader.ListPosts().Concat(reader.ListPages()))
        {
            var post = reader.ReadFrontMatter(file).Id.Value;
            threads[post] = post;
            foreach (var comment in reader.ReadThread(file)?.Comments ?? [])
            {
                threads[comment.Id.Value] = post;
            }
        }

        return threads;
    }
}
