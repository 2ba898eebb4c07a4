using Blog.Model;

namespace Blog.Tests.Architecture.Fixtures;

internal static class MakesAsync
{
    public static async Task<PublishedPost> RunAsync(PostFrontMatter frontMatter)
    {
        await Task.Yield();
        return PublishedPost.Create(frontMatter, "text");
    }
}
