using Blog.Model;

namespace Blog.Tests.Architecture.Fixtures;

internal static class MakesInLambda
{
    public static IEnumerable<PublishedComment> Run(IEnumerable<CommentFields> fields, string text) =>
        fields.Select(field => PublishedComment.Create(field, text));
}
