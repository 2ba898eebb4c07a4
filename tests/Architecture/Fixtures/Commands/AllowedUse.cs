namespace Blog.Tests.Architecture.Fixtures.Commands;

internal sealed class AllowedUse
{
    public Source.Target? Target { get; init; }

    public Import.UsesPublicSide? Private { get; init; }
}
