namespace Blog.Tests.Architecture.Fixtures.Content;

internal sealed class UsesPrivateSide
{
    public Import.UsesPublicSide? Other { get; init; }
}
