using Blog.Model;

namespace Blog.Tests.Architecture.Fixtures;

/// <summary>Every way in which code may come to make a published record; each must be found.</summary>
internal static class MakesPublishedRecords
{
    internal static class Directly
    {
        public static object Run(PostFrontMatter frontMatter) => PublishedPost.Create(frontMatter, "text");
    }

    internal static class AsMethodGroup
    {
        public static Func<CommentFields, string, PublishedComment> Run() => PublishedComment.Create;
    }
}
