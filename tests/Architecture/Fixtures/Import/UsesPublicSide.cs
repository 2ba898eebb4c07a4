namespace Blog.Tests.Architecture.Fixtures.Import;

internal sealed class UsesPublicSide
{
    public Content.UsesPrivateSide? Other { get; init; }
}
