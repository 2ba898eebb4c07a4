using Blog.Model;

namespace Blog.Tests.Architecture.Fixtures;

internal static class MakesNothing
{
    public static string Run(PublishedPost post) => post.Body;
}
